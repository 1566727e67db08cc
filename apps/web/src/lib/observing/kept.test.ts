import { expect, it } from 'vitest';
import { codeIn } from './kept.ts';

it('takes the code of a personal link, and nothing else that may stand after the #', () => {
  const code = 'ab'.repeat(16);
  expect(codeIn(`#${code}`)).toBe(code);
  for (const other of ['', '#', '#results', `#${code}0`, `#${code.toUpperCase()}`]) expect(codeIn(other)).toBeNull();
});
