/** 签署：写入记录的句子。 */
import type { SigningRole } from '../acts/signing.ts';
import type { SigningFactParams } from './signing-shape.ts';
import { identityWaysZh } from './lists.zh-CN.ts';
import type { AgreementFacts } from './shape.ts';

const grounds = {
  excepted: '依法不适用电子签名',
  cannot: '有人不便在屏幕上签名',
  unwilling: '有人不采用电子签名',
} as const;

export const signingRolesZh: Record<SigningRole, string> = {
  party: '当事人',
  mediator: '人民调解员',
  recorder: '记录人',
  witness: '见证人',
};

const withStead = (name: string, representative: string | null) =>
  representative === null ? name : `${name}（由${representative}代理）`;

export const signingFactsZh: Pick<AgreementFacts, keyof SigningFactParams> = {
  'signing-opened': ({ version, paper, again }) =>
    again
      ? `调整了调解协议（第${version}版）的签署人。`
      : `调解协议（第${version}版）开始签署，${paper === null ? '采用电子签名' : `在纸上签署（${grounds[paper]}）`}。`,
  'signer-identified': ({ name, how, note, by, representative }) =>
    `${by}核对了${withStead(name, representative)}的身份（${identityWaysZh[how]}${note === null ? '' : `，${note}`}）。`,
  'signing-consented': ({ name, representative }) => `${withStead(name, representative)}同意采用电子签名。`,
  'agreement-signed': ({ name, roles, representative }) =>
    `${roles.map((role) => signingRolesZh[role]).join('、')}${withStead(name, representative)}在调解协议上签名。`,
  'signing-refused': ({ name }) => `${name}表示不在调解协议上签名。`,
  'paper-way-taken': ({ ground }) => `调解协议改为在纸上签署（${grounds[ground]}），已有的电子签名作废。`,
  'paper-signing-recorded': () => '纸质协议签名、盖章后的扫描件已提交。',
  'paper-signing-confirmed': () => '纸质协议的扫描件已与定稿文本核对无误。',
  'oral-agreement-recorded': ({ by }) => `各方当事人达成口头协议，由${by}记录协议内容。`,
  'seal-set': ({ keeper }) => `${keeper}在调解协议上加盖印章。`,
  'agreement-effective': ({ version, form, time }) =>
    form === 'oral'
      ? `口头调解协议（按第${version}版文本记录）于${time}生效。`
      : `调解协议（第${version}版）于${time}生效。`,
  'agreement-document-made': ({ number }) => `调解协议书（${number}）已制成并留存。`,
};
