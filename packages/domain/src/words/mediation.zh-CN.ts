/** 调解：各方、权利义务告知书、终止调解，以及记入会议记录的句子。 */
import { capacitiesZh } from './lists.zh-CN.ts';
import type { MediationWording } from './mediation-shape.ts';
import type { MediationRefusals } from './shape.ts';
import { servingWaysZh } from './notice.zh-CN.ts';

const stems = '甲乙丙丁戊己庚辛壬癸';
const side = (n: number) => `${stems.charAt(n - 1)}方`;

export const mediationZh: MediationWording = {
  side,
  as: (one, n = null) => (one === 'party' && n !== null ? `${side(n)}${capacitiesZh.party}` : capacitiesZh[one]),
  rightsNotices: {
    '2026-11': {
      title: '人民调解当事人权利义务告知书',
      parts: [
        {
          heading: '调解的原则',
          items: [
            '调解在当事人自愿、平等的基础上进行，不违背法律、法规和国家政策，不收取任何费用。',
            '调解不影响您依法通过仲裁、行政、司法等途径维护自己的权利。',
          ],
        },
        {
          heading: '您的权利',
          items: [
            '选择或者接受人民调解员。',
            '接受调解、拒绝调解或者要求终止调解。',
            '要求调解公开进行或者不公开进行。',
            '自主表达意愿、自愿达成调解协议。',
          ],
        },
        {
          heading: '您的义务',
          items: ['如实陈述纠纷事实。', '遵守调解现场秩序，尊重人民调解员。', '尊重对方当事人行使权利。'],
        },
        {
          heading: '调解协议',
          items: [
            '经人民调解委员会调解达成的调解协议，具有法律约束力，当事人应当按照约定履行。',
            '对协议的履行或者协议的内容有争议的，一方当事人可以向人民法院起诉。',
            '双方当事人认为有必要的，可以自协议生效之日起三十日内共同向人民法院申请司法确认。',
          ],
        },
      ],
    },
  },
  next: { 'mediate-again': '再次调解', 'other-channel': '通过其他途径解决' },
  channels: ['申请仲裁', '请求行政机关处理', '向人民法院起诉'],
  servingWays: servingWaysZh,
  notPublic: ({ procedure, now }) => (now ? `${procedure}正在进行，不公开` : `${procedure}，不公开`),
};

export const mediationRefusalsZh: MediationRefusals = {
  'not-a-mediation': () => ({
    says: '这次会议不是调解，没有这一项。',
    do: '需要调解的，请另行召集社区事务协调会。',
  }),
  'not-a-party': ({ name }) => ({
    says: `${name ?? '此人'}不是当事人。`,
    do: '请从当事人中选择；名单有误的，请先在人员名单中更正。',
  }),
  'side-missing': () => ({ says: '没有写明当事人是哪一方，没有加入。', do: '请选择甲方、乙方等，再加入名单。' }),
  'rights-notice-outdated': () => ({
    says: '权利义务告知书已经更新。',
    do: '请刷新页面，阅读新的告知书后再确认。',
  }),
  'answer-missing': ({ name }) => ({
    says: `还没有登记${name ?? '一位当事人'}的意见，没有终止调解。`,
    do: '请逐一征询到会当事人：再次调解，还是通过其他途径解决。',
  }),
  'answered-twice': ({ name }) => ({
    says: `${name ?? '一位当事人'}的意见登记了两次。`,
    do: '每位当事人只登记一次，请去掉多余的。',
  }),
};
