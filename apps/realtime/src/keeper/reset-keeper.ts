/** npm run reset-keeper: a one-time link for a keeper who lost the password; it stands in the rows of keeper_acts. */
import { noteKeeperAct } from '@yishiting/db/keeper-acts';
import { installation } from '@yishiting/db/installation';
import { keepers } from '@yishiting/db/posts';
import { origins } from '../addresses.ts';
import { wallClock } from '../clock.ts';
import { keptPort } from '../kept-port.ts';
import { offerLink } from '../identity/setting-up.ts';
import { CannotDo, onInstallation, runProgram, say } from './program.ts';

await runProgram((env) =>
  onInstallation(env, async ({ db }) => {
    const now = wallClock.now();
    const found = await installation(db);
    if (found?.setUpAt == null || (await keepers(db, now)).length === 0)
      throw new CannotDo(
        '还没有设置社区，也就没有管理员密码可重设。请用 npm start 显示的链接完成设置。',
        'No community is set up yet, so there is no password to reset. Use the link that npm start prints.',
      );
    const token = await db.transaction().execute(async (tx) => {
      await noteKeeperAct(tx, { act: 'reset-link-offered', at: now });
      return offerLink(tx);
    });
    // On this machine itself: whoever may run this may also look at the page here, and the link goes nowhere else.
    const port = env.portNamed ? env.port : (keptPort(env.dataDir) ?? env.port);
    const [origin] = origins({ publicOrigin: env.publicOrigin, port, addresses: ['localhost'] });
    say(
      '请在服务运行时用浏览器打开下面的一次性链接，为管理员设置新密码（此操作已记录，之前的链接作废）：',
      'With the server running, open this one-time link in a browser to give the keeper a new password (this is on record; links printed before are void):',
    );
    process.stdout.write(`  ${origin}/setup#${token}&keeper\n`);
    return 0;
  }),
);
