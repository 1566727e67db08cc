/** Supplements (补正) to minutes that are final: what can be asked about them, and what is then recorded. */
import { z } from 'zod';
import { sectionIdSchema } from '../minutes-text.ts';
import { id, line, paragraphs } from '../text.ts';
import { confirmingCapacities } from './minutes.ts';

const written = paragraphs(2_000).min(1, { error: 'empty' });
const correction = {
  /** Which part of the final text it concerns. */
  section: sectionIdSchema,
  /** The words as they stand there; null where something is missing rather than wrong. */
  quote: written.nullable(),
  /** The right words. */
  words: written,
  reason: line(500),
};
const supplement = id;
/** Both when one person holds both: a recorder who took the chair. */
const as = z.array(z.enum(confirmingCapacities)).min(1).max(2);

export const supplementCommandSchemas = [
  z.strictObject({ type: z.literal('propose-supplement'), ...correction }),
  z.strictObject({ type: z.literal('confirm-supplement'), supplement }),
  z.strictObject({ type: z.literal('withdraw-supplement'), supplement, reason: line(300) }),
] as const;
export type SupplementCommand = z.infer<(typeof supplementCommandSchemas)[number]>;

export const supplementEventSchemas = [
  /** `as`: in which capacities whoever proposed it stands behind it. */
  z.strictObject({ type: z.literal('supplement-proposed'), supplement, ...correction, as }),
  /** With this it stands: chair and recorder are both behind it. */
  z.strictObject({ type: z.literal('supplement-confirmed'), supplement, as }),
  z.strictObject({ type: z.literal('supplement-withdrawn'), supplement, reason: line(300) }),
] as const;
