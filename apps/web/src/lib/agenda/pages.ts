import { linesOf } from '#lib/ui/fitting.ts';

/** Of an agenda on a wall, in hundredths of the picture's height: what a page may take, an item's first line and each further one. */
export const agendaPage = { height: 60, first: 6, more: 4.7, perLine: 27 } as const;

/** How much larger than at its smallest an agenda may stand where it is short; largest first. */
const scales = [1.5, 1.3, 1.15, 1] as const;

/** An agenda's items page by page, so that nothing is cut off: every item stands on one page, a short agenda larger. */
export function agendaPages<Item extends { title: string }>(
  items: readonly Item[],
): { pages: Item[][]; scale: number } {
  const scale = scales.find((one) => paged(items, one).length <= 1) ?? 1;
  return { pages: paged(items, scale), scale };
}

function paged<Item extends { title: string }>(items: readonly Item[], scale: number): Item[][] {
  const pages: Item[][] = [];
  let left = 0;
  for (const item of items) {
    const lines = linesOf(item.title, agendaPage.perLine / scale);
    const takes = scale * (agendaPage.first + (lines - 1) * agendaPage.more);
    if (takes > left) {
      pages.push([]);
      left = agendaPage.height;
    }
    pages.at(-1)?.push(item);
    left -= takes;
  }
  return pages;
}

/** The number of the page from 1 that is shown: the one asked for as far as there is one, else the current item's. */
export function pageShown<Item extends { item: string }>(
  pages: readonly (readonly Item[])[],
  asked: number | null,
  current: string | null,
): number {
  if (asked !== null) return Math.max(1, Math.min(asked, pages.length));
  return Math.max(1, pages.findIndex((page) => page.some(({ item }) => item === current)) + 1);
}
