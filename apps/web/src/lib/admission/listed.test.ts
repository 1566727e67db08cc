import type { PersonView } from '@yishiting/domain/view';
import { expect, it } from 'vitest';
import { namesakes, toChooseFrom } from './listed.ts';

const person = (seat: string, name: string, device: PersonView['device']): PersonView => ({
  ...{ seat, name, capacities: ['member'], standing: null, presence: 'expected', way: null },
  ...(device && { device }),
});
const never = { connected: false, offlineSince: null };
const people = [
  person('1', '李秀英', { connected: true, offlineSince: null }),
  person('2', '陈国强', never),
  person('3', '李秀英', { connected: false, offlineSince: 5 }),
  person('4', 'Mary Ann Lee', never),
  person('5', '李明', never),
];
const seats = (found: readonly PersonView[]) => found.map(({ seat }) => seat);

it('offers first those whom no device has joined', () => {
  expect(seats(toChooseFrom(people, ''))).toEqual(['2', '4', '5', '1', '3']);
  expect(seats(toChooseFrom(people, ' 李 '))).toEqual(['5', '1', '3']);
  expect(seats(toChooseFrom(people, '王'))).toEqual([]);
});

it('knows somebody by the name as it is typed, and tells namesakes apart from nobody', () => {
  expect(seats(namesakes(people, '陈 国强'))).toEqual(['2']);
  expect(seats(namesakes(people, 'mary ann  LEE'))).toEqual(['4']);
  expect(seats(namesakes(people, '李秀英'))).toEqual(['1', '3']);
  expect(seats(namesakes(people, '李'))).toEqual([]);
});
