/** Whether those who take part from elsewhere are who they say: what can be asked, and what is then recorded. */
import { z } from 'zod';
import { id, line } from '../text.ts';

/** How somebody's identity was checked: by their face, their voice, a document they showed, or because one knows them. */
export const identityWays = ['video', 'voice', 'document', 'known-personally'] as const;
const identityWaySchema = z.enum(identityWays);
export type IdentityWay = z.infer<typeof identityWaySchema>;

/** Numbers of persons (identity cards, telephones) never stand in the record: nine digits and more in a row are one. */
export const bearsPersonalNumber = (text: string): boolean => /(?:\p{Nd}[\s-]?){9}/u.test(text);
const words = (max: number) => line(max).refine((text) => !bearsPersonalNumber(text), { error: 'personal-number' });
/** UTF-16 units. */
export const identityLimits = { note: 120, reason: 200 } as const;

const check = {
  seat: id,
  how: identityWaySchema,
  /** What else is to be known of it, such as which document was shown; never its number. */
  note: words(identityLimits.note).optional(),
};
const withdrawal = { seat: id, reason: words(identityLimits.reason) };

export const identityCommandSchemas = [
  z.strictObject({ type: z.literal('check-identity'), ...check }),
  z.strictObject({ type: z.literal('withdraw-identity-check'), ...withdrawal }),
] as const;
export type IdentityCommand = z.infer<(typeof identityCommandSchemas)[number]>;

export const identityEventSchemas = [
  z.strictObject({
    type: z.literal('identity-checked'),
    ...check,
    /** The name of whoever checked, from their session: staff have no seat by which the meeting could name them. */
    by: line(60),
  }),
  z.strictObject({ type: z.literal('identity-check-withdrawn'), ...withdrawal }),
] as const;
