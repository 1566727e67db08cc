import type { PersonView } from '../view.ts';
import { describe, expect, it } from 'vitest';
import { byCapacity, rollOf, sheetOf } from './roll.ts';

const person = (name: string, capacities: PersonView['capacities'], presence: PersonView['presence']): PersonView => ({
  seat: name,
  name,
  capacities,
  standing: null,
  presence,
  way: null,
});
const all = [
  person('王主持', ['chair', 'member'], 'present'),
  person('旁听者', ['observer'], 'present'),
  person('李代表', ['member'], 'departed'),
  person('陈代表', ['member'], 'expected'),
  person('未来旁听', ['observer'], 'expected'),
  person('周代表', ['member'], 'present'),
];
const people = { order: all.map(({ seat }) => seat), bySeat: Object.fromEntries(all.map((one) => [one.seat, one])) };
const names = (list: readonly PersonView[]) => list.map(({ name }) => name);

describe('the roll as it is printed', () => {
  it('counts whoever came, also when they left before the end, and no observers', () => {
    const roll = rollOf({ people });
    expect(names(roll.due)).toEqual(['王主持', '李代表', '陈代表', '周代表']);
    expect(names(roll.came)).toEqual(['王主持', '李代表', '周代表']);
    expect(names(roll.absent)).toEqual(['陈代表']);
    expect(roll.observers).toBe(1);
  });

  it('names each person once, under the first of their capacities', () => {
    expect(byCapacity(rollOf({ people }).came)).toEqual([
      ['chair', ['王主持']],
      ['member', ['李代表', '周代表']],
    ]);
  });

  it('has a line for everybody who is due, and for observers who came', () => {
    expect(names(sheetOf({ people }))).toEqual(['王主持', '李代表', '陈代表', '周代表', '旁听者']);
  });
});
