import { expect, it } from 'vitest';
import { addressKey, memory, patience, waitAfter, WrongGuesses } from './limits.ts';

const { free, longest } = patience.guess;

it('[R9] waits grow from one second, doubling, to the longest', () => {
  expect([0, 1, free].map((wrong) => waitAfter(wrong, patience.guess))).toEqual([0, 0, 0]);
  expect([1, 2, 3, 4].map((more) => waitAfter(free + more, patience.guess))).toEqual([1_000, 2_000, 4_000, 8_000]);
  expect(waitAfter(free + 1_000, patience.guess)).toBe(longest);
});

it('[R9] guesses during a wait are refused and make it no longer', () => {
  const guesses = new WrongGuesses({ free: 1, longest: 60_000 });
  expect([0, 0, 0, 500].map((now) => guesses.wrong('a', now))).toEqual([0, 0, 1_000, 500]);
  expect(guesses.wrong('a', 1_000)).toBe(0);
  expect(guesses.wait('a', 1_000)).toBe(2_000);
  expect(guesses.tries('a', 1_000)).toBe(5);
  expect(guesses.wait('b', 1_000)).toBe(0);
});

it('forgets an hour after the last wait', () => {
  const guesses = new WrongGuesses({ free: 0, longest: 60_000 });
  guesses.wrong('a', 0);
  expect(guesses.tries('a', 1_000 + memory - 1)).toBe(1);
  expect(guesses.tries('a', 1_000 + memory)).toBe(0);
});

it('keeps no more keys than it may, and lets the longest untouched go', () => {
  const guesses = new WrongGuesses(patience.guess, 3);
  for (const key of ['a', 'b', 'c', 'a', 'd', 'e']) guesses.wrong(key, 0);
  expect(guesses.size).toBe(3);
  expect(['a', 'b', 'c', 'd', 'e'].map((key) => guesses.tries(key, 0))).toEqual([2, 0, 0, 1, 1]);
});

it('takes the addresses of one subscriber for one', () => {
  expect(addressKey('192.168.1.7')).toBe('192.168.1.7');
  expect(addressKey('::ffff:192.168.1.7')).toBe('192.168.1.7');
  expect(addressKey('2001:db8:1:2::7')).toBe('2001:db8:1:2');
  expect(addressKey('2001:0DB8:0001:0002:a:b:c:d')).toBe('2001:db8:1:2');
  expect(addressKey('2001:db8::1')).toBe('2001:db8:0:0');
  expect(addressKey('fe80::1%eth0')).toBe('fe80:0:0:0');
  expect(addressKey('::1')).toBe('0:0:0:0');
});
