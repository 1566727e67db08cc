import { afterEach, describe, expect, it } from 'vitest';
import { canonical, type JsonValue, NotCanonical, parseCanonical, parseCanonicalObject } from './canonical.ts';

/** Why a value or text is refused; fails the test when it is not, or by an error without a name. */
function reasonOf(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    if (error instanceof NotCanonical) return error.reason;
    throw error;
  }
  throw new Error('was not refused');
}
const refused = (value: unknown) => reasonOf(() => canonical(value as JsonValue));

describe('canonical form (RFC 8785)', () => {
  it('3.2.3: sorts names by UTF-16 code units, at every depth', () => {
    const given = JSON.parse(
      '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",' +
        '"\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}',
    ) as JsonValue;
    expect(Object.values(JSON.parse(canonical(given)) as object)).toHaveLength(7);
    expect(canonical(given)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis",' +
        '"€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    );
    expect(canonical({ b: [{ z: 1, a: 2 }], a: {} })).toBe('{"a":{},"b":[{"a":2,"z":1}]}');
  });

  it('3.2.2.2: escapes only what must be escaped, in the short form where there is one', () => {
    expect(canonical('€$\u000f\nA\'B"\\\\"/')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
    expect(canonical('\b\t\n\f\r\u001f\u2028')).toBe('"\\b\\t\\n\\f\\r\\u001f\u2028"');
  });

  it('3.2.2: writes literals and integers as they are', () => {
    expect(canonical([null, true, false, 0, -0, -7, 9007199254740991, -9007199254740991])).toBe(
      '[null,true,false,0,0,-7,9007199254740991,-9007199254740991]',
    );
  });

  it('keeps the order of lists and the difference between composed and decomposed letters', () => {
    expect(canonical(['é', 'e\u0301', 2, 1])).toBe('["é","e\u0301",2,1]');
  });
});

describe('what has no canonical form', () => {
  afterEach(() => {
    delete (Object.prototype as { toJSON?: unknown }).toJSON;
    delete (Array.prototype as { toJSON?: unknown }).toJSON;
  });

  it('[R8] refuses numbers that are no safe integers', () => {
    for (const bad of [0.5, 2 ** 53, -(2 ** 53), 1e21, NaN, Infinity, -Infinity]) {
      expect(refused({ bad }), String(bad)).toBe('not-a-safe-integer');
    }
  });

  it('[R8] refuses U+0000 and lone surrogates, in values and in names', () => {
    for (const bad of ['\u0000', 'a\ud800', '\udc00b', '\ude00\ud83d']) {
      expect(refused([bad]), JSON.stringify(bad)).toBe('not-well-formed');
      expect(refused({ [bad]: 1 }), JSON.stringify(bad)).toBe('not-well-formed');
    }
  });

  it('refuses what JSON leaves out or turns into something else', () => {
    const sparse: unknown[] = [1];
    sparse[2] = 3;
    const named = Object.assign([1], { extra: 2 });
    for (const bad of [undefined, () => 1, Symbol('s'), 1n]) {
      expect(refused(bad)).toBe('not-json');
      expect(refused({ bad })).toBe('not-json');
      expect(refused([bad])).toBe('not-json');
    }
    for (const bad of [
      sparse,
      named,
      new Date(0),
      new Map(),
      new Number(1),
      new Uint8Array(1),
      /x/,
      new (class A {})(),
    ]) {
      expect(refused(bad)).toBe('not-json');
    }
    expect(refused({ [Symbol('s')]: 1 })).toBe('not-json');
    expect(refused({ toJSON: () => 'other' })).toBe('not-json');
    expect(refused(Object.defineProperty({}, 'a', { enumerable: true, get: () => 1 }))).toBe('not-json');
    expect(refused(Object.defineProperty({}, 'a', { enumerable: false, value: 1 }))).toBe('not-json');
    expect(refused(Object.create({ inherited: 1 }))).toBe('not-json');
  });

  it('is not fooled by a polluted prototype', () => {
    (Object.prototype as { toJSON?: unknown }).toJSON = () => 'other';
    expect(refused({ a: 1 })).toBe('not-json');
    delete (Object.prototype as { toJSON?: unknown }).toJSON;
    (Array.prototype as { toJSON?: unknown }).toJSON = () => 'other';
    expect(refused([1])).toBe('not-json');
  });

  it('[R8] refuses names that reach into a prototype', () => {
    for (const text of ['{"__proto__":1}', '{"a":[{"constructor":{}}]}', '{"prototype":null}']) {
      expect(refused(JSON.parse(text))).toBe('forbidden-key');
      expect(reasonOf(() => parseCanonical(text))).toBe('forbidden-key');
    }
  });

  it('[R8] refuses circles and towers without exhausting the stack', () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    expect(refused(circle)).toBe('too-deep');
    expect(reasonOf(() => parseCanonical('['.repeat(100_000) + ']'.repeat(100_000)))).toBe('too-deep');
  });

  it('says where', () => {
    expect(() => canonical({ roll: [{ name: '\u0000' }] })).toThrow('not-well-formed at $.roll[0].name');
  });
});

describe('reading canonical text back', () => {
  it('gives what was written', () => {
    const value = { agenda: [{ title: '介绍情况', minutes: 10 }], open: true, note: null };
    expect(parseCanonical(canonical(value))).toEqual(value);
    expect(parseCanonicalObject(canonical(value))).toEqual(value);
  });

  it('[R1] refuses every other spelling of the same JSON', () => {
    for (const text of [
      '{ "a":1}',
      '{"b":1,"a":2}',
      '{"a":1,"a":1}',
      '"\\u00e9"',
      '[1.0]',
      '[1e0]',
      '[-0]',
      ' 1',
      '1\n',
    ]) {
      expect(
        reasonOf(() => parseCanonical(text)),
        text,
      ).toBe('not-canonical');
    }
    for (const text of ['', '{', 'undefined', "{'a':1}", '\ufeff{}']) {
      expect(
        reasonOf(() => parseCanonical(text)),
        text,
      ).toBe('not-json');
    }
    expect(reasonOf(() => parseCanonicalObject('[]'))).toBe('not-json');
    expect(reasonOf(() => parseCanonicalObject('null'))).toBe('not-json');
  });
});
