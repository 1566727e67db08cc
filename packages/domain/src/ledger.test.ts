import { describe, expect, it } from 'vitest';
import { emptyLedger, entered, entriesOf, entry, type Ledger } from './ledger.ts';

/** A small seeded generator, so that a failing course can be run again. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const idOf = (n: number): string => `0190e5f2-7a3b-7000-8000-${n.toString(16).padStart(12, '0')}`;

describe('a ledger', () => {
  it.each([1, 2, 3])('says what a map would say, course %i', (seed) => {
    const next = numbers(seed);
    const known = new Map<string, number>();
    let ledger: Ledger<number> = emptyLedger;
    for (let turn = 0; turn < 3_000; turn += 1) {
      const id = idOf(next(1_500));
      ledger = entered(ledger, id, turn);
      known.set(id, turn);
    }
    expect(ledger.size).toBe(known.size);
    expect(new Map(entriesOf(ledger))).toEqual(known);
    for (let n = 0; n < 1_600; n += 1) expect(entry(ledger, idOf(n))).toBe(known.get(idOf(n)));
  });

  it('stays as it was when another is made of it', () => {
    const one = entered(emptyLedger as Ledger<string>, idOf(1), 'yes');
    const two = entered(entered(one, idOf(1), 'no'), idOf(2), 'yes');
    expect([entry(one, idOf(1)), entry(one, idOf(2)), one.size]).toEqual(['yes', undefined, 1]);
    expect([entry(two, idOf(1)), entry(two, idOf(2)), two.size]).toEqual(['no', 'yes', 2]);
    expect(entriesOf(emptyLedger)).toEqual([]);
  });

  it('spreads ids that differ at their end alone, so that no page grows long', () => {
    let ledger: Ledger<true> = emptyLedger;
    for (let n = 0; n < 4_096; n += 1) ledger = entered(ledger, idOf(n), true);
    expect(Math.max(...ledger.pages.map(({ length }) => length))).toBeLessThan(64);
  });

  it.each(['__proto__', 'constructor', 'toString', ''])('knows nothing of «%s» until it is entered', (id) => {
    expect(entry(emptyLedger, id)).toBeUndefined();
    expect(entry(entered(emptyLedger as Ledger<number>, id, 1), id)).toBe(1);
  });
});
