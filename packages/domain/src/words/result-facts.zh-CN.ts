/** 结果公布和补正：写入记录的句子。 */
import { capacitiesZh } from './lists.zh-CN.ts';
import type { ResultFacts } from './shape.ts';

/** Words that someone typed, set before our own full stop. */
const said = (words: string) => words.replace(/[。.．\s]+$/u, '');

const as = (capacities: readonly ('chair' | 'recorder')[]) =>
  capacities.map((capacity) => capacitiesZh[capacity]).join('、');

export const resultFactsZh: ResultFacts = {
  'supplement-proposed': ({ name, section, quote, words, reason }) =>
    `${name}提出补正（${section === null ? '开头部分' : `“${section}”`}）：` +
    `${quote === null ? '' : `原文“${said(quote)}”，`}应为“${said(words)}”。理由：${said(reason)}。`,
  'supplement-confirmed': ({ name, as: capacities }) => `${name}以${as(capacities)}身份确认补正，补正生效。`,
  'supplement-withdrawn': ({ name, reason }) => `${name}撤回补正，理由：${said(reason)}。`,
  'result-published': ({ title, examinedBy, wrong }) =>
    `公布“${said(title)}”，审核人：${said(examinedBy)}。${wrong === null ? '' : `更正此前公布的内容：${said(wrong)}。`}`,
};
