/** Opinions, questions and answers, the proposal: the sentences of the record. */
import { ended, opinionsEn, said, who } from './opinions.en.ts';
import type { OpinionFacts } from './shape.ts';

const short = (gist: string) => (gist.length > 60 ? `${gist.slice(0, 59)}…` : said(gist));

export const opinionFactsEn: OpinionFacts = {
  'outcome-omitted': ({ title, outcome, reason }) =>
    `“${title}” left no ${opinionsEn.outcomes[outcome]}; reason: ${said(reason)}.`,
  'opinion-recorded': opinionsEn.spoken,
  'opinion-corrected': opinionsEn.spoken,
  'opinion-withdrawn': ({ speaker }) => `An opinion of ${speaker} was withdrawn.`,
  'opinion-marked': ({ speaker, gist, uptake, reason }) =>
    `The opinion of ${speaker}, “${short(gist)}”, is ${opinionsEn.uptakes[uptake]}` +
    (reason === null ? '.' : `; reason: ${said(reason)}.`),
  'opinions-shown': ({ shown }) =>
    shown ? 'The opinions were shown on the screens in the room.' : 'The opinions were taken off the screens.',
  'question-recorded': ({ asker, standing, to, text }) =>
    `${who(asker, standing)} asked${to === null ? '' : ` ${to}`}: ${ended(text)}`,
  'question-withdrawn': ({ asker }) => `A question of ${asker} was withdrawn.`,
  'answer-recorded': opinionsEn.answered,
  'answer-corrected': opinionsEn.answered,
  'proposal-stated': ({ text }) => `The chair stated the tendency proposal:\n${text}`,
};
