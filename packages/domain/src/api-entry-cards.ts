/** The request for entry cards as a file; api.ts says how requests are read. */
import { z } from 'zod';
import { token } from './api.ts';
import { id } from './text.ts';

/**
 * POST meetings/:meeting/entry-cards, by staff, chair and recorder: a PDF of cards for links that were just made and whose
 * tokens the page still holds. A token that opens no link of that seat, or one taken back, is `link-void`.
 */
export const entryCardsRequest = z.strictObject({
  cards: z
    .array(z.strictObject({ seat: id, token }))
    .min(1)
    .max(5_000),
});
export type EntryCardsRequest = z.infer<typeof entryCardsRequest>;
