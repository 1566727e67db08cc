import { describe, expect, it } from 'vitest';
import { pendingItems } from './agenda.ts';
import {
  adjourned,
  after,
  anItemId,
  at,
  begun,
  chair,
  closed,
  given,
  minute,
  opened,
  resumed,
  skipped,
  start,
  voteOpened,
  when,
} from './fixtures.ts';
import type { Meeting } from './meeting.ts';

const item = anItemId;
const begin = (n: number) => ({ type: 'begin-item', item: item(n) }) as const;
const skip = (n: number) => ({ type: 'skip-item', item: item(n) }) as const;
const withdraw = (n: number) => ({ type: 'withdraw-item', item: item(n), reason: '材料未齐' }) as const;
const undo = (step: number) => ({ type: 'undo-step', step }) as const;
const withdrawn = (n: number) => ({ type: 'item-withdrawn', item: item(n), reason: '材料未齐' }) as const;
const progress = ({ agenda }: Meeting) => agenda.order.map((id) => agenda.items[id]!.progress);
/** The facts of a command, by the chair. */
const done = (meeting: Meeting, command: Parameters<typeof when>[1]) => {
  const facts = when(meeting, command);
  if (!Array.isArray(facts)) throw new Error(`refused: ${facts.refused}`);
  return after(meeting, ...facts);
};

describe('stepping through the agenda', () => {
  it('begins an item and finishes the one before it', () => {
    const meeting = given([opened, begun(1), begun(2)]);
    expect(progress(meeting)).toEqual(['done', 'current', 'pending']);
  });

  it('changes nothing on a double tap', () => {
    expect(when(given([opened, begun(1)]), begin(1))).toEqual([]);
    expect(when(given([opened, skipped(2)]), skip(2))).toEqual([]);
    expect(when(given([opened, withdrawn(2)]), withdraw(2))).toEqual([]);
  });

  it('goes back to an item that is done, and takes up one that was skipped', () => {
    expect(progress(done(given([opened, begun(1), begun(2)]), begin(1)))).toEqual(['current', 'done', 'pending']);
    expect(progress(done(given([opened, skipped(2)]), begin(2)))).toEqual(['pending', 'current', 'pending']);
  });

  it('neither skips nor withdraws what has begun', () => {
    const meeting = given([opened, begun(1), begun(2)]);
    for (const n of [1, 2]) {
      expect(when(meeting, skip(n))).toMatchObject({ refused: 'item-finished' });
      expect(when(meeting, withdraw(n))).toMatchObject({ refused: 'item-finished' });
    }
  });

  it('neither begins nor skips what was withdrawn', () => {
    const meeting = given([opened, withdrawn(2)]);
    expect(when(meeting, begin(2))).toEqual({ refused: 'item-withdrawn', params: { title: '项目介绍' } });
    expect(when(meeting, skip(2))).toMatchObject({ refused: 'item-withdrawn' });
  });

  it('does not leave an item while its vote is under way', () => {
    const meeting = given([opened, begun(1), voteOpened()]);
    expect(when(meeting, begin(2))).toEqual({ refused: 'vote-running' });
    expect(when(after(meeting, { type: 'vote-closed', vote: voteOpened().vote }), begin(2))).toMatchObject({
      refused: 'vote-running',
    });
    const annulled = after(meeting, { type: 'vote-annulled', vote: voteOpened().vote, reason: '表述有误' });
    expect(when(annulled, begin(2))).toEqual([begun(2)]);
  });

  it('knows no item that is not on it', () => {
    for (const command of [begin(9), skip(9), withdraw(9)]) {
      expect(when(given([opened]), command)).toEqual({ refused: 'no-such-item' });
    }
  });
});

describe('undoing a step', () => {
  it('gives back the course before it, with the former item running on as if it had never stopped', () => {
    const before = given([opened, at(10, begun(1))]);
    const meeting = done(after(before, at(15, begun(2))), undo(4));
    expect(meeting.agenda.items).toEqual(before.agenda.items);
    expect(meeting.agenda.current).toBe(item(1));
  });

  it('takes back several steps one by one, the last first', () => {
    const meeting = given([opened, begun(1), skipped(2), begun(3)]);
    expect(when(meeting, undo(4))).toEqual({ refused: 'step-not-last' });
    const once = done(meeting, undo(5));
    expect(progress(once)).toEqual(['current', 'skipped', 'pending']);
    const twice = done(once, undo(4));
    expect(progress(twice)).toEqual(['current', 'pending', 'pending']);
    expect(progress(done(twice, undo(3)))).toEqual(['pending', 'pending', 'pending']);
  });

  it('is refused to the second of two people who tap it', () => {
    const meeting = given([opened, begun(1), begun(2)]);
    expect(when(done(meeting, undo(4)), undo(4))).toEqual({ refused: 'step-not-last' });
  });

  it.each([
    ['a vote was opened', [voteOpened()]],
    ['the meeting adjourned and went on', [adjourned, resumed]],
    [
      'an item was added',
      [{ type: 'item-added', item: item(9), title: '物业费', minutes: null, after: null } as const],
    ],
    ['an item was withdrawn', [withdrawn(3)]],
    [
      'somebody was given the floor',
      [
        {
          type: 'floor-given',
          speech: item(8),
          seat: chair,
          kind: 'speech',
          item: item(2),
          request: null,
          seconds: null,
        } as const,
      ],
    ],
  ])('is refused once %s', (_, facts) => {
    expect(when(given([opened, begun(1), begun(2), ...facts]), undo(4))).toEqual({ refused: 'step-not-last' });
  });

  it('says on record what was undone', () => {
    expect(when(given([opened, begun(1), skipped(2)]), undo(4))).toEqual([
      { type: 'step-undone', step: 4, undone: 'item-skipped', item: item(2) },
    ]);
  });
});

describe('moving an item', () => {
  const move = (n: number, after: number | null) =>
    ({ type: 'move-item', item: item(n), after: after === null ? null : item(after) }) as const;
  const order = ({ agenda }: Meeting) => agenda.order.map((id) => agenda.items[id]!.title.slice(-4));

  it('puts what has not begun behind another item, or first', () => {
    const meeting = given([opened]);
    expect(done(meeting, move(3, 1)).agenda.order).toEqual([item(1), item(3), item(2)]);
    expect(done(meeting, move(3, null)).agenda.order).toEqual([item(3), item(1), item(2)]);
    expect(done(meeting, move(1, 3)).agenda.order).toEqual([item(2), item(3), item(1)]);
    expect(done(given([opened, skipped(1)]), move(1, 2)).agenda.order).toEqual([item(2), item(1), item(3)]);
  });

  it('changes nothing where it stands there already', () => {
    expect(when(given([opened]), move(1, null))).toEqual([]);
    expect(when(given([opened]), move(2, 1))).toEqual([]);
    expect(when(given([opened]), move(2, 2))).toEqual([]);
  });

  it('leaves what has begun, was withdrawn or is unknown', () => {
    const meeting = given([opened, begun(1), begun(2), withdrawn(3)]);
    for (const n of [1, 2]) expect(when(meeting, move(n, 3))).toMatchObject({ refused: 'item-finished' });
    expect(when(meeting, move(3, null))).toMatchObject({ refused: 'item-withdrawn' });
    expect(when(meeting, move(9, null))).toEqual({ refused: 'no-such-item' });
    expect(when(meeting, move(3, 9))).toEqual({ refused: 'no-such-item' });
  });

  it('can be undone like any step', () => {
    const before = given([opened, begun(1)]);
    const moved = done(before, move(3, 1));
    const undone = done(moved, undo(moved.version));
    expect(order(undone)).toEqual(order(before));
    expect(undone.agenda).toEqual(before.agenda);
  });
});

describe('the time of an item', () => {
  it('runs while the item is before the meeting, and not during an adjournment', () => {
    const meeting = given([
      opened,
      at(10, begun(1)),
      at(14, adjourned),
      at(60, resumed),
      at(63, begun(2)),
      at(70, closed),
    ]);
    const stretch = (from: number, to: number) => ({ from: start + from * minute, to: start + to * minute });
    expect(meeting.agenda.items[item(1)]?.stretches).toEqual([stretch(10, 14), stretch(60, 63)]);
    expect(meeting.agenda.items[item(2)]).toMatchObject({ progress: 'done', stretches: [stretch(63, 70)] });
    expect(meeting.agenda.current).toBeNull();
  });
});

describe('adding an item', () => {
  const add = (place: string | null) => ({ type: 'add-item', title: '物业费', minutes: 10, after: place }) as const;

  it('puts it first, or after the item named, still to come', () => {
    const first = done(given([opened]), add(null));
    expect(first.agenda.order[0]).toMatch(/9001$/);
    const later = done(given([opened]), add(item(2)));
    expect(later.agenda.order.map((id) => later.agenda.items[id]!.title)[2]).toBe('物业费');
    expect(pendingItems(later.agenda)).toHaveLength(4);
  });

  it('is refused after an item that is not there', () => {
    expect(when(given([opened]), add(item(9)))).toEqual({ refused: 'no-such-item' });
  });

  it('works while adjourned and before the opening', () => {
    expect(when(given(), add(null), chair)).toHaveLength(1);
    expect(when(given([opened, adjourned]), add(null), chair)).toHaveLength(1);
  });
});
