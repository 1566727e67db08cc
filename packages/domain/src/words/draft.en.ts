/** The draft of the tendency proposal: put together from opinions and soundings, with blanks where somebody must decide. */
import { opinionsEn } from './opinions.en.ts';
import type { ProposalMaterial } from './shape.ts';
import { soundingEn } from './soundings.en.ts';

/** Words that someone typed, set before our own full stop. */
const said = (words: string) => words.replace(/[.。\s]+$/u, '');

const blank = '______';

/** The result names options by number: which is which stands before it. */
const named = (variants: readonly string[] | null) =>
  variants ? ` (${variants.map((words, n) => soundingEn.listed(n + 1, said(words))).join('; ')})` : '';

export const draftEn = ({ matter, opinions, soundings }: ProposalMaterial): string => {
  const of = { for: 0, conditional: 0, against: 0, suggestion: 0 };
  for (const { stance } of opinions) of[stance] += 1;
  const subjects = new Map<string, (typeof opinions)[number][]>();
  for (const one of opinions) {
    const subject = one.category ?? 'other matters';
    subjects.set(subject, [...(subjects.get(subject) ?? []), one]);
  }
  const points = [...subjects].map(
    ([subject, all]) =>
      `On ${subject}: ${all.map(({ stance, gist }) => `${said(gist)} (${opinionsEn.stances[stance]})`).join('; ')}. It is proposed to ${blank}.`,
  );
  return [
    opinions.length === 0
      ? `The hearing on “${said(matter)}” recorded no opinions.`
      : `The hearing on “${said(matter)}” heard the representatives; ${opinionsEn.counts(of)}.`,
    ...soundings.map(
      (sounding) =>
        `Sounding on “${said(sounding.question)}”${named(sounding.variants)}: ${soundingEn.result(sounding)}`,
    ),
    'On this the following tendency proposal is made:',
    ...[`On the whole: ${blank}.`, ...points].map((point, n) => `${n + 1}. ${point}`),
  ].join('\n');
};
