/** [H8] Registrations of observers: who reads them, what everybody can ask, and that nothing of them is shown or recorded. */
import { noteProgress } from '@yishiting/db/meetings';
import { loadEvents } from '@yishiting/db/meeting-events';
import { peopleOf } from '@yishiting/db/people';
import { aDatabase } from '@yishiting/db/testing';
import { expect, it } from 'vitest';
import { aServer, buildHearing, buildStaff, newCommandId, signedInAs } from './testing.ts';

const { db } = await aDatabase();
const server = await aServer(db);
const staff = await buildStaff(db);
const host = await signedInAs(server, staff);
const privacy = '2026-11';

async function aCalled(places: number | null) {
  const { meeting } = await buildHearing(db, host, staff);
  const there = (await host.get(staff.at(`meetings/${meeting}`))).body;
  const { matter, description, place, plannedAt, language, agenda } = there;
  const people = there.people.map(({ name: _, ...one }: Record<string, unknown>) => one);
  const notice = { own: null, contact: '林晓燕', phone: '0571-88000000', observers: places };
  await host.put(staff.at(`meetings/${meeting}`), {
    matter,
    description,
    place,
    plannedAt,
    language,
    agenda,
    people,
    notice,
  });
  const called = { commandId: newCommandId(), notice: { way: 'to-be-served' } };
  expect((await host.post(staff.at(`meetings/${meeting}/call`), called)).status).toBe(200);
  const observing = staff.at(`public/${meeting}/observing`);
  const list = staff.at(`meetings/${meeting}/observers`);
  return { meeting, observing, list, page: staff.at(`public/${meeting}`) };
}
const one = (given: object = {}) => ({
  code: newCommandId(),
  name: '黄旁听',
  contact: '13911112222',
  privacy,
  ...given,
});

it('[H8] a resident registers, finds it by the code alone, and cancels; the place is another’s then', async () => {
  const { observing } = await aCalled(1);
  const [phone, other] = [server.browser(), server.browser()];
  expect((await phone.get(observing)).body).toEqual({ places: 1, left: 1, open: true });
  const mine = one();
  const registered = { number: 1, state: 'registered', name: '黄旁听', reason: null };
  expect((await phone.post(observing, mine)).body).toEqual(registered);
  expect((await phone.post(observing, mine)).body).toEqual(registered);
  expect((await other.get(observing)).body).toEqual({ places: 1, left: 0, open: true });
  expect(await other.post(observing, one())).toMatchObject({ status: 409, body: { code: 'observers-full' } });
  expect((await other.post(`${observing}/find`, { code: newCommandId() })).status).toBe(404);
  expect((await other.post(`${observing}/find`, { code: mine.code })).body).toEqual(registered);
  expect((await other.post(`${observing}/cancel`, { code: newCommandId() })).status).toBe(404);
  const cancelled = { number: 1, state: 'cancelled', name: null, reason: null };
  expect((await phone.post(`${observing}/cancel`, { code: mine.code })).body).toEqual(cancelled);
  expect((await other.post(observing, one())).body).toMatchObject({ number: 2 });
});

it('[H8] is parsed at the door, and not taken without what is said about particulars', async () => {
  const { observing } = await aCalled(5);
  const phone = server.browser();
  for (const wrong of [
    { name: '' },
    { contact: ' ' },
    { code: 'x' },
    { privacy: '2020-01' },
    { meeting: 'm' },
    { name: '甲\n乙' },
  ])
    expect((await phone.post(observing, one(wrong))).status, JSON.stringify(wrong)).toBe(400);
  expect((await phone.get(observing)).body.left).toBe(5);
});

it('[H8] nobody but desk and staff reads who registered, and no page or record names them', async () => {
  const { meeting, observing, list, page } = await aCalled(40);
  const secrets = Array.from({ length: 20 }, (_, n) => one({ name: `旁听人${n}号`, contact: `139${n}1112222` }));
  for (const asked of secrets) await server.browser().post(observing, asked);
  const shown = (await host.get(list)).body;
  expect(shown).toMatchObject({ places: 40, left: 20, phase: 'called', matter: '加装电梯' });
  expect(shown.observers).toHaveLength(20);
  expect(shown.observers[3]).toMatchObject({ number: 4, name: '旁听人3号', contact: '13931112222', byHand: false });
  const outside = await Promise.all([page, observing].map((path) => server.browser().get(path)));
  const events = await loadEvents(db, staff.id, meeting);
  const bytes = JSON.stringify([outside.map(({ body, headers }) => [body, headers]), events]);
  for (const { name, contact, code } of secrets)
    for (const secret of [name, contact, code]) expect(bytes).not.toContain(secret);
  for (const browser of [server.browser(), await signedInAs(server, await buildStaff(db))])
    expect((await browser.get(list)).status).toBe(404);
});

it('staff enter who telephoned, and strike with a reason that the person reads', async () => {
  const { observing, list } = await aCalled(2);
  const { privacy: _, ...byPhone } = one({ name: '吴桂芳' });
  expect((await host.post(list, byPhone)).body).toEqual({
    number: 1,
    state: 'registered',
    name: '吴桂芳',
    reason: null,
  });
  const scripted = one();
  await server.browser().post(observing, scripted);
  const [first, second] = (await host.get(list)).body.observers;
  expect(first).toMatchObject({ byHand: true });
  const struck = await host.post(`${list}/strike`, { registrations: [second.registration], reason: '冒名登记' });
  expect(struck.body).toMatchObject({
    left: 1,
    observers: [{}, { state: 'struck', name: '黄旁听', contact: null, reason: '冒名登记' }],
  });
  expect((await server.browser().post(`${observing}/find`, { code: scripted.code })).body).toMatchObject({
    state: 'struck',
    reason: '冒名登记',
  });
});

it('one tap makes somebody an observer of the meeting, with the command that adds anybody else', async () => {
  const { observing, list } = await aCalled(2);
  await server.browser().post(observing, one());
  const [{ registration }] = (await host.get(list)).body.observers;
  const taken = (await host.post(`${list}/take-in`, { registration })).body;
  const given = server.given.at(-1);
  expect(given?.command).toMatchObject({ type: 'add-person', capacities: ['observer'] });
  expect(given?.circumstances.register).toMatchObject({ name: '黄旁听' });
  expect(taken.observers).toMatchObject([
    { state: 'taken-in', contact: null, seat: given?.circumstances.register?.seat },
  ]);
  const before = server.given.length;
  expect((await host.post(`${list}/take-in`, { registration })).status).toBe(200);
  expect(server.given).toHaveLength(before);
});

it('[H8] puts nobody on the register who cannot be taken in any more', async () => {
  const { meeting, observing, list } = await aCalled(2);
  await server.browser().post(observing, one({ name: '未入场' }));
  const [{ registration }] = (await host.get(list)).body.observers;
  const { rooms } = server.deps;
  const held = (await rooms.meeting({ community: staff.id, meeting }))!;
  const asBefore = rooms.meeting;
  rooms.meeting = async () => ({ ...held, session: { status: 'called-off', at: 1, reason: '停电' } });
  const answer = await host.post(`${list}/take-in`, { registration });
  rooms.meeting = asBefore;
  expect(answer.body).toMatchObject({ code: 'wrong-phase' });
  expect((await peopleOf(db, staff.id)).map(({ name }) => name)).not.toContain('未入场');
});

it('[H8] keeps no session of a browser that was sent away', async () => {
  const { observing } = await aCalled(1);
  await server.browser().post(observing, one());
  const sessions = async () => (await db.selectFrom('browser_sessions').select('id').execute()).length;
  const before = await sessions();
  for (let n = 0; n < 5; n += 1)
    expect((await server.browser().post(observing, one())).body).toMatchObject({ code: 'observers-full' });
  expect(await sessions()).toBe(before);
});

it('is closed once the meeting is opened or called off', async () => {
  const { meeting, observing } = await aCalled(2);
  for (const status of ['in-session', 'called-off']) {
    await noteProgress(db, staff.id, meeting, { status });
    expect((await server.browser().get(observing)).body).toMatchObject({ open: false });
    expect(await server.browser().post(observing, one())).toMatchObject({ body: { code: 'observers-closed' } });
  }
});

it('[H8] the route is not there for a meeting that no board made known', async () => {
  const { meeting } = await buildHearing(db, host, staff);
  expect((await server.browser().get(staff.at(`public/${meeting}/observing`))).status).toBe(404);
  expect((await server.browser().post(staff.at(`public/${meeting}/observing`), one())).status).toBe(404);
});
