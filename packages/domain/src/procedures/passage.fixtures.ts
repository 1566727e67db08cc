/** For tests: the rules of the four meetings, and the parts of them that places name. */
import { readFileSync } from 'node:fs';

export const rules = readFileSync(new URL('../../fixtures/seeds/four-meetings.txt', import.meta.url), 'utf8');

/** The part of the rules that a place such as `（三）4（1）` names: from each heading to the next of its kind. */
export function passage(place: string): string {
  let text = rules;
  const numerals = '一二三四五六七八九';
  for (const [heading] of place
    .normalize('NFKC')
    .matchAll(/\(\d+\)|\d+|\([一二三四五六七八九]\)|[一二三四五六七八九]/g)) {
    const number = heading.replace(/[()]/g, '');
    const next = /\d/.test(number) ? String(Number(number) + 1) : (numerals[numerals.indexOf(number) + 1] ?? '');
    const mark = (which: string) => (heading.startsWith('(') ? `(${which})` : `\n${which}、`);
    const from = text.indexOf(mark(number));
    if (from < 0) throw new Error(`the rules have no ${place}`);
    const to = text.indexOf(mark(next), from);
    text = text.slice(from, to < 0 ? undefined : to);
  }
  return text;
}
