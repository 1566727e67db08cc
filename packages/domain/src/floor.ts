/**
 * The floor: one person speaks at a time, and the others wait in the order of floor-order.ts. All times are instants, so
 * that they survive a restart and a change of chair.
 *
 * What else happens acts on it as a clerk would expect: when another item begins, the speech is over, and goes on if that
 * step is undone at once; an adjournment pauses it until the chair lets it go on; whoever leaves ends their speech and
 * withdraws what they asked for; the closing of the meeting ends everything. Once somebody was given the floor on an item,
 * the beginning of that item can no longer be undone (agenda.ts).
 */
import type { FloorCommand, FloorKind } from './acts/floor.ts';
import type { Recorded } from './acts/event.ts';
import type { Agenda } from './agenda.ts';
import { takesPart, type Attendance } from './attendance.ts';
import { accept, refuse, unchanged, type Circumstances, type Decision, type Refusal } from './decision.ts';
import { asked, movedBefore, pointsFirst, waitingOn, type FloorRequest } from './floor-order.ts';
import { spentBy, type Spending } from './speaking-time.ts';
import { unreachable } from './unreachable.ts';

export interface Speech extends Spending {
  speech: string;
  seat: string;
  kind: FloorKind;
  /** The item that was before the meeting; null before the first. */
  item: string | null;
  /** How long it may last, with the time given on top; null: as long as they like. */
  seconds: number | null;
  /** While it lasts `since` says whether its time runs. */
  ended: boolean;
}

export interface Floor {
  /** Open requests, in the order in which they are heard (waitingOn). */
  requests: readonly FloorRequest[];
  /** All that was given, oldest first. */
  order: readonly string[];
  speeches: Readonly<Record<string, Speech>>;
  /** Who has the floor. */
  current: string | null;
  /** Seconds for each speech to an item; an item that is missing has no limit, and the seed demands none. */
  limits: Readonly<Record<string, number>>;
  /** The speech that the beginning of an item cut off, by the version of that step: undone, it goes on. */
  cutOff: { step: number; speech: Speech } | null;
}

export const silence: Floor = { requests: [], order: [], speeches: {}, current: null, limits: {}, cutOff: null };

/** The speech that lasts, running or paused. */
export const speechNow = (floor: Floor): Speech | undefined =>
  floor.current === null ? undefined : floor.speeches[floor.current];

export const speechesOf = ({ order, speeches }: Floor): Speech[] => order.flatMap((id) => speeches[id] ?? []);

/** What a decision about the floor looks at. */
interface Assembled {
  floor: Floor;
  agenda: Pick<Agenda, 'current' | 'items'>;
  attendance: Attendance;
}

const openRequest = ({ floor, agenda }: Assembled, seat: string, kind: FloorKind): FloorRequest | undefined =>
  waitingOn(floor.requests, agenda.current).find((request) => request.seat === seat && request.kind === kind);

/** Why somebody cannot speak or ask to; observers follow in silence, and who is not here is not heard. */
function unheard({ attendance }: Assembled, seat: string): Refusal | null {
  const person = attendance.people[seat];
  if (!person) return refuse('no-such-seat');
  if (!takesPart(person)) return refuse('observers-silent');
  return person.presence.status === 'present' ? null : refuse('speaker-absent', { name: person.name });
}

function ask(meeting: Assembled, seat: string, kind: FloorKind, newId: () => string): Decision {
  if (openRequest(meeting, seat, kind)) return unchanged();
  return (
    unheard(meeting, seat) ??
    accept({ type: 'floor-asked', request: newId(), seat, kind, item: meeting.agenda.current })
  );
}

function move({ floor, agenda }: Assembled, request: string, before: string | null): Decision {
  const waiting = waitingOn(floor.requests, agenda.current);
  const place = waiting.findIndex((one) => one.request === request);
  if (place < 0) return refuse('no-such-floor-request');
  if (before !== null && !waiting.some((one) => one.request === before)) return refuse('no-such-floor-request');
  const behind = waiting[place + 1]?.request ?? null;
  if (before === request || before === behind) return unchanged();
  return accept({ type: 'floor-request-moved', request, before });
}

/** Whoever speaks ends when the next is given the floor. A point of order has no limit: it is not to the matter. */
function give(
  meeting: Assembled,
  { seat, kind }: FloorCommand & { type: 'give-floor' },
  newId: () => string,
): Decision {
  const { floor, agenda } = meeting;
  const now = speechNow(floor);
  if (now?.seat === seat && now.kind === kind) return unchanged();
  const against = unheard(meeting, seat);
  if (against) return against;
  const item = agenda.current;
  const request = openRequest(meeting, seat, kind)?.request ?? null;
  const limit = item === null || kind === 'point-of-order' ? null : (floor.limits[item] ?? null);
  const given = { type: 'floor-given', speech: newId(), seat, kind, item, request, seconds: limit } as const;
  return now ? accept({ type: 'speech-ended', speech: now.speech }, given) : accept(given);
}

type OfSpeech = Extract<FloorCommand, { speech: string }>;

function steer({ floor }: Assembled, command: OfSpeech): Decision {
  const { speech } = command;
  const now = speechNow(floor);
  if (now?.speech !== speech)
    return command.type === 'end-speech' && floor.speeches[speech] ? unchanged() : refuse('speech-over');
  switch (command.type) {
    case 'pause-speech':
      return now.since === null ? unchanged() : accept({ type: 'speech-paused', speech });
    case 'resume-speech':
      return now.since === null ? accept({ type: 'speech-resumed', speech }) : unchanged();
    case 'end-speech':
      return accept({ type: 'speech-ended', speech });
    case 'give-more-time':
      return now.seconds === null ? unchanged() : accept({ type: 'speech-extended', speech, seconds: command.seconds });
    default:
      return unreachable(command);
  }
}

function limit({ floor, agenda }: Assembled, item: string, seconds: number | null): Decision {
  if (!agenda.items[item]) return refuse('no-such-item');
  if ((floor.limits[item] ?? null) === seconds) return unchanged();
  return accept({ type: 'speaking-time-set', item, seconds });
}

export function decideFloor(meeting: Assembled, command: FloorCommand, { actor, newId }: Circumstances): Decision {
  switch (command.type) {
    case 'ask-for-floor':
      return ask(meeting, actor.seat, command.kind, newId);
    case 'withdraw-floor-request': {
      const request = openRequest(meeting, actor.seat, command.kind);
      return request ? accept({ type: 'floor-request-withdrawn', request: request.request }) : unchanged();
    }
    case 'enter-floor-request':
      return ask(meeting, command.seat, command.kind, newId);
    case 'strike-floor-request':
      return meeting.floor.requests.some(({ request }) => request === command.request)
        ? accept({ type: 'floor-request-withdrawn', request: command.request })
        : refuse('no-such-floor-request');
    case 'move-floor-request':
      return move(meeting, command.request, command.before);
    case 'give-floor':
      return give(meeting, command, newId);
    case 'pause-speech':
    case 'resume-speech':
    case 'end-speech':
    case 'give-more-time':
      return steer(meeting, command);
    case 'set-speaking-time':
      return limit(meeting, command.item, command.seconds);
    default:
      return unreachable(command);
  }
}

/** Its time rests from `at` on. */
const resting = (speech: Speech, at: number): Speech => ({ ...speech, spent: spentBy(speech, at), since: null });

const withNow = (floor: Floor, change: (speech: Speech) => Speech): Floor => {
  const now = speechNow(floor);
  return now ? { ...floor, speeches: { ...floor.speeches, [now.speech]: change(now) } } : floor;
};

const over = (floor: Floor, at: number): Floor => ({
  ...withNow(floor, (speech) => ({ ...resting(speech, at), ended: true })),
  current: null,
});

const without = (floor: Floor, gone: (request: FloorRequest) => boolean): Floor => ({
  ...floor,
  requests: floor.requests.filter((request) => !gone(request)),
});

function given(floor: Floor, event: Recorded['event'] & { type: 'floor-given' }, at: number): Floor {
  const { type: _, request, ...rest } = event;
  const speech: Speech = { ...rest, spent: 0, since: at, ended: false };
  return {
    ...without(floor, (one) => one.request === request),
    order: [...floor.order, speech.speech],
    speeches: { ...floor.speeches, [speech.speech]: speech },
    current: speech.speech,
    cutOff: null,
  };
}

function left(floor: Floor, seat: string, at: number): Floor {
  const still = speechNow(floor)?.seat === seat ? over(floor, at) : floor;
  const waiting = still.requests.some((request) => request.seat === seat);
  const gone = waiting ? without(still, (request) => request.seat === seat) : still;
  return gone.cutOff?.speech.seat === seat ? { ...gone, cutOff: null } : gone;
}

function limited({ limits, ...floor }: Floor, item: string, seconds: number | null): Floor {
  const { [item]: _, ...others } = limits;
  return { ...floor, limits: seconds === null ? others : { ...others, [item]: seconds } };
}

function leavingItem(floor: Floor, step: number, at: number): Floor {
  const speech = speechNow(floor);
  const left = { ...floor, requests: pointsFirst(floor.requests) };
  return speech ? { ...over(left, at), cutOff: { step, speech } } : left;
}

/** Goes on as if it had never been cut off: the item's own time does the same (agenda.ts). */
function takenUp(floor: Floor, step: number): Floor {
  const back = { ...floor, requests: pointsFirst(floor.requests) };
  if (floor.cutOff?.step !== step) return back;
  const { speech } = floor.cutOff;
  return { ...back, speeches: { ...floor.speeches, [speech.speech]: speech }, current: speech.speech, cutOff: null };
}

export function evolveFloor(floor: Floor, { event, at, version }: Recorded): Floor {
  switch (event.type) {
    case 'floor-asked': {
      const { type: _, ...request } = event;
      return {
        ...floor,
        requests: asked(floor.requests, { ...request, askedAt: at, moved: false }, speechesOf(floor)),
      };
    }
    case 'floor-request-withdrawn':
      return without(floor, ({ request }) => request === event.request);
    case 'floor-request-moved':
      return { ...floor, requests: movedBefore(floor.requests, event.request, event.before) };
    case 'floor-given':
      return given(floor, event, at);
    case 'speech-paused':
    case 'meeting-adjourned':
      return withNow(floor, (speech) => resting(speech, at));
    case 'speech-resumed':
      return withNow(floor, (speech) => ({ ...speech, since: at }));
    case 'speech-ended':
      return over(floor, at);
    case 'speech-extended':
      return withNow(floor, (speech) => ({ ...speech, seconds: (speech.seconds ?? 0) + event.seconds }));
    case 'speaking-time-set':
      return limited(floor, event.item, event.seconds);
    case 'item-begun':
      return leavingItem(floor, version, at);
    case 'step-undone':
      return event.undone === 'item-begun' ? takenUp(floor, event.step) : floor;
    case 'departed':
      return left(floor, event.seat, at);
    case 'meeting-closed':
      return { ...over(floor, at), requests: [], cutOff: null };
    default:
      return floor;
  }
}
