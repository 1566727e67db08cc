/** [A11] A closed mediation by the real server: what a screen, an observer, a stranger and the public are told, in every byte. */
import { aDatabase } from '@yishiting/db/testing';
import { aPdf } from '@yishiting/db/uploads/testing-files';
import type { FileLine } from '@yishiting/domain/api-files';
import { expect, it, onTestFinished } from 'vitest';
import { enterRoom, holdMediation, randomId, seatOf } from '../testing/hearing.ts';
import { Browser } from '../testing/house.ts';
import { anOpenHouse } from '../testing/open-house.ts';
import { OutsiderRoom } from '../testing/outsider.ts';

const house = await anOpenHouse(await aDatabase());
const mediation = await holdMediation(house);
const { community, meeting, staff } = mediation;
const at = `/c/${community}/api/meetings/${meeting}`;
/** Words of the mediation that occur nowhere else: planted in every part of it. */
const inside = [
  '卫生间漏水',
  '李秀英',
  '陈国强',
  '王建国',
  '郑和平',
  '周敏',
  '漏水照片',
  '修管道',
  '陈述事实',
  '金额谈不拢',
];
const betrayedBy = (text: string) => inside.filter((words) => text.includes(words));

/** Whole body of what this browser is answered. */
async function bodyOf(browser: Browser, path: string): Promise<{ status: number; text: string }> {
  const answer = await fetch(`${house.origin}${path}`, { headers: { cookie: browser.cookie, origin: house.origin } });
  return { status: answer.status, text: Buffer.from(await answer.arrayBuffer()).toString('utf8') };
}

async function upload(): Promise<string> {
  const asked = new URLSearchParams({ kind: 'attachment', name: 'a.pdf', title: '漏水照片', command: randomId() });
  const response = await fetch(`${house.origin}${at}/files?${asked}`, {
    method: 'POST',
    headers: { origin: house.origin, cookie: staff.cookie, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(aPdf('漏水照片')),
  });
  expect(response.status).toBe(200);
  return ((await response.json()) as FileLine).file;
}

async function aScreen() {
  const browser = new Browser(house.origin);
  const { body } = await browser.post<{ code: string }>('/api/screen-code');
  const { screen } = (await staff.post<{ screen: string }>(`${at}/screens`, { code: body.code })).body;
  const join = { protocol: 2, meeting, as: { kind: 'screen', screen } } as const;
  const room = await new OutsiderRoom(browser, community, join).joined();
  onTestFinished(() => room.close());
  return { browser, room };
}

it('[A11] reaches no socket, no body and no file of anybody outside; open it does, and closed again it does not', async () => {
  const file = await upload();
  const wall = await aScreen();
  const watching = await enterRoom(mediation, '赵强').joined();
  const chair = await enterRoom(mediation, '王建国').joined();
  const party = await enterRoom(mediation, '李秀英').joined();
  for (const room of [watching, chair, party]) onTestFinished(() => room.close());
  await staff.post(`${at}/screens/show`, { on: null, content: { kind: 'document', file, page: 1, part: 'whole' } });
  await chair.command({ type: 'open-meeting' });
  const [, first] = Object.keys(chair.view.agenda.items);
  await chair.command({ type: 'begin-item', item: first });
  await chair.command({ type: 'state-proposal', text: '先修管道，各担一半' });
  await chair.command({ type: 'end-without-agreement', told: true, answers: [], reason: '金额谈不拢' });
  await expect.poll(() => JSON.stringify(party.heard)).toContain('金额谈不拢');
  const observer = seatOf(mediation, '赵强');
  const heard = () => [wall.room, watching].map((room) => JSON.stringify(room.heard)).join('');
  await expect.poll(heard).toContain('"value":"in-session"');
  expect(betrayedBy(heard())).toEqual([]);
  const stranger = new Browser(house.origin);
  const paths = [
    ...['', '/files', `/files/${file}`, '/invitation', '/screens', '/observers', '/host-notes', '/video'].map(
      (path) => at + path,
    ),
    ...['minutes', 'summary', 'sign-in-sheet', 'name-cards', 'notice-a4'].map((name) => `${at}/documents/${name}.pdf`),
    `${at}/documents/minutes.pdf?seat=${observer.seat}`,
    `/c/${community}/api/public/${meeting}`,
    `/c/${community}/public/${meeting}`,
    `/c/${community}/api/records`,
    `/c/${community}/api/meetings`,
    `/c/${community}/m/${meeting}/seat/${observer.seat}`,
    '/api/about',
  ];
  for (const browser of [wall.browser, observer.browser, stranger]) {
    for (const path of paths) {
      const { status, text } = await bodyOf(browser, path);
      expect([path, status, betrayedBy(text)]).toEqual([path, status, []]);
      if (path.includes('/files/') || path.includes('/documents/')) expect([path, status]).toEqual([path, 404]);
    }
  }
  // The search would find it: it is there for those who take part, and for everybody in the room once it is open.
  const { browser } = seatOf(mediation, '李秀英');
  expect((await bodyOf(browser, `${at}/files/${file}`)).status).toBe(200);
  await chair.command({ type: 'settle-openness', open: true });
  await expect.poll(heard).toContain('卫生间漏水');
  expect((await bodyOf(wall.browser, `${at}/files/${file}`)).status).toBe(200);
  await chair.command({ type: 'settle-openness', open: false });
  await expect.poll(() => JSON.stringify(wall.room.heard.at(-1))).not.toContain('漏水');
  expect((await bodyOf(wall.browser, `${at}/files/${file}`)).status).toBe(404);
});
