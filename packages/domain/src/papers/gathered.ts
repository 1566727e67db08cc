/**
 * Opinions, answers and proposal as a reader is shown them, in the words of the record and counted: what the summary
 * minutes tell of them.
 */
import { stances, uptakes } from '../stances.ts';
import type { View } from '../view.ts';
import { pageWordsOf } from '../words/pages.ts';
import { paperWords } from './words.ts';

/** How many of what; what nobody had is left out, so that the rest adds up to the whole. */
export type Figures = readonly (readonly [what: string, count: number])[];

export interface Gathered {
  /** Each as one sentence, in the order in which they were recorded, with what became of it. */
  opinions: readonly { said: string; uptake: string | null; reason: string | null }[];
  /** How many people spoke them. */
  speakers: number;
  stances: Figures;
  /** Null: not for this reader, or there are none. */
  uptakes: Figures | null;
  answers: readonly string[];
  /** Questions without an answer. */
  unanswered: number;
  /** Paragraphs of the tendency proposal; none: no proposal stands. */
  proposal: readonly string[];
}

export function gathered(view: View): Gathered {
  const { opinions, questions, proposal, language } = view;
  const words = pageWordsOf(language).opinions;
  const listed = opinions.order.flatMap((id) => opinions.byId[id] ?? []);
  const unmarked = paperWords[language].summary.unmarked;
  // Whether an opinion is taken up is not for every reader: then nothing is said of it, and not that it is open.
  const settled = listed.length > 0 && listed.every(({ mark }) => mark !== undefined);
  const counted = (names: [string, number][]): Figures => names.filter(([, count]) => count > 0);
  return {
    opinions: listed.map(({ speaker, mark, ...said }) => ({
      said: words.spoken({ ...said, ...called(view, speaker) }),
      uptake: !settled ? null : mark ? words.uptakes[mark.uptake] : unmarked,
      reason: mark?.reason ?? null,
    })),
    speakers: new Set(listed.map(({ speaker }) => speaker)).size,
    stances: counted(
      stances.map((stance) => [words.stances[stance], listed.filter((one) => one.stance === stance).length]),
    ),
    uptakes: !settled
      ? null
      : counted([
          ...uptakes.map((uptake): [string, number] => [
            words.uptakes[uptake],
            listed.filter(({ mark }) => mark?.uptake === uptake).length,
          ]),
          [unmarked, listed.filter(({ mark }) => !mark).length],
        ]),
    answers: questions.answerOrder.flatMap((id) => answered(view, id)),
    unanswered: questions.open,
    proposal: proposal === null ? [] : proposal.text.split('\n').filter((paragraph) => paragraph.trim() !== ''),
  };
}

function called({ people }: View, seat: string): { speaker: string; standing: string | null } {
  const person = people.bySeat[seat];
  return { speaker: person?.name ?? '', standing: person?.standing ?? null };
}

function answered(view: View, id: string): string[] {
  const { questions, language } = view;
  const answer = questions.answers[id];
  if (!answer) return [];
  const { speaker: by, standing } = called(view, answer.by);
  const question = answer.question === null ? undefined : questions.byId[answer.question];
  const asker = question ? called(view, question.asker).speaker : null;
  return [pageWordsOf(language).opinions.answered({ ...answer, by, standing, asker })];
}
