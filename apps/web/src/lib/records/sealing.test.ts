import { expect, it } from 'vitest';
import { firstSealed } from './sealing.ts';

it('a meeting is known by when it was sealed first, in whatever order its seals are listed', () => {
  const seals = [
    { meeting: 'a', at: 30 },
    { meeting: 'b', at: 20 },
    { meeting: 'a', at: 10 },
  ];
  expect([...firstSealed(seals)]).toEqual([
    ['a', 10],
    ['b', 20],
  ]);
});
