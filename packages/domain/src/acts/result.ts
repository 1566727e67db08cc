/** The result of a meeting for the public page (听证结果公告): its text as published, and as corrected later. */
import { z } from 'zod';
import { id, line, paragraphs } from '../text.ts';
import { noticeWordsSchema } from './notice.ts';

const published = {
  /** One paragraph a line, as on the board. */
  ...noticeWordsSchema.shape,
  /** Who looked it through for personal data before it went out (审核人), as one names them. */
  examinedBy: line(60),
  /** Null for the first publication. */
  corrects: z
    .strictObject({
      /** The publication that stood until then: whoever corrects has read that one. */
      result: id,
      /** What was wrong in it; the public reads this. */
      wrong: paragraphs(1_000).min(1, { error: 'empty' }),
      /** All earlier words are taken out of sight: they held personal data. Else they stay readable, struck through. */
      withheld: z.boolean(),
    })
    .nullable(),
};

export const resultCommandSchemas = [z.strictObject({ type: z.literal('publish-result'), ...published })] as const;
export type ResultCommand = z.infer<(typeof resultCommandSchemas)[number]>;

export const resultEventSchemas = [
  z.strictObject({ type: z.literal('result-published'), result: id, ...published }),
] as const;
export type ResultPublished = z.infer<(typeof resultEventSchemas)[number]>;
