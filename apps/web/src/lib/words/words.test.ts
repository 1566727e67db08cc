import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { staffEn } from './staff.en.ts';
import { staffZhCN } from './staff.zh-CN.ts';
import { zhCN } from './zh-CN.ts';

type Given = string | readonly string[];
type Word = string | ((...given: Given[]) => string);

/** Every word of a language by its path. */
function wordsIn(value: unknown, path = ''): [string, Word][] {
  if (typeof value === 'string' || typeof value === 'function') return [[path, value as Word]];
  return Object.entries(value as object).flatMap(([key, inner]) =>
    wordsIn(inner, path === '' ? key : `${path}.${key}`),
  );
}

const marks = ['⟦1⟧', '⟦2⟧', '⟦3⟧'];

/** A word as it reads with marks for what is filled in. Lists take a list of one mark; what wants plain text, the mark. */
function read(word: Word): string {
  if (typeof word === 'string') return word;
  try {
    return word(...marks.map((mark) => [mark]));
  } catch {
    return word(...marks);
  }
}
const filledIn = (text: string) => marks.filter((mark) => text.includes(mark));

const chinese = new Map(wordsIn(staffZhCN));
const english = new Map(wordsIn(staffEn));

describe('the words of the pages', () => {
  it('are the same in both languages, none more and none fewer', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
    expect(chinese.size).toBeGreaterThan(300);
  });

  it.each([
    ['zh-CN', zhCN, chinese],
    ['en', en, english],
  ])('of everybody are the same on staff pages in %s', (_language, everybody, words) => {
    expect(wordsIn(everybody).filter(([path, word]) => words.get(path) !== word)).toEqual([]);
    expect(words.size).toBeGreaterThan(wordsIn(everybody).length);
  });

  it.each([
    ['zh-CN', chinese],
    ['en', english],
  ])('say something in %s, and nothing that a program left behind', (_language, words) => {
    const wrong = [...words].map(([path, word]) => [path, read(word)] as const);
    expect(wrong.filter(([, text]) => text.trim() === '' || /undefined|NaN|\[object|TODO/.test(text))).toEqual([]);
  });

  it('fill in the same things in both languages', () => {
    const differing = [...chinese].filter(
      ([path, word]) => String(filledIn(read(word))) !== String(filledIn(read(english.get(path)!))),
    );
    expect(differing.map(([path, word]) => [path, read(word), read(english.get(path)!)])).toEqual([]);
  });

  it('are punctuated in Chinese as Chinese is, and hold no Chinese in English but names', () => {
    const halfWidth = /\p{Script=Han}\s*[,;:?!()]|[,;:?!()]\s*\p{Script=Han}/u;
    expect([...chinese].map(([path, word]) => [path, read(word)]).filter(([, text]) => halfWidth.test(text!))).toEqual(
      [],
    );
    const names = /南门街道示范社区|北苑社区/g;
    const foreign = [...english].filter(([, word]) =>
      /\p{Script=Han}|[，。；：？！（）]/u.test(read(word).replace(names, '')),
    );
    expect(foreign.map(([path]) => path)).toEqual([]);
  });
});
