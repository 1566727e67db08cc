/** 意见、提问与解答、倾向性方案：写入记录的句子。 */
import { ended, opinionsZh, said, who } from './opinions.zh-CN.ts';
import type { OpinionFacts } from './shape.ts';

const short = (gist: string) => (gist.length > 24 ? `${gist.slice(0, 23)}…` : said(gist));

export const opinionFactsZh: OpinionFacts = {
  'outcome-omitted': ({ title, outcome, reason }) =>
    `“${title}”一项没有形成${opinionsZh.outcomes[outcome]}，原因：${said(reason)}。`,
  'opinion-recorded': opinionsZh.spoken,
  'opinion-corrected': opinionsZh.spoken,
  'opinion-withdrawn': ({ speaker }) => `${speaker}的一条意见撤回。`,
  'opinion-marked': ({ speaker, gist, uptake, reason }) =>
    `对${speaker}“${short(gist)}”的意见：${opinionsZh.uptakes[uptake]}${reason === null ? '' : `，理由：${said(reason)}`}。`,
  'opinions-shown': ({ shown }) => (shown ? '意见在会场大屏上显示。' : '意见不再在会场大屏上显示。'),
  'question-recorded': ({ asker, standing, to, text }) =>
    `${who(asker, standing)}${to === null ? '' : `向${to}`}提问：${ended(text)}`,
  'question-withdrawn': ({ asker }) => `${asker}的一个问题撤回。`,
  'answer-recorded': opinionsZh.answered,
  'answer-corrected': opinionsZh.answered,
  'proposal-stated': ({ text }) => `主持人提出倾向性方案：\n${text}`,
};
