import { describe, expect, it } from 'vitest';
import { leftBy, spentBy, standingBy, warnedAt } from './speaking-time.ts';

describe('the time of a speech', () => {
  it('is what was spent and what runs since', () => {
    expect(spentBy({ spent: 5_000, since: null }, 99_000)).toBe(5_000);
    expect(spentBy({ spent: 5_000, since: 10_000 }, 12_000)).toBe(7_000);
    // A device whose clock runs behind shows no less than was spent.
    expect(spentBy({ spent: 5_000, since: 10_000 }, 9_000)).toBe(5_000);
  });

  it('is left until it is overdrawn; without a limit nothing is left or lacking', () => {
    expect(leftBy({ seconds: 180, spent: 60_000, since: null }, 0)).toBe(120_000);
    expect(leftBy({ seconds: 60, spent: 0, since: 0 }, 61_000)).toBe(-1_000);
    expect(leftBy({ seconds: null, spent: 0, since: 0 }, 61_000)).toBeNull();
  });

  it.each([
    [10, 15],
    [60, 15],
    [75, 15],
    [180, 36],
    [300, 60],
    [3_600, 60],
  ])('of %i seconds is warned with %i seconds left', (seconds, left) => expect(warnedAt(seconds)).toBe(left * 1000));

  it('is in time, warned, over', () => {
    const standing = (at: number) => standingBy({ seconds: 180, spent: 0, since: 0 }, at);
    expect([143_999, 144_000, 180_000, 180_001].map(standing)).toEqual(['in-time', 'warned', 'warned', 'over']);
    expect(standingBy({ seconds: null, spent: 0, since: 0 }, 9e9)).toBe('in-time');
  });
});
