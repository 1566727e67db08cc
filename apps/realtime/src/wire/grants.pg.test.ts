/** [R9] One browser that is staff, holds two seats and is a screen: over sockets and HTTP each stays what it is. */
import { aDatabase } from '@yishiting/db/testing';
import type { SessionAnswer } from '@yishiting/domain/api';
import { expect, it } from 'vitest';
import { holdHearing, seatOf, type Hearing } from '../testing/hearing.ts';
import { anOpenHouse } from '../testing/open-house.ts';
import { OutsiderRoom, type Json } from '../testing/outsider.ts';

const house = await anOpenHouse(await aDatabase());
const hearing: Hearing = await holdHearing(house);
const { staff: browser, community, meeting } = hearing;
const api = `/c/${community}/api`;
const at = (path: string) => `${api}/meetings/${meeting}/${path}`;
const [li, chen, sun] = ['李秀英', '陈国强', '孙丽'].map((name) => seatOf(hearing, name).seat) as [
  string,
  string,
  string,
];
const checkIn = (way: string) => ({ type: 'check-in', way, privacyNotice: '2026-11' });
const accepted = { answer: 'accepted' };
const join = (as: Json) => new OutsiderRoom(browser, community, { protocol: 2, meeting, as });
const session = async () => (await browser.get<SessionAnswer>(`${api}/session`)).body;

const made = (await browser.post<Json>(at('links'), { seats: [li, chen] })).body;
const cookie = browser.cookie;
// Both at one instant, from two tabs.
await Promise.all(made.map(({ url }: Json) => browser.post(`${api}/enter`, { token: url.split('#')[1] })));
const { screen } = (await browser.post<Json>(at('screen'))).body;
const asLi = await join({ kind: 'seat', seat: li }).joined();
const asChen = await join({ kind: 'seat', seat: chen }).joined();
const asStaff = await join({ kind: 'account' }).joined();
const asScreen = await join({ kind: 'screen', screen }).joined();

it('[R9] enters two seats and becomes a screen without losing its account or its session', async () => {
  expect(browser.cookie).toBe(cookie);
  const { account, seats, screens } = await session();
  expect(account?.name).toBe('张干事');
  expect(seats.map(({ seat }) => seat).sort()).toEqual([li, chen].sort());
  expect(screens.map((one) => one.screen)).toEqual([screen]);
});

it('[R9] is at each socket whom the address names, and nobody else', async () => {
  expect([asLi.mine.name, asChen.mine.name, asStaff.mine.name, asScreen.mine]).toEqual([
    ...['李秀英', '陈国强', '张干事'],
    null,
  ]);
  expect([asLi, asChen, asStaff, asScreen].map(({ mine }) => mine?.staff ?? null)).toEqual([false, false, true, null]);
  expect([asLi, asChen, asScreen].map(({ view }) => view.desk)).toEqual([undefined, undefined, undefined]);
  expect(asStaff.view.desk).toBeDefined();
  // A seat that is another browser's, and a meeting that is none, whatever else this browser holds.
  for (const as of [
    { kind: 'seat', seat: sun },
    { kind: 'screen', screen: li },
    { kind: 'seat', seat: screen },
  ]) {
    await expect(join(as).joined()).rejects.toThrow('not-found');
  }
});

it('[R9] acts at each socket in that name alone, and the record says so', async () => {
  const before = (await house.record(hearing)).length;
  const answers = await Promise.all([
    asLi.command(checkIn('here')),
    asChen.command(checkIn('remote')),
    asStaff.command(checkIn('here')),
    asScreen.command(checkIn('here')),
  ]);
  const refused = { answer: 'refused', code: 'not-entitled' };
  expect(answers).toEqual([accepted, accepted, refused, refused]);
  // Staff do not lead as such, also where the same browser is signed in; a seat does not borrow the account.
  for (const room of [asLi, asChen, asStaff]) {
    expect(await room.command({ type: 'open-meeting' })).toEqual(refused);
    expect(await room.command({ type: 'record-arrival', seat: sun, way: 'here' })).toEqual(refused);
  }
  const facts = (await house.record(hearing)).slice(before);
  expect(facts.map(({ seat, data }) => [seat, data['seat'], data['way']]).sort()).toEqual(
    [
      [li, li, 'here'],
      [chen, chen, 'remote'],
    ].sort(),
  );
});

it('[R9] over HTTP, too, each request stands on the grant that it names', async () => {
  const take = (more: object) =>
    browser.post<Json>(at('take-chair'), { commandId: 'a'.repeat(32), password: 'qidong-2026', ...more });
  // The member has no account: the account of the same browser does not stand in for it.
  for (const seat of [li, chen]) {
    expect(await take({ seat })).toMatchObject({ status: 403, body: { code: 'not-entitled' } });
  }
  expect(await take({ seat: sun })).toMatchObject({ status: 404 });
});

it('[R9] loses one grant at a time, at once on the sockets that stand on it', async () => {
  expect((await browser.post<Json>(at('revoke'), { seats: [li] })).status).toBe(200);
  await asLi.closed;
  expect(asLi.ended).toBe('revoked');
  expect((await session()).seats.map(({ seat }) => seat)).toEqual([chen]);
  expect((await browser.post<SessionAnswer>(`${api}/sign-out`)).body.account).toBeNull();
  await asStaff.closed;
  expect(asStaff.ended).toBe('revoked');
  await expect(join({ kind: 'account' }).joined()).rejects.toThrow('not-found');
  expect(await asChen.command(checkIn('here'))).toEqual(accepted);
  expect([asChen.ended, asScreen.ended]).toEqual([null, null]);
  const { account, seats, screens } = await session();
  expect([account, seats.length, screens.length]).toEqual([null, 1, 1]);
  expect(browser.cookie).toBe(cookie);
});
