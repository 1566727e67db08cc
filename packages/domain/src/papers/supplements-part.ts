/** Supplements as printed after final minutes: what stood there, what is right, why, who stands behind it, when. */
import { writtenMoment } from '../days.ts';
import { opening } from '../minutes-text.ts';
import { standing, type SupplementView } from '../supplements-view.ts';
import type { View } from '../view.ts';
import { wordsOf } from '../words/words.ts';
import { paperWords } from './words.ts';

export interface SupplementsPart {
  title: string;
  /** A heading each, and its paragraphs. */
  entries: { heading: string; said: string[] }[];
}

/** Null where nothing was put right. */
export function supplementsPart(view: View): SupplementsPart | null {
  const { minutes, language, community, agenda } = view;
  const words = paperWords[language].supplements;
  const all = minutes ? standing(minutes.supplements) : [];
  if (all.length === 0) return null;
  const { capacities } = wordsOf(language);
  const behind = (one: SupplementView) =>
    (['chair', 'recorder'] as const).flatMap((capacity) => {
      const by = one.behind[capacity];
      return by ? [words.who(capacities[capacity], by.name)] : [];
    });
  const entries = all.map((one, n) => {
    const title = one.section === opening ? words.opening : (agenda.items[one.section]?.title ?? '');
    const when = writtenMoment(one.standsAt, community.timeZone, language);
    return {
      heading: words.heading(n + 1, when, title),
      said: [
        ...(one.quote === null ? [words.added(one.words)] : [words.replaced(one.quote, one.words)]),
        words.reason(one.reason),
        words.confirmed(words.and(behind(one))),
      ],
    };
  });
  return { title: words.title, entries };
}
