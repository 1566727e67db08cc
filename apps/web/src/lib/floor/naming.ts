import type { View } from '@yishiting/domain/view';

/** How somebody who speaks or waits is called out: name, and for whom or what they stand. */
export function calledOut({ people }: Pick<View, 'people'>, seat: string): { name: string; standing: string } {
  const person = people.bySeat[seat];
  return { name: person?.name ?? '', standing: person?.standing ?? '' };
}
