/** The parties to an agreement by side and name: 甲方 张三. */
import type { AgreementView } from '@yishiting/domain/agreement-view';
import type { View } from '@yishiting/domain/view';
import type { MediationWording } from '@yishiting/domain/words/mediation-shape';
import type { Words } from '../words/shape.ts';

interface Seen {
  agreement: Pick<AgreementView, 'parties'>;
  /** Where people are listed with their side, that side; else each party is a side, in the order of the list. */
  people: { bySeat: Readonly<Record<string, { name: string; side?: number }>> };
}

/** What a reading calls sides and parties. */
interface Naming {
  words: { agreement: Pick<Words['agreement'], 'party'> };
  domain: { mediation: Pick<MediationWording, 'side'> };
}

export interface Party {
  seat: string;
  /** 甲方 张三 */
  says: string;
}

const sideOf = ({ agreement: { parties }, people }: Seen, seat: string): number =>
  people.bySeat[seat]?.side ?? parties.order.indexOf(seat) + 1;

/** How many sides there are: the number of the last, and never fewer than two. */
export const sidesOf = (seen: Seen): number =>
  Math.max(2, ...seen.agreement.parties.order.map((seat) => sideOf(seen, seat)));

export function partiesOf({ words, domain }: Naming, seen: Seen): Party[] {
  const { order, bySeat } = seen.agreement.parties;
  return order.map((seat) => {
    const side = domain.mediation.side(sideOf(seen, seat));
    return { seat, says: words.agreement.party(side, bySeat[seat]?.name ?? '') };
  });
}

/** Those who have not agreed to every part as it stands. */
export function waitedFor(
  parties: readonly Party[],
  { parts: { order }, parties: { bySeat } }: Pick<AgreementView, 'parts' | 'parties'>,
): Party[] {
  return parties.filter(({ seat }) => order.some((part) => !bySeat[seat]?.agreed[part]));
}

/**
 * The parties for whom a check can be recorded: those who are present.
 * @param last for whom the last was recorded, who is likely meant again; else it is one without a device. Nobody: ''.
 * @param spoke whether a party has said itself what it thinks of it, on its own device: it is not likely meant
 */
export function recordable(
  parties: readonly Party[],
  { bySeat }: Pick<View['people'], 'bySeat'>,
  last: string,
  spoke: (seat: string) => boolean,
): { of: Party[]; likely: string } {
  const of = parties.filter(({ seat }) => bySeat[seat]?.presence === 'present');
  const silent = of.filter(({ seat }) => !spoke(seat));
  const likely =
    silent.find(({ seat }) => seat === last) ?? silent.find(({ seat }) => bySeat[seat]?.device?.connected === false);
  return { of, likely: likely?.seat ?? '' };
}
