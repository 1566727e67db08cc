import type { PersonView } from '../view.ts';
import { describe, expect, it } from 'vitest';
import { byCapacity, countsOf, rollOf } from './roll.ts';

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
    expect(names(roll.observers)).toEqual(['旁听者']);
  });

  it('names each person once, under the first of their capacities', () => {
    expect(byCapacity(rollOf({ people }).came, (capacity) => capacity)).toEqual([
      ['chair', ['王主持']],
      ['member', ['李代表', '周代表']],
    ]);
  });

  it('names the parties of each side by themselves', () => {
    const parties = [1, 2, 1].map((side, n): PersonView => ({ ...person(`当事人${n}`, ['party'], 'present'), side }));
    expect(byCapacity(parties, (capacity, side) => `${capacity} ${side}`)).toEqual([
      ['party 1', ['当事人0', '当事人2']],
      ['party 2', ['当事人1']],
    ]);
  });

  it('tells who is on leave from who is absent, and counts nobody whose place another has', () => {
    const more: PersonView[] = [
      { ...person('吴代表', ['member'], 'expected'), onLeave: true },
      { ...person('郑代表', ['member'], 'expected'), replacedBy: '钱代表' },
      { ...person('钱代表', ['member'], 'present'), substitutes: '郑代表' },
    ];
    const listed = [...all, ...more];
    const bySeat = Object.fromEntries(listed.map((one) => [one.seat, one]));
    const roll = rollOf({ people: { order: listed.map(({ seat }) => seat), bySeat } });
    expect(names(roll.leave)).toEqual(['吴代表']);
    expect(names(roll.absent)).toEqual(['陈代表']);
    expect(countsOf(roll)).toEqual({ due: 6, came: 4, leave: 1, absent: 1 });
  });
});
