/**
 * Fractions of a count, compared as integers only. Civil Code art. 1259: 以上 and 以内 include the number itself,
 * 超过 and 过半数 do not. 半数以上 = at least 1/2; 过半数 = more than 1/2; of 52, more than half is 27 or more.
 */
import { z } from 'zod';

/** A share of a whole, greater than nothing and at most the whole, such as 2/3. */
export const fractionSchema = z
  .strictObject({ numerator: z.int().min(1).max(1000), denominator: z.int().min(1).max(1000) })
  .refine(({ numerator, denominator }) => numerator <= denominator, 'a share is at most the whole');
export type Fraction = z.infer<typeof fractionSchema>;

/** How much of a base must be reached: `at-least` includes the share itself (以上), `more-than` does not (超过, 过半数). */
export const thresholdSchema = z
  .strictObject({ meaning: z.enum(['at-least', 'more-than']), share: fractionSchema })
  .refine(
    ({ meaning, share }) => meaning === 'at-least' || share.numerator < share.denominator,
    'nothing is more than the whole',
  );
export type Threshold = z.infer<typeof thresholdSchema>;

/** Is `part` at least `share` of `base` (以上)? Counts are whole numbers ≥ 0; of an empty base nothing is reached. */
export function atLeast(part: number, base: number, share: Fraction): boolean {
  return part > 0 && times(part, share.denominator) >= times(base, share.numerator);
}

/** Is `part` more than `share` of `base` (超过, 过半数)? Counts are whole numbers ≥ 0. */
export function moreThan(part: number, base: number, share: Fraction): boolean {
  return times(part, share.denominator) > times(base, share.numerator);
}

/** Does `part` of `base` reach the threshold? */
export function reaches(part: number, base: number, threshold: Threshold): boolean {
  return threshold.meaning === 'at-least'
    ? atLeast(part, base, threshold.share)
    : moreThan(part, base, threshold.share);
}

/** The smallest count that reaches the threshold, never less than one: of 52 representatives more than half is 27. */
export function leastFor(base: number, { meaning, share }: Threshold): number {
  const needed = times(base, share.numerator);
  const below = (needed - (needed % share.denominator)) / share.denominator;
  const exact = below * share.denominator === needed;
  return meaning === 'at-least' && exact ? Math.max(below, 1) : below + 1;
}

/** The product of two counts; a count that is negative, broken or too large to compare exactly is a bug of the caller. */
function times(count: number, factor: number): number {
  const product = count * factor;
  if (!Number.isSafeInteger(count) || count < 0 || !Number.isSafeInteger(product)) {
    throw new RangeError(`not a count that can be compared: ${count} × ${factor}`);
  }
  return product;
}
