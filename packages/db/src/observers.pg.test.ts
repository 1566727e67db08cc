import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { removeDemonstration } from './communities.ts';
import { noteProgress } from './meetings.ts';
import * as observers from './observers.ts';
import { aDataDir, aDatabase } from './testing.ts';
import { buildCommunity, buildMeeting, testNow } from './testing-rows.ts';

const { db } = await aDatabase();
const community = await buildCommunity(db);

async function aCalled(places: number | null, status = 'called'): Promise<string> {
  const meeting = await buildMeeting(db, community);
  const notice = JSON.stringify({ own: null, contact: '', phone: '', observers: places });
  await db.updateTable('meetings').set({ notice, status }).where('id', '=', meeting).execute();
  return meeting;
}
const asking = (meeting: string, given: Partial<observers.Registering> = {}): observers.Registering => ({
  ...{ id: randomUUID(), community: community.id, meeting, name: '黄旁听', contact: '13911112222' },
  ...{ codeHash: randomUUID(), browser: randomUUID(), at: testNow },
  ...given,
});
const register = (meeting: string, given: Partial<observers.Registering> = {}) =>
  observers.registerObserver(db, asking(meeting, given));
const all = (meeting: string) => observers.observersOf(db, community.id, meeting);

it('gives ten places to exactly ten of fifty who ask at once', async () => {
  const meeting = await aCalled(10);
  const answers = await Promise.all(Array.from({ length: 50 }, () => register(meeting)));
  expect(answers.filter(({ outcome }) => outcome === 'registered')).toHaveLength(10);
  expect(answers.filter(({ outcome }) => outcome === 'full')).toHaveLength(40);
  expect((await all(meeting)).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(await observers.placesTaken(db, meeting)).toBe(10);
});

it('is one registration however often the same code comes, and the same person from the same phone', async () => {
  const meeting = await aCalled(5);
  const one = asking(meeting);
  const answers = await Promise.all([1, 2, 3].map(() => observers.registerObserver(db, { ...one, id: randomUUID() })));
  expect(answers).toEqual([1, 2, 3].map(() => ({ outcome: 'registered', number: 1 })));
  const again = { ...one, id: randomUUID(), codeHash: 'another' };
  expect(await observers.registerObserver(db, again)).toEqual({ outcome: 'registered', number: 1 });
  expect(await observers.byCode(db, meeting, 'another')).toMatchObject({ number: 1, byHand: false });
  // The same name on another phone is somebody else.
  expect(await register(meeting)).toEqual({ outcome: 'registered', number: 2 });
});

it('takes three from one browser, and thirty in a minute; staff enter as many as there are places', async () => {
  const meeting = await aCalled(100);
  const browser = randomUUID();
  for (const name of ['甲', '乙', '丙'])
    expect(await register(meeting, { browser, name })).toMatchObject({ outcome: 'registered' });
  expect(await register(meeting, { browser, name: '丁' })).toEqual({ outcome: 'by-one', most: 3 });
  for (let n = 0; n < 27; n += 1) await register(meeting);
  expect(await register(meeting)).toEqual({ outcome: 'too-fast' });
  expect(await register(meeting, { browser: null })).toEqual({ outcome: 'registered', number: 31 });
  expect(await register(meeting, { at: testNow + 60_000 })).toEqual({ outcome: 'registered', number: 32 });
});

it('is closed before the calling, once the meeting is opened, and where there are no places', async () => {
  for (const [places, status] of [
    [5, 'draft'],
    [5, 'in-session'],
    [5, 'called-off'],
    [0, 'called'],
    [null, 'called'],
  ] as const)
    expect(await register(await aCalled(places, status)), `${places} ${status}`).toEqual({ outcome: 'closed' });
  const other = await buildCommunity(db);
  expect(await register(await aCalled(5), { community: other.id }), '[R14]').toEqual({ outcome: 'closed' });
});

it('a place comes back when somebody cancels or is struck, with what was erased, and no number is given twice', async () => {
  const meeting = await aCalled(2);
  await register(meeting, { codeHash: 'first' });
  await register(meeting, { codeHash: 'second' });
  expect(await register(meeting)).toEqual({ outcome: 'full' });
  expect(await observers.cancelRegistration(db, meeting, 'second')).toBe(true);
  expect(await observers.cancelRegistration(db, meeting, 'second')).toBe(false);
  expect(await observers.byCode(db, meeting, 'second')).toMatchObject({
    state: 'cancelled',
    name: null,
    contact: null,
  });
  expect(await register(meeting)).toEqual({ outcome: 'registered', number: 3 });
  const [first] = await all(meeting);
  expect(await observers.strikeRegistrations(db, meeting, { ids: [first!.id, randomUUID()], reason: '重复登记' })).toBe(
    1,
  );
  expect(await observers.byCode(db, meeting, 'first')).toMatchObject({
    state: 'struck',
    reason: '重复登记',
    contact: null,
  });
  expect(await register(meeting)).toEqual({ outcome: 'registered', number: 4 });
});

it('whoever is taken in gets one row in the register, and the registration keeps no particulars', async () => {
  const meeting = await aCalled(2);
  await register(meeting);
  const [{ id } = { id: '' }] = await all(meeting);
  const given = { community: community.id, meeting, id, at: testNow };
  const people = await Promise.all(
    [1, 2].map(() => observers.personForObserver(db, { ...given, newPerson: randomUUID() })),
  );
  expect(people[0]).toBe(people[1]);
  const seat = randomUUID();
  await observers.noteTakenIn(db, id, seat);
  expect(await all(meeting)).toMatchObject([{ state: 'taken-in', seat, name: null, contact: null }]);
  expect(await observers.personForObserver(db, { ...given, newPerson: randomUUID() })).toBeNull();
  expect(await observers.placesTaken(db, meeting)).toBe(1);
});

it('registrations go with the meeting: at once when it closes, the day after it would have been when it was called off', async () => {
  const [held, off, waiting] = [await aCalled(5), await aCalled(5), await aCalled(5)];
  for (const meeting of [held, off, waiting]) await register(meeting);
  await observers.forgetObservers(db, held);
  expect(await all(held)).toEqual([]);
  await noteProgress(db, community.id, off, { status: 'called-off', plannedAt: testNow });
  await observers.sweepObservers(db, testNow + 86_400_000);
  expect(await all(off)).toHaveLength(1);
  await observers.sweepObservers(db, testNow + 86_400_001);
  expect(await all(off)).toEqual([]);
  expect(await all(waiting)).toHaveLength(1);
});

it('registrations of a demonstration go with it', async () => {
  const demonstration = await buildCommunity(db, { demonstration: true });
  const meeting = await buildMeeting(db, demonstration);
  const notice = JSON.stringify({ own: null, contact: '', phone: '', observers: 2 });
  await db.updateTable('meetings').set({ notice, status: 'called' }).where('id', '=', meeting).execute();
  const asked = asking(meeting, { community: demonstration.id });
  expect(await observers.registerObserver(db, asked)).toMatchObject({ outcome: 'registered' });
  expect(await removeDemonstration(db, demonstration.id, { dataDir: aDataDir() })).toBe(true);
  expect(await observers.observersOf(db, demonstration.id, meeting)).toEqual([]);
});
