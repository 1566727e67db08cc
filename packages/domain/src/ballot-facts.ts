import type { MeetingEvent } from './acts/event.ts';

/** Facts that tell of one person's ballot: where they stand in a text, a view shows them to those who lead alone. */
export const ballotFacts: ReadonlySet<string> = new Set([
  'ballot-cast',
  'ballot-changed',
  'hand-entered',
] satisfies MeetingEvent['type'][]);
