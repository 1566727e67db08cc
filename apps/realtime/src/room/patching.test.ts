import { applyPatch } from 'rfc6902';
import { describe, expect, it } from 'vitest';
import { mulberry32 } from '../testing/random.ts';
import { patched } from './patching.ts';

/** What a client has that applied the patch to what it had. */
function afterPatch<T extends object>(before: T, now: T): unknown {
  const theirs = structuredClone(before);
  const errors = applyPatch(theirs, structuredClone(patched(before, now).patch) as never);
  expect(errors.every((error) => error === null)).toBe(true);
  return theirs;
}

/** Some JSON, nested a little. */
function anything(random: () => number, depth = 3): unknown {
  const kind = Math.floor(random() * (depth > 0 ? 6 : 4));
  const some = Math.floor(random() * 6);
  if (kind === 4) return Array.from({ length: some }, () => anything(random, depth - 1));
  if (kind === 5) {
    return Object.fromEntries(Array.from({ length: some }, (_, n) => [`k${n}/~`, anything(random, depth - 1)]));
  }
  return [null, some, `字${some}`, some > 2][kind];
}

describe('a patch', () => {
  it.each([1, 2, 3, 4])('leads from any view to any other, course %i', (seed) => {
    const random = mulberry32(seed);
    let before = { view: anything(random) };
    for (let turn = 0; turn < 300; turn += 1) {
      const now = { view: anything(random) };
      expect(afterPatch(before, now)).toEqual(now);
      expect(patched(before, now).now).toEqual(now);
      before = now;
    }
  });

  it('of a list is one operation for one place, wherever it is', () => {
    const of = (before: unknown[], now: unknown[]) => patched({ order: before }, { order: now }).patch;
    expect(of(['a', 'b', 'c'], ['a', 'x', 'b', 'c'])).toEqual([{ op: 'add', path: '/order/1', value: 'x' }]);
    expect(of(['a', 'b', 'c'], ['a', 'b', 'c', 'x'])).toEqual([{ op: 'add', path: '/order/3', value: 'x' }]);
    expect(of(['a', 'b', 'c'], ['a', 'c'])).toEqual([{ op: 'remove', path: '/order/1' }]);
    expect(of(['a', 'b', 'c'], ['a', 'x', 'c'])).toEqual([{ op: 'replace', path: '/order/1', value: 'x' }]);
    expect(of(['a', 'a'], ['a', 'a', 'a'])).toEqual([{ op: 'add', path: '/order/2', value: 'a' }]);
  });

  it('tells of nothing when nothing changed, and keeps what was', () => {
    const before = { people: { a: { name: '甲' } }, order: ['a'] };
    const same = patched(before, structuredClone(before));
    expect(same.patch).toEqual([]);
    expect(same.now).toBe(before);
  });

  it('names what changed and nothing beside it', () => {
    const before = { people: { a: { name: '甲', here: false }, b: { name: '乙', here: false } } };
    const { patch, now } = patched(before, {
      people: { a: { name: '甲', here: false }, b: { name: '乙', here: true } },
    });
    expect(patch).toEqual([{ op: 'replace', path: '/people/b/here', value: true }]);
    expect(now.people.a).toBe(before.people.a);
  });

  it('adds one to a list of five thousand without comparing each with each', () => {
    const order = Array.from({ length: 5_000 }, (_, n) => `seat ${n}`);
    const middle = order.toSpliced(2_500, 0, 'late');
    expect(patched({ order }, { order: middle }).patch).toEqual([{ op: 'add', path: '/order/2500', value: 'late' }]);
    // Turned round, nothing stands where it stood: every place but none twice.
    expect(patched({ order }, { order: order.toReversed() }).patch).toHaveLength(5_000);
  });
});
