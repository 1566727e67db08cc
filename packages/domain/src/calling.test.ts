import { expect, it } from 'vitest';
import type { Capacity } from './capacities.ts';
import { missingToCall } from './calling.ts';

const people = (...held: Capacity[][]) => held.map((capacities) => ({ capacities }));
const notice = { words: { title: '公告', body: '联系电话：0571-88000000', signature: '居民委员会' }, phone: '' };
const ready = { place: '二楼会议室', plannedAt: 1, people: people(['chair'], ['recorder']), notice };

it('names all that is missing at once', () => {
  expect(missingToCall({ place: ' ', plannedAt: null, people: [], notice }, 'served', true)).toEqual({
    place: 'empty',
    plannedAt: 'empty',
    people: 'no-chair',
    recorder: 'no-recorder',
  });
});

it('finds nothing where nothing is missing', () => {
  expect(missingToCall(ready, 'served', true)).toEqual({});
  expect(missingToCall({ ...ready, people: people(['chair', 'recorder']) }, 'served', true)).toEqual({});
});

it('a meeting that starts at once needs no planned time', () => {
  expect(missingToCall({ ...ready, plannedAt: null }, 'start-now', true)).toEqual({});
});

it('nobody needs to record where no minutes are kept', () => {
  expect(missingToCall({ ...ready, people: people(['chair']) }, 'served', false)).toEqual({});
});

it('there is one chair only', () => {
  const two = people(['chair'], ['chair', 'recorder']);
  expect(missingToCall({ ...ready, people: two }, 'served', true)).toEqual({ people: 'several-chairs' });
});

it('[H8] a notice holds no identity number and no private telephone; one that nobody reads may', () => {
  const words = { ...notice.words, body: '代表：李秀英（13800001234）' };
  const betraying = { ...ready, notice: { words, phone: '' } };
  expect(missingToCall(betraying, 'to-be-served', true)).toEqual({ notice: 'private-number' });
  expect(missingToCall(betraying, 'start-now', true)).toEqual({});
  expect(missingToCall({ ...ready, notice: { words, phone: '13800001234' } }, 'served', true)).toEqual({});
});
