/**
 * Growing waits for wrong guesses. A password counts against its account, a wrong code or token against the address it
 * came from; a right code or link is never refused for its address, since a whole room sits behind one.
 */

const second = 1_000;
const minute = 60 * second;

/** Tries without a wait, and the longest wait (ms): a forgetful person, and a room full of mistyping phones, get by. */
export const patience = {
  password: { free: 4, longest: 15 * minute },
  guess: { free: 20, longest: 15 * minute },
} as const;
export interface Patience {
  free: number;
  longest: number;
}

/** After this many wrong codes within an hour no room mistypes any more: then codes are not even looked at. */
export const guessing = 1_000;

/** How long (ms) to wait after so many wrong tries in a row: nothing, then 1 s, doubling with each. */
export function waitAfter(wrong: number, { free, longest }: Patience): number {
  return wrong <= free ? 0 : Math.min(longest, second * 2 ** Math.min(wrong - free - 1, 30));
}

/** Wrong guesses are forgotten an hour (ms) after the last wait was over. */
export const memory = 60 * minute;

interface Guesses {
  /** Answered as wrong: the wait grows with these. */
  wrong: number;
  /** With those that came during a wait: they make it no longer, else a page that tries again by itself never got by. */
  tries: number;
  until: number;
}

/** Wrong guesses by key (an address, a login nobody has), in bounded memory: of too many keys the longest untouched go. */
export class WrongGuesses {
  #by = new Map<string, Guesses>();
  #patience: Patience;
  #most: number;

  constructor(patience: Patience, most = 10_000) {
    this.#patience = patience;
    this.#most = most;
  }

  get size(): number {
    return this.#by.size;
  }

  /** Milliseconds until a wrong guess under this key is answered again; 0 when at once. */
  wait(key: string, now: number): number {
    return Math.max(0, (this.#found(key, now)?.until ?? 0) - now);
  }

  /** Wrong guesses under this key, until an hour passes without one. */
  tries(key: string, now: number): number {
    return this.#found(key, now)?.tries ?? 0;
  }

  /** Counts a wrong guess. @returns the wait (ms) that held when it came: 0 when it may be answered. */
  wrong(key: string, now: number): number {
    const before = this.#found(key, now) ?? { wrong: 0, tries: 0, until: now };
    const waited = Math.max(0, before.until - now);
    const wrong = waited > 0 ? before.wrong : before.wrong + 1;
    const until = waited > 0 ? before.until : now + waitAfter(wrong, this.#patience);
    this.#by.delete(key);
    this.#by.set(key, { wrong, tries: before.tries + 1, until });
    if (this.#by.size > this.#most) this.#by.delete(this.#by.keys().next().value!);
    return waited;
  }

  #found(key: string, now: number): Guesses | undefined {
    const guesses = this.#by.get(key);
    return guesses && now < guesses.until + memory ? guesses : undefined;
  }
}

/** One key for all addresses that one subscriber has: the address itself, of IPv6 its first 64 bits. */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped || !address.includes(':')) return mapped ?? address;
  const [before = '', after] = address.toLowerCase().split('%')[0]!.split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after ? after.split(':') : [];
  const groups =
    after === undefined ? head : [...head, ...Array(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
