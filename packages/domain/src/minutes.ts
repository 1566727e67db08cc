/**
 * The minutes' life: drafting → circulated → confirmed by chair and by recorder → frozen. What is typed stands in a
 * document beside the record and may change until both have confirmed the very same text; then it is frozen for good.
 */
import { isClosedTo } from './mediation.ts';
import { confirmingCapacities, type ConfirmingCapacity, type MinutesCommand } from './acts/minutes.ts';
import type { MeetingCommand } from './acts/command.ts';
import type { Recorded } from './acts/event.ts';
import type { Attendance } from './attendance.ts';
import { accept, refuse, unchanged, type Circumstances, type Decision } from './decision.ts';
import { isEmpty, opening, type MinutesText } from './minutes-text.ts';
import type { Session } from './session.ts';
import { proposalOwed, type Guarded } from './steps.ts';
import { unreachable } from './unreachable.ts';

/** A change that somebody who attended wants in the circulated text. */
export interface Amendment {
  amendment: string;
  seat: string;
  section: string;
  words: string;
  reason: string;
  proposedAt: number;
  decision: { taken: boolean; reason: string | null; at: number } | null;
}

/** Of which text a confirmation was, by whom; it counts as long as the text is that one. */
export interface Confirmation {
  seat: string;
  hash: string;
  at: number;
}
export type Confirmations = Partial<Record<ConfirmingCapacity, Confirmation>>;

export type Minutes = {
  /** Seats admitted to write beside chair and recorder. */
  writers: readonly string[];
  /** Whether the draft is shown to those who do not write. */
  shared: boolean;
  amendments: readonly Amendment[];
} & (
  | { status: 'drafting' }
  | { status: 'circulated'; circulatedAt: number; confirmations: Confirmations }
  | {
      status: 'frozen';
      circulatedAt: number;
      confirmations: Confirmations;
      frozenAt: number;
      hash: string;
      text: MinutesText;
    }
);

export const noMinutes: Minutes = { status: 'drafting', writers: [], shared: false, amendments: [] };

/** Everything that a decision about the minutes looks at. */
interface Minuted extends Guarded {
  session: Pick<Session, 'status'>;
  minutes: Minutes;
  attendance: Attendance;
}

/** Whether the seat writes by its capacity, without being admitted. */
const writesByCapacity = ({ attendance }: Pick<Minuted, 'attendance'>, seat: string): boolean =>
  confirmingCapacities.some((capacity) => attendance.people[seat]?.capacities.includes(capacity));

/** [A11] Whoever only looks on writes nothing, and reads nothing, of a closed mediation, also if they were admitted before. */
const isOutside = (meeting: Writable, seat: string): boolean =>
  isClosedTo(meeting, { capacities: meeting.attendance.people[seat]?.capacities ?? [], staff: false });

type Writable = Pick<Minuted, 'attendance' | 'minutes' | 'session' | 'called' | 'mediation'>;

/** Whether the seat may write in the minutes now: recorders, the chair, and whom they admitted, until it is frozen. */
export const mayWrite = (meeting: Writable, seat: string): boolean =>
  meeting.minutes.status !== 'frozen' &&
  // Of a meeting that was called off nothing is left to minute.
  meeting.session.status !== 'called-off' &&
  (writesByCapacity(meeting, seat) || (meeting.minutes.writers.includes(seat) && !isOutside(meeting, seat)));

/** Commands that are decided upon the text itself, which stands beside the record. */
export const restsOnText = ({ type }: MeetingCommand): boolean =>
  type === 'circulate-minutes' || type === 'confirm-minutes';

function circulate({ minutes }: Minuted, text: MinutesText | undefined): Decision {
  if (minutes.status === 'circulated') return unchanged();
  if (!text) return refuse('try-again');
  return isEmpty(text) ? refuse('minutes-empty') : accept({ type: 'minutes-circulated' });
}

function propose(
  { minutes, agenda }: Minuted,
  { type: _, ...proposal }: MinutesCommand & { type: 'propose-amendment' },
  newId: () => string,
): Decision {
  if (minutes.status !== 'circulated') return refuse('minutes-not-circulated');
  if (proposal.section !== opening && !agenda.items[proposal.section]) return refuse('no-such-item');
  return accept({ type: 'amendment-proposed', amendment: newId(), ...proposal });
}

function decideAmendment({ minutes }: Minuted, command: MinutesCommand & { type: 'decide-amendment' }): Decision {
  const found = minutes.amendments.find(({ amendment }) => amendment === command.amendment);
  if (!found) return refuse('no-such-amendment');
  const { taken, reason } = command;
  // Whoever proposed it is owed an answer, and the record shows that one was given.
  if (!taken && !reason?.trim()) return refuse('reason-needed');
  if (found.decision?.taken === taken && found.decision.reason === (reason ?? null)) return unchanged();
  return accept({ ...command, type: 'amendment-decided' });
}

/** A person confirms in every capacity they hold that must confirm: a recorder who took the chair, in both. */
function confirm(meeting: Minuted, hash: string, { actor, minutes: woven }: Circumstances): Decision {
  const { minutes, attendance } = meeting;
  if (minutes.status !== 'circulated') return refuse('minutes-not-circulated');
  if (minutes.amendments.some(({ decision }) => decision === null)) return refuse('amendments-undecided');
  const owed = proposalOwed(meeting);
  if (owed) return owed;
  if (!woven) return refuse('try-again');
  if (woven.hash !== hash) return refuse('minutes-changed');
  if (isEmpty(woven.text)) return refuse('minutes-empty');
  const held = attendance.people[actor.seat]?.capacities ?? [];
  const stands = (capacity: ConfirmingCapacity) => minutes.confirmations[capacity]?.hash === hash;
  const as = confirmingCapacities.filter((capacity) => held.includes(capacity) && !stands(capacity));
  if (as.length === 0) return unchanged();
  const confirmed = { type: 'minutes-confirmed', hash, as } as const;
  if (!confirmingCapacities.every((capacity) => as.includes(capacity) || stands(capacity))) return accept(confirmed);
  return accept(confirmed, { type: 'minutes-frozen', hash, text: woven.text, dropped: woven.dropped });
}

export function decideMinutes(meeting: Minuted, command: MinutesCommand, circumstances: Circumstances): Decision {
  const { minutes, attendance } = meeting;
  if (minutes.status === 'frozen') {
    const again = command.type === 'confirm-minutes' && command.hash === minutes.hash;
    return again ? unchanged() : refuse('minutes-not-drafting');
  }
  switch (command.type) {
    case 'share-minutes':
      return minutes.shared === command.shared ? unchanged() : accept({ ...command, type: 'minutes-shared' });
    case 'admit-writer':
      if (!attendance.people[command.seat]) return refuse('no-such-seat');
      if (mayWrite(meeting, command.seat)) return unchanged();
      return accept({ type: 'writer-admitted', seat: command.seat });
    case 'dismiss-writer':
      if (!minutes.writers.includes(command.seat)) return unchanged();
      return accept({ type: 'writer-dismissed', seat: command.seat });
    case 'circulate-minutes':
      return circulate(meeting, circumstances.minutes?.text);
    case 'propose-amendment':
      return propose(meeting, command, circumstances.newId);
    case 'decide-amendment':
      return decideAmendment(meeting, command);
    case 'confirm-minutes':
      return confirm(meeting, command.hash, circumstances);
    default:
      return unreachable(command);
  }
}

function decided(amendment: Amendment, { event, at }: Recorded): Amendment {
  if (event.type !== 'amendment-decided' || event.amendment !== amendment.amendment) return amendment;
  return { ...amendment, decision: { taken: event.taken, reason: event.reason ?? null, at } };
}

export function evolveMinutes(minutes: Minutes, recorded: Recorded): Minutes {
  const { event, at, seat } = recorded;
  switch (event.type) {
    case 'minutes-shared':
      return { ...minutes, shared: event.shared };
    case 'writer-admitted':
      return { ...minutes, writers: [...minutes.writers, event.seat] };
    case 'writer-dismissed':
      return { ...minutes, writers: minutes.writers.filter((one) => one !== event.seat) };
    case 'minutes-circulated':
      return { ...minutes, status: 'circulated', circulatedAt: at, confirmations: {} };
    case 'amendment-proposed': {
      const { type: _, ...proposal } = event;
      return { ...minutes, amendments: [...minutes.amendments, { ...proposal, seat, proposedAt: at, decision: null }] };
    }
    case 'amendment-decided':
      return { ...minutes, amendments: minutes.amendments.map((one) => decided(one, recorded)) };
    case 'minutes-confirmed': {
      if (minutes.status !== 'circulated') return minutes;
      const confirmed = Object.fromEntries(event.as.map((capacity) => [capacity, { seat, hash: event.hash, at }]));
      return { ...minutes, confirmations: { ...minutes.confirmations, ...confirmed } };
    }
    case 'minutes-frozen':
      if (minutes.status !== 'circulated') return minutes;
      return { ...minutes, status: 'frozen', frozenAt: at, hash: event.hash, text: event.text };
    default:
      return minutes;
  }
}
