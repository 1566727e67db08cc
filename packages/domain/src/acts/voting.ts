/** Votes: what can be asked, and what is then recorded. */
import { z } from 'zod';
import { id, line, safeInteger } from '../text.ts';

export const choices = ['yes', 'no', 'abstain'] as const;
const choiceSchema = z.enum(choices);
export type Choice = z.infer<typeof choiceSchema>;

/** A sounding (意向征询) collects views and decides nothing: counts only, never "passed". */
const purposeSchema = z.enum(['sounding']);
const methodSchema = z.enum(['yes-no-abstain']);
const countsSchema = z.strictObject({ yes: safeInteger, no: safeInteger, abstain: safeInteger });
export type Counts = z.infer<typeof countsSchema>;

const vote = id;
export const votingCommandSchemas = [
  z.strictObject({ type: z.literal('open-vote'), question: line(300), purpose: purposeSchema, method: methodSchema }),
  z.strictObject({ type: z.literal('cast-ballot'), vote, choice: choiceSchema }),
  z.strictObject({ type: z.literal('close-vote'), vote }),
  z.strictObject({ type: z.literal('begin-counting'), vote }),
  z.strictObject({ type: z.literal('enter-hand'), vote, seat: id, choice: choiceSchema, reason: line(200) }),
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
  question: line(300),
  purpose: purposeSchema,
  method: methodSchema,
  /** The seats entitled, frozen now: members present. */
  roll: z.array(id),
});
export type VoteOpened = z.infer<typeof voteOpenedSchema>;

export const votingEventSchemas = [
  voteOpenedSchema,
  z.strictObject({ type: z.literal('ballot-cast'), vote, choice: choiceSchema }),
  /** A named ballot may be changed until the vote is closed; the last one counts. */
  z.strictObject({ type: z.literal('ballot-changed'), vote, choice: choiceSchema }),
  z.strictObject({ type: z.literal('vote-closed'), vote }),
  z.strictObject({ type: z.literal('counting-begun'), vote }),
  /** A view given by hand or by word, entered by name with the reason why not by device. */
  z.strictObject({ type: z.literal('hand-entered'), vote, seat: id, choice: choiceSchema, reason: line(200) }),
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
