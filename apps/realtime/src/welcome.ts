/** What the person who started the server reads in its window: where to go, and how phones get there. */
import { communities } from '@yishiting/db/communities';
import { offerSetUp, installation } from '@yishiting/db/installation';
import type { App } from './app.ts';
import { origins } from './addresses.ts';
import { newToken, tokenHash } from './identity/tokens.ts';

const setUpWords = [
  '尚未设置。请在浏览器中打开下面的链接，建立本社区或先看演示：',
  'Not set up yet. Open this link in a browser to set up your community or try the demonstration:',
];
const demonstrationWords = [
  '请在浏览器中打开下面的链接，进入演示：',
  'Open this link in a browser to see the demonstration:',
];
/** The link is no one-time link while nothing but the demonstration is opened with it. */
const untilSetUp = [
  '（链接到建立本社区或再次启动时失效，请勿外传；每打开一次演示，演示账号都换成新密码。）',
  '(It works until a community is set up or the server starts again: keep it to yourself. Each opening of the demonstration gives its accounts new passwords.)',
];
const untilNextStart = [
  '（链接到再次启动时失效，请勿外传；每打开一次演示，演示账号都换成新密码。）',
  '(It works until the server starts again: keep it to yourself. Each opening of the demonstration gives its accounts new passwords.)',
];

/** Prints the addresses, and until the installation is set up, or for the demonstration, a new link to the set-up page. */
export async function printWelcome(
  { deps }: Pick<App, 'deps'>,
  { demonstration }: { demonstration: boolean },
): Promise<void> {
  const { db, publicOrigin, port, addresses } = deps;
  const here = `http://localhost:${port()}`;
  const reachable = origins({ publicOrigin, port: port(), addresses: addresses() });
  const lines = [
    '',
    '议事厅 Yishiting',
    '',
    `本机打开 On this computer:            ${here}`,
    ...reachable
      .filter((origin) => origin !== here)
      .map((origin) => `同一网络的手机 Phones on this network: ${origin}`),
  ];
  // The address of the network works on this computer, too.
  const everywhere = reachable.find((origin) => origin !== here) ?? here;
  for (const { code, name } of await communities(db)) {
    lines.push(`工作人员登录 Staff sign-in:           ${everywhere}/c/${code}/sign-in （${name}）`);
  }
  const found = await installation(db);
  if (found?.setUpAt == null || demonstration) {
    const token = newToken();
    await offerSetUp(db, tokenHash(token));
    const wish = demonstration ? '&demonstration' : '';
    lines.push('', ...(demonstration ? demonstrationWords : setUpWords), `  ${here}/setup#${token}${wish}`);
    lines.push(...(found?.setUpAt == null ? untilSetUp : untilNextStart));
  }
  lines.push('', '停止：Ctrl-C。 To stop: Ctrl-C.', '');
  console.log(lines.join('\n'));
}
