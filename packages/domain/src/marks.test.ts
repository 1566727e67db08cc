import { describe, expect, it } from 'vitest';
import { methods, variantLimits, type Counts, type Method } from './acts/voting.ts';
import { marksFor, marksIn, refuseAsking, sameMarks, tally, type Asked, type Marked, type Marks } from './marks.ts';

const variants = ['均摊', '按层递增', '按面积'];
const grades = ['优先考虑', '可以接受', '不宜采用'];
const asked: Record<Method, Asked> = {
  'yes-no-abstain': { method: 'yes-no-abstain' },
  'choose-one': { method: 'choose-one', variants },
  'choose-several': { method: 'choose-several', variants, most: 2 },
  grade: { method: 'grade', variants, grades },
};

describe('what can be asked', () => {
  it.each(methods)('%s, with what belongs to it', (method) => {
    expect(refuseAsking(asked[method])).toBeNull();
  });

  it('nothing without what its method needs, and nothing with what it has no use for', () => {
    const unfit: Asked[] = [
      { method: 'yes-no-abstain', variants },
      { method: 'yes-no-abstain', most: 1 },
      { method: 'yes-no-abstain', grades },
      { method: 'choose-one' },
      { method: 'choose-one', variants, most: 1 },
      { method: 'choose-one', variants, grades },
      { method: 'choose-several', variants },
      { method: 'choose-several', most: 2 },
      { method: 'choose-several', variants, most: 4 },
      { method: 'grade', variants },
      { method: 'grade', grades },
      { method: 'grade', variants, grades, most: 1 },
    ];
    for (const one of unfit) expect(refuseAsking(one), JSON.stringify(one)).toMatchObject({ code: 'variants-unfit' });
  });

  it('no two variants or grades that nobody could tell apart', () => {
    expect(refuseAsking({ ...asked['choose-one'], variants: ['均摊', '均摊'] })).toMatchObject({
      code: 'variants-alike',
    });
    expect(refuseAsking({ ...asked.grade, grades: ['好', '好'] })).toMatchObject({ code: 'variants-alike' });
  });
});

describe('what may be marked', () => {
  const code = (method: Method, marked: Marked) => {
    const found = marksFor(asked[method], marked);
    return 'outcome' in found ? found : 'well';
  };

  it('exactly one of the three, and of the kind that the method asks for', () => {
    for (const marked of [
      {},
      { choice: 'abstain', chosen: [1] },
      { chosen: [1], graded: [1, 1, 1] },
    ] satisfies Marked[])
      for (const method of methods) expect(code(method, marked)).toMatchObject({ code: 'marks-unfit' });
    expect(code('yes-no-abstain', { choice: 'yes' })).toBe('well');
    expect(code('yes-no-abstain', { chosen: [1] })).toMatchObject({ code: 'marks-unfit' });
    expect(code('yes-no-abstain', { graded: [1, 1, 1] })).toMatchObject({ code: 'marks-unfit' });
    expect(code('choose-one', { choice: 'yes' })).toMatchObject({ code: 'marks-unfit' });
    expect(code('choose-several', { graded: [1, 1, 1] })).toMatchObject({ code: 'marks-unfit' });
    expect(code('grade', { choice: 'no' })).toMatchObject({ code: 'marks-unfit' });
    expect(code('grade', { chosen: [1] })).toMatchObject({ code: 'marks-unfit' });
  });

  it('an abstention in every method', () => {
    for (const method of methods) expect(code(method, { choice: 'abstain' })).toBe('well');
  });

  it('as many variants as the method allows, each once, none that is not there', () => {
    expect(code('choose-one', { chosen: [3] })).toBe('well');
    expect(code('choose-one', { chosen: [1, 2] })).toMatchObject({ code: 'too-many-variants', params: { most: 1 } });
    expect(code('choose-one', { chosen: [4] })).toMatchObject({ code: 'no-such-variant' });
    expect(code('choose-several', { chosen: [3, 1] })).toBe('well');
    expect(code('choose-several', { chosen: [1] })).toBe('well');
    expect(code('choose-several', { chosen: [1, 1] })).toMatchObject({ code: 'marks-unfit' });
    expect(code('choose-several', { chosen: [1, 2, 3] })).toMatchObject({
      code: 'too-many-variants',
      params: { most: 2 },
    });
  });

  it('a grade for every variant, none that is not there', () => {
    expect(code('grade', { graded: [1, 3, 3] })).toBe('well');
    expect(code('grade', { graded: [1, 3] })).toMatchObject({ code: 'grade-missing', params: { count: 1 } });
    expect(code('grade', { graded: [1, 3, 4] })).toMatchObject({ code: 'no-such-variant' });
    expect(code('grade', { graded: [1, 1, 1, 1] })).toMatchObject({ code: 'no-such-variant' });
  });

  it('in the order of the list, however it was ticked', () => {
    expect(marksIn({ chosen: [3, 1] })).toEqual({ chosen: [1, 3] });
    expect(sameMarks({ chosen: [3, 1] }, { chosen: [1, 3] })).toBe(true);
    expect(sameMarks({ chosen: [1] }, { chosen: [1, 3] })).toBe(false);
    expect(sameMarks({ graded: [1, 2] }, { graded: [2, 1] })).toBe(false);
    expect(sameMarks({ choice: 'abstain' }, { chosen: [1] })).toBe(false);
  });
});

/** A small seeded generator, so that a failing course can be run again. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const sum = (of: readonly number[]): number => of.reduce((all, one) => all + one, 0);
const listOf = (n: number, word: string) => Array.from({ length: n }, (_, at) => `${word}${at + 1}`);

function anyAsked(method: Method, next: (below: number) => number): Asked {
  const { fewest, most, fewestGrades, mostGrades } = variantLimits;
  if (method === 'yes-no-abstain') return { method };
  const some = listOf(fewest + next(most - fewest + 1), '方案');
  if (method === 'choose-several') return { method, variants: some, most: 1 + next(some.length) };
  if (method === 'choose-one') return { method, variants: some };
  return { method, variants: some, grades: listOf(fewestGrades + next(mostGrades - fewestGrades + 1), '档') };
}

function anyMarks({ method, variants = [], grades = [], most = 1 }: Asked, next: (below: number) => number): Marks {
  if (next(5) === 0) return { choice: 'abstain' };
  if (method === 'yes-no-abstain') return { choice: next(2) === 0 ? 'yes' : 'no' };
  if (method === 'grade') return { graded: variants.map(() => 1 + next(grades.length)) };
  const chosen = new Set<number>();
  for (const want = 1 + next(most); chosen.size < want;) chosen.add(1 + next(variants.length));
  return { chosen: [...chosen] };
}

/** What must hold of the figures whoever answered how. */
function expectClosed(asked: Asked, ballots: readonly Marks[], counts: Counts): void {
  const answered = ballots.length - counts.abstain;
  if ('yes' in counts) expect(counts.yes + counts.no).toBe(answered);
  else if ('grades' in counts) {
    expect(counts.grades).toHaveLength(asked.variants!.length);
    for (const row of counts.grades) expect(sum(row)).toBe(answered);
  } else {
    expect(counts.variants).toHaveLength(asked.variants!.length);
    for (const count of counts.variants) expect(count).toBeLessThanOrEqual(answered);
    expect(sum(counts.variants)).toBeGreaterThanOrEqual(answered);
    expect(sum(counts.variants)).toBeLessThanOrEqual(answered * (asked.most ?? 1));
  }
}

describe('counting', () => {
  it.each(methods.flatMap((method) => [1, 2, 3, 4].map((seed) => [method, seed] as const)))(
    '%s: the figures close after every ballot, seed %i',
    (method, seed) => {
      const next = numbers(seed * 7_919);
      const one = anyAsked(method, next);
      expect(refuseAsking(one)).toBeNull();
      const ballots: Marks[] = [];
      for (let n = 0; n < 60; n += 1) {
        const marks = anyMarks(one, next);
        expect(marksFor(one, marks)).toEqual(marksIn(marks));
        ballots.push(marks);
        // Now and then somebody changes theirs.
        if (next(4) === 0) ballots[next(ballots.length)] = anyMarks(one, next);
        expectClosed(one, ballots, tally(one, ballots));
      }
    },
  );

  it('says who was chosen and which grade was given', () => {
    const chosen: Marks[] = [{ chosen: [1, 3] }, { chosen: [3] }, { choice: 'abstain' }];
    expect(tally(asked['choose-several'], chosen)).toEqual({ variants: [1, 0, 2], abstain: 1 });
    expect(tally(asked.grade, [{ graded: [1, 2, 3] }, { graded: [1, 3, 3] }])).toEqual({
      grades: [
        [2, 0, 0],
        [0, 1, 1],
        [0, 0, 2],
      ],
      abstain: 0,
    });
    expect(tally(asked['choose-one'], [])).toEqual({ variants: [0, 0, 0], abstain: 0 });
  });
});
