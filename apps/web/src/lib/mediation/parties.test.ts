import { expect, it } from 'vitest';
import type { PersonView } from '@yishiting/domain/view';
import { answersOf, partiesIn } from './parties.ts';

const person = (seat: string, given: Partial<PersonView> = {}): PersonView => ({
  ...{ seat, name: seat, capacities: ['party'], standing: null, presence: 'present', way: 'here' },
  ...given,
});
const people = (...all: PersonView[]) => ({
  people: { order: all.map(({ seat }) => seat), bySeat: Object.fromEntries(all.map((one) => [one.seat, one])) },
});

it('names the parties by side, without whom somebody came in for', () => {
  const view = people(
    person('b', { side: 2 }),
    person('c', { capacities: ['mediator'] }),
    person('a', { side: 1 }),
    person('gone', { side: 1, replacedBy: 'a' }),
  );
  expect(partiesIn(view).map(({ seat }) => seat)).toEqual(['a', 'b']);
});

it('takes what was answered, and nothing of who has not answered', () => {
  const typed = {
    'next a': 'mediate-again',
    'channel a': '法院',
    'next b': 'other-channel',
    'channel b': ' 法院 ',
    'channel c': '仲裁',
  };
  expect(answersOf([{ seat: 'a' }, { seat: 'b' }, { seat: 'c' }], typed)).toEqual([
    { seat: 'a', next: 'mediate-again' },
    { seat: 'b', next: 'other-channel', channel: '法院' },
  ]);
  expect(answersOf([{ seat: 'b' }], { 'next b': 'other-channel' })).toEqual([{ seat: 'b', next: 'other-channel' }]);
});
