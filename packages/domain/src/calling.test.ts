import { expect, it } from 'vitest';
import type { Capacity } from './capacities.ts';
import { missingToCall } from './calling.ts';
import { hearing } from './procedures/hearing.ts';
import { mediation } from './procedures/mediation.ts';

const people = (...held: Capacity[][]) => held.map((capacities) => ({ capacities }));
const notice = { words: { title: '公告', body: '联系电话：0571-88000000', signature: '居民委员会' }, phone: '' };
const ready = { place: '二楼会议室', plannedAt: 1, people: people(['chair'], ['recorder']), notice };

it('names all that is missing at once', () => {
  expect(missingToCall({ place: ' ', plannedAt: null, people: [], notice }, 'served', hearing)).toEqual({
    place: 'empty',
    plannedAt: 'empty',
    people: 'no-chair',
    recorder: 'no-recorder',
  });
});

it('finds nothing where nothing is missing', () => {
  expect(missingToCall(ready, 'served', hearing)).toEqual({});
  expect(missingToCall({ ...ready, people: people(['chair', 'recorder']) }, 'served', hearing)).toEqual({});
});

it('a meeting that starts at once needs no planned time', () => {
  expect(missingToCall({ ...ready, plannedAt: null }, 'start-now', hearing)).toEqual({});
});

it('nobody needs to record where no minutes are kept', () => {
  expect(missingToCall({ ...ready, people: people(['chair']) }, 'served', { ...hearing, recording: null })).toEqual({});
});

it('there is one chair only', () => {
  const two = people(['chair'], ['chair', 'recorder']);
  expect(missingToCall({ ...ready, people: two }, 'served', hearing)).toEqual({ people: 'several-chairs' });
});

it('[H8] a notice holds no identity number and no private telephone; one that nobody reads may', () => {
  const words = { ...notice.words, body: '代表：李秀英（13800001234）' };
  const betraying = { ...ready, notice: { words, phone: '' } };
  expect(missingToCall(betraying, 'to-be-served', hearing)).toEqual({ notice: 'private-number' });
  expect(missingToCall(betraying, 'start-now', hearing)).toEqual({});
  expect(missingToCall({ ...ready, notice: { words, phone: '13800001234' } }, 'served', hearing)).toEqual({});
});

it('a mediation needs parties on two sides at least, each on one', () => {
  const party = (side: number | null) => ({ capacities: ['party'], side });
  const called = (...parties: { capacities: string[]; side: number | null }[]) =>
    missingToCall({ ...ready, people: [...ready.people, ...parties] }, 'start-now', mediation);
  expect(called()).toEqual({ parties: 'one-side' });
  expect(called(party(1), party(1))).toEqual({ parties: 'one-side' });
  expect(called(party(1), party(null))).toEqual({ parties: 'no-side' });
  expect(called(party(1), party(2), party(2))).toEqual({});
  expect(missingToCall(ready, 'served', hearing)).toEqual({});
});
