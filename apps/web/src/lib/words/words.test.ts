import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { spellDate, spellDay, spellTime } from './words.svelte.ts';
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

const chinese = new Map(wordsIn(zhCN));
const english = new Map(wordsIn(en));

describe('the words of the pages', () => {
  it('are the same in both languages, none more and none fewer', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
    expect(chinese.size).toBeGreaterThan(300);
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

describe('dates', () => {
  const zone = 'Asia/Shanghai';
  const nine = Date.parse('2026-03-10T01:00:00Z');

  it('are written as an official notice writes them', () => {
    expect(spellDate(nine, 'zh-CN', zone)).toBe('2026年3月10日（星期二）上午9:00');
    // Some browsers leave out the comma after the weekday.
    expect(spellDate(nine, 'en', zone)).toMatch(/^Tuesday,? 10 March 2026, 9:00$/);
    expect(spellDay(nine, 'zh-CN', zone)).toBe('2026年3月10日（星期二）');
  });

  it.each([
    ['2026-03-09T16:00:00Z', '上午0:00', '0:00'],
    ['2026-03-10T03:59:00Z', '上午11:59', '11:59'],
    ['2026-03-10T04:00:00Z', '下午12:00', '12:00'],
    ['2026-03-10T05:05:00Z', '下午1:05', '13:05'],
    ['2026-03-10T15:59:00Z', '下午11:59', '23:59'],
  ])('%s is %s on the wall of Shanghai', (instant, zh, other) => {
    expect(spellTime(Date.parse(instant), 'zh-CN', zone)).toBe(zh);
    expect(spellTime(Date.parse(instant), 'en', zone)).toBe(other);
  });

  it('follow the zone that is named, also over midnight', () => {
    expect(spellDate(Date.parse('2026-12-31T16:30:00Z'), 'zh-CN', zone)).toBe('2027年1月1日（星期五）上午0:30');
    expect(spellDate(Date.parse('2026-12-31T16:30:00Z'), 'zh-CN', 'UTC')).toBe('2026年12月31日（星期四）下午4:30');
  });
});
