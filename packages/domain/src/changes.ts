/**
 * Moving a called meeting, and calling it off. A notice names time and place: what was changed has not been announced until
 * the new notice is posted again, so the new one takes the former's place and its servings begin anew (notice.ts).
 */
import type { MeetingCalled } from './acts/called.ts';
import type { ChangesCommand, MeetingChanged } from './acts/changes.ts';
import type { Recorded } from './acts/event.ts';
import { accept, refuse, unchanged, type Circumstances, type Decision } from './decision.ts';
import { draftChange } from './notice-change.ts';
import { noticeInForce, type Change } from './notice.ts';
import { holdsPrivateNumbers } from './notice-text.ts';
import { unreachable } from './unreachable.ts';

interface Changeable {
  called: MeetingCalled;
}

function changed({ called }: Changeable, command: ChangesCommand & { type: 'change-meeting' }, at: number): Decision {
  const { plannedAt = called.plannedAt, place = called.place, reason } = command;
  if (plannedAt === called.plannedAt && place === called.place) return unchanged();
  if (plannedAt !== called.plannedAt && plannedAt <= at) return refuse('planned-in-past');
  const event: MeetingChanged = { type: 'meeting-changed', plannedAt, place, reason };
  if (called.notice.way === 'start-now') return accept(event);
  const words = command.notice ?? draftChange(called, { plannedAt, place, reason });
  // A number that stood in the former notice is the contact's.
  const known = noticeInForce(called)?.body ?? '';
  if (holdsPrivateNumbers([...Object.values(words), reason].join('\n'), known)) return refuse('private-number');
  return accept({ ...event, notice: { ...words, issuedAt: at } });
}

export function decideChanges(meeting: Changeable, command: ChangesCommand, { at }: Circumstances): Decision {
  switch (command.type) {
    case 'change-meeting':
      return changed(meeting, command, at);
    case 'call-off-meeting':
      // The reason is shown to everybody.
      return holdsPrivateNumbers(command.reason, noticeInForce(meeting.called)?.body ?? '')
        ? refuse('private-number')
        : accept({ type: 'meeting-called-off', reason: command.reason });
    default:
      return unreachable(command);
  }
}

/** What is known of the meeting from its calling, with time, place and notice as they are in force. */
export function evolveCalled(called: MeetingCalled, { event }: Recorded): MeetingCalled {
  if (event.type !== 'meeting-changed') return called;
  const { plannedAt, place, notice } = event;
  return { ...called, plannedAt, place, ...(notice && { notice: { way: 'to-be-served', text: notice } }) };
}

export function evolveChanges(
  { called, changes }: Changeable & { changes: readonly Change[] },
  { event, at }: Recorded,
): readonly Change[] {
  if (event.type !== 'meeting-changed') return changes;
  const { plannedAt, place } = called;
  return [...changes, { at, reason: event.reason, former: { plannedAt, place, notice: noticeInForce(called) } }];
}
