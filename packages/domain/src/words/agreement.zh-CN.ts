/** 调解协议：提示，以及写入记录的句子。 */
import type { AgreementRefusals } from './shape.ts';
import { signingRefusalsZh } from './signing.zh-CN.ts';

const missing: Readonly<Record<string, readonly [string, string]>> = {
  parties: ['当事人不足两方，不能定稿。', '请先在“到会人员”中加入各方当事人。'],
  facts: ['还没有写明纠纷主要事实、争议事项，不能定稿。', '请写明事实和争议事项，再由各方核对。'],
  clauses: ['协议还没有条款。', '请至少写一条协议内容，再由各方核对。'],
};

export const agreementRefusalsZh: AgreementRefusals = {
  ...signingRefusalsZh,
  'agreement-frozen': () => ({
    says: '协议已经定稿，不能改动。',
    do: '确需修改的，由主持人写明原因重新起草，各方重新核对。',
  }),
  'agreement-not-frozen': () => ({ says: '协议还没有定稿。', do: '现在可以直接修改。' }),
  'agreement-incomplete': (p) => {
    const [says, todo] = missing[String(p['missing'])] ?? ['协议内容还不完整。', '请补齐后再办理。'];
    return { says, do: todo };
  },
  'agreement-unchecked': (p) => ({
    says:
      p['count'] === 1
        ? `当事人${p['name'] ?? ''}还没有逐条同意，不能定稿。`
        : `还有 ${p['count'] ?? '几'} 位当事人没有逐条同意，不能定稿。`,
    do: '请各方在自己的设备上逐条核对；没有设备的，由主持人或记录人代为登记。',
  }),
  'no-such-clause': () => ({ says: '这一条已经不在协议里。', do: '请按页面现在所列的内容办理。' }),
  'clause-changed': () => ({ says: '这一条刚才改过了，没有保存。', do: '请先看改后的文字，再办理一次。' }),
  'party-spoke': (p) => ({
    says: `${p['name'] ?? '这位当事人'}已经在自己的设备上对这一部分表明意见，不能代为登记。`,
    do: '要改变意见的，请本人在自己的设备上操作。',
  }),
  'mediation-without-outcome': () => ({
    says: '还没有协调结果，会议不能结束。',
    do: '达成协议的，请各方核对后定稿；没有达成协议的，请在“调解事项”中登记各方意见，终止调解。',
  }),
  'clauses-full': (p) => ({ says: `协议最多写 ${p['most'] ?? ''} 条。`, do: '请合并内容相近的条款。' }),
};
