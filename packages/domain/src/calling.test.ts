import { expect, it } from 'vitest';
import type { Capacity } from './capacities.ts';
import { missingToCall } from './calling.ts';

const people = (...held: Capacity[][]) => held.map((capacities) => ({ capacities }));
const ready = { place: '二楼会议室', plannedAt: 1, people: people(['chair'], ['recorder']) };

it('names all that is missing at once', () => {
  expect(missingToCall({ place: ' ', plannedAt: null, people: [] }, 'served', true)).toEqual({
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
