/** Votes: what can be asked, and what is then recorded. */
import { z } from 'zod';
import { id, line, safeInteger } from '../text.ts';

export const choices = ['yes', 'no', 'abstain'] as const;
const choiceSchema = z.enum(choices);
export type Choice = z.infer<typeof choiceSchema>;

/** A sounding (意向征询) collects views and decides nothing: counts only, never "passed". */
const purposeSchema = z.enum(['sounding']);

/** All but the first ask about variants (方案). */
export const methods = ['yes-no-abstain', 'choose-one', 'choose-several', 'grade'] as const;
const methodSchema = z.enum(methods);
export type Method = z.infer<typeof methodSchema>;

/** What a sounding on variants may hold; more would be read by nobody on a phone or on the wall. */
export const variantLimits = {
  fewest: 2,
  most: 8,
  length: 120,
  fewestGrades: 2,
  mostGrades: 5,
  gradeLength: 12,
} as const;
const { fewest, most, length, fewestGrades, mostGrades, gradeLength } = variantLimits;

/** What a method asks about; whether it suits the method is decided in marks.ts. */
const askedShape = {
  /** The variants in their order; a ballot names them by number, the first being 1. */
  variants: z.array(line(length)).min(fewest).max(most).optional(),
  /** For `choose-several`: how many may be chosen. */
  most: safeInteger.min(1).max(most).optional(),
  /** For `grade`: the words, the best first; a ballot names them by number, the first being 1. */
  grades: z.array(line(gradeLength)).min(fewestGrades).max(mostGrades).optional(),
};

/** What is marked on a ballot: exactly one of the three, as the method asks; abstaining is possible in each method. */
const marksShape = {
  choice: choiceSchema.optional(),
  /** Numbers of the variants chosen. */
  chosen: z.array(safeInteger.min(1).max(most)).min(1).max(most).optional(),
  /** For each variant in its order the number of its grade. */
  graded: z.array(safeInteger.min(1).max(mostGrades)).min(1).max(most).optional(),
};

const countsSchema = z.union([
  z.strictObject({ yes: safeInteger, no: safeInteger, abstain: safeInteger }),
  /** For each variant in its order how many chose it. */
  z.strictObject({ variants: z.array(safeInteger), abstain: safeInteger }),
  /** For each variant in its order, for each grade in its order, how many gave it. */
  z.strictObject({ grades: z.array(z.array(safeInteger)), abstain: safeInteger }),
]);
export type Counts = z.infer<typeof countsSchema>;

const vote = id;
const put = { question: line(300), purpose: purposeSchema, method: methodSchema, ...askedShape };
const hand = { vote, seat: id, ...marksShape, reason: line(200) };
export const votingCommandSchemas = [
  z.strictObject({ type: z.literal('open-vote'), ...put }),
  z.strictObject({ type: z.literal('cast-ballot'), vote, ...marksShape }),
  z.strictObject({ type: z.literal('close-vote'), vote }),
  z.strictObject({ type: z.literal('begin-counting'), vote }),
  z.strictObject({ type: z.literal('enter-hand'), ...hand }),
  z.strictObject({ type: z.literal('establish-vote'), vote }),
  z.strictObject({ type: z.literal('publish-vote'), vote }),
  z.strictObject({ type: z.literal('annul-vote'), vote, reason: line(300) }),
] as const;
export type VotingCommand = z.infer<(typeof votingCommandSchemas)[number]>;

const voteOpenedSchema = z.strictObject({
  type: z.literal('vote-opened'),
  vote,
  /** The item before the meeting when it opened. */
  item: id,
  ...put,
  /** The seats entitled, frozen now: members present. */
  roll: z.array(id),
  /** How many on the roll took part from elsewhere, and of how many of those the identity was checked; absent: none did, or nobody counted them yet. */
  remote: z.strictObject({ count: safeInteger.min(1), checked: safeInteger.min(0) }).optional(),
  /** Its published result says who answered what; absent in votes of older programs, whose result says figures alone. */
  named: z.literal(true).optional(),
});
export type VoteOpened = z.infer<typeof voteOpenedSchema>;

export const votingEventSchemas = [
  voteOpenedSchema,
  z.strictObject({ type: z.literal('ballot-cast'), vote, ...marksShape }),
  /** A named ballot may be changed until the vote is closed; the last one counts. */
  z.strictObject({ type: z.literal('ballot-changed'), vote, ...marksShape }),
  z.strictObject({ type: z.literal('vote-closed'), vote }),
  z.strictObject({ type: z.literal('counting-begun'), vote }),
  /** A view given by hand or by word, entered by name with the reason why not by device; the last one of a seat counts. */
  z.strictObject({ type: z.literal('hand-entered'), ...hand }),
  z.strictObject({
    type: z.literal('vote-established'),
    vote,
    roll: safeInteger,
    returned: safeInteger,
    counts: countsSchema,
  }),
  z.strictObject({ type: z.literal('vote-published'), vote }),
  z.strictObject({ type: z.literal('vote-annulled'), vote, reason: line(300) }),
] as const;
