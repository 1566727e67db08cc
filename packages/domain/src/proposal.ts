/** The tendency proposal (倾向性方案): the chair states it, and may state it anew until the minutes are frozen. */
import type { Recorded } from './acts/event.ts';
import type { ProposalCommand } from './acts/proposal.ts';
import { hasBegun, type Agenda } from './agenda.ts';
import type { MeetingCalled } from './acts/called.ts';
import { accept, refuse, unchanged, type Decision } from './decision.ts';
import { stepOf } from './steps.ts';

export interface Proposal {
  text: string;
  item: string;
  at: number;
  /** Who stated it. */
  seat: string;
  /** Version of its statement. */
  told: number;
  /** How often one was stated; only the last stands. */
  times: number;
}

interface Stated {
  called: MeetingCalled;
  agenda: Agenda;
  proposal: Proposal | null;
  minutes: { status: string };
}

/**
 * Where it stands in the minutes: under the item before the meeting; once that is closed, under the last one that was to
 * bring a proposal or a summary, else under the last that was held.
 */
function itemFor({ called, agenda }: Stated): string | undefined {
  if (agenda.current !== null) return agenda.current;
  const held = agenda.order.flatMap((id) => agenda.items[id] ?? []).filter(hasBegun);
  const bringing = held.findLast((item) => {
    const outcome = stepOf(called.procedure, item)?.value.outcome;
    return outcome === 'proposal' || outcome === 'summary';
  });
  return (bringing ?? held.at(-1))?.item;
}

export function decideProposal(meeting: Stated, { text }: ProposalCommand): Decision {
  if (meeting.minutes.status === 'frozen') return refuse('minutes-not-drafting');
  if (meeting.proposal?.text === text) return unchanged();
  const item = itemFor(meeting);
  return item === undefined ? refuse('no-current-item') : accept({ type: 'proposal-stated', item, text });
}

export function evolveProposal(proposal: Proposal | null, { event, version, at, seat }: Recorded): Proposal | null {
  if (event.type !== 'proposal-stated') return proposal;
  const { item, text } = event;
  return { text, item, at, seat, told: version, times: (proposal?.times ?? 0) + 1 };
}
