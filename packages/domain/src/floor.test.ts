import { describe, expect, it } from 'vitest';
import type { FloorKind } from './acts/floor.ts';
import { anId } from './chain.fixtures.ts';
import {
  adjourned,
  after,
  anItemId,
  begun,
  by,
  chair,
  chen,
  closed,
  departed,
  given,
  arrived,
  li,
  minute,
  observer,
  opened,
  recorder,
  resumed,
  skipped,
  stranger,
  unit,
  voteOpened,
  when,
  zhou,
  type Fact,
} from './fixtures.ts';
import { speechNow } from './floor.ts';
import { waitingOn } from './floor-order.ts';
import type { Meeting } from './meeting.ts';
import { leftBy } from './speaking-time.ts';

const everybody = [chair, recorder, li, chen, zhou, unit, observer].map((seat) => arrived(seat));
/** In session on the first item. */
const onItem = given([...everybody, opened, begun(1)]);
const requestOf = (n: number) => anId(0x700 + n);
const speechOf = (n: number) => anId(0x800 + n);

const asks = (n: number, seat: string, kind: FloorKind = 'speech', item: number | null = 1): Fact =>
  by(seat, { type: 'floor-asked', request: requestOf(n), seat, kind, item: item === null ? null : anItemId(item) });
const speaks = (
  n: number,
  seat: string,
  more: { seconds?: number; request?: number; kind?: FloorKind } = {},
): Fact => ({
  type: 'floor-given',
  speech: speechOf(n),
  seat,
  kind: more.kind ?? 'speech',
  item: anItemId(1),
  request: more.request === undefined ? null : requestOf(more.request),
  seconds: more.seconds ?? null,
});
const ended = (n: number): Fact => ({ type: 'speech-ended', speech: speechOf(n) });
const ask = { type: 'ask-for-floor', kind: 'speech' } as const;
const giveTo = (seat: string, kind: FloorKind = 'speech') => ({ type: 'give-floor', seat, kind }) as const;
const waiting = ({ floor, agenda }: Meeting) => waitingOn(floor.requests, agenda.current).map(({ seat }) => seat);
const done = (meeting: Meeting, command: Parameters<typeof when>[1], seat = chair) => {
  const facts = when(meeting, command, seat);
  if (!Array.isArray(facts)) throw new Error(`refused: ${facts.refused}`);
  return after(meeting, ...facts);
};

describe('asking for the floor', () => {
  it('is done once of a kind, by whoever is here', () => {
    const once = done(onItem, ask, li);
    expect(waiting(once)).toEqual([li]);
    expect(when(once, ask, li)).toEqual([]);
    expect(when(once, { type: 'enter-floor-request', seat: li, kind: 'speech' }, recorder)).toEqual([]);
    expect(waiting(done(once, { type: 'ask-for-floor', kind: 'point-of-order' }, li))).toEqual([li, li]);
  });

  it('is entered for who raises a hand, unless they are not here, observe, or are unknown', () => {
    const entered = (seat: string) => when(onItem, { type: 'enter-floor-request', seat, kind: 'speech' }, recorder);
    expect(entered(chen)).toMatchObject([{ type: 'floor-asked', seat: chen, item: anItemId(1) }]);
    expect(entered(observer)).toEqual({ refused: 'observers-silent' });
    expect(entered(stranger)).toEqual({ refused: 'no-such-seat' });
    const gone = after(onItem, departed(chen));
    const command = { type: 'enter-floor-request', seat: chen, kind: 'speech' } as const;
    expect(when(gone, command)).toEqual({ refused: 'speaker-absent', params: { name: '陈国强' } });
  });

  it('is taken back by oneself or struck off, and by leaving', () => {
    const meeting = after(onItem, asks(1, li), asks(2, chen), asks(3, zhou), asks(4, zhou, 'point-of-order'));
    const withdrawn = done(meeting, { type: 'withdraw-floor-request', kind: 'speech' }, li);
    expect(waiting(withdrawn)).toEqual([zhou, chen, zhou]);
    expect(when(withdrawn, { type: 'withdraw-floor-request', kind: 'speech' }, li)).toEqual([]);
    const struck = done(withdrawn, { type: 'strike-floor-request', request: requestOf(2) }, recorder);
    expect(waiting(struck)).toEqual([zhou, zhou]);
    expect(waiting(after(struck, departed(zhou)))).toEqual([]);
  });

  it('concerns the item: it rests while another is before the meeting; a point of order waits until it is heard', () => {
    const meeting = after(onItem, asks(1, li), asks(2, zhou, 'point-of-order'), begun(2));
    expect(waiting(meeting)).toEqual([zhou]);
    expect(waiting(after(meeting, begun(1)))).toEqual([zhou, li]);
    expect(waiting(after(onItem, asks(1, li), closed))).toEqual([]);
  });
});

describe('the order of those who wait', () => {
  const thrice = after(onItem, speaks(1, li), ended(1), asks(1, li), asks(2, chen), asks(3, zhou));

  it('is points of order, then who has not spoken on this item, then the others', () => {
    expect(waiting(thrice)).toEqual([chen, zhou, li]);
    expect(waiting(after(thrice, asks(4, unit, 'point-of-order'), asks(5, unit)))).toEqual([
      unit,
      chen,
      zhou,
      unit,
      li,
    ]);
    const pointHeard = after(onItem, speaks(1, li, { kind: 'point-of-order' }), ended(1), asks(1, chen), asks(2, li));
    expect(waiting(pointHeard)).toEqual([chen, li]);
  });

  it('is changed by the chair, and who was moved keeps the place while others come and go', () => {
    const moved = done(thrice, { type: 'move-floor-request', request: requestOf(1), before: requestOf(3) });
    expect(waiting(moved)).toEqual([chen, li, zhou]);
    expect(waiting(after(moved, asks(4, unit)))).toEqual([chen, li, zhou, unit]);
    expect(waiting(after(moved, departed(chen), asks(4, unit)))).toEqual([li, zhou, unit]);
    expect(waiting(after(moved, asks(4, recorder, 'point-of-order')))).toEqual([recorder, chen, li, zhou]);
    const last = done(thrice, { type: 'move-floor-request', request: requestOf(2), before: null });
    expect(waiting(last)).toEqual([zhou, li, chen]);
  });

  it('stays when somebody is moved to where they are, or before whom nobody knows', () => {
    const move = (n: number, before: string | null) =>
      when(thrice, { type: 'move-floor-request', request: requestOf(n), before });
    expect(move(2, requestOf(3))).toEqual([]);
    expect(move(1, null)).toEqual([]);
    expect(move(2, requestOf(2))).toEqual([]);
    expect(move(2, requestOf(9))).toEqual({ refused: 'no-such-floor-request' });
    expect(move(9, null)).toEqual({ refused: 'no-such-floor-request' });
  });
});

describe('having the floor', () => {
  const three = { type: 'set-speaking-time', item: anItemId(1), seconds: 180 } as const;

  it('is given to the first, to anyone, and to who has not asked', () => {
    const meeting = after(onItem, asks(1, li), asks(2, chen));
    expect(when(meeting, giveTo(chen))).toMatchObject([{ type: 'floor-given', seat: chen, request: requestOf(2) }]);
    expect(when(meeting, giveTo(zhou))).toMatchObject([{ type: 'floor-given', seat: zhou, request: null }]);
    expect(waiting(done(meeting, giveTo(li)))).toEqual([chen]);
    expect(when(meeting, giveTo(observer))).toEqual({ refused: 'observers-silent' });
    expect(when(after(meeting, departed(li)), giveTo(li))).toMatchObject({ refused: 'speaker-absent' });
  });

  it('ends when the next is given it, and a double tap gives it to nobody else', () => {
    const meeting = after(onItem, speaks(1, li));
    expect(when(meeting, giveTo(li))).toEqual([]);
    expect(when(meeting, giveTo(chen))).toMatchObject([
      { type: 'speech-ended', speech: speechOf(1) },
      { type: 'floor-given', seat: chen },
    ]);
  });

  it('is limited as the chair says for this item, and a point of order is not', () => {
    const limited = done(onItem, three);
    expect(when(limited, three)).toEqual([]);
    expect(when(limited, giveTo(li))).toMatchObject([{ seconds: 180 }]);
    expect(when(limited, giveTo(li, 'point-of-order'))).toMatchObject([{ seconds: null }]);
    expect(when(after(limited, begun(2)), giveTo(li))).toMatchObject([{ seconds: null }]);
    expect(when(done(limited, { ...three, seconds: null }), giveTo(li))).toMatchObject([{ seconds: null }]);
    expect(when(onItem, { ...three, item: anItemId(9) })).toEqual({ refused: 'no-such-item' });
  });

  it('is given more time on the spot, which changes nothing where there is no limit', () => {
    const meeting = done(after(onItem, speaks(1, li, { seconds: 180 })), {
      type: 'give-more-time',
      speech: speechOf(1),
      seconds: 60,
    });
    expect(speechNow(meeting.floor)?.seconds).toBe(240);
    const unlimited = after(onItem, speaks(1, li));
    expect(when(unlimited, { type: 'give-more-time', speech: speechOf(1), seconds: 60 })).toEqual([]);
  });

  it('is paused, goes on and ends once, and is then over', () => {
    const meeting = after(onItem, speaks(1, li));
    const named = { speech: speechOf(1) };
    expect(when(meeting, { type: 'resume-speech', ...named })).toEqual([]);
    const paused = done(meeting, { type: 'pause-speech', ...named }, recorder);
    expect(when(paused, { type: 'pause-speech', ...named })).toEqual([]);
    const over = done(paused, { type: 'end-speech', ...named });
    expect(when(over, { type: 'end-speech', ...named })).toEqual([]);
    for (const type of ['pause-speech', 'resume-speech'] as const)
      expect(when(over, { type, ...named })).toEqual({ refused: 'speech-over' });
    expect(when(over, { type: 'end-speech', speech: speechOf(9) })).toEqual({ refused: 'speech-over' });
  });
});

describe('[H3] the time of a speech', () => {
  const from = onItem.lastAt;
  const minuteOf = (n: number, fact: Fact): Fact =>
    'fact' in fact ? { ...fact, at: from + n * minute } : { fact, seat: chair, at: from + n * minute };
  const running = after(onItem, minuteOf(10, speaks(1, li, { seconds: 180 })));
  const left = (meeting: Meeting, minutes: number) => {
    const now = speechNow(meeting.floor);
    return now ? leftBy(now, from + minutes * minute) : undefined;
  };

  it('runs from the moment the floor is given, and is overdrawn in plain sight', () => {
    expect(left(running, 11)).toBe(2 * minute);
    expect(left(running, 14)).toBe(-minute);
  });

  it('stands still while it is paused or the meeting is adjourned, and waits for a word after that', () => {
    const paused = after(running, minuteOf(11, { type: 'speech-paused', speech: speechOf(1) }));
    expect(left(paused, 30)).toBe(2 * minute);
    const goesOn = after(paused, minuteOf(30, { type: 'speech-resumed', speech: speechOf(1) }));
    expect(left(goesOn, 31)).toBe(minute);
    const rested = after(goesOn, minuteOf(31, adjourned), minuteOf(60, resumed));
    expect(left(rested, 70)).toBe(minute);
  });

  it.each<[string, Fact]>([
    ['another item begins', begun(2)],
    ['the speaker leaves', departed(li)],
    ['the meeting closes', closed],
    ['it is ended', ended(1)],
  ])('ends when %s', (_, fact) => {
    const meeting = after(running, minuteOf(12, fact));
    expect(speechNow(meeting.floor)).toBeUndefined();
    expect(meeting.floor.speeches[speechOf(1)]).toMatchObject({ ended: true, since: null, spent: 2 * minute });
  });

  it.each<[string, Fact]>([
    ['somebody else leaves', departed(chen)],
    ['another item is skipped', skipped(3)],
    ['a vote is opened', voteOpened()],
    ['somebody asks', asks(2, chen)],
  ])('goes on when %s', (_, fact) => {
    expect(left(after(running, fact), 11)).toBe(2 * minute);
  });

  it('goes on as if nothing had been when the beginning of the next item is undone', () => {
    const mistaken = after(running, minuteOf(11, begun(2)));
    const undone = done(mistaken, { type: 'undo-step', step: mistaken.version });
    expect(undone.floor).toEqual({ ...running.floor });
    expect(left(undone, 12)).toBe(minute);
    const gone = after(mistaken, departed(li));
    expect(speechNow(done(gone, { type: 'undo-step', step: mistaken.version }).floor)).toBeUndefined();
  });

  it('fixes the steps before it: an item on which somebody spoke has begun for good', () => {
    expect(when(running, { type: 'undo-step', step: onItem.version })).toEqual({ refused: 'step-not-last' });
    expect(when(onItem, { type: 'undo-step', step: onItem.version })).toHaveLength(1);
  });
});
