import { describe, expect, it } from 'vitest';
import { agreementHash, type AgreementText } from '../agreement-text.ts';
import { anAgreement, anEnglishAgreement } from '../agreement.fixtures.ts';
import { agreementPaper } from './agreement-paper.ts';

const made = { frozenAt: Date.UTC(2026, 10, 22, 3), demonstration: false, number: null };
const paperOf = (differs: Partial<AgreementText> = {}) => agreementPaper(anAgreement(differs), made);

describe('the agreement as a paper', () => {
  it('has the form’s fields in the form’s order', () => {
    const [first] = paperOf().parties;
    expect(first).toEqual({
      who: '当事人（甲方）',
      name: ['姓名（名称）', '李秀英'],
      beside: [
        ['性别', '女'],
        ['民族', '汉族'],
        ['年龄', '66岁'],
      ],
      rows: [
        [
          ['职业或职务', '退休'],
          ['联系方式', '13800001111'],
        ],
        [['单位或住址', '南门里小区3号楼2单元501室']],
      ],
    });
  });

  it('strikes out what one party left empty and another gave, leaves out what nobody gave, and to the pen who gave nothing', () => {
    const [, second, third] = paperOf().parties;
    expect(second!.beside[1]).toEqual(['民族', '／']);
    expect(third!.beside).toEqual([]);
    expect(third!.rows[0]![0]).toEqual(['职业或职务', '／']);
    const bare = paperOf({ parties: anAgreement().parties.map((one) => ({ ...one, particulars: {} })) });
    for (const { beside, rows } of bare.parties) {
      expect(beside).toEqual([]);
      expect(rows).toEqual([[['联系方式', '']], [['单位或住址', '']]]);
    }
  });

  it('numbers the clauses, prints an empty manner of performance as struck out, and responsibility only where it is stated', () => {
    const { agreed, performance, sections } = paperOf({ performance: null, responsibility: null });
    expect(agreed.clauses.map(({ number }) => number)).toEqual(['一、', '二、', '三、', '四、']);
    expect(performance.paragraphs).toEqual(['／']);
    expect(sections.map(({ title }) => title)).toEqual(['纠纷主要事实、争议事项']);
    expect(paperOf().sections[1]!.title).toBe('各方当事人的责任');
  });

  it('says for whom the copies are, as many as there are', () => {
    const [one, two, three] = anAgreement().parties;
    const parties = [one!, { ...two!, side: 1 }, { ...three!, side: 2 }];
    expect(paperOf().copies).toBe('本协议一式四份，当事人、人民调解委员会各持一份。');
    expect(paperOf({ copies: 6 }).copies).toBe('本协议一式六份，当事人、人民调解委员会至少各持一份。');
    expect(paperOf({ parties, copies: 3 }).copies).toBe('本协议一式三份，各方当事人、人民调解委员会各持一份。');
    expect(paperOf({ parties }).parties.map(({ who }) => who)).toEqual([
      '当事人（甲方之一）',
      '当事人（甲方之二）',
      '当事人（乙方）',
    ]);
  });

  it('bears the hash of the text, the number once there is one, and the mark of the demonstration', () => {
    const text = anAgreement({ version: 3 });
    const paper = agreementPaper(text, { ...made, demonstration: true, number: '〔2026〕示范人调字第1号' });
    expect(paper.foot).toEqual({ version: '第 3 版，正文校验值（SHA-256）：', hash: agreementHash(text) });
    expect(paper.number).toEqual(['编号：', '〔2026〕示范人调字第1号']);
    expect([paper.marks, paperOf().marks]).toEqual([['演示'], []]);
  });

  it('has the seal of the people’s mediation committee set, whoever drew it up', () => {
    const sealed = (text: AgreementText) => {
      const { organ, seal } = agreementPaper(text, made).signatures;
      return [organ, seal];
    };
    const blank = '_'.repeat(20);
    expect(sealed(anAgreement())).toEqual(['示范社区人民调解委员会', '（印章）']);
    expect(sealed(anAgreement({ organ: '治保调解委员会' }))).toEqual([blank, '人民调解委员会（印章）']);
    expect(sealed(anEnglishAgreement())).toEqual(['People’s Mediation Committee of Nanmen Community', '(seal)']);
    expect(sealed({ ...anEnglishAgreement(), organ: 'Security and Mediation Committee' })).toEqual([
      blank,
      '(seal of the people’s mediation committee)',
    ]);
  });

  it('is English where the record is', () => {
    const paper = agreementPaper(anEnglishAgreement(), made);
    expect(paper.parties.map(({ who }) => who)).toEqual(['Party A (1)', 'Party A (2)', 'Party B']);
    expect(paper.copies).toBe('This agreement is made in 3 copies; each side and the mediation committee keep one.');
    expect(JSON.stringify(paper)).not.toMatch(/[\u4e00-\u9fff]/u);
  });
});
