import { describe, expect, it } from 'vitest';
import { anAgreement } from './agreement.fixtures.ts';
import { clauseFindings, lintClause, needsPaper, type ClauseContext } from './clause-lint.ts';
import { languages } from './language.ts';
import { clauseHints } from './words/clause-hints.ts';

const context: ClauseContext = {
  language: 'zh-CN',
  sides: 4,
  names: ['李秀英', '张三', '李四', '王五', '南门物业服务有限公司'],
  performance: null,
};
const codes = (text: string, differs: Partial<ClauseContext> = {}) =>
  lintClause(text, { ...context, ...differs }).map(({ code }) => code);

describe('clauses as mediators write them well have no findings', () => {
  it.each([
    '乙方于2026年12月10日前完成601室卫生间防水层修复，费用由乙方承担。',
    '乙方一次性赔偿甲方经济损失人民币叁仟贰佰元整（¥3,200.00），于2026年12月20日前以银行转账方式付清。',
    '乙方当场支付甲方医疗费人民币捌佰元整（¥800.00），甲方确认收讫。',
    '乙方于签名当日向甲方当面赔礼道歉。',
    '乙方于签字当日向甲方当面赔礼道歉。',
    '丙方自收到甲方通知之日起三日内上门检修公共立管。',
    '甲方每月5日前向乙方支付赡养费人民币伍佰元整（¥500.00）。',
    '乙方每日22时至次日6时不得在家中敲打、拖动家具。',
    '乙方今后不得在楼道内堆放物品、停放电动自行车。',
    '乙方携犬外出时使用牵引绳；犬只在公共部位排便的，及时清理。',
    '逾期未清空的，由丙方代为清理，清理费用由乙方承担。',
    '乙方未按时付款的，应当按照未付金额承担赔偿责任。',
    '甲方不再要求乙方赔偿其他损失。',
    '乙方以同品牌、同型号的马桶赔偿甲方，2026年12月31日前安装完毕。',
    '房屋维修费用由乙方承担。',
    '2026-12-10至2026-12-20期间由甲方照料父亲。',
    '医疗费凭票据由甲方、乙方各承担一半，于出院后七日内支付。',
    '上述款项以银行转账方式支付。',
    '双方就本纠纷再无其他争议。',
    '本协议自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效。',
    '各方同意自本协议生效之日起三十日内共同向人民法院申请司法确认。',
    '丙方不得以停水、停电的方式催交物业费。',
    '物业费标准为每平方米1.8元，乙方于2026年12月31日前付清2026年度物业费人民币贰仟壹佰陆拾元整（¥2,160.00）。',
    '李秀英于2026年12月1日前拆除在501室门前安装的鞋柜。',
    '南门物业服务有限公司于2026年12月5日前清运3号楼前的装修垃圾。',
    '乙方于2026年12月15日前拆除地锁，恢复车位原状。',
    '乙方分两期支付：2026年12月31日前支付人民币伍仟元整（¥5,000.00），2027年1月31日前支付人民币叁仟元整（¥3,000.00）。',
    '甲方于签订本协议时退还乙方装修押金人民币贰仟元整（¥2,000.00）。',
    '乙方搭设的雨棚不得超出自家外墙，滴水不得落入甲方院内。',
    '乙方将收养的流浪狗于2026年12月10日前送离小区。',
    '甲方、乙方轮流照料父亲，每人每次一个月，自2026年12月1日起由甲方先行照料。',
    '乙方于2026年11月30日前交还602室钥匙2把，丙方到场见证。',
    '履行中发生争议的，各方另行协商；协商不成的，可以向人民法院起诉。',
    '被申请人于2026年12月10日前一次性支付申请人人民币壹万元整（￥10000.00元）。',
    '乙方自愿补偿甲方人民币贰仟元整（¥2,000.00），签字后当场以微信转账方式付清。',
    '甲方放弃其他诉求。',
    '甲乙双方今后和睦相处，互谅互让，不得再因此事发生争吵。',
    '甲方自行负责其吊顶的恢复，费用自理。',
    '本次漏水造成的损失由甲方自行承担。',
    '乙方负责对卫生间重新做防水，于2026年12月底前完工，工程款由乙方承担；丙方负责验收。',
    '丙方协助乙方联系施工单位，并对施工质量进行监督。',
    '乙方于2026年12月15日18时前将车辆移离消防通道。',
    '甲方自愿撤回对乙方的投诉。',
    '各方对以上内容无异议。',
    '自2027年1月1日起，甲方不再收取乙方车位管理费。',
    '乙方与甲方轮流值班清理楼道，单周甲方，双周乙方。',
    '乙方将空调外机移至北侧外墙，2026年12月31日前完成。',
    '甲方允许乙方在2026年12月1日至12月10日期间入户维修。',
    '三方同意由丙方聘请鉴定机构对漏水原因进行鉴定，鉴定费由过错方承担。',
    '如乙方未按期履行，甲方有权向人民法院申请强制执行。',
    '乙方向甲方赔礼道歉，甲方表示谅解。',
    '付款方式：银行转账。',
    '乙方支付的赔偿款包括医疗费、误工费、营养费。',
    '若再次渗漏，乙方应在接到通知后24小时内处理。',
    '双方共同维护楼道整洁，定期清理杂物。',
    '乙方将院内树木修剪至不遮挡甲方窗户，于2026年12月20日前完成。',
    '张三、李四于2026年12月31日前共同偿还王五借款本金人民币贰万元整（¥20,000.00）及利息人民币捌佰元整（¥800.00）。',
    '甲方子女三人每人每月支付赡养费人民币叁佰元整（¥300.00），每月10日前交付。',
    '乙方应在收到本协议后十五个工作日内完成整改。',
    '丙方在2026年第四季度物业费中减免甲方人民币贰佰元整（¥200.00）。',
    '乙方修复受损墙面后，甲方不再追究。',
    '甲方提供维修发票，乙方见票后三日内付款。',
    '丙方每半年对屋面防水检查一次。',
    '乙方保证在2027年春节前还清欠款人民币伍仟元整（¥5,000.00）。',
    '甲方保管的定金人民币壹仟元整（¥1,000.00）抵作货款。',
    '乙方饲养的鸽子于2026年12月1日前全部迁出。',
    '双方自愿解除租赁合同，乙方于2026年11月30日前搬离，甲方同日退还押金人民币叁仟元整（¥3,000.00）。',
    '甲方继续使用该通道，乙方不得阻拦。',
    '乙方给甲方换一扇同样的窗户，三天内换好。',
    '乙方支付1000元定金，即人民币壹仟元整（¥1,000.00），于2026年12月1日前付清。',
  ])('%s', (text) => expect(lintClause(text, { ...context, sides: text.includes('双方') ? 2 : 4 })).toEqual([]));

  it.each([
    'Party B shall repair the waterproofing of bathroom 601 by 10 December 2026 and bear the cost.',
    'Party B shall pay Party A RMB 3,200.00 by bank transfer by 20 December 2026.',
    'Party B shall apologise to Party A on the day of signing.',
    'Party B shall not pile up goods or park electric bicycles in the stairwell.',
    'If payment is late, Party A may go to court.',
    'The parties have no further dispute over this matter.',
  ])('%s', (text) => expect(lintClause(text, { ...context, language: 'en' })).toEqual([]));

  it('all clauses of a sound agreement have none', () => {
    const { clauses, parties, performance, language } = anAgreement();
    const names = parties.map(({ name }) => name);
    for (const { text } of clauses)
      expect(lintClause(text, { language, names, performance, sides: 3 }), text).toEqual([]);
  });
});

describe('what is missing, unclear or out of place is pointed out', () => {
  it.each([
    ['于2026年12月10日前修复卫生间防水层。', ['no-party']],
    ['不得在楼道堆放物品。', ['no-party']],
    ['赔偿甲方人民币伍仟元整（¥5,000.00），于2026年12月20日前付清。', ['no-party']],
    ['2026年12月20日前拆除501室门前的鞋柜。', ['no-party']],
    ['甲方同意乙方在每年12月31日前缴纳次年物业费。', ['no-amount']],
    ['乙方于2026年12月20日前赔偿甲方损失。', ['no-amount']],
    ['乙方于2026年12月20日前付清物业费。', ['no-amount']],
    ['乙方负责修复卫生间防水层。', ['no-deadline']],
    ['乙方赔偿甲方人民币叁仟元整（¥3,000.00）。', ['no-deadline']],
    ['乙方尽快修复卫生间防水层。', ['vague-time']],
    ['乙方应当及时拆除违规安装的雨棚。', ['vague-time']],
    ['丙方在适当时候检修立管。', ['vague-time']],
    ['乙方有钱时归还甲方借款人民币伍仟元整（¥5,000.00）。', ['vague-time']],
    ['乙方有空就来修。', ['vague-time']],
    ['乙方年后再付。', ['vague-time']],
    ['乙方过段时间把车挪走。', ['vague-time']],
    ['乙方把防水做好。', ['no-deadline']],
    ['乙方妥善处理漏水问题。', ['vague-duty']],
    ['丙方负责解决漏水问题。', ['vague-duty']],
    ['乙方赔偿甲方约3000元，年底前付清。', ['vague-duty', 'no-capitals']],
    ['乙方于2026年12月20日前给予甲方适当补偿。', ['no-amount', 'vague-duty']],
    ['乙方于______前支付甲方______。', ['blank']],
    ['乙方于2026年12月20日前赔偿甲方人民币叁万元整（¥3,000.00）。', ['amounts-differ']],
    ['乙方当场支付人民币伍仟元（¥5,00.00）。', ['amounts-differ']],
    ['乙方于2026年12月20日前赔偿甲方人民币叁仟仟元整。', ['amount-unreadable']],
    ['乙方于2026年12月20日前赔偿甲方3000元。', ['no-capitals']],
    ['乙方于２０２６年１２月２０日前赔偿甲方３０００元。', ['no-capitals']],
    ['乙方于2026年12月20日前赔偿甲方三千元。', ['no-capitals']],
    ['乙方于2026年12月20日前赔偿、补偿甲方共计人民币叁仟元整（¥3,000.00）。', ['both-compensations']],
    ['甲方于2026年12月20日前退还订金人民币壹仟元整（¥1,000.00）。', ['earnest-money']],
    ['甲方每月5日前支付抚养老人的费用人民币伍佰元整（¥500.00）。', ['support-word']],
    ['甲方、乙方同意离婚。', ['status']],
    ['孩子的抚养权归甲方。', ['status']],
    ['戊方于签字当日向甲方赔礼道歉。', ['no-such-side']],
    ['父亲的遗产由甲方、乙方平分。', ['inheritance']],
    ['3号楼501室房屋归甲方所有。', ['real-rights']],
    ['房子归甲方，存款归乙方。', ['real-rights']],
    ['甲方、乙方断绝父子关系。', ['status']],
    ['确认甲方对储藏室享有所有权。', ['real-rights']],
    ['物业公司对拒不交费的住户停水停电。', ['utilities']],
    ['款项汇入甲方账户6222 0212 3456 7890 123。', ['private-number']],
    ['甲方身份证号330106196001011234。', ['private-number']],
    ['款项汇入甲方在农商银行的账号20100012345。', ['private-number']],
  ])('%s', (text, expected) => expect(codes(text)).toEqual(expected));

  it.each([
    ['Repair of the bathroom: shall repair the pipe by 10 December 2026.', ['no-party']],
    ['Party B shall pay damages by 10 December 2026.', ['no-amount']],
    ['Party B shall repair the pipe.', ['no-deadline']],
    ['Party B shall repair the pipe as soon as possible.', ['vague-time']],
    ['Party B shall pay reasonable compensation on signing.', ['no-amount', 'vague-duty']],
    ['Party A and Party B agree to a divorce.', ['status']],
    ['The flat belongs to Party A.', ['real-rights']],
    ['Party B shall pay RMB 500.00 on signing, into account no. 6222021234567890123.', ['private-number']],
  ])('%s', (text, expected) => expect(codes(text, { language: 'en' })).toEqual(expected));

  it('names the words as they stand', () => {
    expect(lintClause('乙方尽快修复卫生间防水层。', context)).toEqual([{ code: 'vague-time', words: '尽快' }]);
    expect(lintClause('甲方当日收取３０００元订金。', context)).toEqual([
      { code: 'no-capitals', words: '3000元' },
      { code: 'earnest-money', words: '订金' },
    ]);
  });

  it('a day in the part on performance is a day for every clause', () => {
    expect(codes('乙方负责修复卫生间防水层。', { performance: '第一条于2026年12月10日前履行完毕。' })).toEqual([]);
    expect(codes('乙方负责修复卫生间防水层。', { performance: '由丙方现场验收。' })).toEqual(['no-deadline']);
  });

  it('both is not said of more than two sides', () => {
    expect(codes('双方就本纠纷再无其他争议。', { sides: 2 })).toEqual([]);
    expect(codes('双方就本纠纷再无其他争议。', { sides: 3 })).toEqual(['both-of-many']);
    expect(codes('甲、乙双方就漏水一事再无其他争议。', { sides: 3 })).toEqual([]);
    expect(codes('Both parties have no further dispute.', { sides: 3, language: 'en' })).toEqual(['both-of-many']);
  });

  it('what may not be signed electronically leads to paper', () => {
    const leads = (text: string) => needsPaper(lintClause(text, context));
    expect(['父亲的遗产由甲方、乙方平分。', '甲方、乙方同意离婚。'].map(leads)).toEqual([true, true]);
    expect(['3号楼501室房屋归甲方所有。', '双方再无其他争议。'].map(leads)).toEqual([false, false]);
  });
});

describe.each(languages)('hints in %s', (language) => {
  it('say one sentence or two for each finding, and quote the words', () => {
    for (const code of clauseFindings) {
      const said = clauseHints[language][code]('尽快');
      expect(said, code).toMatch(/[。.]$/u);
      expect(said, code).not.toMatch(/undefined|。。|\.\./u);
    }
    expect(clauseHints[language]['vague-time']('尽快')).toContain('尽快');
  });
});
