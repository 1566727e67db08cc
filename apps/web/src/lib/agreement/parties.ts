/** The parties to an agreement by side and name: 甲方 张三. */
import type { AgreementView } from '@yishiting/domain/agreement-view';
import type { Words } from '../words/shape.ts';

interface Seen {
  agreement: Pick<AgreementView, 'parties'>;
  /** Where people are listed with their side, that side; else each party is a side, in the order of the list. */
  people: { bySeat: Readonly<Record<string, { name: string; side?: number }>> };
}

/** 甲方 is side 1. Beyond the letters, the number stands in their place. */
export const sideName = (words: Words['agreement'], side: number): string =>
  words.side([...words.sides][side - 1] ?? String(side));

export interface Party {
  seat: string;
  /** 甲方 张三 */
  says: string;
}

export function partiesOf(words: Words['agreement'], { agreement: { parties }, people }: Seen): Party[] {
  return parties.order.map((seat, index) => {
    const side = sideName(words, people.bySeat[seat]?.side ?? index + 1);
    return { seat, says: words.party(side, parties.bySeat[seat]?.name ?? '') };
  });
}

/** Those who have not agreed to every part as it stands. */
export function waitedFor(
  parties: readonly Party[],
  { parts: { order }, parties: { bySeat } }: Pick<AgreementView, 'parts' | 'parties'>,
): Party[] {
  return parties.filter(({ seat }) => order.some((part) => !bySeat[seat]?.agreed[part]));
}
