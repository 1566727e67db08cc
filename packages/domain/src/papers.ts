/** What documents are made of: opinions, questions and proposal as they stand, with names and standing as called. */
import type { Stance, Uptake } from './stances.ts';
import { onVariants } from './marks.ts';
import type { Meeting } from './meeting.ts';
import { opinionsIn } from './opinions.ts';
import { answersTo } from './questions.ts';
import type { ProposalMaterial } from './words/shape.ts';

/** An opinion as documents list it: names and standing as called, in the order in which they were recorded. */
export interface OpinionListed {
  speaker: string;
  standing: string | null;
  stance: Stance;
  category: string | null;
  gist: string;
  uptake: Uptake | null;
  reason: string | null;
}

/** The opinions that stand, for 《听证会议纪要》 and 听证笔录. */
export const opinionsFor = ({ opinions, attendance }: Meeting): OpinionListed[] =>
  opinionsIn(opinions).map(({ speaker, stance, category, gist, mark }) => {
    const person = attendance.people[speaker];
    const { uptake = null, reason = null } = mark ?? {};
    return {
      speaker: person?.name ?? '',
      standing: person?.standing ?? null,
      stance,
      category,
      gist,
      uptake,
      reason,
    };
  });

/** A question as documents list it, with its answers; names and standing as called. */
export interface QuestionListed {
  asker: string;
  text: string;
  answers: { by: string; standing: string | null; text: string; material: boolean }[];
}

/** The questions that stand with their answers, for 听证笔录. */
export const questionsFor = ({ questions, attendance: { people } }: Meeting): QuestionListed[] =>
  questions.order.flatMap((id) => {
    const question = questions.byId[id];
    if (!question) return [];
    const answers = answersTo(questions, id).map(({ by, text, material }) => {
      const person = people[by];
      return { by: person?.name ?? '', standing: person?.standing ?? null, text, material };
    });
    return [{ asker: people[question.asker]?.name ?? '', text: question.text, answers }];
  });

/** The proposal that stands, for 《听证会议纪要》; null while none was stated. */
export const proposalOf = ({ proposal }: Meeting): { text: string; at: number } | null =>
  proposal && { text: proposal.text, at: proposal.at };

/** What a draft is made of, from the record. */
export function proposalMaterial({ called, opinions, voting }: Meeting): ProposalMaterial {
  return {
    matter: called.matter,
    opinions: opinionsIn(opinions),
    soundings: voting.order.flatMap((id) => {
      const vote = voting.votes[id];
      return vote?.status === 'published'
        ? [
            {
              question: vote.question,
              roll: vote.roll.length,
              returned: vote.ballots.size,
              counts: vote.counts,
              ...onVariants(vote),
            },
          ]
        : [];
    }),
  };
}
