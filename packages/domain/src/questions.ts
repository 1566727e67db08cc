/** Questions to the responsible unit and its answers, each answer linked to its question. */
import type { Recorded } from './acts/event.ts';
import type { QuestionCommand } from './acts/questions.ts';
import { accept, refuse, unchanged, type Circumstances, type Decision } from './decision.ts';
import { hasNoPlace, speaksNot, type Heard } from './opinions.ts';
import { unreachable } from './unreachable.ts';

export interface Question {
  question: string;
  item: string;
  asker: string;
  text: string;
  to: string | null;
  at: number;
  told: number;
}

export interface GivenAnswer {
  answer: string;
  item: string;
  question: string | null;
  by: string;
  text: string;
  material: boolean;
  at: number;
  /** Version of the fact that says it as it stands, and of the one in whose place that stands in the minutes. */
  told: number;
  first: number;
}

export interface Questions {
  order: readonly string[];
  byId: Readonly<Record<string, Question>>;
  answerOrder: readonly string[];
  answers: Readonly<Record<string, GivenAnswer>>;
}

export const noQuestions: Questions = { order: [], byId: {}, answerOrder: [], answers: {} };

const answersIn = ({ answerOrder, answers }: Questions): GivenAnswer[] =>
  answerOrder.flatMap((id) => answers[id] ?? []);
export const answersTo = (questions: Questions, question: string): GivenAnswer[] =>
  answersIn(questions).filter((given) => given.question === question);
/** 待答问题: put and not answered yet. */
export const openQuestions = (questions: Questions): Question[] =>
  questions.order.flatMap((id) => (answersTo(questions, id).length === 0 ? (questions.byId[id] ?? []) : []));

type Asked = Heard & { questions: Questions };

function put(meeting: Asked, command: QuestionCommand & { type: 'record-question' }, newId: () => string): Decision {
  const { asker, to } = command;
  const wrong = hasNoPlace(meeting, command.item) ?? speaksNot(meeting.attendance, asker);
  if (wrong) return wrong;
  const answers = to === null ? undefined : meeting.attendance.people[to];
  if (to !== null && !answers) return refuse('no-such-seat');
  if (answers && !answers.capacities.includes('responsible-unit'))
    return refuse('not-responsible-unit', { name: answers.name });
  return accept({ ...command, type: 'question-recorded', question: newId() });
}

function withdraw({ questions }: Asked, command: QuestionCommand & { type: 'withdraw-question' }): Decision {
  if (!questions.byId[command.question]) return refuse('no-such-question');
  if (answersTo(questions, command.question).length > 0) return refuse('question-answered');
  return accept({ ...command, type: 'question-withdrawn' });
}

export function decideQuestions(meeting: Asked, command: QuestionCommand, { newId }: Circumstances): Decision {
  const { questions, minutes, attendance } = meeting;
  if (minutes.status === 'frozen') return refuse('minutes-not-drafting');
  switch (command.type) {
    case 'record-question':
      return put(meeting, command, newId);
    case 'withdraw-question':
      return withdraw(meeting, command);
    case 'record-answer': {
      if (command.question !== null && !questions.byId[command.question]) return refuse('no-such-question');
      const wrong = hasNoPlace(meeting, command.item) ?? speaksNot(attendance, command.by);
      return wrong ?? accept({ ...command, type: 'answer-recorded', answer: newId() });
    }
    case 'correct-answer': {
      const found = questions.answers[command.answer];
      if (!found) return refuse('no-such-answer');
      const { by, text, material } = command;
      if (found.by === by && found.text === text && found.material === material) return unchanged();
      return speaksNot(attendance, by) ?? accept({ ...command, type: 'answer-corrected' });
    }
    default:
      return unreachable(command);
  }
}

export function evolveQuestions(questions: Questions, { event, version, at }: Recorded): Questions {
  switch (event.type) {
    case 'question-recorded': {
      const { type: _, question, ...said } = event;
      const byId = { ...questions.byId, [question]: { question, ...said, at, told: version } };
      return { ...questions, order: [...questions.order, question], byId };
    }
    case 'question-withdrawn': {
      const { [event.question]: _, ...byId } = questions.byId;
      return { ...questions, order: questions.order.filter((one) => one !== event.question), byId };
    }
    case 'answer-recorded': {
      const { type: _, answer, ...said } = event;
      const answers = { ...questions.answers, [answer]: { answer, ...said, at, told: version, first: version } };
      return { ...questions, answerOrder: [...questions.answerOrder, answer], answers };
    }
    case 'answer-corrected': {
      const { type: _, answer, ...said } = event;
      const former = questions.answers[answer];
      if (!former) return questions;
      return { ...questions, answers: { ...questions.answers, [answer]: { ...former, ...said, told: version } } };
    }
    default:
      return questions;
  }
}
