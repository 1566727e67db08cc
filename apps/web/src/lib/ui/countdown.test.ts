import { describe, expect, it } from 'vitest';
import { leftOf, spell } from './countdown.ts';

describe('the time left', () => {
  it('runs down to the end and on below it', () => {
    const clock = { status: 'running', endsAt: 10_000 } as const;
    expect(leftOf(clock, 4_000)).toBe(6_000);
    expect(leftOf(clock, 10_000)).toBe(0);
    expect(leftOf(clock, 12_500)).toBe(-2_500);
  });
  it('stands still while paused, whatever the hour', () => {
    expect(leftOf({ status: 'paused', left: 3_000 }, 0)).toBe(3_000);
    expect(leftOf({ status: 'paused', left: 3_000 }, 99_000)).toBe(3_000);
    expect(leftOf({ status: 'paused', left: -3_000 }, 99_000)).toBe(-3_000);
  });
  it('is nothing where no clock runs', () => expect(leftOf({ status: 'off' }, 5)).toBeNull());
});

describe('the time left in figures', () => {
  it.each([
    [125_000, '2:05'],
    [120_001, '2:01'],
    [3_720_000, '1:02:00'],
    [3_599_999, '1:00:00'],
    [59_000, '0:59'],
    [1, '0:01'],
    [0, '0:00'],
    // Overdrawn time counts whole seconds that have passed.
    [-1, '+0:00'],
    [-999, '+0:00'],
    [-1_000, '+0:01'],
    [-12_000, '+0:12'],
    [-3_600_000, '+1:00:00'],
  ])('%i ms is %s', (left, figures) => expect(spell(left)).toBe(figures));
});
