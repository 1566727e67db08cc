import { aDatabase } from '@yishiting/db/testing';
import { beforeAll, expect, it } from 'vitest';
import { most } from '../admission/requests.ts';
import { enterRoom, holdHearing, seatOf, type Hearing } from '../testing/hearing.ts';
import { Browser } from '../testing/house.ts';
import { anOpenHouse } from '../testing/open-house.ts';
import { newId, OutsiderRoom, type Json } from '../testing/outsider.ts';

const house = await anOpenHouse(await aDatabase());
const hearing: Hearing = await holdHearing(house);
const api = `/c/${hearing.community}/api`;
const at = (path: string) => `${api}/meetings/${hearing.meeting}/${path}`;
const from = () => new Browser(house.origin);
const checkIn = { type: 'check-in', way: 'here', privacyNotice: '2026-11' };
const seatBy = (name: string) => seatOf(hearing, name);

let recorder: OutsiderRoom;
let member: OutsiderRoom;
let other: OutsiderRoom;
let code = '';

beforeAll(async () => {
  [recorder, member, other] = (await Promise.all(
    ['周敏', '李秀英', '陈国强'].map((name) => enterRoom(hearing, name).joined()),
  )) as [OutsiderRoom, OutsiderRoom, OutsiderRoom];
  code = recorder.view.joinCode;
});

const ask = (browser: Browser, name: string, more: object = {}) =>
  browser.post<Json>(`${api}/ask`, { by: 'code', code, name, ...more });
const askedAt = (browser: Browser, meeting: string, ticket: string) =>
  browser.post<Json>(`${api}/asked`, { meeting, ticket });
const asked = async (browser: Browser, ticket: string) => (await askedAt(browser, hearing.meeting, ticket)).body;
/** The request of this name, once those at the desk are shown it. */
async function shown(name: string): Promise<Json> {
  const found = ({ view }: { view: Json }) =>
    Object.values<Json>(view.desk.asking.byId).find((one) => one.name === name);
  await recorder.until((room) => found(room) !== undefined);
  return found(recorder)!;
}
const admit = (browser: Browser, request: string, seat?: string) =>
  browser.post<Json>(at('admit'), { request, ...(seat && { seat }) });
/** A personal link that one device has taken already. */
async function linkInUse(name: string): Promise<{ token: string; first: Browser }> {
  const { seat } = seatBy(name);
  const made = await hearing.staff.post<Json>(at('links'), { seats: [seat] });
  const token = made.body[0].url.split('#')[1];
  const first = from();
  expect((await first.post(`${api}/enter`, { token })).status).toBe(200);
  return { token, first };
}

it('lets in with one tap of the recorder whoever comes with the short code, and the record says nothing of it', async () => {
  const before = await house.record(hearing);
  const phone = from();
  expect((await phone.post<Json>('/api/join', { code })).body).toEqual({
    community: hearing.community,
    meeting: hearing.meeting,
  });
  const { body } = await ask(phone, ' 孙丽 ');
  expect(body).toEqual({ meeting: hearing.meeting, ticket: expect.stringMatching(/^[\w-]{43}$/) });
  expect(phone.cookie).toBe('');
  expect(await asked(phone, body.ticket)).toEqual({ state: 'waiting' });
  const { request, ...said } = await shown('孙丽');
  expect(said).toEqual({ name: '孙丽', at: expect.any(Number), seat: null });

  const { seat } = seatBy('孙丽');
  expect(await admit(seatBy('周敏').browser, request, seat)).toEqual({
    status: 200,
    body: { meeting: hearing.meeting, seat },
  });
  await recorder.until(({ view }) => view.desk.asking.order.length === 0);
  const { state, token } = await asked(phone, body.ticket);
  expect(state).toBe('admitted');
  expect((await phone.post<Json>(`${api}/enter`, { token })).body).toEqual({ meeting: hearing.meeting, seat });
  const auth = { protocol: 2, meeting: hearing.meeting, as: { kind: 'seat', seat } };
  const room = await new OutsiderRoom(phone, hearing.community, auth).joined();
  expect(room.mine).toMatchObject({ seat, name: '孙丽' });
  expect(await house.record(hearing)).toEqual(before);
  // What was asked for is gone: nobody enters by it on another device, nobody admits it twice.
  expect(await from().post(`${api}/enter`, { token })).toMatchObject({ status: 409, body: { code: 'link-in-use' } });
  expect(await admit(seatBy('周敏').browser, request, seat)).toMatchObject({ body: { code: 'no-such-request' } });
  room.socket.terminate();
});

it('[R9] admitting voids the card that nobody used: the seat is not entered twice without a tap', async () => {
  const { seat } = seatBy('赵强');
  const card = (await hearing.staff.post<Json>(at('links'), { seats: [seat] })).body[0].url.split('#')[1];
  await ask(from(), '赵强');
  expect((await admit(hearing.staff, (await shown('赵强')).request, seat)).status).toBe(200);
  expect(await from().post(`${api}/enter`, { token: card })).toMatchObject({ body: { code: 'link-void' } });
});

it('declines with a word, and whoever was declined may ask again', async () => {
  const phone = from();
  const { ticket } = (await ask(phone, '刘某')).body;
  const { request } = await shown('刘某');
  expect((await hearing.staff.post(at('decline'), { requests: [request, newUuid()] })).body).toEqual({ declined: 1 });
  expect(await asked(phone, ticket)).toEqual({ state: 'declined' });
  await recorder.until(({ view }) => view.desk.asking.order.length === 0);
  expect((await ask(phone, '刘明', { ticket })).body).toEqual({ meeting: hearing.meeting, ticket });
  const again = await shown('刘明');
  expect(again.request).not.toBe(request);
  await hearing.staff.post(at('decline'), { requests: [again.request] });
});

it('a second device of the same person is let in by one tap of the first, which alone is asked besides the desk', async () => {
  const { token, first } = await linkInUse('李秀英');
  const second = from();
  expect((await second.post<Json>(`${api}/enter`, { token })).body.code).toBe('link-in-use');
  const { ticket } = (await second.post<Json>(`${api}/ask`, { by: 'link', token })).body;
  await member.until(({ mine }) => mine.asking.length === 1);
  const { seat } = seatBy('李秀英');
  const [{ request, ...said }] = member.mine.asking;
  expect(said).toEqual({ name: '李秀英', at: expect.any(Number), seat });
  expect(await shown('李秀英')).toEqual(member.mine.asking[0]);
  expect(other.mine.asking).toEqual([]);

  // Not by a neighbour, not to another seat, not by staff of nothing.
  expect((await admit(seatBy('陈国强').browser, request, seatBy('陈国强').seat)).status).toBe(404);
  expect((await admit(from(), request)).status).toBe(404);
  expect((await admit(first, request, seatBy('陈国强').seat)).body.code).toBe('no-such-seat');
  expect((await seatBy('陈国强').browser.post(at('decline'), { requests: [request] })).status).toBe(404);
  expect(member.mine.asking).toHaveLength(1);
  expect((await admit(first, request)).body).toEqual({ meeting: hearing.meeting, seat });
  await member.until(({ mine }) => mine.asking.length === 0);
  const admitted = await asked(second, ticket);
  expect((await second.post<Json>(`${api}/enter`, { token: admitted.token })).body.seat).toBe(seat);
});

it('a member admits nobody who came with the short code', async () => {
  await ask(from(), '张三');
  const { request } = await shown('张三');
  for (const seat of [undefined, seatBy('李秀英').seat]) {
    expect((await admit(seatBy('李秀英').browser, request, seat)).status).toBe(404);
  }
  expect((await admit(seatBy('周敏').browser, request)).body.code).toBe('no-such-seat');
  expect((await admit(seatBy('周敏').browser, request, newUuid())).body.code).toBe('no-such-seat');
  expect((await hearing.staff.post(at('decline'), { requests: [request] })).body).toEqual({ declined: 1 });
});

it('of ten taps at one instant one admits', async () => {
  const phone = from();
  const { ticket } = (await ask(phone, '孙丽')).body;
  const { request } = await shown('孙丽');
  const taps = await Promise.all(Array.from({ length: 10 }, () => admit(hearing.staff, request, seatBy('孙丽').seat)));
  expect(taps.map(({ status }) => status).toSorted()).toEqual([200, ...Array(9).fill(409)]);
  expect(await asked(phone, ticket)).toMatchObject({ state: 'admitted' });
});

it('[R9] taking a seat back voids what was admitted and not yet entered, and what asks for it', async () => {
  const { token } = await linkInUse('陈国强');
  const [second, third] = [from(), from()];
  const { ticket } = (await second.post<Json>(`${api}/ask`, { by: 'link', token })).body;
  const { request } = await shown('陈国强');
  expect((await admit(hearing.staff, request)).status).toBe(200);
  const waiting = (await third.post<Json>(`${api}/ask`, { by: 'link', token })).body.ticket;
  expect((await hearing.staff.post(at('revoke'), { seats: [seatBy('陈国强').seat] })).status).toBe(200);
  const admitted = await asked(second, ticket);
  expect((await second.post<Json>(`${api}/enter`, { token: admitted.token })).body.code).toBe('link-void');
  expect(await asked(third, waiting)).toEqual({ state: 'declined' });
  expect((await third.post<Json>(`${api}/ask`, { by: 'link', token })).body.code).toBe('link-void');
});

it('[R14] the code of another community opens nothing here, and nobody hears of another’s request', async () => {
  const wrong = code === '000000' ? '000001' : '000000';
  for (const one of [wrong, '12345', 123456, null]) {
    const { status } = await from().post(`${api}/ask`, { by: 'code', code: one, name: '吴桂芳' });
    expect([400, 404]).toContain(status);
  }
  const elsewhere = await from().post<Json>('/c/nowhere/api/ask', { by: 'code', code, name: '吴桂芳' });
  expect(elsewhere).toMatchObject({ status: 404, body: { code: 'not-found' } });
  expect((await askedAt(from(), hearing.meeting, 'x'.repeat(43))).status).toBe(404);
  const { ticket } = (await ask(from(), '何平')).body;
  expect((await askedAt(from(), hearing.meeting, ticket)).status).toBe(200);
  expect((await askedAt(from(), newUuid(), ticket)).status).toBe(404);
  await hearing.staff.post(at('decline'), { requests: [(await shown('何平')).request] });
});

it('[R8] names that are none are refused, and the door holds so many and no more', async () => {
  for (const name of ['', '   ', 'a\u0000b', '两\n行', '长'.repeat(61), 7, null]) {
    expect(await from().post(`${api}/ask`, { by: 'code', code, name })).toMatchObject({ status: 400 });
  }
  const browser = from();
  const answers = [];
  for (let n = 0; n <= most; n += 1) answers.push(await ask(browser, `来人${n}`));
  expect(answers.at(-1)).toMatchObject({ status: 429, body: { code: 'too-fast' } });
  const taken = answers.filter(({ status }) => status === 200).length;
  expect(taken).toBeGreaterThan(150);
  await recorder.until(({ view }) => view.desk.asking.order.length === taken);
  const requests = recorder.view.desk.asking.order;
  expect((await hearing.staff.post<Json>(at('decline'), { requests })).body).toEqual({ declined: taken });
  await recorder.until(({ view }) => view.desk.asking.order.length === 0);
  house.wait(3 * 60_000);
});

it('nobody is let in any more once the meeting is closed: the code is given back, requests are shown to nobody', async () => {
  const { token } = await linkInUse('李秀英');
  const [phone, second] = [from(), from()];
  const { ticket } = (await ask(phone, '吴桂芳')).body;
  const further = (await second.post<Json>(`${api}/ask`, { by: 'link', token })).body.ticket;
  const { request } = await shown('吴桂芳');
  await member.until(({ mine }) => mine.asking.length === 1);
  const chair = await enterRoom(hearing, '王建国').joined();
  for (const command of [checkIn, { type: 'open-meeting' }]) expect(await chair.command(command)).toEqual(accepted);
  for (const item of chair.view.agenda.order)
    expect(await chair.command({ type: 'skip-item', item, reason: '改期另议' })).toEqual(accepted);
  expect(await chair.command({ type: 'close-meeting' })).toEqual(accepted);
  await recorder.until(({ view }) => view.phase === 'closed');
  await member.until(({ mine }) => mine.asking.length === 0);
  expect(recorder.view.desk.asking).toEqual({ order: [], byId: {} });
  expect(recorder.view.joinCode).toBeNull();

  const closed = { code: 'wrong-phase', params: { phase: 'closed' } };
  expect(await asked(phone, ticket)).toEqual(closed);
  expect(await asked(second, further)).toEqual(closed);
  expect((await admit(hearing.staff, request, seatBy('孙丽').seat)).body).toEqual(closed);
  expect((await second.post<Json>(`${api}/ask`, { by: 'link', token })).body).toEqual(closed);
  for (const path of ['/api/join', `${api}/ask`]) {
    const body = path === '/api/join' ? { code } : { by: 'code', code, name: '吴桂芳' };
    expect(await from().post(path, body)).toMatchObject({ status: 404, body: { code: 'wrong-code' } });
  }
  const row = await house.db.selectFrom('meetings').where('id', '=', hearing.meeting).select('join_code').execute();
  expect(row).toEqual([{ join_code: null }]);
  expect(house.logged).toEqual([]);
});

const accepted = { answer: 'accepted' };
const newUuid = () => `${newId().slice(0, 8)}-1111-7111-8111-${newId().slice(0, 12)}`;
