import type { AgreementView, PartView } from '@yishiting/domain/agreement-view';

/** A draft of facts, two clauses and performance between two parties who have said nothing; `given` in place of it. */
export function anAgreement(given: Partial<AgreementView> = {}): AgreementView {
  const part = (kind: PartView['kind'], text: string): PartView => ({ kind, digest: `digest of ${text}`, text });
  return {
    status: 'drafting',
    frozen: null,
    parts: {
      order: ['facts', 'first', 'second', 'performance'],
      byId: {
        facts: part('facts', '501室卫生间漏水，浸湿401室顶板。'),
        first: part('clause', '甲方于2026年12月1日前修好卫生间防水。'),
        second: part('clause', '甲方赔偿乙方2000元（贰仟元整）。'),
        performance: part('performance', '签订之日起三十日内一次付清。'),
      },
    },
    parties: {
      order: ['zhang', 'li'],
      bySeat: {
        zhang: { name: '张三', agreed: {}, change: {}, recorded: {} },
        li: { name: '李四', agreed: {}, change: {}, recorded: {} },
      },
    },
    readAloud: null,
    ...given,
  };
}
