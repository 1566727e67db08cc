/** Opening, adjourning and closing the meeting itself. */
import { pendingItems, type Agenda } from './agenda.ts';
import { arrivalOfLeader, isDue, presentIn, type Attendance } from './attendance.ts';
import { accept, refuse, unchanged, type Circumstances, type Decision } from './decision.ts';
import type { SessionCommand } from './acts/session.ts';
import type { Recorded } from './acts/event.ts';
import type { MeetingCalled } from './acts/called.ts';
import { shortfalls, tooShort, type Servings } from './notice.ts';
import { closingTooEarly, type Guarded } from './steps.ts';
import { unreachable } from './unreachable.ts';
import { voteUnderWay } from './voting.ts';

export type Session =
  | { status: 'called' }
  /** `sat`: ms of the sittings before this one, which began at `since`. */
  | { status: 'in-session'; openedAt: number; sat: number; since: number }
  | { status: 'adjourned'; openedAt: number; adjournedAt: number; sat: number }
  | { status: 'closed'; openedAt: number; closedAt: number; sat: number }
  | { status: 'called-off'; at: number; reason: string };

type Opened = Exclude<Session, { status: 'called' | 'called-off' }>;
/** Whether the meeting has been opened: there is a time of it. */
export const wasOpened = (session: Session): session is Opened =>
  session.status !== 'called' && session.status !== 'called-off';

/** How long the meeting was in session by `at`, ms; adjournments are not counted. */
export function timeSat(session: Session, at: number): number {
  if (!wasOpened(session)) return 0;
  return session.status === 'in-session' ? session.sat + Math.max(0, at - session.since) : session.sat;
}

/** Everything that opening and closing look at. */
interface Held extends Guarded {
  called: MeetingCalled;
  notice: Servings;
  session: Session;
  attendance: Attendance;
  agenda: Agenda;
}

/** Closing names what still stands open, so that nothing is dropped by accident. */
function close(meeting: Held): Decision {
  if (meeting.session.status === 'closed') return unchanged();
  if (voteUnderWay(meeting.voting)) return refuse('vote-running');
  const unpublished = Object.values(meeting.voting.votes).find((vote) => vote.status === 'established');
  if (unpublished) return refuse('result-unpublished', { question: unpublished.question });
  const early = closingTooEarly(meeting);
  if (early) return early;
  const [pending] = pendingItems(meeting.agenda);
  if (pending) return refuse('items-pending', { title: pending.title, count: pendingItems(meeting.agenda).length });
  return accept({ type: 'meeting-closed', present: presentIn(meeting.attendance).length });
}

/**
 * Not before the notice allows, unless the chair says why. Whoever opens the meeting is at it, so they are counted
 * although nobody checked them in.
 */
function open(
  meeting: Held,
  { deviation }: SessionCommand & { type: 'open-meeting' },
  { actor: { seat }, at }: Circumstances,
): Decision {
  const { attendance } = meeting;
  const short = shortfalls(meeting, at);
  if (short[0] && deviation === undefined) return tooShort(short[0]);
  const departs = short.length > 0 && deviation !== undefined;
  const arrival = arrivalOfLeader({ attendance }, seat);
  const opener = attendance.people[seat];
  const counted = arrival.length > 0 && opener && isDue(opener) ? 1 : 0;
  return accept(...arrival, {
    type: 'meeting-opened',
    present: presentIn(attendance).length + counted,
    ...(departs && { deviation: { notices: short.map(({ notice }) => notice), reason: deviation } }),
  });
}

export function decideSession(meeting: Held, command: SessionCommand, circumstances: Circumstances): Decision {
  const { status } = meeting.session;
  switch (command.type) {
    case 'open-meeting':
      return status === 'in-session' ? unchanged() : open(meeting, command, circumstances);
    case 'adjourn-meeting':
      if (status === 'adjourned') return unchanged();
      if (voteUnderWay(meeting.voting)) return refuse('vote-running');
      return accept({ ...command, type: 'meeting-adjourned' });
    case 'resume-meeting':
      return status === 'in-session' ? unchanged() : accept({ type: 'meeting-resumed' });
    case 'close-meeting':
      return close(meeting);
    default:
      return unreachable(command);
  }
}

export function evolveSession(session: Session, { event, at }: Recorded): Session {
  const openedAt = wasOpened(session) ? session.openedAt : at;
  const sat = timeSat(session, at);
  switch (event.type) {
    case 'meeting-opened':
    case 'meeting-resumed':
      return { status: 'in-session', openedAt, sat, since: at };
    case 'meeting-adjourned':
      return { status: 'adjourned', openedAt, adjournedAt: at, sat };
    case 'meeting-closed':
      return { status: 'closed', openedAt, closedAt: at, sat };
    case 'meeting-called-off':
      return { status: 'called-off', at, reason: event.reason };
    default:
      return session;
  }
}
