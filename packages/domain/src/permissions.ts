/**
 * Who may do what, and when: one line a command. What no line allows is refused. A person who holds several
 * capacities acts in the first that the line names.
 */
import type { Capacity } from './capacities.ts';
import type { MeetingCommand } from './acts/command.ts';
import type { ActingAs } from './acts/event.ts';
import type { Phase } from './acts/session.ts';

interface Permission {
  as: readonly (Capacity | 'staff' | 'seal-keeper')[];
  while: readonly Phase[];
}

/** Everyone who has a seat in the meeting. */
const anySeat = [
  'chair',
  'recorder',
  'member',
  'party',
  'mediator',
  'responsible-unit',
  'attendee',
  'observer',
  'supervisor',
  'scrutineer',
  'teller',
  'witness',
] as const;
const lead = ['chair'] as const;
const desk = ['chair', 'recorder'] as const;
const deskAndStaff = ['chair', 'recorder', 'staff'] as const;
const beforeTheEnd = ['called', 'in-session', 'adjourned'] as const;
const inSession = ['in-session'] as const;
/** An agreement is drafted on the spot; a break is often when it is. */
const drafting = ['in-session', 'adjourned'] as const;
/** The desk catches up in a break, and puts right what it wrote until the minutes are frozen. */
const sinceOpening = ['in-session', 'adjourned', 'closed'] as const;
const afterwards = ['closed'] as const;
/** From the calling on; of a meeting that was called off nothing but reading is left. */
const sinceCalling = ['called', 'in-session', 'adjourned', 'closed'] as const;
/** Everyone who takes part; observers follow in silence. */
const takingPart = [
  'chair',
  'recorder',
  'member',
  'party',
  'mediator',
  'responsible-unit',
  'attendee',
  'supervisor',
  'scrutineer',
  'teller',
  'witness',
] as const;

export const permissions = {
  'check-in': { as: anySeat, while: beforeTheEnd },
  leave: { as: anySeat, while: beforeTheEnd },
  'record-arrival': { as: desk, while: beforeTheEnd },
  'record-departure': { as: desk, while: beforeTheEnd },
  'add-person': { as: desk, while: beforeTheEnd },
  'return-place': { as: desk, while: beforeTheEnd },
  'confirm-presence': { as: lead, while: inSession },
  'give-reply': { as: takingPart, while: ['called'] },
  'record-reply': { as: deskAndStaff, while: ['called'] },
  'take-chair': { as: ['recorder', 'staff'], while: beforeTheEnd },
  'check-identity': { as: deskAndStaff, while: beforeTheEnd },
  'withdraw-identity-check': { as: deskAndStaff, while: beforeTheEnd },

  'record-notice': { as: ['chair', 'recorder', 'staff'], while: ['called'] },
  'change-meeting': { as: ['chair', 'staff'], while: ['called'] },
  'call-off-meeting': { as: ['chair', 'staff'], while: ['called'] },
  'open-meeting': { as: lead, while: ['called', 'in-session'] },
  'adjourn-meeting': { as: lead, while: ['in-session', 'adjourned'] },
  'resume-meeting': { as: lead, while: ['in-session', 'adjourned'] },
  'close-meeting': { as: lead, while: ['in-session', 'closed'] },

  'begin-item': { as: lead, while: inSession },
  'skip-item': { as: lead, while: inSession },
  'omit-outcome': { as: lead, while: inSession },
  'undo-step': { as: lead, while: inSession },
  'add-item': { as: lead, while: beforeTheEnd },
  'withdraw-item': { as: lead, while: beforeTheEnd },
  'move-item': { as: lead, while: beforeTheEnd },

  'start-clock': { as: desk, while: inSession },
  'pause-clock': { as: desk, while: inSession },
  'resume-clock': { as: desk, while: inSession },
  'stop-clock': { as: desk, while: inSession },

  'ask-for-floor': { as: takingPart, while: inSession },
  'withdraw-floor-request': { as: takingPart, while: inSession },
  'enter-floor-request': { as: desk, while: inSession },
  'strike-floor-request': { as: desk, while: inSession },
  'move-floor-request': { as: lead, while: inSession },
  'give-floor': { as: lead, while: inSession },
  'pause-speech': { as: desk, while: inSession },
  'resume-speech': { as: desk, while: inSession },
  'end-speech': { as: desk, while: inSession },
  'give-more-time': { as: lead, while: inSession },
  'set-speaking-time': { as: lead, while: beforeTheEnd },

  'open-vote': { as: lead, while: inSession },
  'cast-ballot': { as: ['member'], while: inSession },
  'close-vote': { as: lead, while: inSession },
  'begin-counting': { as: desk, while: inSession },
  'enter-hand': { as: ['chair', 'recorder', 'teller'], while: inSession },
  'establish-vote': { as: lead, while: inSession },
  'publish-vote': { as: lead, while: inSession },
  'annul-vote': { as: lead, while: inSession },

  'record-opinion': { as: desk, while: sinceOpening },
  'correct-opinion': { as: desk, while: sinceOpening },
  'withdraw-opinion': { as: desk, while: sinceOpening },
  'mark-opinion': { as: desk, while: sinceOpening },
  'show-opinions': { as: lead, while: sinceOpening },
  'record-question': { as: desk, while: sinceOpening },
  'withdraw-question': { as: desk, while: sinceOpening },
  'record-answer': { as: desk, while: sinceOpening },
  'correct-answer': { as: desk, while: sinceOpening },
  'state-proposal': { as: lead, while: ['in-session', 'closed'] },

  'write-passage': { as: desk, while: drafting },
  'add-clause': { as: desk, while: drafting },
  'revise-clause': { as: desk, while: drafting },
  'move-clause': { as: desk, while: drafting },
  'strike-clause': { as: desk, while: drafting },
  'check-part': { as: ['party'], while: drafting },
  'record-check': { as: desk, while: drafting },
  'record-reading': { as: desk, while: drafting },
  'freeze-agreement': { as: lead, while: inSession },
  'reopen-agreement': { as: lead, while: inSession },
  'open-signing': { as: lead, while: sinceOpening },
  'identify-signer': { as: deskAndStaff, while: sinceOpening },
  'consent-to-signing': { as: ['party'], while: sinceOpening },
  'sign-agreement': { as: takingPart, while: sinceOpening },
  'refuse-signing': { as: takingPart, while: sinceOpening },
  'record-refusal': { as: desk, while: sinceOpening },
  'take-paper-way': { as: desk, while: sinceOpening },
  'record-paper-signing': { as: deskAndStaff, while: sinceOpening },
  'confirm-paper-signing': { as: deskAndStaff, while: sinceOpening },
  'record-oral-agreement': { as: ['chair', 'mediator'], while: sinceOpening },
  'set-seal': { as: ['seal-keeper'], while: sinceOpening },

  'share-minutes': { as: lead, while: sinceCalling },
  'admit-writer': { as: desk, while: sinceCalling },
  'dismiss-writer': { as: desk, while: sinceCalling },
  'circulate-minutes': { as: desk, while: afterwards },
  'propose-amendment': { as: takingPart, while: afterwards },
  'decide-amendment': { as: desk, while: afterwards },
  'confirm-minutes': { as: desk, while: afterwards },

  'propose-supplement': { as: desk, while: afterwards },
  'confirm-supplement': { as: desk, while: afterwards },
  'withdraw-supplement': { as: desk, while: afterwards },
  'publish-result': { as: deskAndStaff, while: afterwards },

  'add-attachment': { as: deskAndStaff, while: beforeTheEnd },
  'withdraw-attachment': { as: deskAndStaff, while: beforeTheEnd },
  'take-photo': { as: deskAndStaff, while: sinceCalling },
  'discard-photo': { as: deskAndStaff, while: sinceCalling },
  'add-proof': { as: deskAndStaff, while: sinceCalling },
  'discard-proof': { as: deskAndStaff, while: sinceCalling },

  'assign-duty': { as: deskAndStaff, while: afterwards },
  'record-duty': { as: deskAndStaff, while: afterwards },
  'reopen-duty': { as: deskAndStaff, while: afterwards },

  'settle-openness': { as: lead, while: beforeTheEnd },
  'acknowledge-rights': { as: ['party'], while: beforeTheEnd },
  'record-rights-read': { as: ['chair', 'recorder', 'mediator'], while: beforeTheEnd },
  'end-without-agreement': { as: lead, while: inSession },
} as const satisfies Record<MeetingCommand['type'], Permission>;

/** In which capacity the actor may give this command, as far as capacities go; undefined when in none. */
export function actingAs(
  type: MeetingCommand['type'],
  held: readonly Capacity[],
  { staff, keeper = false }: { staff: boolean; keeper?: boolean },
): ActingAs | undefined {
  const { as }: Permission = permissions[type];
  return as.find((one) => (one === 'staff' ? staff : one === 'seal-keeper' ? keeper : held.includes(one)));
}

/** Whether the command has its place in this phase of the meeting. */
export function hasItsPlace(type: MeetingCommand['type'], phase: Phase): boolean {
  const line: Permission = permissions[type];
  return line.while.includes(phase);
}
