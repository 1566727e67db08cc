/** Mediations: the sentences of the record. */
import type { AnswerGiven } from './mediation-shape.ts';
import type { MediationFacts } from './shape.ts';

const said = (words: string) => words.replace(/[.。\s]+$/u, '');

const answerEn = (answer: AnswerGiven): string =>
  answer.next === 'mediate-again'
    ? `${answer.name} is willing to mediate again`
    : `${answer.name} wants to take another way${answer.channel === undefined ? '' : ` (${said(answer.channel)})`}`;

export const mediationFactsEn: MediationFacts = {
  'openness-settled': ({ open }) =>
    `Asked by the chair, the parties wanted the mediation to be ${open ? 'open' : 'closed'}.`,
  'rights-acknowledged': ({ name, readBy }) =>
    readBy === null
      ? `${name} read the notice of rights and duties and took note of them.`
      : `${said(readBy)} read the notice of rights and duties to ${name}, who took note of them.`,
  'ended-without-agreement': ({ answers, reason, absent }) =>
    `The parties came to no agreement${reason === null ? '' : ` (${said(reason)})`}. The chair ended the mediation and told those who were there that arbitration, the authorities and the courts remain open to them.` +
    (absent.length === 0
      ? ''
      : ` ${absent.join(', ')} ${absent.length === 1 ? 'was' : 'were'} not there, and will be told separately.`) +
    (answers.length === 0 ? '' : ` Asked what next: ${answers.map(answerEn).join('; ')}.`),
};
