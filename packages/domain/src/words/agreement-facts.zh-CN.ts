/** 调解协议：写入记录的句子。 */
import type { AgreementFacts } from './shape.ts';
import { signingFactsZh } from './signing-facts.zh-CN.ts';

const said = (words: string) => words.replace(/[。.．\s]+$/u, '');

const parts: Readonly<Record<string, string>> = {
  facts: '纠纷主要事实、争议事项',
  responsibility: '各方责任',
  performance: '履行方式、时限',
  clause: '协议条款',
};

export const agreementFactsZh: AgreementFacts = {
  ...signingFactsZh,
  'passage-written': ({ passage }) => `起草了调解协议的“${parts[passage] ?? ''}”。`,
  'clause-added': () => '起草了一条协议内容。',
  'clause-revised': () => '修改了一条协议内容。',
  'clause-moved': () => '调整了协议条款的次序。',
  'clause-struck': () => '删去了一条协议内容。',
  'part-checked': ({ name, part, says }) =>
    says === 'agreed' ? `${name}同意“${parts[part] ?? ''}”。` : `${name}要求修改“${parts[part] ?? ''}”。`,
  'agreement-read-aloud': ({ name }) => `${name}向各方当事人宣读了调解协议。`,
  'agreement-frozen': ({ version, parties, recorded, clauses, hash }) =>
    `各方当事人（${parties.join('、')}）逐条核对并同意调解协议（共${clauses}条）` +
    (recorded.length === 0 ? '' : `，其中${recorded.join('、')}的意见由会上代为登记`) +
    '，协议定稿' +
    (version === 1 ? '' : `（第${version}版）`) +
    `，正文校验码（SHA-256）：${hash}。`,
  'agreement-reopened': ({ version, reason }) =>
    `已定稿的调解协议（第${version}版）重新起草，各方的核对作废，原因：${said(reason)}。`,
};
