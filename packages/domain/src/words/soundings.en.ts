/** The words of soundings: how it is asked, what somebody marked, and the line with the figures. */
import type { Answers } from '../marks.ts';
import { choicesEn } from './lists.en.ts';
import type { DomainWords, SoundingResult } from './shape.ts';

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const variant = (n: number) => `option ${n}`;
/** Whoever typed the number themselves does not read it twice. */
const listed = (n: number, words: string) =>
  words.toLowerCase().startsWith(variant(n)) ? words : `Option ${n}: ${words}`;
const decidesNothing = 'A sounding decides nothing.';

const turnout = ({ roll, returned }: Pick<SoundingResult, 'roll' | 'returned'>) =>
  `Of ${roll} entitled to give their view, ${returned} did`;

function result(given: SoundingResult): string {
  const { counts, most, grades } = given;
  const abstain = `${counts.abstain} abstaining`;
  const figures = () => {
    if ('yes' in counts) return `: ${counts.yes} in favour, ${counts.no} against, ${abstain}`;
    if ('variants' in counts) {
      const each = most > 1 ? `, each choosing up to ${most}` : '';
      return `${each}: ${[...counts.variants.map((count, n) => `${count} for ${variant(n + 1)}`), abstain].join(', ')}`;
    }
    const of = (row: readonly number[]) => row.map((count, n) => `${count} ${grades?.[n] ?? ''}`).join(', ');
    return `: ${[...counts.grades.map((row, n) => `${variant(n + 1)} (${of(row)})`), abstain].join(', ')}`;
  };
  return `${turnout(given)}${figures()}. ${decidesNothing}`;
}

function named(answers: Answers, grades: readonly string[] | null): string[] {
  const given = (): [string, string[]][] => {
    if ('yes' in answers)
      return [
        [choicesEn.yes, answers.yes],
        [choicesEn.no, answers.no],
      ];
    if ('variants' in answers) return answers.variants.map((names, n) => [variant(n + 1), names]);
    return answers.grades.flatMap((row, n) =>
      row.map((names, grade): [string, string[]] => [`${variant(n + 1)} (${grades?.[grade] ?? ''})`, names]),
    );
  };
  const all: [string, string[]][] = [
    ...given(),
    [choicesEn.abstain, answers.abstain],
    ['no view given', answers.unanswered],
  ];
  return all.flatMap(([what, names]) => (names.length === 0 ? [] : [`${capitalised(what)}: ${names.join(', ')}`]));
}

export const soundingEn: DomainWords['sounding'] = {
  result,
  named,
  answered: ({ roll, returned }) => `${returned} of ${roll} gave a view.`,
  handReason: 'No phone; raised a hand',
  decidesNothing,
  turnout: ({ roll, returned, counts, most }) =>
    `${returned} of ${roll} gave a view${most > 1 ? `, each choosing up to ${most}` : ''}, ${counts.abstain} of them abstaining.`,
  methods: {
    'yes-no-abstain': 'in favour or against',
    'choose-one': 'choose one option',
    'choose-several': 'choose several options',
    grade: 'grade each option',
  },
  how: ({ most, grades }) =>
    grades
      ? `a grade for each option: ${grades.join(', ')}`
      : most > 1
        ? `up to ${most} options may be chosen`
        : most === 1
          ? 'one option may be chosen'
          : '',
  variant,
  listed,
  grades: ['preferred', 'acceptable', 'not suitable'],
  marks: ({ choice, chosen, graded }, grades) => {
    if (graded) return graded.map((grade, n) => `${variant(n + 1)} ${grades?.[grade - 1] ?? ''}`).join(', ');
    return chosen ? chosen.map(variant).join(', ') : choice ? choicesEn[choice] : '';
  },
};
