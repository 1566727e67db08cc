import { expect, it } from 'vitest';
import { atLineStart } from './line-start.ts';

it('begins a line with a capital, and leaves alone what has none', () => {
  expect(atLineStart('not yet open')).toBe('Not yet open');
  expect(atLineStart('尚未开会')).toBe('尚未开会');
  expect(atLineStart('𠮷野家')).toBe('𠮷野家');
  expect(atLineStart('')).toBe('');
});
