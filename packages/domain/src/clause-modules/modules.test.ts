import { describe, expect, it } from 'vitest';
import { partiesTogether, sideName } from '../agreement-parties.ts';
import { written } from '../amounts.ts';
import { lintClause } from '../clause-lint.ts';
import { languages, type Language } from '../language.ts';
import { blanks, type BlankName } from './blanks.ts';
import { clauseModules, moduleClause } from './catalogue.ts';
import { blanksIn, fillClause, unfilled, type BlankValues } from './module.ts';

const all = clauseModules.flatMap(({ clauses }) => clauses);

/** What somebody at a desk would fill in. */
const sensible = (language: Language): Required<BlankValues> => {
  const zh = language === 'zh-CN';
  return {
    who: sideName(2, language),
    whom: sideName(1, language),
    third: sideName(3, language),
    all: partiesTogether(3, language),
    amount: written(320_000, language),
    amount2: written(100_000, language),
    date: zh ? '2026年12月10日' : '10 December 2026',
    date2: zh ? '2027年1月31日' : '31 January 2027',
    from: zh ? '2026年12月1日' : '1 December 2026',
    until: zh ? '2027年3月31日' : '31 March 2027',
    place: zh ? '3号楼2单元601室' : 'Flat 601, Building 3',
    thing: zh ? '吊顶和墙面' : 'ceiling and walls',
    way: zh ? '银行转账' : 'bank transfer',
    hours: zh ? '22时至次日6时' : '22:00 to 6:00',
    hours2: zh ? '6时至22时' : '6:00 to 22:00',
    period: zh ? '2026年度' : 'the year 2026',
    size: zh ? '1.2米' : '1.2 metres',
    share: zh ? '一半' : 'half',
    days: zh ? '七' : 'seven',
    dayOfMonth: '5',
    times: zh ? '两' : 'two',
  };
};

describe('clause modules', () => {
  it('cover the disputes of a neighbourhood, each with a few clauses, each clause with an id of its own', () => {
    expect(clauseModules.length).toBeGreaterThanOrEqual(10);
    for (const { id, clauses } of clauseModules) expect(clauses.length, id).toBeGreaterThanOrEqual(3);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(moduleClause('leak-repair')?.blanks).toEqual(['who', 'date', 'place']);
    expect(moduleClause('nothing')).toBeNull();
  });

  it.each(all)('$id: every blank is declared, and both languages have the same', ({ text, blanks: declared }) => {
    for (const name of declared) expect(blanks).toHaveProperty(name);
    for (const language of languages) expect(new Set(blanksIn(text[language]))).toEqual(new Set(declared));
  });

  it('every declared blank is used somewhere', () => {
    const used = new Set(all.flatMap((one) => one.blanks));
    expect((Object.keys(blanks) as BlankName[]).filter((name) => !used.has(name))).toEqual([]);
  });

  describe.each(languages)('in %s', (language) => {
    it.each(all)('$id: filled sensibly it has no findings', (clause) => {
      const filled = fillClause(clause, sensible(language), language);
      expect(filled).not.toMatch(/[{}_]/u);
      expect(lintClause(filled, { language, sides: 3, names: [], performance: null }), filled).toEqual([]);
    });

    it.each(all.filter((one) => one.blanks.length > 0))('$id: what is not filled in stays visible', (clause) => {
      const [first, ...rest] = clause.blanks;
      const { [first!]: _, ...values } = sensible(language);
      const filled = fillClause(clause, { ...values, ...(rest.length > 0 ? { [rest[0]!]: '  ' } : {}) }, language);
      expect(filled.split(unfilled).length).toBeGreaterThan(Math.min(rest.length, 1) + 1);
      const findings = lintClause(filled, { language, sides: 3, names: [], performance: null });
      expect(findings.map(({ code }) => code)).toContain('blank');
    });

    it('a clause ends as a sentence does, in the marks of its language', () => {
      for (const { id, text } of all) {
        expect(text[language], id).toMatch(language === 'zh-CN' ? /。$/u : /\.$/u);
        expect(text[language], id).not.toMatch(language === 'zh-CN' ? /[,;:()]/u : /[，。；：（）、]/u);
      }
    });
  });

  it('what is filled in is never read as a blank', () => {
    const clause = moduleClause('leak-repair')!;
    expect(fillClause(clause, { who: '{date}', date: '$&', place: '{who}' }, 'zh-CN')).toBe(
      '{date}于$&前完成{who}的防水修复，修复费用由{date}承担。',
    );
  });
});
