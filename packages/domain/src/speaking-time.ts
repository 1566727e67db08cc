/** Times of speeches as instants and rests: what a screen shows follows from them, and nothing ticks over the wire. */

/** Time that runs or rests, ms: `spent` until `since`; `since` is null while it rests. */
export interface Spending {
  spent: number;
  since: number | null;
}

/** Ms spent by `at`, on the server's clock. */
export const spentBy = ({ spent, since }: Spending, at: number): number =>
  spent + (since === null ? 0 : Math.max(0, at - since));

/** A speaker is warned when a fifth of the time is left, never later than 15 seconds before the end nor earlier than 60. */
export const warning = { part: 5, leastSeconds: 15, mostSeconds: 60 } as const;

/** With how many ms left a speech of this limit (seconds) is warned. */
export function warnedAt(seconds: number): number {
  const { part, leastSeconds, mostSeconds } = warning;
  return Math.min(mostSeconds, Math.max(leastSeconds, Math.floor(seconds / part))) * 1000;
}

/** Ms left by `at`, negative when overdrawn; null for a speech without a limit. */
export function leftBy({ seconds, ...spending }: Spending & { seconds: number | null }, at: number): number | null {
  return seconds === null ? null : seconds * 1000 - spentBy(spending, at);
}

/** How a speech stands by `at`: in time, warned of its end, or overdrawn. */
export function standingBy(speech: Spending & { seconds: number | null }, at: number): 'in-time' | 'warned' | 'over' {
  const left = leftBy(speech, at);
  if (left === null || speech.seconds === null) return 'in-time';
  if (left < 0) return 'over';
  return left <= warnedAt(speech.seconds) ? 'warned' : 'in-time';
}
