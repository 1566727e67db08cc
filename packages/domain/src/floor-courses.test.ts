/**
 * [H3] Random courses of the floor. Beside the meeting sits a clerk who knows nothing of its code: a sheet of names for
 * each item, a stop-watch, and the rule as issue 3 and floor-order.ts say it in words. After every act both must agree,
 * and a meeting read back from its record must be the same.
 */
import { describe, expect, it } from 'vitest';
import type { FloorKind } from './acts/floor.ts';
import type { MeetingCommand } from './acts/command.ts';
import type { Recorded } from './acts/event.ts';
import { anId, chance, type Chance } from './chain.fixtures.ts';
import { aCalledMeeting, anItemId, arrived, chair, chen, li, opened, recorder, start, unit, zhou } from './fixtures.ts';
import { decide, evolve, meetingAsCalled, replay, type Meeting } from './meeting.ts';
import { mine, view } from './view.ts';
import { nobodyConnected } from './fixtures.ts';

const people = [li, chen, zhou, unit, recorder, chair];
const items = [1, 2, 3].map(anItemId);

interface Name {
  seat: string;
  point: boolean;
  asked: number;
  /** The chair put them there. */
  put: boolean;
}

interface Speaker {
  seat: string;
  point: boolean;
  /** Of this speech alone, by the stop-watch; what is left follows. */
  heard: number;
  limit: number | null;
  paused: boolean;
}

/** Keeps the order and the times by hand. */
class Clerk {
  item: string | null = null;
  /** The list as it hangs on the wall: those who wait now. */
  list: Name[] = [];
  /** Lists put aside with their items. */
  aside = new Map<string | null, Name[]>();
  spokeOn = new Set<string>();
  speaker: Speaker | null = null;
  /** By person in the whole meeting. */
  total = new Map<string, number>();
  limits = new Map<string | null, number>();
  rests = false;
  /** What can be taken back: which item and who spoke, and for how long both have been away. */
  back: { item: string | null; speaker: Speaker | null; away: number }[] = [];

  pass(ms: number): void {
    const hear = (speaker: Speaker | null) => {
      if (!speaker || speaker.paused || this.rests) return;
      speaker.heard += ms;
      this.total.set(speaker.seat, (this.total.get(speaker.seat) ?? 0) + ms);
    };
    hear(this.speaker);
    for (const one of this.back) one.away += ms;
  }

  #fresh = ({ seat }: Name) => !this.spokeOn.has(`${seat} on ${this.item}`);

  ask(seat: string, point: boolean, asked: number): void {
    if (this.list.some((one) => one.seat === seat && one.point === point)) return;
    const name = { seat, point, asked, put: false };
    const yields = (one: Name) => !one.put && !one.point && this.#fresh(name) && !this.#fresh(one);
    let place = point ? 0 : this.list.length;
    this.list.forEach((one, n) => {
      if (point && one.point && !one.put) place = n + 1;
    });
    if (!point) while (this.list.slice(0, place).some(yields)) place -= 1;
    this.list = [...this.list.slice(0, place), name, ...this.list.slice(place)];
  }

  strike(seat: string, point: boolean): void {
    this.list = this.list.filter((one) => one.seat !== seat || one.point !== point);
  }

  put(which: number, before: number | null): void {
    const name = this.list[which]!;
    const other = before === null ? undefined : this.list[before];
    const rest = this.list.filter((one) => one !== name);
    const place = other ? rest.indexOf(other) : rest.length;
    this.list = [...rest.slice(0, place), { ...name, put: true }, ...rest.slice(place)];
  }

  give(seat: string, point: boolean): void {
    if (this.speaker?.seat === seat && this.speaker.point === point) return;
    this.strike(seat, point);
    if (!point) this.spokeOn.add(`${seat} on ${this.item}`);
    const limit = point ? null : (this.limits.get(this.item) ?? null);
    this.speaker = { seat, point, heard: 0, limit, paused: false };
    this.back = [];
  }

  #goTo(item: string | null): void {
    const points = this.list.filter((one) => one.point).map((one) => ({ ...one, put: false }));
    this.aside.set(
      this.item,
      this.list.filter((one) => !one.point),
    );
    this.item = item;
    this.list = [...points.sort((a, b) => a.asked - b.asked), ...(this.aside.get(item) ?? [])];
  }

  begin(item: string): void {
    if (item === this.item) return;
    this.back.push({ item: this.item, speaker: this.speaker, away: 0 });
    this.speaker = null;
    this.#goTo(item);
  }

  undo(): void {
    const { item, speaker, away } = this.back.pop()!;
    this.#goTo(item);
    this.speaker = speaker;
    // They spoke on all the while.
    this.pass(away);
    for (const one of this.back) one.away -= away;
  }

  leave(seat: string): void {
    const stays = (one: Name) => one.seat !== seat;
    this.list = this.list.filter(stays);
    for (const [item, names] of this.aside) this.aside.set(item, names.filter(stays));
    if (this.speaker?.seat === seat) this.speaker = null;
    for (const one of this.back) if (one.speaker?.seat === seat) one.speaker = null;
  }

  adjourn(): void {
    if (this.speaker) this.speaker.paused = true;
    this.rests = true;
    this.back = [];
  }
}

interface Room {
  record: Recorded[];
  meeting: Meeting;
  clerk: Clerk;
  at: number;
  any: Chance;
}

function aRoom(seed: number): Room {
  const first: Recorded = { event: aCalledMeeting(), version: 1, at: start, seat: chair, actingAs: 'staff' };
  const room: Room = {
    record: [first],
    meeting: meetingAsCalled(first),
    clerk: new Clerk(),
    at: start,
    any: chance(seed),
  };
  for (const fact of [...people.map((seat) => arrived(seat)), opened]) note(room, fact, chair);
  return room;
}

function note(room: Room, event: Recorded['event'], seat: string): void {
  const recorded: Recorded = { event, version: room.meeting.version + 1, at: room.at, seat, actingAs: 'chair' };
  room.record.push(recorded);
  room.meeting = evolve(room.meeting, recorded);
}

/** True when it was accepted; whoever holds the chair leads. */
function does(room: Room, command: MeetingCommand, seat = leader(room)): boolean {
  const { meeting, at } = room;
  const person = meeting.attendance.people[seat]!;
  const actor = { seat, person: person.person, name: person.name, staff: false };
  let ids = 0;
  const newId = () => anId(0x10_000 + meeting.version * 4 + (ids += 1));
  const decision = decide(meeting, command, { actor, at, newId, passwordGiven: true });
  if (decision.outcome === 'refused') return false;
  for (const event of decision.events) note(room, event, seat);
  return true;
}

const leader = ({ meeting }: Room) =>
  people.find((seat) => meeting.attendance.people[seat]!.capacities.includes('chair'))!;
const kindOf = (point: boolean): FloorKind => (point ? 'point-of-order' : 'speech');
const requestAt = ({ meeting }: Room, place: number) =>
  view({ meeting, live: nobodyConnected }, { capacities: ['chair'], staff: false }).floor.waiting!.order[place]!;

/** One act by chance: done to the meeting and, when it is accepted there, told to the clerk. */
const acts: ((room: Room) => void)[] = [
  ask,
  ask,
  ask,
  (room) => {
    const [seat, point] = [room.clerk.list[0]?.seat ?? li, room.clerk.list[0]?.point ?? false];
    if (does(room, { type: 'give-floor', seat, kind: kindOf(point) })) room.clerk.give(seat, point);
  },
  (room) => {
    const [seat, point] = [people[room.any(6)]!, room.any(5) === 0];
    if (does(room, { type: 'give-floor', seat, kind: kindOf(point) })) room.clerk.give(seat, point);
  },
  (room) => {
    const [seat, point] = [people[room.any(6)]!, room.any(3) === 0];
    if (does(room, { type: 'withdraw-floor-request', kind: kindOf(point) }, seat)) room.clerk.strike(seat, point);
  },
  (room) => {
    const waiting = room.clerk.list.length;
    if (waiting < 2) return;
    const which = room.any(waiting);
    const before = room.any(3) === 0 ? null : room.any(waiting);
    if (which === before || (before ?? waiting) === which + 1) return;
    const named = before === null ? null : requestAt(room, before);
    if (does(room, { type: 'move-floor-request', request: requestAt(room, which), before: named }))
      room.clerk.put(which, before);
  },
  (room) => steer(room, 'pause-speech', (speaker) => (speaker.paused = true)),
  (room) => steer(room, 'resume-speech', (speaker) => (speaker.paused = false)),
  (room) => steer(room, 'end-speech', () => (room.clerk.speaker = null)),
  (room) => {
    const speech = room.meeting.floor.current;
    const { speaker } = room.clerk;
    if (speech && speaker && does(room, { type: 'give-more-time', speech, seconds: 30 }) && speaker.limit !== null)
      speaker.limit += 30;
  },
  (room) => {
    const item = items[room.any(3)]!;
    const seconds = room.any(3) === 0 ? null : 60 * (1 + room.any(5));
    if (!does(room, { type: 'set-speaking-time', item, seconds })) return;
    if (seconds === null) room.clerk.limits.delete(item);
    else room.clerk.limits.set(item, seconds);
  },
  (room) => {
    const item = items[room.any(3)]!;
    if (does(room, { type: 'begin-item', item })) room.clerk.begin(item);
  },
  (room) => {
    const step = room.meeting.agenda.undoable.at(-1)?.step;
    expect(step !== undefined, 'whether a step can be undone').toBe(room.clerk.back.length > 0);
    if (step !== undefined && does(room, { type: 'undo-step', step })) room.clerk.undo();
  },
  (room) => {
    const seat = people[room.any(4)]!;
    if (!does(room, { type: 'record-departure', seat })) return;
    room.clerk.leave(seat);
    if (room.any(3) > 0) does(room, { type: 'record-arrival', seat, way: 'remote' });
  },
  (room) => {
    if (does(room, { type: 'adjourn-meeting' })) room.clerk.adjourn();
    pass(room);
    if (does(room, { type: 'resume-meeting' })) room.clerk.rests = false;
  },
  // Who has given the chair away still sits in the room; who holds it records besides.
  (room) => void does(room, { type: 'take-chair' }, recorder),
];

function ask(room: Room): void {
  const [seat, point] = [people[room.any(6)]!, room.any(4) === 0];
  const kind = kindOf(point);
  const byDesk = room.any(2) === 0;
  const accepted = byDesk
    ? does(room, { type: 'enter-floor-request', seat, kind })
    : does(room, { type: 'ask-for-floor', kind }, seat);
  if (accepted) room.clerk.ask(seat, point, room.at);
}

function steer(
  room: Room,
  type: 'pause-speech' | 'resume-speech' | 'end-speech',
  by: (speaker: Speaker) => void,
): void {
  const speech = room.meeting.floor.current;
  if (speech && room.clerk.speaker && does(room, { type, speech })) by(room.clerk.speaker);
}

function pass(room: Room): void {
  const ms = 1 + room.any(90_000);
  room.at += ms;
  room.clerk.pass(ms);
}

/** What the meeting says, and what the clerk says, in the same words. */
function said({ meeting, at }: Room) {
  const { floor } = view({ meeting, live: nobodyConnected }, { capacities: ['recorder'], staff: false });
  const spent = (of: { spent: number; since: number | null }) => of.spent + (of.since === null ? 0 : at - of.since);
  const { speaking, waiting, totals } = floor;
  return {
    list: waiting!.order.map((id) => `${waiting!.byId[id]!.seat} ${waiting!.byId[id]!.kind}`),
    speaks: speaking && { seat: speaking.seat, heard: spent(speaking), limit: speaking.seconds },
    totals: new Map(Object.entries(totals!).flatMap(([seat, of]) => (spent(of) > 0 ? [[seat, spent(of)]] : []))),
  };
}
const clerkSays = ({ clerk }: Room): ReturnType<typeof said> => ({
  list: clerk.list.map(({ seat, point }) => `${seat} ${kindOf(point)}`),
  speaks: clerk.speaker && { seat: clerk.speaker.seat, heard: clerk.speaker.heard, limit: clerk.speaker.limit },
  totals: clerk.total as never,
});

/** A course of `length` acts, with what must hold after each. */
function run(
  seed: number,
  length: number,
  allowed: readonly ((room: Room) => void)[],
  holds: (room: Room) => void,
): Room {
  const room = aRoom(seed);
  for (let n = 0; n < length; n += 1) {
    pass(room);
    allowed[room.any(allowed.length)]!(room);
    holds(room);
  }
  return room;
}

describe('[H3] random courses of the floor', () => {
  it.each(Array.from({ length: 60 }, (_, n) => n + 1))('agree with a clerk’s list and stop-watch, seed %i', (seed) => {
    const room = run(seed, 150, acts, (now) => expect(said(now)).toEqual(clerkSays(now)));
    expect(room.meeting.floor.order.length).toBeGreaterThan(5);
  });

  it.each([101, 102, 103])('are the same when they are read back after any act, seed %i', (seed) => {
    run(seed, 60, acts, ({ record, meeting }) => expect(replay(record)).toEqual(meeting));
  });

  it.each([201, 202, 203, 204, 205])('without the chair’s hand are plainly sorted by the rule, seed %i', (seed) => {
    const untouched = acts.filter((_, n) => n !== 6);
    run(seed, 150, untouched, ({ meeting }) => {
      const { waiting } = view({ meeting, live: nobodyConnected }, { capacities: ['chair'], staff: false }).floor;
      const names = waiting!.order.map((id) => waiting!.byId[id]!);
      const key = ({ kind, spoken, askedAt }: (typeof names)[number]) =>
        (kind === 'point-of-order' ? 0 : spoken === 0 ? 1 : 2) * 1e15 + askedAt;
      expect(names.map(key)).toEqual(names.map(key).sort((a, b) => a - b));
      for (const [n, { seat, kind }] of names.entries())
        expect(mine(meeting, seat, null)?.floor[kind]?.place).toBe(n + 1);
    });
  });

  it('does not change when another takes the chair while somebody speaks', () => {
    const room = aRoom(1);
    does(room, { type: 'set-speaking-time', item: items[0]!, seconds: 180 });
    does(room, { type: 'begin-item', item: items[0]! });
    does(room, { type: 'give-floor', seat: li, kind: 'speech' });
    does(room, { type: 'enter-floor-request', seat: chen, kind: 'speech' });
    const before = room.meeting.floor;
    expect(does(room, { type: 'take-chair' }, recorder)).toBe(true);
    expect(leader(room)).toBe(recorder);
    expect(room.meeting.floor).toEqual(before);
    expect(does(room, { type: 'end-speech', speech: before.current! })).toBe(true);
  });
});
