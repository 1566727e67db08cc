/** 桌签: a card to fold and stand on the table for each who is due, the name readable from across the room. */
import type { View } from '../view.ts';
import { wordsOf } from '../words/words.ts';
import { paperHead, type Paper } from './paper.ts';
import { rollOf } from './roll.ts';
import { paperWords } from './words.ts';

export interface NameCardsPaper extends Paper {
  cards: { name: string; standing: string }[];
}

/** The cards; null for whoever does not lead. */
export function nameCardsPaper(view: View, { now }: { now: number }): NameCardsPaper | null {
  if (!view.desk) return null;
  const { language } = view;
  const { capacities: said } = wordsOf(language);
  const cards = rollOf(view).due.map(({ name, standing, capacities: [first] }) => ({
    name,
    // Chair and recorder are addressed as such, the others by whom they stand for.
    standing: first === 'chair' || first === 'recorder' || !standing ? (first ? said[first] : '') : standing,
  }));
  return { ...paperHead(view, paperWords[language].cards.title(view.procedure.name[language]), now), cards };
}
