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
  /** Answers with the bytes that each phone was sent since it joined, as they come out of its WebSocket. */
  | { ask: 'bytes'; crowd: string }
  | { ask: 'leave'; crowd: string };

export type ScribeKind = 'ours' | 'hocuspocus' | 'relay';

/** Where somebody types, and the one letter they type. */
export interface ScribeSeat {
  url: string;
  origin: string;
  cookie: string;
  /** The name that begins each message to hocuspocus; null elsewhere. */
  document: string | null;
  letter: string;
}

export type ScribeAsk =
  /** Connects scribes; `answers`: the server says what it has. */
  | { ask: 'scribes-join'; crowd: string; seats: ScribeSeat[]; answers: boolean }
  /** Each types so many letters, one every so many ms. Answers when everybody sees them all. */
  | { ask: 'scribes-type'; crowd: string; letters: number; every: number }
  /** The same, and answers at once. */
  | { ask: 'scribes-type-on'; crowd: string; letters: number; every: number }
  /** Answers, for each scribe, how many of their letters another has seen. */
  | { ask: 'scribes-handed-on'; crowd: string }
  /** Somebody comes with an empty document. Answers how often they find each letter. */
  | { ask: 'scribes-read'; crowd: string; seat: ScribeSeat; letters: string[] }
  | { ask: 'scribes-leave'; crowd: string };

/** Nanoseconds of a clock that all processes of this machine share. */
export const instant = (): number => Number(process.hrtime.bigint());
