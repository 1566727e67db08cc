/** What is shown of the floor, and to whom: who speaks to all in the room, the whole list to those who lead. */
import type { FloorKind } from './acts/floor.ts';
import type { Way } from './acts/attendance.ts';
import { speechesOf, speechNow, type Floor, type Speech } from './floor.ts';
import { timesSpoken, waitingOn } from './floor-order.ts';
import type { Spending } from './speaking-time.ts';

/** How many of those who wait are named on the wall (OpenSlides issue 2211: the current one bold, the next five). */
export const namedNext = 5;

export interface SpeechView extends Spending {
  speech: string;
  seat: string;
  kind: FloorKind;
  /** The limit with the time given on top; null: none. */
  seconds: number | null;
  /** The how-manieth speech of this person on this item; points of order are not counted. */
  nth: number;
}

export interface FloorRequestView {
  request: string;
  seat: string;
  kind: FloorKind;
  askedAt: number;
  /** How often the person has spoken on this item. */
  spoken: number;
  /** The chair gave it its place. */
  moved: boolean;
}

/** Of one person in the whole meeting: how often they had the floor, for whatever, and for how long. */
export interface SpeakingTotal extends Spending {
  times: number;
}

export interface FloorView {
  /** Null for the public, who sees nobody by name. */
  speaking: SpeechView | null;
  /** Seconds for each speech to the item before the meeting; null: no limit. */
  limit: number | null;
  /** Only on the wall: the seats of those heard next. */
  next?: { seat: string; kind: FloorKind; way: Way | null }[];
  /** Only for those who lead: everybody who waits. */
  waiting?: { order: string[]; byId: Record<string, FloorRequestView> };
  /** Only for those who lead: by seat, whoever spoke. */
  totals?: Record<string, SpeakingTotal>;
}

/** What concerns one seat alone: its own open requests, and in which place each is heard. */
export type MyFloor = Partial<Record<FloorKind, { request: string; askedAt: number; place: number }>>;

interface Held {
  floor: Floor;
  agenda: { current: string | null };
  attendance: { people: Readonly<Record<string, { presence: { status: string; way?: Way } }>> };
}

function speechView({ speech, seat, kind, seconds, spent, since, item }: Speech, floor: Floor): SpeechView {
  return { speech, seat, kind, seconds, spent, since, nth: timesSpoken(speechesOf(floor), seat, item) };
}

function totals(floor: Floor): Record<string, SpeakingTotal> {
  const bySeat: Record<string, SpeakingTotal> = {};
  for (const { seat, spent, since } of speechesOf(floor)) {
    const former = bySeat[seat] ?? { times: 0, spent: 0, since: null };
    bySeat[seat] = { times: former.times + 1, spent: former.spent + spent, since: since ?? former.since };
  }
  return bySeat;
}

function waitingView({ floor, agenda }: Held): NonNullable<FloorView['waiting']> {
  const waiting = waitingOn(floor.requests, agenda.current);
  const speeches = speechesOf(floor);
  const shown = waiting.map(({ request, seat, kind, askedAt, moved }): FloorRequestView => {
    return { request, seat, kind, askedAt, spoken: timesSpoken(speeches, seat, agenda.current), moved };
  });
  return {
    order: shown.map(({ request }) => request),
    byId: Object.fromEntries(shown.map((one) => [one.request, one])),
  };
}

function nextView({ floor, agenda, attendance }: Held): NonNullable<FloorView['next']> {
  return waitingOn(floor.requests, agenda.current)
    .slice(0, namedNext)
    .map(({ seat, kind }) => ({ seat, kind, way: attendance.people[seat]?.presence.way ?? null }));
}

/** `seated`: sees people by name; `wall`: the room's screen; `leads`: leads or keeps the record. */
export function floorView(meeting: Held, reach: { seated: boolean; wall: boolean; leads: boolean }): FloorView {
  const { floor, agenda } = meeting;
  const now = speechNow(floor);
  const view: FloorView = {
    speaking: now && reach.seated ? speechView(now, floor) : null,
    limit: agenda.current === null ? null : (floor.limits[agenda.current] ?? null),
  };
  if (reach.wall) view.next = nextView(meeting);
  if (reach.leads) {
    view.waiting = waitingView(meeting);
    view.totals = totals(floor);
  }
  return view;
}

export function myFloor({ floor, agenda }: Held, seat: string): MyFloor {
  const waiting = waitingOn(floor.requests, agenda.current);
  return Object.fromEntries(
    waiting.flatMap(({ request, kind, askedAt, ...of }, place) =>
      of.seat === seat ? [[kind, { request, askedAt, place: place + 1 }]] : [],
    ),
  );
}
