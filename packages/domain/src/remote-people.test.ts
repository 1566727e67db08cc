import { expect, it } from 'vitest';
import { arrived, given, li, nobodyConnected, observer, zhou, chen } from './fixtures.ts';
import { remoteOf } from './remote-people.ts';
import { view } from './view.ts';

it('names those who are remote and due, and of them those whom nobody checked', () => {
  const checked = { type: 'identity-checked', seat: li, how: 'voice', by: '周敏' } as const;
  const meeting = given([...[li, chen, observer].map((seat) => arrived(seat, 'remote')), arrived(zhou), checked]);
  const { people } = view({ meeting, live: nobodyConnected }, { capacities: ['chair'], staff: false });
  const { remote, unchecked } = remoteOf(people.order.map((seat) => people.bySeat[seat]!));
  expect(remote.map(({ name }) => name)).toEqual(['李秀英', '陈国强']);
  expect(unchecked.map(({ name }) => name)).toEqual(['陈国强']);
});
