import { describe, expect, it } from 'vitest';
import { agreementZh } from '../words/agreement.zh-CN.ts';
import { anAgreement } from './agreement.fixtures.ts';
import { clausesIn, movedBehind, partIn, partsIn, progressOf, titleOf } from './parts.ts';

describe('the parts of an agreement on a page', () => {
  it('stand in the order of the form, and only clauses are counted', () => {
    expect(partsIn(anAgreement()).map(({ part, number }) => [part, number])).toEqual([
      ['facts', null],
      ['first', 1],
      ['second', 2],
      ['performance', null],
    ]);
    expect(partsIn(anAgreement()).map((part) => titleOf(agreementZh, part))).toEqual([
      '纠纷主要事实、争议事项',
      '第 1 条',
      '第 2 条',
      '履行方式、时限',
    ]);
    expect([partIn(anAgreement(), 'second')?.number, partIn(anAgreement(), 'struck')]).toEqual([2, null]);
  });

  it('move by one place among the clauses, and not beyond them', () => {
    const clauses = [{ part: 'a' }, { part: 'b' }, { part: 'c' }];
    expect(movedBehind(clauses, 'b', -1)).toBeNull();
    expect(movedBehind(clauses, 'c', -1)).toBe('a');
    expect(movedBehind(clauses, 'a', 1)).toBe('b');
    expect(movedBehind(clauses, 'b', 1)).toBe('c');
    expect([movedBehind(clauses, 'a', -1), movedBehind(clauses, 'c', 1), movedBehind(clauses, 'x', 1)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(clausesIn(anAgreement()).map(({ part }) => part)).toEqual(['first', 'second']);
  });

  it('count as agreed only when every party agreed to them', () => {
    const parties = {
      order: ['zhang', 'li'],
      bySeat: {
        zhang: { name: '张三', agreed: { facts: true, first: true } as const, change: {}, recorded: {} },
        li: {
          name: '李四',
          agreed: { facts: true } as const,
          change: { first: true, second: true } as const,
          recorded: {},
        },
      },
    };
    expect(progressOf(anAgreement({ parties }))).toEqual({ agreed: 1, of: 4, wanted: 2 });
    expect(progressOf(anAgreement())).toEqual({ agreed: 0, of: 4, wanted: 0 });
    // Nobody's agreement is not everybody's.
    expect(progressOf(anAgreement({ parties: { order: [], bySeat: {} } })).agreed).toBe(0);
  });
});
