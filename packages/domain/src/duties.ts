/**
 * What a meeting owes after it. Which duties there are follows from the procedure and the day on which the meeting was
 * closed; that the minutes are drawn up follows from the record itself; everything else is recorded by hand. Whether a
 * duty is late is a question of today and its last day, answered where it is shown.
 */
import type { MeetingCalled } from './acts/called.ts';
import type { DutyCommand } from './acts/duties.ts';
import type { Recorded } from './acts/event.ts';
import { dayOf } from './days.ts';
import { accept, refuse, unchanged, type Circumstances, type Decision } from './decision.ts';
import { dueAfter, type DueAfter } from './due.ts';
import type { Minutes } from './minutes.ts';
import type { Session } from './session.ts';
import { unreachable } from './unreachable.ts';

/** That a duty was done. `by` is null where the record itself shows it. */
export interface DutyDone {
  at: number;
  by: string | null;
  to: string | null;
  note: string | null;
}

interface Tended {
  person: string | null;
  done: DutyDone | null;
}
/** What was recorded of each duty, by its name in the procedure. */
export type Duties = Readonly<Record<string, Tended>>;
export const noDuties: Duties = {};

/** A duty as it stands: what is owed by when, who sees to it, and whether it was done. */
export interface DutyState extends DueAfter, Tended {
  /** Met by the record itself: nobody records it. */
  ofRecord: boolean;
}

interface Owing {
  called: MeetingCalled;
  session: Session;
  minutes: Minutes;
  duties: Duties;
}

/** Documents of procedures that the confirmed minutes are; any other is drawn up elsewhere, and recorded by hand. */
const theMinutes: ReadonlySet<string> = new Set(['hearing-minutes']);

const isTheMinutes = ({ document }: DueAfter) => document !== null && theMinutes.has(document);
const drawsUpMinutes = (due: DueAfter) => due.kind === 'draw-up' && isTheMinutes(due);

const tendedIn = (duties: Duties, duty: string): Tended =>
  (Object.hasOwn(duties, duty) ? duties[duty] : undefined) ?? { person: null, done: null };

/** Every duty of a closed meeting in the order of its procedure; none before. */
export function dutiesOf({ called, session, minutes, duties }: Owing): DutyState[] {
  if (session.status !== 'closed') return [];
  const zone = called.community.timeZone;
  const days = { held: dayOf(session.openedAt, zone), closed: dayOf(session.closedAt, zone) };
  return dueAfter(called.procedure, days).map((due): DutyState => {
    const tended = tendedIn(duties, due.duty);
    if (!drawsUpMinutes(due)) return { ...due, ...tended, ofRecord: false };
    const done = minutes.status === 'frozen' ? { at: minutes.frozenAt, by: null, to: null, note: null } : null;
    return { ...due, person: tended.person, done, ofRecord: true };
  });
}

/** Days past the last one; 0 while it is not late, was done, or no number of days is stated. */
export const daysLate = ({ last, done }: { last: number | null; done: unknown }, today: number): number =>
  last === null || done !== null ? 0 : Math.max(0, today - last);

/** People say the minute, the record knows the millisecond: what was said lies before it when its whole minute does. */
const before = (said: number, known: number): boolean => said + 60_000 <= known;

const ruleOf = ({ language }: MeetingCalled, { source }: DueAfter) => ({
  document: source.document[language],
  place: source.place,
});

function record(
  { called, session, minutes }: Owing,
  owed: DutyState,
  command: DutyCommand & { type: 'record-duty' },
  now: number,
): Decision {
  if (owed.ofRecord) return refuse('duty-of-record', ruleOf(called, owed));
  // What is filed, handed on or archived is the text that both confirmed, and no draft of it.
  if (isTheMinutes(owed) && (minutes.status !== 'frozen' || before(command.at, minutes.frozenAt)))
    return refuse('minutes-not-final', ruleOf(called, owed));
  if (command.at > now) return refuse('duty-in-future');
  if (session.status === 'closed' && before(command.at, session.openedAt)) return refuse('duty-before-meeting');
  if ((command.to !== null) !== owed.toSomebody) return refuse('duty-recipient', { needed: owed.toSomebody ? 1 : 0 });
  const { at, by, to, note = null } = command;
  const { done } = owed;
  if (done?.at === at && done.by === by && done.to === to && done.note === note) return unchanged();
  return accept({ ...command, type: 'duty-fulfilled' });
}

export function decideDuties(meeting: Owing, command: DutyCommand, { at }: Circumstances): Decision {
  const owed = dutiesOf(meeting).find(({ duty }) => duty === command.duty);
  if (!owed) return refuse('no-such-duty');
  switch (command.type) {
    case 'assign-duty':
      return owed.person === command.person ? unchanged() : accept({ ...command, type: 'duty-assigned' });
    case 'record-duty':
      return record(meeting, owed, command, at);
    case 'reopen-duty':
      if (owed.ofRecord) return refuse('duty-of-record', ruleOf(meeting.called, owed));
      return owed.done ? accept({ ...command, type: 'duty-reopened' }) : unchanged();
    default:
      return unreachable(command);
  }
}

export function evolveDuties(duties: Duties, { event }: Recorded): Duties {
  switch (event.type) {
    case 'duty-assigned':
      return { ...duties, [event.duty]: { ...tendedIn(duties, event.duty), person: event.person } };
    case 'duty-fulfilled': {
      const { duty, at, by, to, note = null } = event;
      return { ...duties, [duty]: { ...tendedIn(duties, duty), done: { at, by, to, note } } };
    }
    case 'duty-reopened':
      return { ...duties, [event.duty]: { ...tendedIn(duties, event.duty), done: null } };
    default:
      return duties;
  }
}

/** The duties as those who lead see them; null before the meeting is closed. */
export interface DutiesView {
  order: string[];
  byId: Record<string, DutyState>;
}

export function dutiesView(meeting: Owing): DutiesView | null {
  if (meeting.session.status !== 'closed') return null;
  const all = dutiesOf(meeting);
  return { order: all.map(({ duty }) => duty), byId: Object.fromEntries(all.map((one) => [one.duty, one])) };
}
