/** What the bench asks of its crowd, a process of its own that holds all the phones. */

/** A phone: the seat it joins as, and its cookie. */
export interface Phone {
  seat: string;
  cookie: string;
}

export type Ask =
  /** Connects phones under a name and waits until each has its first view. */
  | { ask: 'join'; crowd: string; origin: string; community: string; meeting: string; phones: Phone[]; atOnce: number }
  /** Every phone sends this command in one turn. Answers with the ms from that turn to each phone's answer. */
  | { ask: 'command'; crowd: string; command: object; answer: string }
  /** Every phone asks for the whole view in one turn. Answers with the ms until each has it. */
  | { ask: 'whole'; crowd: string }
  /** From now on the crowd waits until each phone has heard a patch. */
  | { ask: 'await-patch'; crowd: string }
  /** Answers, once each has, with the instants (ns) at which each heard it. */
  | { ask: 'patch-heard'; crowd: string }
  | { ask: 'leave'; crowd: string };

/** Nanoseconds of a clock that all processes of this machine share. */
export const instant = (): number => Number(process.hrtime.bigint());
