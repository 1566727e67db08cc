/** The parties of an agreement and their sides. Loads no schema, so that a party's phone can show them. */
import type { Language } from './language.ts';

/** What the form asks of a person besides the name, in its order; all of it may be left out (PIPL art. 6). */
export const particulars = ['sex', 'ethnicity', 'age', 'occupation', 'contact', 'address'] as const;
export type Particular = (typeof particulars)[number];

/** How many sides there are; a number between them may be on nobody. */
export const sidesOf = (parties: readonly { side: number }[]): number => new Set(parties.map(({ side }) => side)).size;

/** One copy for each party and one for the committee (People's Mediation Law art. 29). */
export const usualCopies = (parties: readonly unknown[]): number => parties.length + 1;

const stems = [...'甲乙丙丁戊己庚辛壬癸'];

/** 甲方, 乙方 … 癸方, 第11方; Party A … Party Z, Party 27. @param side from 1 */
export function sideName(side: number, language: Language): string {
  if (language === 'zh-CN') return side <= stems.length ? `${stems[side - 1]}方` : `第${side}方`;
  return `Party ${side <= 26 ? String.fromCharCode(64 + side) : side}`;
}

/** 双方 of two sides, 各方 of more. */
export const partiesTogether = (sides: number, language: Language): string =>
  language === 'zh-CN' ? (sides === 2 ? '双方' : '各方') : sides === 2 ? 'Both parties' : 'All parties';
