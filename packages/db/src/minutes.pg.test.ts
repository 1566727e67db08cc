import { describe, expect, it } from 'vitest';
import { removeDemonstration } from './communities.ts';
import { appendBatch, HeadMoved, StaleOwner } from './meeting-events.ts';
import { addUpdates, compactMinutes, loadMinutes, type StoredMinutes, type TypedUpdate } from './minutes.ts';
import { seatPerson } from './seats.ts';
import { aDatabase, aDataDir } from './testing.ts';
import { buildCommunity, buildMeeting, buildPerson, nextEvents, testNow } from './testing-rows.ts';
import { randomUUID } from 'node:crypto';

const { db } = await aDatabase();

async function aMeeting(options?: Parameters<typeof buildCommunity>[1]) {
  const community = await buildCommunity(db, options);
  const meeting = await buildMeeting(db, community);
  const person = await buildPerson(db, community.id);
  const seat = randomUUID();
  await seatPerson(db, { id: seat, community: community.id, meeting, person, at: testNow });
  return { at: { community: community.id, meeting, epoch: 0 }, seat };
}
type Place = Awaited<ReturnType<typeof aMeeting>>['at'];

const typed = (seat: string, ...bytes: number[]): TypedUpdate => ({
  update: Uint8Array.from(bytes),
  seat,
  at: testNow,
});
const type = (at: Place, expectedHead: number, ...updates: TypedUpdate[]) =>
  appendBatch(db, { ...at, expectedHead, events: [], rows: (tx) => addUpdates(tx, at.meeting, updates) });
const all = ({ updates }: StoredMinutes) => updates.map(({ update }) => [...update]);
/** Stands for a document: the state is all bytes in their order. */
const merge = ({ state, updates, authors }: StoredMinutes) => ({
  state: Uint8Array.from([...(state ?? []), ...updates.flatMap(({ update }) => [...update])]),
  stateVector: Uint8Array.from([0]),
  authors: { ...authors, ...Object.fromEntries(updates.map(({ update, seat }) => [String(update[0]), seat])) },
  readable: '王秀兰：同意。',
});

describe('what is typed in the minutes', () => {
  it('[R15] is kept byte by byte and in order, alone or with events, and moves no head by itself', async () => {
    const { at, seat } = await aMeeting();
    await type(at, 0, typed(seat, 1, 0, 255), typed(seat));
    const events = nextEvents(at.meeting, null, 2);
    const rows = (tx: Parameters<typeof addUpdates>[0]) => addUpdates(tx, at.meeting, [typed(seat, 2)]);
    await appendBatch(db, { ...at, expectedHead: 0, events, rows });
    await type(at, 2, typed(seat, 3));
    const stored = await loadMinutes(db, at.community, at.meeting);
    expect(all(stored)).toEqual([[1, 0, 255], [], [2], [3]]);
    expect(stored.updates[0]).toEqual(typed(seat, 1, 0, 255));
  });

  it('is refused from a stale owner and upon another head, and then nothing of it is kept', async () => {
    const { at, seat } = await aMeeting();
    await expect(type({ ...at, epoch: 7 }, 0, typed(seat, 1))).rejects.toThrow(StaleOwner);
    await expect(type(at, 3, typed(seat, 1))).rejects.toThrow(HeadMoved);
    expect(all(await loadMinutes(db, at.community, at.meeting))).toEqual([]);
  });

  it('[R14] is nothing to another community', async () => {
    const [{ at, seat }, other] = [await aMeeting(), await aMeeting()];
    await type(at, 0, typed(seat, 1));
    await compactMinutes(db, { ...at, at: testNow }, merge);
    await type(at, 0, typed(seat, 2));
    const seen = await loadMinutes(db, other.at.community, at.meeting);
    expect(seen).toEqual({ state: null, authors: {}, updates: [] });
  });

  it('[R15] is compacted without loss, again and again, while more is typed', async () => {
    const { at, seat } = await aMeeting();
    const expected: number[] = [];
    for (let n = 1; n <= 30; n += 1) {
      const compacting = n % 7 === 0 ? compactMinutes(db, { ...at, at: testNow }, merge) : undefined;
      await type(at, 0, typed(seat, n));
      expected.push(n);
      await compacting;
    }
    const { state, updates, authors } = await loadMinutes(db, at.community, at.meeting);
    expect([...(state ?? []), ...updates.flatMap(({ update }) => [...update])]).toEqual(expected);
    expect(authors['1']).toBe(seat);
    expect(updates.length).toBeLessThan(10);
  });

  it('is not compacted by a stale owner, nor when there is nothing new', async () => {
    const { at, seat } = await aMeeting();
    expect(await compactMinutes(db, { ...at, at: testNow }, merge)).toBe(false);
    await type(at, 0, typed(seat, 1));
    await expect(compactMinutes(db, { ...at, epoch: 7, at: testNow }, merge)).rejects.toThrow(StaleOwner);
    expect(await compactMinutes(db, { ...at, at: testNow }, merge)).toBe(true);
    expect(await compactMinutes(db, { ...at, at: testNow }, merge)).toBe(false);
  });

  it('goes with a demonstration', async () => {
    const { at, seat } = await aMeeting({ demonstration: true });
    await type(at, 0, typed(seat, 1));
    await compactMinutes(db, { ...at, at: testNow }, merge);
    await type(at, 0, typed(seat, 2));
    expect(await removeDemonstration(db, at.community, { dataDir: aDataDir() })).toBe(true);
  });
});
