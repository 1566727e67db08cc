import { describe, expect, it } from 'vitest';
import { audiences, capacities, capacityKey, capacitySchema, inCanonicalOrder, posts } from './capacities.ts';

describe('capacities', () => {
  it('has one key for a set, whatever its order and repetitions', () => {
    expect(capacityKey(['member', 'chair'])).toBe('chair+member');
    expect(capacityKey(new Set(['chair', 'member', 'chair'] as const))).toBe('chair+member');
    expect(capacityKey([])).toBe('');
  });

  it('gives every one of the 4096 sets a key of its own', () => {
    const keys = new Set<string>();
    for (let bits = 0; bits < 2 ** capacities.length; bits++) {
      keys.add(capacityKey(capacities.filter((_, place) => bits & (1 << place)).reverse()));
    }
    expect(keys.size).toBe(2 ** capacities.length);
  });

  it('lists a set in the order of the list', () => {
    expect(inCanonicalOrder([...capacities].reverse())).toEqual([...capacities]);
  });

  it('shares no name between capacities, audiences and posts', () => {
    const names = [...capacities, ...audiences, ...posts];
    expect(new Set(names).size).toBe(names.length);
  });

  it('refuses a post or an audience where a capacity is asked for', () => {
    for (const name of [...audiences, ...posts, 'Chair', ''])
      expect(capacitySchema.safeParse(name).success).toBe(false);
  });
});
