/**
 * Entries by id, as a state keeps them where there may be thousands: a new state copies the one page on which it writes
 * and shares all others with the state before. A plain object would be copied whole for every single ballot.
 */
export interface Ledger<T> {
  readonly size: number;
  readonly pages: readonly (readonly Entry<T>[])[];
}

type Entry<T> = readonly [id: string, value: T];

/** With ten thousand entries there are forty on a page. */
const pageCount = 256;

export const emptyLedger: Ledger<never> = { size: 0, pages: Array.from({ length: pageCount }, () => []) };

/** Ids differ most at their end; the same id is always on the same page. */
function pageOf(id: string): number {
  let page = 0;
  for (let i = Math.max(0, id.length - 4); i < id.length; i += 1) page = page * 31 + id.charCodeAt(i);
  return page % pageCount;
}

const onPage = <T>({ pages }: Ledger<T>, id: string): readonly Entry<T>[] => pages[pageOf(id)] ?? [];

/** What stands in the ledger under this id. */
export function entry<T>(ledger: Ledger<T>, id: string): T | undefined {
  return onPage(ledger, id).find(([other]) => other === id)?.[1];
}

/** The ledger with this under the id, in place of what stood there. The one given stays as it is. */
export function entered<T>(ledger: Ledger<T>, id: string, value: T): Ledger<T> {
  const others = onPage(ledger, id).filter(([other]) => other !== id);
  const pages = ledger.pages.slice();
  pages[pageOf(id)] = [...others, [id, value]];
  const isNew = others.length === onPage(ledger, id).length;
  return { size: ledger.size + (isNew ? 1 : 0), pages };
}

/** All that stands in it, in no order that means anything. */
export const entriesOf = <T>({ pages }: Ledger<T>): Entry<T>[] => pages.flat();
