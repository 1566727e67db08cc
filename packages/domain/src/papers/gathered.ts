import type { View } from '../view.ts';
import { pageWordsOf } from '../words/pages.ts';
import type { Gathered } from './summary-paper.ts';

/** Opinions and proposal as this reader is shown them, in the words of the record; null where there are none. */
export function gathered({ opinions, proposal, people, language }: View): Gathered | null {
  if (opinions.order.length === 0 && proposal === null) return null;
  const { stances, uptakes } = pageWordsOf(language).opinions;
  const listed = opinions.order.flatMap((id) => opinions.byId[id] ?? []);
  return {
    opinions: listed.map(({ speaker, stance, category, gist, mark }) => ({
      speaker: people.bySeat[speaker]?.name ?? '',
      standing: people.bySeat[speaker]?.standing ?? null,
      stance: stances[stance],
      category,
      gist,
      uptake: mark ? uptakes[mark.uptake] : null,
      reason: mark?.reason ?? null,
    })),
    proposal: proposal === null ? [] : proposal.text.split('\n').filter((paragraph) => paragraph.trim() !== ''),
  };
}
