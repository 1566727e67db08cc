import { describe, expect, it } from 'vitest';
import { rounds } from '../../../scripts/rounds.mjs';
import { counts, weave } from './weaving.ts';

const fact = (version: number) => ({ version });
const block = (name: string, after?: unknown) => ({ name, after });
/** How a section reads: names of blocks, versions of facts. */
const reading = (blocks: { name: string; after: unknown }[], facts: { version: number }[]) =>
  weave(blocks, facts).map((thread) => ('version' in thread ? thread.version : thread.name));

describe('weaving', () => {
  it('puts each fact before the first block begun after it', () => {
    expect(reading([block('a', 2), block('b', 5)], [1, 2, 3, 5, 8].map(fact))).toEqual([1, 2, 'a', 3, 5, 'b', 8]);
  });

  it('counts a block with the smallest that any block below it says', () => {
    expect(counts([block('a', 9), block('b', 3), block('c', 7), block('d')])).toEqual([3, 3, 7, Infinity]);
    expect(reading([block('a', 9), block('b', 3)], [1, 4, 9].map(fact))).toEqual([1, 'a', 'b', 4, 9]);
  });

  it('passes over a block that says nothing', () => {
    expect(reading([block('a'), block('b', 4), block('c')], [1, 4, 6].map(fact))).toEqual([1, 4, 'a', 'b', 'c', 6]);
  });

  it('gives the facts of a section in which nobody wrote, and the words of one in which nothing happened', () => {
    expect(reading([], [3, 4].map(fact))).toEqual([3, 4]);
    expect(reading([block('a', 3), block('b', 3)], [])).toEqual(['a', 'b']);
  });

  it.each([
    NaN,
    -1,
    -Infinity,
    Infinity,
    1e300,
    2 ** 53,
    1.5,
    '3',
    true,
    null,
    undefined,
    [3],
    { valueOf: () => 3 },
    3n,
  ])('[R15] keeps every fact whatever a block says: %s', (after) => {
    expect(reading([block('a', after), block('b', 2)], [1, 2, 3].map(fact)).filter(Number)).toEqual([1, 2, 3]);
  });

  it('[R15] has every fact exactly once and in order, every block once and in order, whatever hostile writers say', () => {
    const hostile = [NaN, Infinity, -Infinity, -5, 0, 0.5, 2 ** 60, '7', null, undefined, {}, -(2 ** 53) + 1];
    for (let seed = 1; seed <= rounds('minutes') * 20; seed += 1) {
      const random = mulberry32(seed);
      const dice = (n: number) => Math.floor(random() * n);
      const blocks = Array.from({ length: dice(12) }, (_, i) =>
        block(`b${i}`, random() < 0.5 ? dice(40) : hostile[dice(hostile.length)]),
      );
      const facts = Array.from({ length: 40 }, (_, i) => fact(i + 1)).filter(() => random() < 0.4);
      const woven = weave(blocks, facts);
      expect(
        woven.filter((thread) => 'version' in thread),
        `seed ${seed}`,
      ).toEqual(facts);
      expect(
        woven.filter((thread) => 'name' in thread),
        `seed ${seed}`,
      ).toEqual(blocks);
    }
  });
});

/** A small seeded generator (mulberry32), so that a failing course can be run again. */
function mulberry32(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
