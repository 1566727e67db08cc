/** Lists of words about who comes, apart from their schemas: phones load them without the schema library. */

/**
 * Why somebody cannot come, as far as a record that is kept for ever may say it: one of a few words, so that nobody's
 * health or household gets into it.
 */
export const awayReasons = ['work', 'away', 'personal'] as const;
export type AwayReason = (typeof awayReasons)[number];

/** How the desk was told. */
export const toldWays = ['phone', 'message', 'in-person'] as const;
export type ToldWay = (typeof toldWays)[number];
export const replyWays = ['own-page', ...toldWays] as const;
export type ReplyWay = (typeof replyWays)[number];
