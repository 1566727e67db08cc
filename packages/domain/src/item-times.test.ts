/** [H4] Times by a stop-watch that is moved by hand, against what the meeting says of itself. */
import { describe, expect, it } from 'vitest';
import type { MeetingCommand } from './acts/command.ts';
import type { Recorded } from './acts/event.ts';
import { anId, chance } from './chain.fixtures.ts';
import {
  aCalledMeeting,
  adjourned,
  anItemId,
  at,
  begun,
  chair,
  circumstances,
  closed,
  given,
  minute,
  nobodyConnected,
  opened,
  resumed,
  skipped,
  start,
} from './fixtures.ts';
import { itemTimes, timedAgenda } from './item-times.ts';
import { decide, evolve, meetingAsCalled, replay, type Meeting } from './meeting.ts';
import { timeSat } from './session.ts';
import { view } from './view.ts';

const timesBy = (meeting: Meeting, now: number) => itemTimes(timedAgenda(meeting.agenda), now);

describe('[H4] the times of the items', () => {
  it('stand beside what was planned, and add up to the time in session', () => {
    const meeting = given([
      at(10, opened),
      at(12, begun(1)),
      at(20, begun(2)),
      at(25, adjourned),
      at(60, resumed),
      at(65, begun(1)),
      at(70, skipped(3)),
      at(71, closed),
    ]);
    const m = (n: number) => n * minute;
    expect(timesBy(meeting, start + m(500))).toEqual({
      items: [
        { item: anItemId(1), planned: m(5), actual: m(8 + 6) },
        { item: anItemId(2), planned: m(15), actual: m(5 + 5) },
        { item: anItemId(3), planned: m(40), actual: 0 },
      ],
      planned: m(60),
      actual: m(24),
      outside: m(2),
    });
    expect(timeSat(meeting.session, start + m(500))).toBe(m(26));
  });

  it('leave an item that was withdrawn out of the plan, and take one that was added into it', () => {
    const meeting = given([
      opened,
      { type: 'item-withdrawn', item: anItemId(3), reason: '材料未齐' },
      { type: 'item-added', item: anItemId(4), title: '物业费', minutes: 7, after: null },
      { type: 'item-moved', item: anItemId(2), after: null },
    ]);
    const { items, planned } = timesBy(meeting, start);
    expect(planned).toBe((5 + 15 + 7) * minute);
    expect(items.map(({ item }) => item)).toEqual([2, 4, 1, 3].map(anItemId));
  });
});

/** Who holds the watch presses it by hand, and knows which item is before the meeting. */
class Watch {
  on = new Map<string, number>();
  outside = 0;
  sat = 0;
  item: string | null = null;
  sits = false;
  /** For each step that can be undone: the item before it, and what has passed since. */
  back: { item: string | null; passed: number }[] = [];

  pass(ms: number): void {
    if (!this.sits) return;
    this.sat += ms;
    for (const step of this.back) step.passed += ms;
    this.#add(this.item, ms);
  }
  #add(item: string | null, ms: number): void {
    if (item === null) this.outside += ms;
    else this.on.set(item, (this.on.get(item) ?? 0) + ms);
  }
  begin(item: string): void {
    this.back.push({ item: this.item, passed: 0 });
    this.item = item;
  }
  step(): void {
    this.back.push({ item: this.item, passed: 0 });
  }
  /** The time since the step was never the other item's. */
  undo(): void {
    const { item, passed } = this.back.pop()!;
    if (item === this.item) return;
    this.#add(this.item, -passed);
    this.#add(item, passed);
    this.item = item;
  }
}

function course(seed: number): void {
  const any = chance(seed);
  const record: Recorded[] = [{ event: aCalledMeeting(), version: 1, at: start, seat: chair, actingAs: 'staff' }];
  let meeting = meetingAsCalled(record[0]!);
  let now = start;
  const watch = new Watch();
  const does = (command: MeetingCommand): boolean => {
    const newId = () => anId(0x5000 + meeting.version);
    const decision = decide(meeting, command, circumstances(chair, { at: now, newId }));
    if (decision.outcome === 'refused') return false;
    for (const event of decision.events) {
      record.push({ event, version: meeting.version + 1, at: now, seat: chair, actingAs: 'chair' });
      meeting = evolve(meeting, record.at(-1)!);
    }
    return decision.events.length > 0;
  };
  const anyItem = () => meeting.agenda.order[any(meeting.agenda.order.length)]!;
  const place = () => (any(4) === 0 ? null : anyItem());
  const settle = () => (watch.back = []);
  const acts: (() => void)[] = [
    () => {
      const item = anyItem();
      if (does({ type: 'begin-item', item })) watch.begin(item);
    },
    () => void (does({ type: 'skip-item', item: anyItem() }) && watch.step()),
    () => void (does({ type: 'move-item', item: anyItem(), after: place() }) && watch.step()),
    () => void (does({ type: 'undo-step', step: meeting.agenda.undoable.at(-1)?.step ?? 0 }) && watch.undo()),
    () => void (does({ type: 'add-item', title: '物业费', minutes: 1 + any(20), after: place() }) && settle()),
    () => void (any(4) === 0 && does({ type: 'withdraw-item', item: anyItem(), reason: '材料未齐' }) && settle()),
    () => {
      const adjourned = does({ type: 'adjourn-meeting' });
      if (!adjourned && !does({ type: 'resume-meeting' })) return;
      watch.sits = !adjourned;
      settle();
    },
  ];
  if (does({ type: 'open-meeting' })) watch.sits = true;
  for (let n = 0; n < 120; n += 1) {
    const ms = any(600_000);
    now += ms;
    watch.pass(ms);
    acts[any(acts.length)]!();
    const later = any(60_000);
    now += later;
    watch.pass(later);
    const times = timesBy(meeting, now);
    expect(new Map(times.items.flatMap(({ item, actual }) => (actual > 0 ? [[item, actual] as const] : [])))).toEqual(
      new Map([...watch.on].filter(([, ms]) => ms > 0)),
    );
    expect(times.outside).toBe(watch.outside);
    expect(times.actual + times.outside).toBe(watch.sat);
    expect(timeSat(meeting.session, now)).toBe(watch.sat);
  }
  // Whoever reads the record, or only looks on, reckons the same.
  expect(timesBy(replay(record), now)).toEqual(timesBy(meeting, now));
  expect(itemTimes(view({ meeting, live: nobodyConnected }, { audience: 'public' }).agenda, now)).toEqual(
    timesBy(meeting, now),
  );
}

describe('[H4] random courses of the agenda add up', () => {
  it.each(Array.from({ length: 40 }, (_, n) => n + 1))('seed %i', course);
});
