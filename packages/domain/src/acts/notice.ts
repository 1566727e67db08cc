/** The notice of a meeting: its text as fixed when the meeting is called, and where and when it was posted or handed over. */
import { z } from 'zod';
import { noticeChannels } from '../procedures/calling.ts';
import { id, line, paragraphs, safeInteger } from '../text.ts';

/** The words that people read on the board; `body` has one paragraph a line. */
export const noticeWordsSchema = z.strictObject({
  title: line(200),
  body: paragraphs(20_000).min(1, { error: 'empty' }),
  /** The organ that gives the notice (署名). */
  signature: line(200),
});
export type NoticeWords = z.infer<typeof noticeWordsSchema>;

/** … with the day that stands under the signature, as an instant of that day in ms since 1970. */
export const noticeTextSchema = noticeWordsSchema.extend({ issuedAt: safeInteger });
export type NoticeText = z.infer<typeof noticeTextSchema>;

/** What a host arranges of the notice; it may be revised until the meeting is called. */
export const noticeArrangedSchema = z.strictObject({
  /** The words as revised by hand; null: as drafted, following what is arranged. */
  own: noticeWordsSchema.nullable(),
  /** Whom residents ask, and where: of the office, for everybody to read. */
  contact: paragraphs(60),
  phone: paragraphs(40),
  /** Places for observers; null: nothing is said of them. */
  observers: safeInteger.min(0).max(10_000).nullable(),
});
export type NoticeArranged = z.infer<typeof noticeArrangedSchema>;
export const nothingArranged: NoticeArranged = { own: null, contact: '', phone: '', observers: null };

/** How a notice came to one person's hands. */
export const servingWays = ['in-person', 'through-other', 'post', 'message'] as const;

const serving = {
  /** Which of the procedure's notices, by its place in `procedure.notices`. */
  notice: safeInteger.min(0).max(199),
  /** By what way; null where the procedure states none. */
  channel: z.enum(noticeChannels).nullable(),
  /** When it was posted or handed over, ms since 1970. */
  at: safeInteger,
  /** Who did it, as one names them. */
  by: line(60),
  /** Of a receipt: who signed it, and what was said. */
  note: line(300).optional(),
  /** Whom it was served on, by a channel that reaches each person by themself; and how. */
  seat: id.optional(),
  how: z.enum(servingWays).optional(),
};

export const noticeCommandSchemas = [
  /** The same channel again corrects what was recorded of it before. */
  z.strictObject({ type: z.literal('record-notice'), ...serving }),
] as const;
export type NoticeCommand = z.infer<(typeof noticeCommandSchemas)[number]>;

export type ServingWay = (typeof servingWays)[number];

export const noticeEventSchemas = [z.strictObject({ type: z.literal('notice-served'), ...serving })] as const;
export type NoticeServed = z.infer<(typeof noticeEventSchemas)[number]>;
