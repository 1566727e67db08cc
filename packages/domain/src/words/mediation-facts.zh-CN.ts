/** 调解：写入记录的句子。 */
import type { AnswerGiven } from './mediation-shape.ts';
import type { MediationFacts } from './shape.ts';

const said = (words: string) => words.replace(/[。.．\s]+$/u, '');

const answerZh = (answer: AnswerGiven): string =>
  answer.next === 'mediate-again'
    ? `${answer.name}愿意再次调解`
    : `${answer.name}要求通过其他途径解决${answer.channel === undefined ? '' : `（${said(answer.channel)}）`}`;

export const mediationFactsZh: MediationFacts = {
  'openness-settled': ({ open }) => `主持人征询当事人意见，当事人要求调解${open ? '公开进行' : '不公开进行'}。`,
  'rights-acknowledged': ({ name, readBy }) =>
    readBy === null
      ? `${name}已阅读权利义务告知书，知悉当事人的权利和义务。`
      : `${said(readBy)}向${name}宣读权利义务告知书，${name}知悉当事人的权利和义务。`,
  'ended-without-agreement': ({ answers, reason, absent }) =>
    `当事人未达成调解协议${reason === null ? '' : `，原因：${said(reason)}`}。主持人宣布终止调解，并告知到会的当事人可以依法通过仲裁、行政、司法等途径维护自己的权利。` +
    (absent.length === 0 ? '' : `${absent.join('、')}没有到会，另行告知。`) +
    (answers.length === 0 ? '' : `征询当事人意见：${answers.map(answerZh).join('；')}。`),
};
