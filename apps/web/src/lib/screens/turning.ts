import { pageParts, screenLimits, type ScreenContent } from '@yishiting/domain/screens';

export type DocumentShown = ScreenContent & { kind: 'document' };

/** The three parts in the order in which one reads. */
const reading = pageParts.filter((part) => part !== 'whole');

/**
 * The page after this one (1) or before it (-1); read in parts, the part after or before, over the edge of the page. Null
 * where there is none. `pages`: how many there are; null: not known yet.
 */
export function turned(content: DocumentShown, by: 1 | -1, pages: number | null): DocumentShown | null {
  const last = Math.min(pages ?? content.page, screenLimits.page);
  // What is asked for beyond the end shows the last page.
  const page = Math.min(content.page, Math.max(1, last));
  const part = content.part === 'whole' ? undefined : reading[reading.indexOf(content.part) + by];
  if (part) return { ...content, page, part };
  const to = page + by;
  if (to < 1 || to > last) return null;
  return { ...content, page: to, part: content.part === 'whole' ? 'whole' : reading[by === 1 ? 0 : 2]! };
}
