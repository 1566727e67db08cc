/** Whether somebody will come: what can be asked, and what is then recorded. */
import { z } from 'zod';
import { awayReasons, replyWays, toldWays } from '../reply-words.ts';
import { id, line } from '../text.ts';

export const awayReasonSchema = z.enum(awayReasons);

/** What somebody said before the meeting was called. */
export const repliedSchema = z.strictObject({ coming: z.boolean(), reason: awayReasonSchema.optional() });

export const replyCommandSchemas = [
  /** By whoever is called, from their own page. `reason`: only of who cannot come. */
  z.strictObject({ type: z.literal('give-reply'), coming: z.boolean(), reason: awayReasonSchema.optional() }),
  z.strictObject({
    type: z.literal('record-reply'),
    seat: id,
    coming: z.boolean(),
    reason: awayReasonSchema.optional(),
    way: z.enum(toldWays),
    /** Who told it, by name; absent: the person themself. */
    toldBy: line(60).optional(),
  }),
] as const;
export type ReplyCommand = z.infer<(typeof replyCommandSchemas)[number]>;

export const replyEventSchemas = [
  z.strictObject({
    type: z.literal('reply-given'),
    seat: id,
    coming: z.boolean(),
    reason: awayReasonSchema.optional(),
    way: z.enum(replyWays),
    toldBy: line(60).optional(),
  }),
] as const;
