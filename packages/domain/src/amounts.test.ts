import { describe, expect, it } from 'vitest';
import { amountsIn } from './amounts-in-text.ts';
import { chance, type Chance } from './chain.fixtures.ts';
import { inCapitals, inFigures, mostFen, parseCapitals, parseFigures, written } from './amounts.ts';

/** Of any length alike, every other one with many noughts: there the rules are hard. */
function anAmount(any: Chance): number {
  const length = 1 + any(12);
  const noughts = any(2) === 0;
  let fen = 0;
  for (let n = 0; n < length; n += 1) fen = fen * 10 + (noughts && any(3) > 0 ? 0 : any(10));
  return fen;
}

describe('amounts in figures and capitals', () => {
  it('[A13] figures and capitals of 10,000 random amounts (seed 20261122) read back as the same amount', () => {
    const any = chance(20_261_122);
    const lengths = new Set<number>();
    for (let n = 0; n < 10_000; n += 1) {
      const fen = anAmount(any);
      const [figures, capitals] = [inFigures(fen), inCapitals(fen)];
      lengths.add(String(fen).length);
      expect([parseFigures(figures), parseCapitals(capitals)], `${figures} ${capitals}`).toEqual([fen, fen]);
      expect(amountsIn(`支付${capitals}（${figures}）。`), figures).toMatchObject([{ kind: 'pair', agree: true }]);
      // A nought said is said once, and never where nothing follows.
      expect(capitals.replace('零元整', '')).not.toMatch(/零零|零[元整万亿]|零$/u);
    }
    expect(lengths.size).toBe(12);
  });

  it.each([
    // The rules' own examples; with 整 after 角 (二) and the first of two forms (四（三）).
    [140_950, '¥1,409.50', '人民币壹仟肆佰零玖元伍角整'],
    [600_714, '¥6,007.14', '人民币陆仟零柒元壹角肆分'],
    [168_032, '¥1,680.32', '人民币壹仟陆佰捌拾元零叁角贰分'],
    [10_700_053, '¥107,000.53', '人民币壹拾万柒仟元零伍角叁分'],
    [1_640_902, '¥16,409.02', '人民币壹万陆仟肆佰零玖元零贰分'],
    [32_504, '¥325.04', '人民币叁佰贰拾伍元零肆分'],
    // What programs get wrong.
    [0, '¥0.00', '人民币零元整'],
    [5, '¥0.05', '人民币伍分'],
    [50, '¥0.50', '人民币伍角整'],
    [53, '¥0.53', '人民币伍角叁分'],
    [100, '¥1.00', '人民币壹元整'],
    [1_000, '¥10.00', '人民币壹拾元整'],
    [1_200, '¥12.00', '人民币壹拾贰元整'],
    [1_010, '¥10.10', '人民币壹拾元零壹角整'],
    [10_001, '¥100.01', '人民币壹佰元零壹分'],
    [100_400, '¥1,004.00', '人民币壹仟零肆元整'],
    [104_000, '¥1,040.00', '人民币壹仟零肆拾元整'],
    [500_000, '¥5,000.00', '人民币伍仟元整'],
    [1_000_000, '¥10,000.00', '人民币壹万元整'],
    [10_000_000, '¥100,000.00', '人民币壹拾万元整'],
    [10_050_000, '¥100,500.00', '人民币壹拾万零伍佰元整'],
    [1_001_000_110, '¥10,010,001.10', '人民币壹仟零壹万零壹元壹角整'],
    [10_000_000_100, '¥100,000,001.00', '人民币壹亿零壹元整'],
    [10_001_000_000, '¥100,010,000.00', '人民币壹亿零壹万元整'],
    [11_000_000_000, '¥110,000,000.00', '人民币壹亿壹仟万元整'],
    [100_000_100_000, '¥1,000,001,000.00', '人民币壹拾亿零壹仟元整'],
    [mostFen, '¥9,999,999,999.99', '人民币玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  ])('%i fen', (fen, figures, capitals) => {
    expect([inFigures(fen), inCapitals(fen)]).toEqual([figures, capitals]);
    expect([parseFigures(figures), parseCapitals(capitals)]).toEqual([fen, fen]);
  });

  it.each([-1, 0.5, NaN, Infinity, mostFen + 1])('%d is no amount', (fen) => {
    expect(() => inFigures(fen)).toThrow(RangeError);
    expect(() => inCapitals(fen)).toThrow(RangeError);
  });

  it.each([
    ['伍仟元正', 500_000],
    ['伍仟圆整', 500_000],
    ['人民币伍仟元', 500_000],
    ['壹仟肆佰零玖元伍角', 140_950],
    ['壹仟陆佰捌拾元叁角贰分', 168_032],
    ['壹拾万零柒仟元伍角叁分', 10_700_053],
    ['拾伍元整', 1_500],
    ['貳拾萬圓整', 20_000_000],
    ['陸億元整', 60_000_000_000],
    ['零元伍角', null],
    ['零元整', 0],
    ['', null],
    ['元整', null],
    ['人民币', null],
    ['整', null],
    ['万元整', null],
    ['亿元整', null],
    ['伍仟仟元整', null],
    ['伍佰仟元整', null],
    ['壹伍元整', null],
    ['五千元整', null],
    ['伍仟', null],
    ['伍仟元整整', null],
  ])('%s reads as %s', (text, fen) => expect(parseCapitals(text)).toBe(fen));

  it.each([
    ['5000', 500_000],
    ['5,000.00', 500_000],
    ['￥５，０００．５', 500_050],
    ['人民币5000元', 500_000],
    ['1.5万元', 1_500_000],
    ['3千元', 300_000],
    ['500块钱', 50_000],
    ['RMB 5,000.00', 500_000],
    ['0.005元', null],
    ['50,00元', null],
    ['5000元钱', null],
    ['', null],
  ])('%s reads as %s fen', (text, fen) => expect(parseFigures(text)).toBe(fen));

  it('a clause writes both halves in Chinese, figures alone in English', () => {
    expect(written(500_000, 'zh-CN')).toBe('人民币伍仟元整（¥5,000.00）');
    expect(written(500_000, 'en')).toBe('RMB 5,000.00');
  });
});

describe('amounts found in a clause', () => {
  const found = (text: string) =>
    amountsIn(text).map((one) =>
      one.kind === 'pair'
        ? [one.agree ? 'agree' : 'differ', one.capitals.text, one.figures.text]
        : [one.kind, one.kind === 'figures' ? one.figures.text : one.capitals.text],
    );

  it.each([
    ['甲方支付乙方人民币伍仟元整（¥5,000.00）。', [['agree', '人民币伍仟元整', '¥5,000.00']]],
    ['支付人民币（大写）：伍仟元整（小写：￥5000.00元）', [['agree', '人民币（大写）：伍仟元整', '￥5000.00元']]],
    ['支付5000元（大写：人民币伍仟元整）', [['agree', '人民币伍仟元整', '5000元']]],
    ['支付人民币1.5万元（壹万伍仟元整）', [['agree', '壹万伍仟元整', '人民币1.5万元']]],
    ['支付人民币伍仟元整，即5000元', [['agree', '人民币伍仟元整', '5000元']]],
    ['支付人民币伍万元整（¥5,000.00）', [['differ', '人民币伍万元整', '¥5,000.00']]],
    ['支付人民币伍仟仟元整（¥5,000.00）', [['differ', '人民币伍仟仟元整', '¥5,000.00']]],
    ['每股分得人民币伍分', [['capitals', '人民币伍分']]],
    [
      '先付人民币伍仟元整，3000元于月底前付清',
      [
        ['capitals', '人民币伍仟元整'],
        ['figures', '3000元'],
      ],
    ],
    [
      '支付五千元，另付两百块',
      [
        ['figures', '五千元'],
        ['figures', '两百块'],
      ],
    ],
    ['每平方米1.8元', [['figures', '1.8元']]],
    [
      '¥300.00元整、¥200',
      [
        ['figures', '¥300.00元整'],
        ['figures', '¥200'],
      ],
    ],
    ['Party A shall pay RMB 5,000.00.', [['figures', 'RMB 5,000.00']]],
    ['Party A shall pay 5,000 yuan.', [['figures', '5,000 yuan']]],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));

  it.each([
    '2单元601室住户陆元生于2027年1月1日元旦前搬走3台空调',
    '3号楼2单元、12元旦晚会、公元2026年、五元素',
    '收拾干净，支付方式为转账，一元化管理',
  ])('no money: %s', (text) => expect(found(text)).toEqual([]));
});
