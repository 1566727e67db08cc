/** Opinions, questions and answers, the tendency proposal: sentences of the minutes, refusals, and the proposal's draft. */
import { stances, type Stance } from '../stances.ts';
import type { AnswerSaid, DomainWords, OpinionRefusals, OpinionSaid, RefusalParams } from './shape.ts';

/** Words that someone typed, set before our own full stop. */
export const said = (words: string) => words.replace(/[.。\s]+$/u, '');
/** A sentence that ends as it was typed: with its own question mark, or with our full stop. */
export const ended = (words: string) => (/[?？!！]$/u.test(words.trim()) ? words.trim() : `${said(words)}.`);
export const who = (name: string, standing: string | null) => (standing === null ? name : `${name} (${standing})`);

const stancesEn: Record<Stance, string> = {
  for: 'in favour',
  conditional: 'in favour on conditions',
  against: 'against',
  suggestion: 'suggestion or other',
};
const spoke: Record<Stance, string> = {
  for: 'spoke in favour',
  conditional: 'spoke in favour on conditions',
  against: 'spoke against',
  suggestion: 'made a suggestion',
};
const uptakesEn: DomainWords['opinions']['uptakes'] = {
  taken: 'taken up',
  partly: 'taken up in part',
  'not-taken': 'not taken up',
};

const outcomesEn: DomainWords['opinions']['outcomes'] = {
  opened: 'introduction and agenda',
  heard: 'presentation',
  opinions: 'opinion',
  statements: 'statement of the parties',
  questions: 'questions and answers',
  discussion: 'discussion',
  answers: 'answer of the responsible unit',
  proposal: 'proposal',
  summary: 'summary',
  sounding: 'result of a sounding',
  vote: 'result of a vote',
  election: 'result of an election',
  rating: 'grade',
  agreement: 'agreement, or word that there is none',
  examination: 'examination',
  findings: 'findings and measures',
  dangers: 'hidden dangers and who takes them on',
  credentials: 'credentials report',
  method: 'method of election',
  oath: 'oath',
  announcement: 'announcement of the result',
  assignments: 'assignment of tasks',
};

const opinionSaid = ({ speaker, standing, stance, category, gist }: OpinionSaid) =>
  `${who(speaker, standing)} ${spoke[stance]}${category === null ? '' : ` on ${category}`}: ${ended(gist)}`;

const answerSaid = ({ by, standing, asker, text, material }: AnswerSaid) =>
  `${who(by, standing)} ${asker === null ? 'explained' : `answered ${asker}`}: ${ended(text)}` +
  (material ? ' (Written material was handed over.)' : '');

/** Where the rule stands; nothing where the procedure names no source. */
export const basisEn = ({ document, place }: RefusalParams) =>
  document === undefined ? '' : ` Rule: ${document}${place === undefined ? '' : `, ${place}`}.`;
const item = (title: string | number | undefined) => (title === undefined ? 'This item' : `“${title}”`);
const what = (outcome: string | number | undefined) =>
  typeof outcome === 'string' && Object.hasOwn(outcomesEn, outcome)
    ? outcomesEn[outcome as keyof typeof outcomesEn]
    : 'outcome';
const waiting = (open: string | number | undefined) =>
  typeof open === 'number' && open > 0
    ? ` ${open} ${open === 1 ? 'question still waits' : 'questions still wait'} for an answer.`
    : '';

export const opinionRefusalsEn: OpinionRefusals = {
  'step-required': (p) => ({
    says: `${item(p.title)} is a step the procedure demands and cannot simply be skipped.${basisEn(p)}`,
    do: 'If it has to be skipped, give the reason; it goes into the minutes.',
  }),
  'step-not-held': (p) => ({
    says: `${item(p.title)} has not been held, so the meeting cannot close.${basisEn(p)}`,
    do: 'Hold it, or skip it and give the reason.',
  }),
  'outcome-missing': (p) => ({
    says: `The record of ${item(p.title)} holds no ${what(p.outcome)} yet, so the meeting cannot go on.${waiting(p.open)}${basisEn(p)}`,
    do: 'Record it; if there is none, give the reason and go on. The reason goes into the minutes.',
  }),
  'item-not-begun': (p) => ({
    says: `${item(p.title)} was never before the meeting.`,
    do: 'Choose an item that is before the meeting or was.',
  }),
  'observer-silent': (p) => ({
    says: `${p.name ?? 'This person'} is an observer and does not speak.`,
    do: 'Check who spoke; whoever is to speak is added to the list in another capacity first.',
  }),
  'no-such-opinion': () => ({
    says: 'There is no such opinion, or it was withdrawn.',
    do: 'See those that stand now.',
  }),
  'no-such-question': () => ({
    says: 'There is no such question, or it was withdrawn.',
    do: 'See those that stand now.',
  }),
  'question-answered': () => ({
    says: 'This question has been answered and cannot be withdrawn.',
    do: 'If the answer was recorded wrongly, correct it.',
  }),
  'not-responsible-unit': (p) => ({
    says: `${p.name ?? 'This person'} is not of the responsible unit.`,
    do: 'Choose somebody of the responsible unit, or nobody in particular.',
  }),
  'no-such-answer': () => ({ says: 'There is no such answer.', do: 'See those that stand now.' }),
  'proposal-missing': (p) => ({
    says: `No tendency proposal has been stated, so the minutes cannot be confirmed.${basisEn(p)}`,
    do: 'The chair states it first; where none came about, say so and why.',
  }),
  'opinions-unmarked': (p) => ({
    says: `${p.count === 1 ? '1 opinion is' : `${p.count ?? 'Some'} opinions are`} not marked as taken up or not, so the minutes cannot be confirmed.${basisEn(p)}`,
    do: 'Mark each: taken up, in part or not; the last two need a reason.',
  }),
};

function counts(of: Partial<Record<Stance, number>>): string {
  const total = stances.reduce((sum, stance) => sum + (of[stance] ?? 0), 0);
  const parts = stances.filter((stance) => of[stance]).map((stance) => `${of[stance]} ${stancesEn[stance]}`);
  return total === 0
    ? 'no opinion recorded yet'
    : `${total} ${total === 1 ? 'opinion' : 'opinions'}: ${parts.join(', ')}`;
}

export const opinionsEn: DomainWords['opinions'] = {
  stances: stancesEn,
  uptakes: uptakesEn,
  outcomes: outcomesEn,
  spoken: opinionSaid,
  answered: answerSaid,
  counts,
};
