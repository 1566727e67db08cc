/**
 * Supplements (补正) to final minutes. The text and its hash never change any more; what turns out to be wrong is put
 * right by a dated supplement, behind which chair and recorder both stand, as they do behind the text itself.
 */
import { confirmingCapacities, type ConfirmingCapacity } from './acts/minutes.ts';
import type { Recorded } from './acts/event.ts';
import type { SupplementCommand } from './acts/supplements.ts';
import type { Attendance } from './attendance.ts';
import { accept, refuse, unchanged, type Circumstances, type Decision } from './decision.ts';
import type { Minutes } from './minutes.ts';
import { ballotFacts } from './ballot-facts.ts';
import type { Block, MinutesText } from './minutes-text.ts';
import { unreachable } from './unreachable.ts';

/** Who stands behind it, since when, in which capacities. */
interface Behind {
  seat: string;
  at: number;
  as: readonly ConfirmingCapacity[];
}

export type Supplement = {
  supplement: string;
  section: string;
  quote: string | null;
  words: string;
  reason: string;
  proposed: Behind;
} & (
  | { status: 'proposed' }
  | { status: 'standing'; confirmed: Behind }
  | { status: 'withdrawn'; withdrawn: { seat: string; at: number; reason: string } }
);

/** In the order in which they were proposed. */
export type Supplements = readonly Supplement[];
export const noSupplements: Supplements = [];

interface Supplemented {
  attendance: Attendance;
  minutes: Minutes;
  supplements: Supplements;
}

const close = (text: string): string => text.replace(/\s+/gu, '');

/** Words of a block that everybody reads who reads the minutes: how a view was given by hand is for those who lead. */
function wordsOfBlock(block: Block): string {
  if (block.kind !== 'fact') return block.text.map(({ text }) => text).join('');
  return ballotFacts.has(block.fact) ? '' : block.text;
}

/** Whether the words stand in that section of the final text, however its lines are broken. */
function stands(text: MinutesText, section: string, quote: string): boolean {
  const blocks = text.sections.find(({ item }) => item === section)?.blocks ?? [];
  return close(blocks.map(wordsOfBlock).join('')).includes(close(quote));
}

const heldBy = ({ attendance }: Supplemented, seat: string): ConfirmingCapacity[] => {
  const held = attendance.people[seat]?.capacities ?? [];
  return confirmingCapacities.filter((capacity) => held.includes(capacity));
};

function propose(
  meeting: Supplemented,
  { type: _, ...correction }: SupplementCommand & { type: 'propose-supplement' },
  { actor, newId }: Circumstances,
): Decision {
  const { minutes } = meeting;
  if (minutes.status !== 'frozen') return refuse('minutes-not-frozen');
  const { section, quote } = correction;
  if (!minutes.text.sections.some(({ item }) => item === section)) return refuse('no-such-item');
  if (quote !== null && !stands(minutes.text, section, quote)) return refuse('quote-not-found');
  const as = heldBy(meeting, actor.seat);
  return accept({ type: 'supplement-proposed', supplement: newId(), ...correction, as });
}

/** Whoever lacks behind it confirms; one who holds both capacities confirms in both, as with the minutes. */
function confirm(meeting: Supplemented, supplement: Supplement, { actor }: Circumstances): Decision {
  if (supplement.status === 'standing') return unchanged();
  if (supplement.status === 'withdrawn') return refuse('supplement-withdrawn');
  const held = heldBy(meeting, actor.seat);
  const lacking = confirmingCapacities.filter((capacity) => !supplement.proposed.as.includes(capacity));
  const as = lacking.length === 0 ? held : held.filter((capacity) => lacking.includes(capacity));
  if (as.length === 0) return refuse('supplement-awaits-other', { capacity: lacking[0] ?? '' });
  return accept({ type: 'supplement-confirmed', supplement: supplement.supplement, as });
}

function withdraw(supplement: Supplement, reason: string): Decision {
  if (supplement.status === 'standing') return refuse('supplement-stands');
  if (supplement.status === 'withdrawn') return unchanged();
  return accept({ type: 'supplement-withdrawn', supplement: supplement.supplement, reason });
}

export function decideSupplements(
  meeting: Supplemented,
  command: SupplementCommand,
  circumstances: Circumstances,
): Decision {
  if (command.type === 'propose-supplement') return propose(meeting, command, circumstances);
  const found = meeting.supplements.find(({ supplement }) => supplement === command.supplement);
  if (!found) return refuse('no-such-supplement');
  switch (command.type) {
    case 'confirm-supplement':
      return confirm(meeting, found, circumstances);
    case 'withdraw-supplement':
      return withdraw(found, command.reason);
    default:
      return unreachable(command);
  }
}

export function evolveSupplements(supplements: Supplements, { event, at, seat }: Recorded): Supplements {
  const change = (id: string, by: (one: Supplement) => Supplement) =>
    supplements.map((one) => (one.supplement === id ? by(one) : one));
  switch (event.type) {
    case 'supplement-proposed': {
      const { type: _, as, ...correction } = event;
      return [...supplements, { ...correction, status: 'proposed', proposed: { seat, at, as } }];
    }
    case 'supplement-confirmed':
      return change(event.supplement, (one) => ({ ...one, status: 'standing', confirmed: { seat, at, as: event.as } }));
    case 'supplement-withdrawn':
      return change(event.supplement, (one) => ({
        ...one,
        status: 'withdrawn',
        withdrawn: { seat, at, reason: event.reason },
      }));
    default:
      return supplements;
  }
}
