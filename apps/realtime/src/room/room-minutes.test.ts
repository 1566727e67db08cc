/** What is typed in the minutes rides in the meeting's commits and shares their fate [R7] [R15]. */
import { minutesHash, opening, type MinutesText, type WovenMinutes } from '@yishiting/domain/minutes-text';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Typed } from './decisions.ts';
import { given, ListenerLog, MemoryRecord, meetingId, seatOf } from './fixtures.ts';
import { Room, type RoomMinutes } from './room.ts';

const typed = (seat: string, ...bytes: number[]): Typed => ({
  update: Uint8Array.from(bytes),
  seat,
  receivedAt: 2_000,
});
const bytesIn = (record: MemoryRecord) => record.typed.map(({ update }) => [...update]);

/** Minutes whose text is the bytes that were committed, one paragraph each. */
class PlainMinutes implements RoomMinutes {
  text: string[] = [];
  doubts = 0;
  committed(updates: readonly { update: Uint8Array }[]): void {
    this.text.push(...updates.map(({ update }) => update.join(' ')));
  }
  inDoubt(): void {
    this.doubts += 1;
  }
  async woven(): Promise<WovenMinutes> {
    const blocks = this.text.map((text) => ({ kind: 'paragraph' as const, depth: 0, text: [{ text }] }));
    const text: MinutesText = { meeting: meetingId, version: 1, lang: 'zh-CN', sections: [{ item: opening, blocks }] };
    return { text, hash: minutesHash(text), dropped: [] };
  }
}

async function aRoom(record = new MemoryRecord()) {
  const listener = new ListenerLog();
  const room = await Room.open(meetingId, record, listener);
  if (!room) throw new Error('The record is empty');
  const minutes = new PlainMinutes();
  room.keepMinutes(minutes);
  return { room, record, listener, minutes };
}

describe('typing in the minutes', () => {
  it('[R15] is answered, and taken into the text, after the commit alone', async () => {
    const { room, record, listener, minutes } = await aRoom();
    const gate = Promise.withResolvers<void>();
    record.before = () => gate.promise;
    const told: string[] = [];
    void room.type(typed(seatOf.recorder, 1)).then(({ answer }) => told.push(answer));
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    expect([told, minutes.text, bytesIn(record)]).toEqual([[], [], []]);
    gate.resolve();
    await vi.waitFor(() => expect(told).toEqual(['accepted']));
    expect([minutes.text, bytesIn(record)]).toEqual([['1'], [[1]]]);
    expect(room.head.version).toBe(1);
    expect(listener.changes).toEqual([1]);
  });

  it('[R15] goes with commands in one commit, in its order', async () => {
    const { room, record } = await aRoom();
    await Promise.all([
      room.type(typed(seatOf.recorder, 1)),
      room.submit(given(seatOf.chair, { type: 'open-meeting' })),
      room.type(typed(seatOf.chair, 2)),
    ]);
    expect(record.commits).toHaveLength(1);
    expect([bytesIn(record), record.lines.length]).toEqual([[[1], [2]], 3]);
  });

  it('[R15] is refused to who may not write, also when the dismissal is in the same batch', async () => {
    const { room, record } = await aRoom();
    const one = seatOf.member(1);
    expect(await room.type(typed(one, 1))).toEqual({ answer: 'refused', code: 'not-entitled' });
    const answers = await Promise.all([
      room.submit(given(seatOf.chair, { type: 'admit-writer', seat: one })),
      room.type(typed(one, 2)),
      room.submit(given(seatOf.chair, { type: 'dismiss-writer', seat: one })),
      room.type(typed(one, 3)),
    ]);
    expect(answers.map(({ answer }) => answer)).toEqual(['accepted', 'accepted', 'accepted', 'refused']);
    expect(bytesIn(record)).toEqual([[2]]);
  });

  it('[R15] that came before a confirmation is in the text it is held against; what comes after freezing is refused', async () => {
    const { room, minutes, record } = await aRoom();
    const say = async (seat: string, command: Parameters<typeof given>[1]) => room.submit(given(seat, command));
    await say(seatOf.chair, { type: 'open-meeting' });
    const [first, ...rest] = room.meeting.called.agenda;
    await say(seatOf.chair, { type: 'begin-item', item: first!.item });
    await say(seatOf.chair, { type: 'state-proposal', text: '采用方案二。' });
    for (const { item } of rest) await say(seatOf.chair, { type: 'skip-item', item });
    await say(seatOf.chair, { type: 'close-meeting' });
    expect(await say(seatOf.chair, { type: 'circulate-minutes' })).toMatchObject({ code: 'minutes-empty' });
    const circulated = await Promise.all([
      room.type(typed(seatOf.recorder, 7)),
      say(seatOf.recorder, { type: 'circulate-minutes' }),
    ]);
    expect(circulated.map(({ answer }) => answer)).toEqual(['accepted', 'accepted']);
    const { hash } = await minutes.woven();
    const changed = await Promise.all([
      room.type(typed(seatOf.recorder, 8)),
      say(seatOf.chair, { type: 'confirm-minutes', hash }),
    ]);
    expect(changed[1]).toEqual({ answer: 'refused', code: 'minutes-changed' });
    const present = (await minutes.woven()).hash;
    const last = await Promise.all([
      say(seatOf.chair, { type: 'confirm-minutes', hash: present }),
      say(seatOf.recorder, { type: 'confirm-minutes', hash: present }),
      room.type(typed(seatOf.recorder, 9)),
    ]);
    expect(last.map(({ answer }) => answer)).toEqual(['accepted', 'accepted', 'refused']);
    expect(room.meeting.minutes).toMatchObject({ status: 'frozen', hash: present });
    expect(bytesIn(record)).toEqual([[7], [8]]);
  });

  it('decides nothing upon a text that cannot be read', async () => {
    const { room, minutes, listener } = await aRoom();
    await room.submit(given(seatOf.chair, { type: 'open-meeting' }));
    for (const { item } of room.meeting.called.agenda) {
      await room.submit(given(seatOf.chair, { type: 'skip-item', item }));
    }
    await room.submit(given(seatOf.chair, { type: 'close-meeting' }));
    minutes.woven = () => Promise.reject(new Error('database gone'));
    const answer = await room.submit(given(seatOf.chair, { type: 'circulate-minutes' }));
    expect(answer).toEqual({ answer: 'refused', code: 'try-again' });
    expect(listener.troubles).toEqual(['minutes-unreadable']);
  });
});

describe('a commit of typing that goes wrong', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const settle = async <T>(answers: Promise<T>): Promise<T> => {
    await vi.runAllTimersAsync();
    return answers;
  };

  it('[R7] fails or loses its answer: nothing is told as saved, the minutes are in doubt, the room goes on', async () => {
    for (const misfortune of ['before', 'after'] as const) {
      const { room, record, minutes } = await aRoom();
      record[misfortune] = () => {
        throw new Error('connection lost');
      };
      const answer = await settle(room.type(typed(seatOf.recorder, 1)));
      expect(answer, misfortune).toEqual({ answer: 'refused', code: 'try-again' });
      expect([minutes.text, minutes.doubts], misfortune).toEqual([[], 1]);
      record[misfortune] = () => undefined;
      expect(await settle(room.type(typed(seatOf.recorder, 2))), misfortune).toEqual({ answer: 'accepted' });
    }
  });

  it('[R7] is refused for one update’s data: only the culprit is refused', async () => {
    const { room, record, minutes } = await aRoom();
    record.before = (_, updates) => {
      if (updates.some(({ update }) => update[0] === 13)) throw new Error('22P05', { cause: 'data' });
    };
    const all = [1, 13, 2].map((byte) => room.type(typed(seatOf.recorder, byte)));
    const answers = await settle(Promise.all([...all, room.submit(given(seatOf.chair, { type: 'open-meeting' }))]));
    expect(answers.map(({ answer }) => answer)).toEqual(['accepted', 'refused', 'accepted', 'accepted']);
    expect(bytesIn(record)).toEqual([[1], [2]]);
    expect(minutes.doubts).toBe(0);
  });
});
