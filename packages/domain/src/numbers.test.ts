import { describe, expect, it } from 'vitest';
import { atLeast, fractionSchema, leastFor, moreThan, reaches, thresholdSchema } from './numbers.ts';
import type { Fraction, Threshold } from './numbers.ts';

const half = { numerator: 1, denominator: 2 };
const twoThirds = { numerator: 2, denominator: 3 };
const shares: Fraction[] = [half, twoThirds, { numerator: 1, denominator: 1 }];
for (const denominator of [3, 4, 5, 7, 10])
  shares.push({ numerator: 1, denominator }, { numerator: 3, denominator: 10 });

/** Brute force without division or multiplication of the rule: lay `base` people out `denominator` times and count off. */
function countsOff(part: number, base: number, share: Fraction): number {
  let left = 0;
  for (let round = 0; round < share.denominator; round++) left += part;
  for (let round = 0; round < share.numerator; round++) left -= base;
  return left;
}

describe('a share of a count (Civil Code art. 1259)', () => {
  it('[P2] 21 of 42 is at least half and not more than half', () => {
    expect(atLeast(21, 42, half)).toBe(true);
    expect(moreThan(21, 42, half)).toBe(false);
    expect(atLeast(20, 42, half)).toBe(false);
    expect(moreThan(22, 42, half)).toBe(true);
  });

  it('[P2] 28 of 42 is two thirds, 27 is not', () => {
    expect(atLeast(28, 42, twoThirds)).toBe(true);
    expect(moreThan(28, 42, twoThirds)).toBe(false);
    expect(atLeast(27, 42, twoThirds)).toBe(false);
    expect(leastFor(42, { meaning: 'at-least', share: twoThirds })).toBe(28);
  });

  it('[P2] 26 of 52 is not more than half, 27 is the least that is', () => {
    expect(moreThan(26, 52, half)).toBe(false);
    expect(leastFor(52, { meaning: 'more-than', share: half })).toBe(27);
    expect(leastFor(52, { meaning: 'at-least', share: twoThirds })).toBe(35);
  });

  it('[P2] agrees with counting off for every base 1 … 300, every part and every share', () => {
    const wrong: string[] = [];
    for (const share of shares) {
      for (let base = 1; base <= 300; base++) {
        let least: number | null = null;
        let more: number | null = null;
        for (let part = 0; part <= base + 1; part++) {
          const left = countsOff(part, base, share);
          if (left >= 0) least ??= part;
          if (left > 0) more ??= part;
          if (atLeast(part, base, share) !== left >= 0 || moreThan(part, base, share) !== left > 0)
            wrong.push(`${part}/${base} against ${share.numerator}/${share.denominator}`);
        }
        if (leastFor(base, { meaning: 'at-least', share }) !== least) wrong.push(`least at-least of ${base}`);
        if (leastFor(base, { meaning: 'more-than', share }) !== more) wrong.push(`least more-than of ${base}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('reaches nothing of an empty base with nobody', () => {
    const any: Threshold = { meaning: 'at-least', share: half };
    expect(reaches(0, 0, any)).toBe(false);
    expect(reaches(0, 0, { ...any, meaning: 'more-than' })).toBe(false);
    expect(leastFor(0, any)).toBe(1);
    expect(leastFor(0, { ...any, meaning: 'more-than' })).toBe(1);
  });

  it('throws for what is no count', () => {
    for (const part of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER])
      expect(() => moreThan(part, 10, half)).toThrow(RangeError);
    expect(() => leastFor(0.5, { meaning: 'at-least', share: half })).toThrow(RangeError);
  });

  it('refuses shares above the whole, of nothing, and more than the whole', () => {
    for (const share of [
      { numerator: 3, denominator: 2 },
      { numerator: 0, denominator: 2 },
      { numerator: 1, denominator: 0 },
      { numerator: 0.5, denominator: 1 },
    ])
      expect(fractionSchema.safeParse(share).success).toBe(false);
    const whole = { numerator: 3, denominator: 3 };
    expect(thresholdSchema.safeParse({ meaning: 'more-than', share: whole }).success).toBe(false);
    expect(thresholdSchema.safeParse({ meaning: 'at-least', share: whole }).success).toBe(true);
  });
});
