/** Questions to the responsible unit and its answers: what can be asked, and what is then recorded. */
import { z } from 'zod';
import { id, line } from '../text.ts';

const question = id;
const answer = id;
const put = {
  asker: id,
  text: line(500),
  /** A seat of the responsible unit; null: to whoever can answer. */
  to: id.nullable(),
};
const given = {
  /** Who answered. */
  by: id,
  text: line(1_000),
  /** Written material was handed over with it (书面材料). */
  material: z.boolean(),
};

export const questionCommandSchemas = [
  z.strictObject({ type: z.literal('record-question'), item: id, ...put }),
  z.strictObject({ type: z.literal('withdraw-question'), question, reason: line(300) }),
  /** `question` null: an explanation that nobody asked for. */
  z.strictObject({ type: z.literal('record-answer'), item: id, question: question.nullable(), ...given }),
  z.strictObject({ type: z.literal('correct-answer'), answer, ...given }),
] as const;
export type QuestionCommand = z.infer<(typeof questionCommandSchemas)[number]>;

export const questionEventSchemas = [
  z.strictObject({ type: z.literal('question-recorded'), question, item: id, ...put }),
  z.strictObject({ type: z.literal('question-withdrawn'), question, reason: line(300) }),
  z.strictObject({ type: z.literal('answer-recorded'), answer, item: id, question: question.nullable(), ...given }),
  z.strictObject({ type: z.literal('answer-corrected'), answer, ...given }),
] as const;
