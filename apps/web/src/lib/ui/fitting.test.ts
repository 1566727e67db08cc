import { describe, expect, it } from 'vitest';
import { fittingSize, linesOf } from './fitting.ts';

describe('lines of a text', () => {
  it.each([
    ['八个汉字一行刚好', 8, 1],
    ['九个汉字就要两行了', 8, 2],
    ['标点不在行首出现，。', 8, 2],
    ['第一行\n第二行', 20, 2],
    ['a word is not broken', 5.5, 3],
    ['', 10, 1],
  ])('%j at %d takes %d', (text, perLine, lines) => expect(linesOf(text, perLine)).toBe(lines));

  it('breaks between phrases where it is told to', () => {
    expect(linesOf('四层以上，逐层递增', 8)).toBe(2);
    expect(linesOf('共五个字，又五个字，又五个字', 8)).toBe(2);
    expect(linesOf('共五个字，又五个字，又五个字', 8, 'phrases')).toBe(3);
  });
});

it('takes the largest size that fits, the last one where none does', () => {
  const field = { width: 100, height: 40, sizes: [20, 10, 5], leading: 1.2 };
  expect(fittingSize('五个字以内', field)).toBe(20);
  expect(fittingSize('会'.repeat(20), field)).toBe(10);
  expect(fittingSize('会'.repeat(100), field)).toBe(5);
  expect(fittingSize('会'.repeat(2_000), field)).toBe(5);
});
