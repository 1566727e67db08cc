/** For tests: an agreement of three parties about water from above. */
import type { AgreementText } from './agreement-text.ts';
import { anId } from './chain.fixtures.ts';

export const anAgreement = (differs: Partial<AgreementText> = {}): AgreementText => ({
  meeting: anId(501),
  version: 1,
  language: 'zh-CN',
  organ: '示范社区人民调解委员会',
  matter: '南门里小区3号楼2单元601室向501室漏水',
  parties: [
    {
      ...{ seat: anId(1), side: 1, name: '李秀英' },
      particulars: {
        sex: '女',
        ethnicity: '汉族',
        age: '66岁',
        occupation: '退休',
        contact: '13800001111',
        address: '南门里小区3号楼2单元501室',
      },
    },
    {
      ...{ seat: anId(2), side: 2, name: '㛃国强' },
      particulars: { sex: '男', age: '41岁', contact: '13900002222', address: '南门里小区3号楼2单元601室' },
    },
    {
      ...{ seat: anId(3), side: 3, name: '南门物业服务有限公司' },
      particulars: { contact: '0571-88000000', address: '南门里小区1号楼一层' },
    },
  ],
  facts:
    '2026年10月起，乙方卫生间地面防水层老化，渗水至甲方卫生间吊顶和走廊墙面，甲方吊顶变形、墙面起皮。' +
    '丙方两次上门查看，确认水源为乙方卫生间。\n甲方要求乙方修复防水并赔偿损失，乙方对赔偿数额有异议；双方对公共立管的检修责任也有争议。',
  responsibility: '乙方对甲方的损失承担赔偿责任；丙方承担公共立管的检修责任。',
  clauses: [
    { clause: anId(11), text: '乙方于2026年12月10日前完成601室卫生间防水层修复，费用由乙方承担。' },
    {
      clause: anId(12),
      text: '乙方于2026年12月20日前一次性赔偿甲方吊顶、墙面损失人民币叁仟贰佰元整（¥3,200.00），以银行转账方式支付。',
    },
    { clause: anId(13), text: '丙方于2026年12月5日前检修2单元公共立管，并把检修结果书面告知甲方、乙方。' },
    { clause: anId(14), text: '各方就本纠纷再无其他争议。' },
  ],
  performance: '第一条、第三条由丙方现场验收；第二条以转账凭证为准。',
  copies: 4,
  ...differs,
});

/** The same dispute between an owner and the company, kept in English. */
export const anEnglishAgreement = (): AgreementText => ({
  ...anAgreement(),
  language: 'en',
  organ: 'People’s Mediation Committee of Nanmen Community',
  matter: 'Water leaking from flat 601 into flat 501, Building 3',
  parties: [
    {
      ...{ seat: anId(1), side: 1, name: 'Mary Li' },
      particulars: {
        sex: 'F',
        age: '66',
        occupation: 'retired',
        contact: '138 0000 1111',
        address: 'Flat 501, Building 3',
      },
    },
    {
      ...{ seat: anId(4), side: 1, name: 'Guoqiang Chen' },
      particulars: { contact: '138 0000 4444', address: 'Flat 501, Building 3' },
    },
    {
      ...{ seat: anId(3), side: 2, name: 'Nanmen Property Services Ltd' },
      particulars: { contact: '0571-88000000', address: 'Building 1, ground floor' },
    },
  ],
  facts:
    'Since October 2026 water has leaked through the “common” pipe into the bathroom of flat 501.\nThe parties disagree on who is to pay.',
  responsibility: null,
  clauses: [
    { clause: anId(11), text: 'Party B shall inspect and repair the common pipe of staircase 2 by 5 December 2026.' },
    {
      clause: anId(12),
      text: 'Party B shall pay Party A RMB 3,200.00 in one sum by 20 December 2026, by bank transfer.',
    },
  ],
  performance: null,
  copies: 3,
});
