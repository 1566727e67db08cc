/** The minutes: what can be asked about them, and what is then recorded. What is typed is no event; what is frozen is one. */
import { z } from 'zod';
import { minutesTextSchema, sectionIdSchema, sha256Hex } from '../minutes-text.ts';
import { id, line, paragraphs, safeInteger } from '../text.ts';

export const confirmingCapacities = ['chair', 'recorder'] as const;
export type ConfirmingCapacity = (typeof confirmingCapacities)[number];

const words = paragraphs(2_000).min(1, { error: 'empty' });
const proposal = {
  section: sectionIdSchema,
  /** The words wanted in the minutes. */
  words,
  reason: line(500),
};
const amendment = id;

export const minutesCommandSchemas = [
  /** Whether those who do not write may read the draft while it is written. */
  z.strictObject({ type: z.literal('share-minutes'), shared: z.boolean() }),
  z.strictObject({ type: z.literal('admit-writer'), seat: id }),
  z.strictObject({ type: z.literal('dismiss-writer'), seat: id }),
  z.strictObject({ type: z.literal('circulate-minutes') }),
  z.strictObject({ type: z.literal('propose-amendment'), ...proposal }),
  z.strictObject({
    type: z.literal('decide-amendment'),
    amendment,
    taken: z.boolean(),
    /** Required where it is not taken; whoever proposed it reads it. */
    reason: line(500).optional(),
  }),
  /** `hash` is that of the text the person has read, as their view gave it. */
  z.strictObject({ type: z.literal('confirm-minutes'), hash: sha256Hex }),
] as const;
export type MinutesCommand = z.infer<(typeof minutesCommandSchemas)[number]>;

export const minutesEventSchemas = [
  z.strictObject({ type: z.literal('minutes-shared'), shared: z.boolean() }),
  z.strictObject({ type: z.literal('writer-admitted'), seat: id }),
  z.strictObject({ type: z.literal('writer-dismissed'), seat: id }),
  z.strictObject({ type: z.literal('minutes-circulated') }),
  z.strictObject({ type: z.literal('amendment-proposed'), amendment, ...proposal }),
  z.strictObject({
    type: z.literal('amendment-decided'),
    amendment,
    taken: z.boolean(),
    reason: line(500).optional(),
  }),
  z.strictObject({
    type: z.literal('minutes-confirmed'),
    hash: sha256Hex,
    /** Both when one person holds both: a recorder who took the chair. */
    as: z.array(z.enum(confirmingCapacities)).min(1).max(2),
  }),
  /** `hash` is over the RFC 8785 form of `text`; `dropped` names what the document held that minutes cannot. */
  z.strictObject({
    type: z.literal('minutes-frozen'),
    hash: sha256Hex,
    text: minutesTextSchema,
    dropped: z.array(z.strictObject({ section: sectionIdSchema, what: z.string().max(60), times: safeInteger })),
  }),
] as const;
