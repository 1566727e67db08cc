/** 条款提示：看一眼是否写清楚了，只提示，不拦。 */
import type { ClauseHints } from './clause-lint-shape.ts';

export const clauseHintsZh: ClauseHints = {
  'no-party': () => '没有写明由谁做：请写甲方、乙方等。',
  'no-amount': () => '没有写明给多少：请写金额，大小写一并写出；也可以写明计算办法。',
  'no-deadline': () => '没有写明什么时候做完：请写具体日期，或者写“签名当日”“当场”。',
  blank: () => '还有空没有填。',
  'vague-time': (words) => `“${words}”不是期限：请写具体日期，或者写“签名当日”“当场”。`,
  'vague-duty': (words) => `“${words}”说不清做什么、做到什么程度：请写具体。`,
  'no-such-side': (words) => `当事人里没有“${words}”：请核对。`,
  'both-of-many': () => '本协议不止两方，“双方”指哪两方不清楚：请写明，或者写“各方”。',
  'amounts-differ': (words) => `大写与小写不一致：${words}。`,
  'amount-unreadable': (words) => `这个金额读不出来：${words}。`,
  'no-capitals': (words) => `${words}没有大写：金额请大小写一并写出。`,
  'both-compensations': () => '一条里既写“赔偿”又写“补偿”：“赔偿”以应负责任为前提，“补偿”不以此为前提，请分清。',
  'earnest-money': () => '“订金”不是“定金”：定金适用定金罚则，订金一般按预付款处理，请按本意选定。',
  'support-word': () => '长辈对晚辈用“抚养”，晚辈对长辈用“赡养”，夫妻、兄弟姐妹之间用“扶养”，请核对用字。',
  status: (words) =>
    `“${words}”涉及身份关系：法院不受理这类司法确认申请，也不能用电子签名。请转其他途径，或改用纸质签名并先问清司法所。`,
  inheritance: (words) => `“${words}”涉及继承：不能用电子签名，请打印后用笔签名。`,
  'real-rights': (words) => `“${words}”涉及确认物权或知识产权：法院不受理这类司法确认申请，登记事项请到登记机构办理。`,
  utilities: (words) => `“${words}”涉及停止供水、供热、供气等：不能用电子签名，请打印后用笔签名。`,
  'private-number': (words) => `${words}像是证件号码或账号：不宜写进协议条款；表格中的联系方式在打印后当场手写。`,
};
