/** A ballot while it is being filled in: what is ticked so far, and when it is complete. */
import type { Choice } from '@yishiting/domain/acts/voting';
import { marksIn, type Marked, type Marks } from '@yishiting/domain/marks';
import type { MyBallot, VoteView } from '@yishiting/domain/view';

/** What a ballot asks. */
export type Asks = Pick<VoteView, 'variants' | 'most' | 'grades'>;

export interface HalfMade {
  choice: Choice | null;
  /** Numbers of the variants ticked. */
  chosen: readonly number[];
  /** For each variant the number of its grade, null where none is given yet; empty: none at all. */
  graded: readonly (number | null)[];
}

export const blank: HalfMade = { choice: null, chosen: [], graded: [] };

/** What is recorded, as the ballot shows it. */
export const recorded = ({ choice, chosen, graded }: MyBallot): HalfMade => ({
  choice,
  chosen: chosen ?? [],
  graded: graded ?? [],
});

/** What was entered by hand, to be corrected. */
export const entered = (marks: Marked): HalfMade => ({
  choice: marks.choice ?? null,
  chosen: marks.chosen ?? [],
  graded: marks.graded ?? [],
});

/** What is recorded as marks; undefined in place of what is null. */
export const markedOn = ({ choice, chosen, graded }: MyBallot): Marked => ({
  choice: choice ?? undefined,
  chosen: chosen ?? undefined,
  graded: graded ?? undefined,
});

/** Abstaining, or yes or no, takes back what was ticked of the variants; null takes the choice itself back. */
export const choose = (choice: Choice | null): HalfMade => ({ ...blank, choice });

/** Ticks or unticks a variant; past the number allowed it stays as it was. */
export function tick({ most }: Asks, { chosen }: HalfMade, number: number, on: boolean): HalfMade {
  const others = chosen.filter((one) => one !== number);
  if (!on) return { ...blank, chosen: others };
  if (most === 1) return { ...blank, chosen: [number] };
  return { ...blank, chosen: others.length < most ? [...others, number].sort((a, b) => a - b) : chosen };
}

/** Gives a variant its grade in place of the one before. */
export function give({ variants }: Asks, { graded }: HalfMade, number: number, grade: number): HalfMade {
  return { ...blank, graded: (variants ?? []).map((_, n) => (n + 1 === number ? grade : (graded[n] ?? null))) };
}

/** How many variants still want a grade, once one has been given. */
export const ungraded = ({ graded }: HalfMade): number => graded.filter((grade) => grade === null).length;

/** The marks of a ballot that can be handed in; null: something is missing. */
export function complete({ choice, chosen, graded }: HalfMade): Marks | null {
  if (ungraded({ choice, chosen, graded }) > 0) return null;
  return marksIn({
    choice: choice ?? undefined,
    chosen: chosen.length > 0 ? [...chosen] : undefined,
    graded: graded.length > 0 ? (graded as number[]) : undefined,
  });
}

/** A ballot as it was kept on this device; null when nothing was, or when it fits the question no longer. */
export function readHalfMade(text: string | null, { variants, most, grades }: Asks): HalfMade | null {
  let kept: Partial<HalfMade>;
  try {
    kept = (JSON.parse(text ?? '{}') ?? {}) as Partial<HalfMade>;
  } catch {
    return null;
  }
  const { choice = null, chosen = [], graded = [] } = kept;
  const upTo = (n: unknown, highest: number) => Number.isInteger(n) && (n as number) >= 1 && (n as number) <= highest;
  const count = variants?.length ?? 0;
  const fits =
    (choice === null || choice === 'abstain' || (variants === null && (choice === 'yes' || choice === 'no'))) &&
    Array.isArray(chosen) &&
    chosen.length <= most &&
    chosen.every((n) => upTo(n, count)) &&
    Array.isArray(graded) &&
    (graded.length === 0 || (graded.length === count && grades !== null)) &&
    graded.every((n) => n === null || upTo(n, grades?.length ?? 0));
  const isBlank = choice === null && chosen.length === 0 && graded.length === 0;
  return fits && !isBlank ? { choice, chosen, graded } : null;
}
