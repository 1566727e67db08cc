/**
 * What is asked about variants (方案), what may then be marked on a ballot, and how the marks are counted. Variants and
 * grades are named by number, the first being 1, so that a record reads as the list on paper does.
 */
import type { Choice, Counts, Method, VoteOpened } from './acts/voting.ts';
import { refuse, type Refusal } from './decision.ts';
import { unreachable } from './unreachable.ts';

/** What a vote asks: its method, with the variants, the limit and the grades that belong to it. */
export type Asked = Pick<VoteOpened, 'method' | 'variants' | 'most' | 'grades'>;

/** What a vote asks about variants, as it is shown and told. */
export interface OnVariants {
  /** The variants in their order; null where yes or no is asked. */
  variants: string[] | null;
  /** How many of them one ballot may choose; 0 where none are chosen. */
  most: number;
  /** The grades in their order; null where none are given. */
  grades: string[] | null;
}

/** What one person marked. */
export type Marks = { choice: Choice } | { chosen: number[] } | { graded: number[] };

/** The same as it comes over the wire and stands in an event, where nothing says yet that it is exactly one of the three. */
export interface Marked {
  choice?: Choice | undefined;
  chosen?: number[] | undefined;
  graded?: number[] | undefined;
}

/** What belongs to the method, and nothing that is not there: a yes-or-no vote stays as it always was. */
export const askedIn = ({ method, variants, most, grades }: Asked): Asked => ({
  method,
  ...(variants && { variants }),
  ...(most !== undefined && { most }),
  ...(grades && { grades }),
});

/** The marks, if they are exactly one of the three; variants chosen in the order of their list. */
export function marksIn({ choice, chosen, graded }: Marked): Marks | null {
  const given = [choice, chosen, graded].filter((one) => one !== undefined);
  if (given.length !== 1) return null;
  if (choice !== undefined) return { choice };
  if (chosen) return { chosen: [...chosen].sort((one, other) => one - other) };
  return graded ? { graded: [...graded] } : null;
}

export const sameMarks = (one: Marked, other: Marked): boolean =>
  JSON.stringify(marksIn(one)) === JSON.stringify(marksIn(other));

/** How many variants one ballot may choose; 0 where none are chosen. */
export function mayChoose({ method, most = 0 }: Pick<Asked, 'method' | 'most'>): number {
  return method === 'choose-one' ? 1 : method === 'choose-several' ? most : 0;
}

export const onVariants = (asked: Asked): OnVariants => ({
  variants: asked.variants ?? null,
  most: mayChoose(asked),
  grades: asked.grades ?? null,
});

const extras: Record<Method, { variants: boolean; most: boolean; grades: boolean }> = {
  'yes-no-abstain': { variants: false, most: false, grades: false },
  'choose-one': { variants: true, most: false, grades: false },
  'choose-several': { variants: true, most: true, grades: false },
  grade: { variants: true, most: false, grades: true },
};

const hasTwins = (words: readonly string[] = []): boolean => new Set(words).size < words.length;

/** Why this cannot be asked: what a method needs is missing, or something is there that it has no use for; null: it can. */
export function refuseAsking(asked: Asked): Refusal | null {
  const { method, variants, most, grades } = asked;
  const wanted = extras[method];
  const fits =
    wanted.variants === (variants !== undefined) &&
    wanted.most === (most !== undefined) &&
    wanted.grades === (grades !== undefined) &&
    (most ?? 0) <= (variants?.length ?? 0);
  if (!fits) return refuse('variants-unfit');
  return hasTwins(variants) || hasTwins(grades) ? refuse('variants-alike') : null;
}

/** The marks that a ballot of this vote may bear, or why these are none. */
export function marksFor(asked: Asked, marked: Marked): Marks | Refusal {
  const marks = marksIn(marked);
  if (!marks) return refuse('marks-unfit');
  const { method, variants = [], grades = [] } = asked;
  if ('choice' in marks)
    return method === 'yes-no-abstain' || marks.choice === 'abstain' ? marks : refuse('marks-unfit');
  if ('chosen' in marks) {
    if (mayChoose(asked) === 0 || hasTwins(marks.chosen.map(String))) return refuse('marks-unfit');
    if (marks.chosen.some((number) => number > variants.length)) return refuse('no-such-variant');
    return marks.chosen.length > mayChoose(asked) ? refuse('too-many-variants', { most: mayChoose(asked) }) : marks;
  }
  if (method !== 'grade') return refuse('marks-unfit');
  if (marks.graded.length > variants.length || marks.graded.some((number) => number > grades.length))
    return refuse('no-such-variant');
  const missing = variants.length - marks.graded.length;
  return missing > 0 ? refuse('grade-missing', { count: missing }) : marks;
}

/** Who answered what, each by seat or by name: in the form of the counts, with those who abstained or did not answer. */
export type Answers = (
  | { yes: string[]; no: string[] }
  /** For each variant in its order who chose it. */
  | { variants: string[][] }
  /** For each variant in its order, for each grade in its order, who gave it. */
  | { grades: string[][][] }
) & { abstain: string[]; unanswered: string[] };

/** The answers of a roll, in the order of the roll. */
export function answersOf(
  { roll, ...asked }: Asked & { roll: readonly string[] },
  marksOf: (seat: string) => Marks | undefined,
): Answers {
  const given = roll.map((seat) => ({ seat, marks: marksOf(seat) }));
  const who = (answered: (marks: Marks) => boolean) =>
    given.flatMap(({ seat, marks }) => (marks && answered(marks) ? [seat] : []));
  const chose = (choice: Choice) => who((marks) => 'choice' in marks && marks.choice === choice);
  const silent = { abstain: chose('abstain'), unanswered: given.flatMap(({ seat, marks }) => (marks ? [] : [seat])) };
  const { method, variants = [], grades = [] } = asked;
  if (method === 'yes-no-abstain') return { yes: chose('yes'), no: chose('no'), ...silent };
  if (method !== 'grade') {
    const chosen = variants.map((_, n) => who((marks) => 'chosen' in marks && marks.chosen.includes(n + 1)));
    return { variants: chosen, ...silent };
  }
  const gave = (n: number, grade: number) => who((marks) => 'graded' in marks && marks.graded[n] === grade + 1);
  return { grades: variants.map((_, n) => grades.map((__, grade) => gave(n, grade))), ...silent };
}

/** The same with names in place of seats. */
export function namedBy(answers: Answers, nameOf: (seat: string) => string): Answers {
  const named = (seats: readonly string[]) => seats.map(nameOf);
  const silent = { abstain: named(answers.abstain), unanswered: named(answers.unanswered) };
  if ('yes' in answers) return { yes: named(answers.yes), no: named(answers.no), ...silent };
  if ('variants' in answers) return { variants: answers.variants.map(named), ...silent };
  return { grades: answers.grades.map((row) => row.map(named)), ...silent };
}

/**
 * Counts of what was marked. At every moment: yes + no + abstain = ballots; one chosen each, with those who abstain =
 * ballots; of each variant all grades, with those who abstain = ballots.
 */
export function tally({ method, variants = [], grades = [] }: Asked, ballots: readonly Marks[]): Counts {
  const choice: Record<Choice, number> = { yes: 0, no: 0, abstain: 0 };
  const chosen = variants.map(() => 0);
  const graded = variants.map(() => grades.map(() => 0));
  for (const marks of ballots) {
    if ('choice' in marks) choice[marks.choice] += 1;
    else if ('chosen' in marks) for (const number of marks.chosen) chosen[number - 1]! += 1;
    else marks.graded.forEach((grade, n) => (graded[n]![grade - 1]! += 1));
  }
  switch (method) {
    case 'yes-no-abstain':
      return choice;
    case 'choose-one':
    case 'choose-several':
      return { variants: chosen, abstain: choice.abstain };
    case 'grade':
      return { grades: graded, abstain: choice.abstain };
    default:
      return unreachable(method);
  }
}
