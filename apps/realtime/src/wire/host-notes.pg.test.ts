/** What the host notes, and how to get into the video meeting, planted in a live meeting: who ever receives a byte of it. */
import { randomUUIDv7 } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAccount } from '@yishiting/db/accounts';
import { exportRecord } from '@yishiting/db/export-record';
import { aDatabase } from '@yishiting/db/testing';
import type { HostNoteAnswer, HostNote } from '@yishiting/domain/host-notes';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashPassword } from '../identity/passwords.ts';
import { enterRoom, holdHearing, seatOf, type Hearing } from '../testing/hearing.ts';
import type { Browser } from '../testing/house.ts';
import { anOpenHouse } from '../testing/open-house.ts';
import { newId, OutsiderRoom, type Json } from '../testing/outsider.ts';

const house = await anOpenHouse(await aDatabase());
const hearing: Hearing = await holdHearing(house);
const api = `/c/${hearing.community}/api`;
const meetingApi = `${api}/meetings/${hearing.meeting}`;
const names = ['王建国', '周敏', '李秀英', '陈国强', '赵强'];
const notes = { meeting: '先请三楼的老人讲，别催', item: '李家和陈家有旧怨' };
const video = { address: 'https://meet.example/j/5511', access: '会议号 662-662-662' };
const ownNotes = (browser: Browser) => browser.get<HostNote[]>(`${meetingApi}/host-notes`);
const write = (browser: Browser, note: Omit<HostNote, 'at'>) =>
  browser.put<HostNoteAnswer & { code?: string }>(`${meetingApi}/host-notes`, note);
const browserOf = (name: string) => seatOf(hearing, name).browser;

const rooms: Record<string, OutsiderRoom> = {};
let item: string;
/** Every body that a GET of anything around the meeting gives this browser. */
async function everythingGiven(browser: Browser): Promise<string> {
  const paths = [
    ...['session', 'records', 'meetings', 'people', 'accounts', 'bodies', `public/${hearing.meeting}`, 'link-address'],
    ...['', '/files', '/screens', '/invitation', '/video', '/host-notes'].map(
      (path) => `meetings/${hearing.meeting}${path}`,
    ),
  ];
  const given = await Promise.all(
    paths.map((path) =>
      fetch(`${house.origin}${api}/${path}`, { headers: { cookie: browser.cookie } }).then((one) => one.text()),
    ),
  );
  return given.join('\n');
}
const heard = (name: string) => JSON.stringify(rooms[name]!.heard);

beforeAll(async () => {
  const { id: community } = await house.db.selectFrom('communities').select('id').executeTakeFirstOrThrow();
  const { person } = await house.db
    .selectFrom('seats')
    .select('person')
    .where('id', '=', seatOf(hearing, '周敏').seat)
    .executeTakeFirstOrThrow();
  const passwordHash = await hashPassword('jilu-2026');
  const account = { id: randomUUIDv7(), community, person, login: 'zhoumin', passwordHash, at: Date.now() };
  await openAccount(house.db, account);
  expect((await hearing.staff.put(`${meetingApi}/video`, video)).status).toBe(200);
  for (const name of names) rooms[name] = await enterRoom(hearing, name).joined();
  const { screen } = (await hearing.staff.post<{ screen: string }>(`${meetingApi}/screen`)).body;
  for (const [name, as] of [
    ['wall', { kind: 'screen', screen }],
    ['staff', { kind: 'account' }],
  ] as const) {
    rooms[name] = new OutsiderRoom(hearing.staff, hearing.community, { protocol: 2, meeting: hearing.meeting, as });
    await rooms[name].joined();
  }
  item = rooms['王建国']!.view.agenda.order[0];
});

it('[R5] the chair and staff write and read them; to everybody else they are not there', async () => {
  expect(await write(hearing.staff, { item: null, text: notes.meeting, version: 0 })).toMatchObject({
    status: 200,
    body: { outcome: 'saved', note: { item: null, version: 1 } },
  });
  const chair = browserOf('王建国');
  expect((await write(chair, { item, text: notes.item, version: 0 })).body.outcome).toBe('saved');
  const texts = async (browser: Browser) => (await ownNotes(browser)).body.map(({ text }) => text).sort();
  for (const browser of [chair, hearing.staff]) expect(await texts(browser)).toEqual(Object.values(notes).sort());
  for (const name of names.slice(1)) {
    expect(await ownNotes(browserOf(name)), name).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await write(browserOf(name), { item, text: '我也写', version: 1 }), name).toMatchObject({ status: 404 });
  }
  expect(
    (await write(chair, { item: newId().replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'), text: '', version: 0 }))
      .body.code,
  ).toBe('no-such-item');
});

it('nothing is written over what another window wrote; sent again it is saved already', async () => {
  const chair = browserOf('王建国');
  const second = rooms['王建国']!.view.agenda.order[1] as string;
  const [one, other] = ['甲窗口写的', '乙窗口写的'];
  await write(chair, { item: second, text: one, version: 0 });
  expect((await write(chair, { item: second, text: other, version: 0 })).body).toMatchObject({
    outcome: 'differs',
    note: { text: one, version: 1 },
  });
  expect((await write(chair, { item: second, text: one, version: 0 })).body.outcome).toBe('saved');
  expect((await write(chair, { item: second, text: other, version: 1 })).body).toMatchObject({ note: { version: 2 } });
  expect((await write(chair, { item: second, text: one, version: 1 })).body.outcome).toBe('differs');
});

it('[R5] through a meeting, its taking over and its close nobody else receives a byte of them', async () => {
  const act = async (name: string, command: Json) => {
    expect(await rooms[name]!.command(command), JSON.stringify(command)).toMatchObject({ answer: 'accepted' });
  };
  const checkIn = (way: string) => ({ type: 'check-in', way, privacyNotice: '2026-11' });
  await act('李秀英', checkIn('remote'));
  for (const name of ['王建国', '周敏', '陈国强', '赵强']) await act(name, checkIn('here'));
  await act('周敏', { type: 'check-identity', seat: seatOf(hearing, '李秀英').seat, how: 'video' });
  await act('王建国', { type: 'open-meeting' });
  await act('王建国', { type: 'begin-item', item });
  const taken = await browserOf('周敏').post(`${meetingApi}/take-chair`, {
    commandId: newId(),
    password: 'jilu-2026',
    seat: seatOf(hearing, '周敏').seat,
  });
  expect(taken.status).toBe(200);
  // Who has the chair has the notes; who gave it up has them no more.
  expect((await ownNotes(browserOf('周敏'))).body.map(({ text }) => text)).toContain(notes.item);
  expect((await ownNotes(browserOf('王建国'))).status).toBe(404);
  await rooms['wall']!.until(({ view }) => view.chair === '周敏');

  for (const name of names) {
    const given = name === '周敏' ? '' : await everythingGiven(browserOf(name));
    for (const note of Object.values(notes)) expect(heard(name) + given, name).not.toContain(note);
  }
  for (const name of ['wall', 'staff'])
    for (const note of Object.values(notes)) expect(heard(name)).not.toContain(note);
  const { record: lines } = house;
  expect(JSON.stringify(await lines(hearing))).not.toMatch(/三楼的老人|旧怨|meet\.example|662-662/);
});

it('[R5] the video meeting reaches the seats it is for, those who lead, and never the wall, the public or the record', async () => {
  const secret = /meet\.example|662-662/;
  expect(heard('wall')).not.toMatch(secret);
  expect(await everythingGiven(hearing.staff)).toMatch(secret);
  const nobody = { cookie: '' } as Browser;
  expect(await everythingGiven(nobody)).not.toMatch(secret);
  for (const name of ['李秀英', '陈国强', '赵强'])
    expect(await everythingGiven(browserOf(name)), name).not.toMatch(secret);
  expect(rooms['李秀英']!.mine.video).toEqual(video);
  expect(rooms['李秀英']!.mine.identity).toEqual({ by: '周敏' });
  for (const name of ['陈国强', '赵强']) expect(rooms[name]!.mine.video, name).toBeNull();
  // Told when it changes, and what was told is what a restart would find.
  const next = { address: 'https://meet.example/j/7', access: '' };
  expect((await browserOf('周敏').put(`${meetingApi}/video`, next)).body).toEqual({ video: next });
  expect((await browserOf('李秀英').put(`${meetingApi}/video`, video)).status).toBe(404);
  await rooms['李秀英']!.until(({ mine }) => mine.video?.address === next.address);
  await rooms['staff']!.until(({ view }) => view.desk.video.address === next.address);
  for (const address of ['javascript:alert(1)', 'http://meet.example/']) {
    expect(await hearing.staff.put(`${meetingApi}/video`, { address, access: '' })).toMatchObject({
      status: 400,
      body: { code: 'malformed', fields: { address: 'not-https' } },
    });
  }
  expect((await hearing.staff.put(`${meetingApi}/video`, { address: '', access: ' ' })).body).toEqual({ video: null });
  await rooms['李秀英']!.until(({ mine }) => mine.video === null);
});

const folder = mkdtempSync(join(tmpdir(), 'yishiting-export-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('[R5] no export of the record holds them', async () => {
  await hearing.staff.put(`${meetingApi}/video`, video);
  const { id: community } = await house.db.selectFrom('communities').select('id').executeTakeFirstOrThrow();
  await exportRecord(house.db, community, folder, { dataDir: folder });
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const written = files.map((one) => readFileSync(join(one.parentPath, one.name), 'utf8')).join('\n');
  expect(written).toContain('identity-checked');
  expect(written).not.toMatch(/三楼的老人|旧怨|meet\.example|662-662/);
});
