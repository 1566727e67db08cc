import { replay } from '@yishiting/domain/meeting';
import { factOf, lineOf } from '@yishiting/domain/recorded';
import { verifyChain } from '@yishiting/domain/chain';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rounds } from '../../../../scripts/rounds.mjs';
import { mulberry32 } from '../testing/random.ts';
import { aCalling, aRecord, given, itemOf, ListenerLog, MemoryRecord, meetingId, seatOf } from './fixtures.ts';
import { patience, Room } from './room.ts';

const arrive = (n: number, id?: number) =>
  given(seatOf.member(n), { type: 'check-in', way: 'here', privacyNotice: '2026-11' }, id === undefined ? {} : { id });
const open = () => given(seatOf.chair, { type: 'open-meeting' });
const begin = (n: number) => given(seatOf.chair, { type: 'begin-item', item: itemOf(n) });

async function aRoom(record = new MemoryRecord(), listener = new ListenerLog()) {
  const room = await Room.open(meetingId, record, listener);
  if (!room) throw new Error('The record is empty');
  return { room, record, listener };
}

/** Everything that a failed commit could have left behind. */
function expectFreshReplay(room: Room, record: MemoryRecord) {
  expect(room.meeting).toEqual(replay(record.lines.map(factOf)));
  expect(verifyChain(record.lines)).toEqual([]);
  expect(room.head.version).toBe(record.lines.length);
}

/** A commit that settles when the test says so. */
function held() {
  const gate = Promise.withResolvers<void>();
  return { gate, before: () => gate.promise };
}

describe('the room', () => {
  it('does not open on an empty record', async () => {
    expect(await Room.open(meetingId, new MemoryRecord([]), new ListenerLog())).toBeNull();
  });

  it('[R2] answers and shows only after the commit', async () => {
    const { room, record, listener } = await aRoom();
    const { gate, before } = held();
    record.before = before;
    const told: string[] = [];
    void room.submit(open()).then(({ answer }) => told.push(answer));
    await vi.waitFor(() => expect(room.head.version).toBe(1));
    await Promise.resolve();
    expect(told).toEqual([]);
    expect(listener.changes).toEqual([]);
    expect(room.meeting.session.status).toBe('called');
    gate.resolve();
    await vi.waitFor(() => expect(told).toEqual(['accepted']));
    // The chair's arrival and the opening: one change.
    expect(listener.changes).toEqual([3]);
  });

  it('commits together what arrives while a batch is in flight, in order', async () => {
    const { room, record } = await aRoom();
    const { gate, before } = held();
    record.before = before;
    const first = room.submit(arrive(1));
    await Promise.resolve();
    await Promise.resolve();
    const later = [room.submit(arrive(2)), room.submit(arrive(3)), room.submit(open())];
    record.before = () => undefined;
    gate.resolve();
    expect(await Promise.all([first, ...later])).toEqual(Array(4).fill({ answer: 'accepted' }));
    expect(record.commits.map((entries) => entries.map(({ recorded }) => recorded.event.type))).toEqual([
      ['arrived'],
      ['arrived', 'arrived', 'arrived', 'meeting-opened'],
    ]);
    expectFreshReplay(room, record);
  });

  it('tells no refusal that rests on what is not committed', async () => {
    const { room, record } = await aRoom();
    await room.submit(open());
    const { gate, before } = held();
    record.before = before;
    const told: unknown[] = [];
    void room.submit(given(seatOf.chair, { type: 'adjourn-meeting' })).then((answer) => told.push(answer));
    void room.submit(begin(1)).then((answer) => told.push(answer));
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    expect(told).toEqual([]);
    gate.resolve();
    await vi.waitFor(() =>
      expect(told).toEqual([
        { answer: 'accepted' },
        { answer: 'refused', code: 'wrong-phase', params: { phase: 'adjourned' } },
      ]),
    );
  });

  it('[R3] gives a repeated accepted command the same answer and makes no second event', async () => {
    const { room, record } = await aRoom();
    const once = await Promise.all([room.submit(arrive(1, 7)), room.submit(arrive(1, 7))]);
    expect(once).toEqual([{ answer: 'accepted' }, { answer: 'accepted' }]);
    expect(await room.submit(arrive(1, 7))).toEqual({ answer: 'accepted' });
    expect(record.lines.length).toBe(2);
  });

  it('[R3] knows a command again after a restart', async () => {
    const { record, room } = await aRoom();
    await room.submit(arrive(1, 7));
    const again = await aRoom(record);
    expect(await again.room.submit(arrive(1, 7))).toEqual({ answer: 'accepted' });
    expect(record.lines.length).toBe(2);
  });

  it('[R3] decides a refused command anew', async () => {
    const { room } = await aRoom();
    const early = given(seatOf.chair, { type: 'begin-item', item: itemOf(1) }, { id: 8 });
    expect(await room.submit(early)).toMatchObject({ code: 'wrong-phase' });
    await room.submit(open());
    expect(await room.submit(early)).toEqual({ answer: 'accepted' });
  });

  it('[R3] reveals nothing by another seat’s command id', async () => {
    const { room, record } = await aRoom();
    await room.submit(arrive(1, 7));
    const other = given(seatOf.member(2), { type: 'open-meeting' }, { id: 7 });
    expect(await room.submit(other)).toEqual({ answer: 'refused', code: 'not-entitled' });
    expect(await room.submit(arrive(2, 7))).toEqual({ answer: 'accepted' });
    expect(record.lines.length).toBe(3);
  });

  it('answers unchanged when nothing changes, and records nothing', async () => {
    const { room, record } = await aRoom();
    await room.submit(arrive(1));
    expect(await room.submit(arrive(1))).toEqual({ answer: 'unchanged' });
    expect(record.lines.length).toBe(2);
  });

  it('never puts a fact before the one above it when the clock is set back', async () => {
    const { room, record } = await aRoom();
    await room.submit(given(seatOf.chair, { type: 'open-meeting' }, { at: 9_000 }));
    await room.submit(given(seatOf.chair, { type: 'begin-item', item: itemOf(1) }, { at: 3_000 }));
    expect(record.lines.map(({ at }) => at)).toEqual([500, 9_000, 9_000, 9_000]);
  });

  it('finishes accepted work when it stops, and refuses what comes after', async () => {
    const { room, record } = await aRoom();
    const { gate, before } = held();
    record.before = before;
    const answer = room.submit(arrive(1));
    const stopped = room.stop();
    expect(await room.submit(arrive(2))).toEqual({ answer: 'refused', code: 'stopping' });
    gate.resolve();
    await stopped;
    expect(await answer).toEqual({ answer: 'accepted' });
    expect(record.lines.length).toBe(2);
  });
});

it('takes in what was put on record beside it, before anything else is decided', async () => {
  const { room, record, listener } = await aRoom();
  const { gate, before } = held();
  record.before = before;
  const first = room.submit(arrive(1));
  await Promise.resolve();
  const again = room.readAgain();
  gate.resolve();
  expect(await first).toEqual({ answer: 'accepted' });
  await again;
  expect(listener.reloads).toBe(1);
  // Behind the room's back, as an erasure.
  const { line } = record.commits[0]![0]!;
  const fact = { type: 'file-erased', file: itemOf(9) } as const;
  record.lines = [
    ...record.lines,
    lineOf(fact, 0, record.lines.at(-1)!, { ...line, actingAs: 'system', commandId: 'f'.repeat(32) }),
  ];
  const taken = room.readAgain();
  const next = room.submit(arrive(2));
  await taken;
  expect(await next).toEqual({ answer: 'accepted' });
  expect([listener.reloads, listener.troubles]).toEqual([2, []]);
  expectFreshReplay(room, record);
});

describe('a commit that goes wrong', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const settle = async <T>(answers: Promise<T>): Promise<T> => {
    await vi.runAllTimersAsync();
    return answers;
  };

  it('[R7] fails: nothing is told, what waits behind it is to be tried again, the state is a fresh replay', async () => {
    const { room, record, listener } = await aRoom();
    const { gate, before } = held();
    record.before = before;
    const first = room.submit(arrive(1, 5));
    await vi.advanceTimersByTimeAsync(1);
    const later = room.submit(open());
    record.before = () => undefined;
    gate.reject(new Error('connection lost'));
    expect(await settle(Promise.all([first, later]))).toEqual([
      { answer: 'refused', code: 'try-again' },
      { answer: 'refused', code: 'try-again' },
    ]);
    expect(listener.changes).toEqual([]);
    expect(listener.reloads).toBe(1);
    expectFreshReplay(room, record);
    expect(await settle(room.submit(arrive(1, 5)))).toEqual({ answer: 'accepted' });
    expectFreshReplay(room, record);
  });

  it('[R7] succeeds without an answer: the command id settles it, and it is recorded once', async () => {
    const { room, record, listener } = await aRoom();
    record.after = () => {
      throw new Error('connection lost after commit');
    };
    const first = room.submit(arrive(1, 5));
    expect(await settle(first)).toEqual({ answer: 'accepted' });
    record.after = () => undefined;
    expect(await settle(room.submit(arrive(1, 5)))).toEqual({ answer: 'accepted' });
    expect(record.lines.length).toBe(2);
    expect(listener.reloads).toBe(1);
    expectFreshReplay(room, record);
  });

  it('[R7] hangs: given up after a while, and recorded once even when it arrives late', async () => {
    const { room, record, listener } = await aRoom();
    const { gate, before } = held();
    record.before = before;
    const first = room.submit(arrive(1, 5));
    await vi.advanceTimersByTimeAsync(patience.commit - 1);
    expect(listener.troubles).toEqual([]);
    expect(await settle(first)).toEqual({ answer: 'refused', code: 'try-again' });
    expect(listener.troubles).toEqual(['commit-hangs']);
    record.before = () => undefined;
    // The commit that was given up goes through after all.
    gate.resolve();
    await vi.runAllTimersAsync();
    expect(record.lines.length).toBe(2);
    const again = await settle(room.submit(open()));
    expect(again).toEqual({ answer: 'refused', code: 'try-again' });
    expect(await settle(room.submit(arrive(1, 5)))).toEqual({ answer: 'accepted' });
    expect(await settle(room.submit(open()))).toEqual({ answer: 'accepted' });
    expectFreshReplay(room, record);
  });

  it('[R7] is refused for one command’s data: only the culprit is refused', async () => {
    const { room, record, listener } = await aRoom();
    const culprit = seatOf.member(2);
    record.before = (entries) => {
      if (entries.some(({ line }) => line.seat === culprit)) throw new Error('22P05', { cause: 'data' });
    };
    const answers = await settle(Promise.all([room.submit(arrive(1)), room.submit(arrive(2)), room.submit(arrive(3))]));
    expect(answers).toEqual([{ answer: 'accepted' }, { answer: 'refused', code: 'malformed' }, { answer: 'accepted' }]);
    expect(listener.reloads).toBe(0);
    expectFreshReplay(room, record);
  });

  it('[R7] says that the disk is full, and goes on once there is space', async () => {
    const { room, record } = await aRoom();
    record.before = () => {
      throw new Error('53100', { cause: 'disk-full' });
    };
    expect(await settle(room.submit(arrive(1, 5)))).toEqual({ answer: 'refused', code: 'disk-full' });
    record.before = () => undefined;
    expect(await settle(room.submit(arrive(1, 5)))).toEqual({ answer: 'accepted' });
    expectFreshReplay(room, record);
  });

  it('[R7] ends the room when the record cannot be read any more', async () => {
    const { room, record, listener } = await aRoom();
    record.before = record.beforeLoad = () => {
      throw new Error('database gone');
    };
    expect(await settle(room.submit(arrive(1)))).toEqual({ answer: 'refused', code: 'try-again' });
    expect(listener.ends).toBe(1);
    expect(await settle(room.submit(arrive(1)))).toEqual({ answer: 'refused', code: 'try-again' });
  });

  it.each(Array.from({ length: rounds('commits') }, (_, i) => i + 1))(
    '[R7] seeded course %i: acknowledged is in the record once, the rest is not shown',
    async (seed) => {
      const random = mulberry32(seed);
      const { room, record } = await aRoom(new MemoryRecord(aRecord(aCalling({ members: 40 }))));
      const misfortune = () => {
        const dice = random();
        if (dice < 0.2) throw new Error('lost');
        if (dice < 0.3) throw new Error('22P05', { cause: 'data' });
        return dice < 0.35 ? new Promise(() => undefined) : undefined;
      };
      record.before = misfortune;
      record.after = () => {
        if (random() < 0.15) throw new Error('lost after commit');
      };
      const accepted = new Set<number>();
      for (let round = 0; round < 30; round += 1) {
        const members = Array.from({ length: 1 + Math.floor(random() * 5) }, () => 1 + Math.floor(random() * 40));
        const answers = await settle(Promise.all(members.map((n) => room.submit(arrive(n, n)))));
        answers.forEach(({ answer }, index) => answer === 'accepted' && accepted.add(members[index] ?? 0));
        expect(room.head.version).toBe(room.meeting.version);
      }
      record.before = record.after = () => undefined;
      const arrivals = record.lines.filter(({ type }) => type === 'arrived').map(({ seat }) => seat);
      expect(new Set(arrivals).size).toBe(arrivals.length);
      for (const n of accepted) expect(arrivals).toContain(seatOf.member(n));
      await settle(room.submit(open()));
      await settle(room.submit(open()));
      expectFreshReplay(room, record);
    },
  );
});
