/**
 * What readers are shown of opinions, questions, answers and the proposal. Those in the room see them as recorded; whether
 * an opinion is taken up, and why, is for those who lead until the minutes are frozen. Screens see counts, and the rest
 * only while the chair shows it; the public sees counts alone.
 */
import { stances, type Stance, type Uptake } from './stances.ts';
import type { Meeting } from './meeting.ts';
import { opinionsIn, type Opinion } from './opinions.ts';
import { answersTo, openQuestions } from './questions.ts';

export interface OpinionView {
  item: string;
  /** The speaker's seat. */
  speaker: string;
  stance: Stance;
  category: string | null;
  gist: string;
  at: number;
  /** Null: not said yet. Absent: not for this reader. */
  mark?: { uptake: Uptake; reason: string | null } | null;
}

export interface QuestionView {
  item: string;
  asker: string;
  to: string | null;
  text: string;
  at: number;
  answered: boolean;
}

export interface AnswerView {
  item: string;
  question: string | null;
  by: string;
  text: string;
  material: boolean;
  at: number;
}

export interface OpinionsView {
  order: readonly string[];
  byId: Record<string, OpinionView>;
  /** By item, how many took which stance. */
  byStance: Record<string, Record<Stance, number>>;
  /** Whether the screens in the room may show them. */
  shown: boolean;
}

export interface QuestionsView {
  order: readonly string[];
  byId: Record<string, QuestionView>;
  answerOrder: readonly string[];
  answers: Record<string, AnswerView>;
  /** 待答问题: how many wait for an answer. */
  open: number;
}

export interface ProposalView {
  text: string;
  at: number;
  /** How often one was stated; the last stands. */
  times: number;
}

/** How far a reader sees into them. */
export interface Insight {
  /** Sees the opinions themselves. */
  listed: boolean;
  /** Sees whether each is taken up. */
  marks: boolean;
}

/** `seated`: sits in the meeting or is staff; `wall`: a screen in the room. */
export function insightOf(
  { opinions, minutes }: Meeting,
  { leads, seated, wall }: { leads: boolean; seated: boolean; wall: boolean },
): Insight {
  return {
    listed: seated || (wall && opinions.shown),
    marks: leads || (seated && minutes.status === 'frozen'),
  };
}

function opinionView({ item, speaker, stance, category, gist, at, mark }: Opinion, { marks }: Insight): OpinionView {
  const view: OpinionView = { item, speaker, stance, category, gist, at };
  return marks ? { ...view, mark: mark && { uptake: mark.uptake, reason: mark.reason } } : view;
}

function countsOf(opinions: readonly Opinion[]): OpinionsView['byStance'] {
  const counts: OpinionsView['byStance'] = {};
  for (const { item, stance } of opinions) {
    counts[item] ??= Object.fromEntries(stances.map((one) => [one, 0])) as Record<Stance, number>;
    counts[item][stance] += 1;
  }
  return counts;
}

export function opinionsView({ opinions }: Meeting, insight: Insight): OpinionsView {
  const all = opinionsIn(opinions);
  return {
    order: insight.listed ? opinions.order : [],
    byId: insight.listed ? Object.fromEntries(all.map((one) => [one.opinion, opinionView(one, insight)])) : {},
    byStance: countsOf(all),
    shown: opinions.shown,
  };
}

export function questionsView({ questions }: Meeting, { listed }: Insight): QuestionsView {
  const open = openQuestions(questions).length;
  if (!listed) return { order: [], byId: {}, answerOrder: [], answers: {}, open };
  const byId = Object.fromEntries(
    Object.entries(questions.byId).map(([id, { item, asker, to, text, at }]): [string, QuestionView] => [
      id,
      { item, asker, to, text, at, answered: answersTo(questions, id).length > 0 },
    ]),
  );
  const answers = Object.fromEntries(
    Object.entries(questions.answers).map(([id, { item, question, by, text, material, at }]): [string, AnswerView] => [
      id,
      { item, question, by, text, material, at },
    ]),
  );
  return { order: questions.order, byId, answerOrder: questions.answerOrder, answers, open };
}

export const proposalView = ({ proposal }: Meeting, { listed }: Insight): ProposalView | null =>
  proposal && listed ? { text: proposal.text, at: proposal.at, times: proposal.times } : null;
