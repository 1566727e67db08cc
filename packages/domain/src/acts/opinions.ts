/** Opinions (意见): what can be asked about them, and what is then recorded, by recorder or chair, as they are spoken. */
import { z } from 'zod';
import { stances, uptakes } from '../stances.ts';
import { id, line } from '../text.ts';

const stanceSchema = z.enum(stances);
const uptakeSchema = z.enum(uptakes);

/** Whose it is and what it comes to; a correction gives all of it anew. */
const content = {
  speaker: id,
  stance: stanceSchema,
  /** One or two sentences. */
  gist: line(500),
  /** What it is about, in the meeting's own words, such as 费用分摊; null: nobody said. */
  category: line(40).nullable(),
};
const opinion = id;

export const opinionCommandSchemas = [
  /** `item`: under which it was spoken; any that has begun, since the recorder may catch up. */
  z.strictObject({ type: z.literal('record-opinion'), item: id, ...content }),
  z.strictObject({ type: z.literal('correct-opinion'), opinion, ...content }),
  z.strictObject({ type: z.literal('withdraw-opinion'), opinion, reason: line(300) }),
  z.strictObject({
    type: z.literal('mark-opinion'),
    opinion,
    uptake: uptakeSchema,
    /** Required where it is not taken up whole. */
    reason: line(500).optional(),
  }),
  /** Whether the screens in the room may show the opinions and the proposal. */
  z.strictObject({ type: z.literal('show-opinions'), shown: z.boolean() }),
] as const;
export type OpinionCommand = z.infer<(typeof opinionCommandSchemas)[number]>;

export const opinionEventSchemas = [
  z.strictObject({ type: z.literal('opinion-recorded'), opinion, item: id, ...content }),
  z.strictObject({ type: z.literal('opinion-corrected'), opinion, ...content }),
  z.strictObject({ type: z.literal('opinion-withdrawn'), opinion, reason: line(300) }),
  z.strictObject({
    type: z.literal('opinion-marked'),
    opinion,
    uptake: uptakeSchema,
    reason: line(500).optional(),
  }),
  z.strictObject({ type: z.literal('opinions-shown'), shown: z.boolean() }),
] as const;
