import { describe, expect, it } from 'vitest';
import { commandId, id, line, paragraphs, safeInteger } from './text.ts';

const reasons = (result: { success: boolean; error?: { issues: { message: string }[] } | undefined }) =>
  result.error?.issues.map((issue) => issue.message);

describe('what is typed', () => {
  it('[R8] refuses U+0000, lone surrogates and control characters, in lines and in paragraphs', () => {
    for (const bad of ['a\u0000b', '\ud800', 'x\udc00y', '\u0007', '\u001b[31m', '\u007f', '\u0085']) {
      expect(reasons(line(20).safeParse(bad)), JSON.stringify(bad)).toEqual(['not-well-formed']);
      expect(reasons(paragraphs(20).safeParse(bad)), JSON.stringify(bad)).toEqual(['not-well-formed']);
    }
  });

  it('keeps whole surrogate pairs: rare surnames and emoji', () => {
    expect(line(20).parse('𠮷野家 👍')).toBe('𠮷野家 👍');
  });

  it('composes, trims (full-width spaces too) and turns pasted line ends into \\n', () => {
    expect(line(20).parse('  e\u0301le\u0300ve \u3000')).toBe('élève');
    expect(paragraphs(40).parse('一、\r\n二、\r三、\n\t附\n')).toBe('一、\n二、\n三、\n\t附');
  });

  it('takes one line as one line, with something on it', () => {
    for (const bad of ['a\nb', 'a\r\nb', 'a\tb', 'a\u2028b']) {
      expect(reasons(line(20).safeParse(bad))).toEqual(['not-one-line']);
    }
    expect(reasons(line(20).safeParse('  \n '))).toEqual(['empty']);
    expect(paragraphs(20).parse(' ')).toBe('');
  });

  it('measures after trimming', () => {
    expect(line(3).parse(' 加电梯 ')).toBe('加电梯');
    expect(reasons(line(3).safeParse('装电梯吗'))).toEqual(['too-long']);
    expect(reasons(paragraphs(3).safeParse('装电梯吗'))).toEqual(['too-long']);
  });
});

describe('numbers and ids', () => {
  it('[R8] refuses numbers that are no safe integers', () => {
    for (const bad of [2 ** 53, -(2 ** 53), 1.5, NaN, Infinity, 1e300, '1']) {
      expect(safeInteger.safeParse(bad).success, String(bad)).toBe(false);
    }
    expect(safeInteger.parse(2 ** 53 - 1)).toBe(9007199254740991);
    expect(Object.is(safeInteger.parse(-0), 0)).toBe(true);
  });

  it('takes ids only in the spelling that is hashed', () => {
    const one = '0199a0c2-7b1e-7c3a-9d4e-5f60718293a4';
    expect(id.parse(one)).toBe(one);
    for (const bad of [one.toUpperCase(), `{${one}}`, one.replaceAll('-', ''), ` ${one}`, `${one}\n`]) {
      expect(id.safeParse(bad).success, bad).toBe(false);
    }
  });

  it('takes command ids of 128 bits', () => {
    expect(commandId.parse('0123456789abcdef0123456789abcdef')).toHaveLength(32);
    for (const bad of ['', '0123456789abcdef', '0123456789ABCDEF0123456789ABCDEF', `${'a'.repeat(32)}\n`]) {
      expect(commandId.safeParse(bad).success, bad).toBe(false);
    }
  });
});
