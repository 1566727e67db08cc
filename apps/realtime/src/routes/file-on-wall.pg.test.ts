/** A page of a file on the wall, by the real server: who chooses it, what a screen may fetch and when, what it is told. */
import { aDatabase } from '@yishiting/db/testing';
import { aDocx, aJpeg, aPdf } from '@yishiting/db/uploads/testing-files';
import type { FileLine } from '@yishiting/domain/api-files';
import { expect, it, onTestFinished } from 'vitest';
import { enterRoom, holdHearing, randomId, seatOf } from '../testing/hearing.ts';
import { Browser } from '../testing/house.ts';
import { anOpenHouse } from '../testing/open-house.ts';
import { OutsiderRoom } from '../testing/outsider.ts';

const house = await anOpenHouse(await aDatabase());
const hearing = await holdHearing(house);
const { community, meeting, staff } = hearing;
const at = `/c/${community}/api/meetings/${meeting}`;
const recorder = seatOf(hearing, '周敏');

async function upload(bytes: Buffer, query: Record<string, string> = {}): Promise<string> {
  const asked = new URLSearchParams({ kind: 'attachment', name: '方案.pdf', command: randomId(), ...query });
  const response = await fetch(`${house.origin}${at}/files?${asked}`, {
    method: 'POST',
    headers: { origin: house.origin, cookie: staff.cookie, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  expect(response.status).toBe(200);
  return ((await response.json()) as FileLine).file;
}

/** A device of the room that was made a screen by its code. */
async function aScreen() {
  const browser = new Browser(house.origin);
  const { body } = await browser.post<{ code: string }>('/api/screen-code');
  const { screen } = (await staff.post<{ screen: string }>(`${at}/screens`, { code: body.code })).body;
  const get = async (file: string) => {
    const answer = await fetch(`${house.origin}${at}/files/${file}`, { headers: { cookie: browser.cookie } });
    return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  const room = await new OutsiderRoom(browser, community, {
    protocol: 2,
    meeting,
    as: { kind: 'screen', screen },
  }).joined();
  onTestFinished(() => room.close());
  const shows = () => room.heard.findLast(({ t }: { t: string }) => t === 'shows' || t === 'whole').shows;
  return { screen, get, room, shows, status: async (file: string) => (await get(file)).status };
}
const page = (file: string, more: object = {}) => ({ kind: 'document', file, page: 1, part: 'whole', ...more });
const show = (content: object, on: string[] | null = null, by: Browser = staff) =>
  by.post<{ code?: string }>(`${at}/screens/show`, { on, content });
const refused = { status: 404, body: { code: 'no-such-file' } };

it('[H5] a screen fetches the file that it shows, as something to be saved, and no other', async () => {
  const [shown, other] = [await upload(aPdf('甲')), await upload(aPdf('乙'))];
  const [first, second] = [await aScreen(), await aScreen()];
  expect([await first.status(shown), await second.status(shown)]).toEqual([404, 404]);
  expect((await show(page(shown), [first.screen])).status).toBe(200);
  const got = await first.get(shown);
  expect([got.status, got.bytes]).toEqual([200, aPdf('甲')]);
  expect(Object.fromEntries(got.headers)).toMatchObject({
    'content-disposition': expect.stringMatching(/^attachment;/),
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
  });
  // Neither what it does not show, nor what another shows, nor what is only prepared.
  const entry = randomId();
  await staff.post(`${at}/screens/queue`, { entry, on: second.screen, content: page(other) });
  expect([await first.status(other), await second.status(shown), await second.status(other)]).toEqual([404, 404, 404]);
  await staff.post(`${at}/screens/next`, { entry });
  expect(await second.status(other)).toBe(200);
  // Dark, it shows nothing; uncovered it does again; with another content no longer.
  await show({ kind: 'blank' });
  expect(await first.status(shown)).toBe(404);
  await staff.post(`${at}/screens/uncover`, { on: null });
  expect(await first.status(shown)).toBe(200);
  await show({ kind: 'floor' });
  expect([await first.status(shown), await second.status(other)]).toEqual([404, 404]);
  await show(page(shown), [first.screen]);
  await staff.post(`${at}/screens/disconnect`, { screen: first.screen });
  expect(await first.status(shown)).toBe(404);
});

it('[H9] a screen is told of the file it shows alone, and hears at once that it was withdrawn', async () => {
  const [shown, other] = [await upload(aPdf('丙'), { title: '分摊方案' }), await upload(aPdf('丁'), { title: '底稿' })];
  const [first, second] = [await aScreen(), await aScreen()];
  await show(page(shown, { page: 3, part: 'top' }), [first.screen]);
  await expect.poll(first.shows).toMatchObject({
    content: { page: 3, part: 'top' },
    document: { kind: 'attachment', title: '分摊方案', media: 'application/pdf', state: 'there' },
  });
  const room = await enterRoom(hearing, '王建国').joined();
  await room.command({ type: 'withdraw-attachment', file: shown, reason: '数据有误' });
  room.close();
  await expect.poll(first.shows).toMatchObject({ document: { state: 'withdrawn', title: null } });
  expect(await first.status(shown)).toBe(404);
  expect(await show(page(shown))).toMatchObject(refused);
  for (const { heard } of [first.room, second.room]) expect(JSON.stringify(heard)).not.toContain(other);
  expect(JSON.stringify(second.room.heard)).not.toContain('分摊方案');
});

it('[H9] an erased file leaves the wall at once, and what was prepared of it is not shown', async () => {
  const file = await upload(aPdf('戊'));
  const wall = await aScreen();
  const entry = randomId();
  await show(page(file), [wall.screen]);
  await staff.post(`${at}/screens/queue`, { entry, on: null, content: page(file, { page: 2 }) });
  expect(await wall.status(file)).toBe(200);
  const why = { ground: 'unlawful', reason: '误传身份证号' };
  expect((await staff.post(`${at}/files/${file}/erase`, why)).status).toBe(200);
  await expect.poll(wall.shows).toMatchObject({ document: { state: 'erased', title: null } });
  expect(await wall.status(file)).toBe(404);
  expect(await staff.post(`${at}/screens/next`, { entry })).toMatchObject(refused);
  await staff.post(`${at}/screens/queue/remove`, { entry });
  expect(JSON.stringify(wall.room.heard)).not.toContain(why.reason);
});

it('[R14] those who lead choose, also photos; proofs, documents to be saved and unknown files stand on no wall', async () => {
  const photo = await upload(aJpeg(), { kind: 'photo' });
  const wall = await aScreen();
  expect((await show(page(photo), null, seatOf(hearing, '李秀英').browser)).status).toBe(404);
  expect(await wall.status(photo)).toBe(404);
  expect((await show(page(photo), null, recorder.browser)).status).toBe(200);
  expect(await wall.status(photo)).toBe(200);
  const wrong = [
    await upload(await aDocx(), { name: 'a.docx' }),
    await upload(aJpeg(), { kind: 'notice-proof', name: 'a.jpg' }),
    house.app.deps.newId(),
  ];
  for (const file of wrong) {
    expect(await show(page(file))).toMatchObject(refused);
    const queued = await staff.post(`${at}/screens/queue`, { entry: randomId(), on: null, content: page(file) });
    expect(queued).toMatchObject(refused);
  }
});
