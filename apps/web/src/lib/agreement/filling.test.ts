import { lintClause } from '@yishiting/domain/clause-lint';
import { clauseModules, moduleClause } from '@yishiting/domain/clause-modules/catalogue';
import { describe, expect, it } from 'vitest';
import { filledClause, isUnreadable, nothingFilled, withCapitals, type Filled } from './filling.ts';

const sides = { language: 'zh-CN', sides: 2 } as const;
const fees = moduleClause('fees-pay')!;
const filled: Filled = {
  ...nothingFilled,
  ...{ who: '1', whom: '2', date: '2026-12-31', amount: '5000', period: '2026年全年', way: '银行转账' },
};

describe('a clause of a module', () => {
  it('reads as an agreement does: sides by name, days written out, amounts in capitals and figures', () => {
    expect(filledClause(fees, filled, sides)).toBe(
      '甲方于2026年12月31日前向乙方付清2026年全年的物业费人民币伍仟元整（¥5,000.00），以银行转账方式支付。',
    );
  });

  it('keeps a line to write on for what is missing or cannot be read, and the hints say so', () => {
    const text = filledClause(fees, { ...filled, amount: '五千吧', date: '' }, sides);
    expect(text).toContain('于______前');
    expect(text).toContain('物业费______');
    expect(isUnreadable('amount', '五千吧')).toBe(true);
    expect([isUnreadable('amount', ' '), isUnreadable('way', '五千吧')]).toEqual([false, false]);
    const found = lintClause(text, { ...sides, names: [], performance: null });
    expect(found.map(({ code }) => code)).toContain('blank');
  });

  it('leaves no brace in any clause, filled or not', () => {
    for (const clause of clauseModules.flatMap(({ clauses }) => clauses))
      for (const values of [nothingFilled, filled]) expect(filledClause(clause, values, sides)).not.toMatch(/[{}]/);
  });
});

describe('an amount in figures', () => {
  it('gets its capitals where it stands, and no other amount does', () => {
    expect(withCapitals('甲方付5000元，乙方付20元。', '20元', 'zh-CN')).toBe(
      '甲方付5000元，乙方付人民币贰拾元整（¥20.00）。',
    );
    expect(withCapitals('甲方付5000元。', '300元', 'zh-CN')).toBeNull();
  });
});
