import type { DomainWords } from './shape.ts';

/** 到会答复的用语：能不能到会、为什么、怎么知道的。 */
export const repliesZh: DomainWords['replies'] = {
  coming: { yes: '能到会', no: '不能到会', none: '待答复' },
  reasons: { work: '工作原因', away: '人在外地', personal: '个人原因' },
  ways: { 'own-page': '本人在网页答复', phone: '电话告知', message: '微信、短信告知', 'in-person': '当面告知' },
  counts: ({ coming, unanswered, declined }) =>
    `答复能到会 ${coming} 人，待答复 ${unanswered} 人，不能到会 ${declined} 人`,
  onLeave: '请假',
  closing: ({ due, came, leave, absent }) => `应到 ${due} 人，实到 ${came} 人，请假 ${leave} 人，缺席 ${absent} 人`,
};
