import { expect, it } from 'vitest';
import { blank, choose, complete, give, readHalfMade, tick, ungraded, type Asks, type HalfMade } from './marking.ts';

const variants = ['均摊', '按层', '按面积'];
const one: Asks = { variants, most: 1, grades: null };
const several: Asks = { variants, most: 2, grades: null };
const graded: Asks = { variants, most: 0, grades: ['优先', '可以'] };
const yesNo: Asks = { variants: null, most: 0, grades: null };

it('one variant takes the place of the other where one may be chosen', () => {
  const first = tick(one, blank, 2, true);
  expect(complete(first)).toEqual({ chosen: [2] });
  expect(complete(tick(one, first, 3, true))).toEqual({ chosen: [3] });
});

it('several are ticked up to the number allowed, and unticked', () => {
  const two = tick(several, tick(several, blank, 3, true), 1, true);
  expect(complete(two)).toEqual({ chosen: [1, 3] });
  expect(complete(tick(several, two, 2, true))).toEqual({ chosen: [1, 3] });
  expect(complete(tick(several, two, 3, false))).toEqual({ chosen: [1] });
  expect(complete(tick(several, tick(several, blank, 3, true), 3, false))).toBeNull();
});

it('grades are complete when every variant has one', () => {
  const some = give(graded, give(graded, blank, 2, 1), 1, 2);
  expect([ungraded(some), complete(some)]).toEqual([1, null]);
  expect(complete(give(graded, some, 3, 2))).toEqual({ graded: [2, 1, 2] });
  expect(ungraded(blank)).toBe(0);
});

it('abstaining takes back what was ticked, and a tick takes back abstaining', () => {
  expect(complete(choose('abstain'))).toEqual({ choice: 'abstain' });
  expect(complete(tick(several, choose('abstain'), 1, true))).toEqual({ chosen: [1] });
  expect(give(graded, choose('abstain'), 1, 1).choice).toBeNull();
  expect(complete(choose(null))).toBeNull();
});

it('what was kept is read back where it fits the question, and nothing else is', () => {
  const kept = (half: HalfMade, asks: Asks) => readHalfMade(JSON.stringify(half), asks);
  for (const [half, asks] of [
    [choose('no'), yesNo],
    [choose('abstain'), several],
    [tick(several, blank, 2, true), several],
    [give(graded, blank, 2, 1), graded],
  ] as const)
    expect(kept(half, asks)).toEqual(half);
  expect(kept(choose('no'), several)).toBeNull();
  expect(kept({ ...blank, chosen: [4] }, several)).toBeNull();
  expect(kept({ ...blank, chosen: [1, 2] }, one)).toBeNull();
  expect(kept({ ...blank, graded: [1, 1] }, graded)).toBeNull();
  expect(kept({ ...blank, graded: [1, 1, 3] }, graded)).toBeNull();
  for (const text of [null, '', 'yes', '{', '{"chosen":7}', 'null']) expect(readHalfMade(text, several)).toBeNull();
});
