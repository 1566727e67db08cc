/** What readers are shown of supplements: those who read the minutes read what stands, those who lead also what is being weighed. */
import type { ConfirmingCapacity } from './acts/minutes.ts';
import type { Meeting } from './meeting.ts';
import type { Supplement } from './supplements.ts';

type By = { name: string; at: number };

export interface SupplementView {
  status: Supplement['status'];
  section: string;
  quote: string | null;
  words: string;
  reason: string;
  /** Since when it stands; null while it does not. */
  standsAt: number | null;
  /** Who stands behind it, by capacity. */
  behind: Partial<Record<ConfirmingCapacity, By>>;
  proposed: By;
  withdrawn: (By & { reason: string }) | null;
}

export interface SupplementsView {
  order: string[];
  byId: Record<string, SupplementView>;
}

function supplementView(one: Supplement, nameOf: (seat: string) => string): SupplementView {
  const { status, section, quote, words, reason, proposed } = one;
  const by = ({ seat, at }: { seat: string; at: number }): By => ({ name: nameOf(seat), at });
  const behind = [proposed, ...(status === 'standing' ? [one.confirmed] : [])];
  return {
    ...{ status, section, quote, words, reason },
    standsAt: status === 'standing' ? one.confirmed.at : null,
    behind: Object.fromEntries(behind.flatMap((who) => who.as.map((capacity) => [capacity, by(who)]))),
    proposed: by(proposed),
    withdrawn: status === 'withdrawn' ? { ...by(one.withdrawn), reason: one.withdrawn.reason } : null,
  };
}

export function supplementsView({ supplements, attendance }: Meeting, leads: boolean): SupplementsView {
  const shown = supplements.filter(({ status }) => leads || status === 'standing');
  const nameOf = (seat: string) => attendance.people[seat]?.name ?? '';
  return {
    order: shown.map(({ supplement }) => supplement),
    byId: Object.fromEntries(shown.map((one) => [one.supplement, supplementView(one, nameOf)])),
  };
}

/** Those that stand, in the order in which they came to. */
export const standing = ({ order, byId }: SupplementsView): (SupplementView & { standsAt: number })[] =>
  order
    .flatMap((id) => byId[id] ?? [])
    .filter((one): one is SupplementView & { standsAt: number } => one.standsAt !== null)
    .sort((a, b) => a.standsAt - b.standsAt);

/** Whose confirmation it waits for: the capacities that are not behind it; either of them where one person holds both. */
export function confirmers({ behind }: Pick<SupplementView, 'behind'>): ConfirmingCapacity[] {
  const both: ConfirmingCapacity[] = ['chair', 'recorder'];
  const lacking = both.filter((capacity) => !behind[capacity]);
  return lacking.length > 0 ? lacking : both;
}
