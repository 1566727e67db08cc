/**
 * Who stands at the door of one meeting and asks to be let in. Kept in memory alone: when the server starts anew the
 * asking pages ask again by themselves.
 */
import type { Asking } from '@yishiting/domain/admission';
import type { AskedAnswer } from '@yishiting/domain/api';
import { newToken } from '../identity/tokens.ts';

/** Requests that one meeting keeps, so that whoever has the code cannot fill the memory: more than any room holds. */
export const most = 200;
/** Where there are too many, those go first whose page has not asked for so long (ms). */
export const patience = 2 * 60_000;

export interface Asks {
  request: string;
  name: string;
  /** The seat of the link that is in use; null for the short code. */
  seat: string | null;
  at: number;
  /** The browser's session where it has one: it asks once in a meeting. */
  session: string | null;
  /** Of the same browser's request before. */
  ticket: string | null;
}

type Answered = { state: 'waiting' | 'deciding' | 'declined' } | { state: 'admitted'; token: string };

interface Kept {
  asking: Asking;
  session: string | null;
  seenAt: number;
  answered: Answered;
}

export class Requests {
  #byTicket = new Map<string, Kept>();
  #waiting: readonly Asking[] = [];
  #changed: () => void;

  /** `changed`: called when another list waits than before. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Who waits for an answer, in the order in which they came. */
  get waiting(): readonly Asking[] {
    return this.#waiting;
  }

  /**
   * Takes a request; the one that the same browser made before gives way to it. One that was admitted meanwhile stays.
   * @returns the ticket by which this browser hears the answer; null when too many wait already
   */
  ask({ session, ticket, ...given }: Asks): string | null {
    const [own, former] = this.#formerOf(session, ticket) ?? [newToken(), null];
    const state = former?.answered.state;
    if (state === 'admitted' || state === 'deciding') return own;
    if (!former && !this.#makeRoom(given.at)) return null;
    const { name, seat, at } = given;
    // Who corrects a name keeps their place; who was declined and asks again comes last.
    if (state === 'declined') this.#byTicket.delete(own);
    const { request, at: since } = state === 'waiting' && former ? former.asking : given;
    const asking = { request, name, at: since, seat };
    this.#byTicket.set(own, { asking, session, seenAt: at, answered: { state: 'waiting' } });
    this.#settle();
    return own;
  }

  /** What became of a request; null when nobody knows of it. */
  asked(ticket: string, now: number): AskedAnswer | null {
    const kept = this.#byTicket.get(ticket);
    if (!kept) return null;
    kept.seenAt = now;
    const { answered } = kept;
    return answered.state === 'deciding' ? { state: 'waiting' } : (answered as AskedAnswer);
  }

  /**
   * Takes a waiting request up, so that of two who admit it at once one does.
   * @returns the request, or null when it does not wait
   */
  take(request: string): Asking | null {
    return this.#answer(request, 'waiting', { state: 'deciding' })?.asking ?? null;
  }

  /** The request taken up waits again: it could not be decided. */
  putBack(request: string): void {
    this.#answer(request, 'deciding', { state: 'waiting' });
  }

  /** The request taken up is admitted. `token`: of a personal link for the seat, told to the browser that asked alone. */
  admit(request: string, token: string): void {
    this.#answer(request, 'deciding', { state: 'admitted', token });
  }

  /** Declines a waiting request; false when it does not wait. */
  decline(request: string): boolean {
    return this.#answer(request, 'waiting', { state: 'declined' }) !== null;
  }

  /** Declines what asks for these seats: they were taken from all their devices. */
  declineFor(seats: readonly string[]): void {
    for (const { request, seat } of this.#waiting) if (seat !== null && seats.includes(seat)) this.decline(request);
  }

  #answer(request: string, from: Answered['state'], answered: Answered): Kept | null {
    const kept = [...this.#byTicket.values()].find(({ asking }) => asking.request === request);
    if (kept?.answered.state !== from) return null;
    kept.answered = answered;
    this.#settle();
    return kept;
  }

  /** A browser without a session is known by its ticket alone; what was admitted is over for its session. */
  #formerOf(session: string | null, ticket: string | null): [string, Kept] | undefined {
    const named = ticket === null ? undefined : this.#byTicket.get(ticket);
    if (ticket !== null && named) return [ticket, named];
    if (session === null) return undefined;
    return [...this.#byTicket].find(([, kept]) => kept.session === session && kept.answered.state !== 'admitted');
  }

  #makeRoom(now: number): boolean {
    if (this.#byTicket.size < most) return true;
    for (const [ticket, { seenAt }] of this.#byTicket) if (now - seenAt > patience) this.#byTicket.delete(ticket);
    return this.#byTicket.size < most;
  }

  #settle(): void {
    const waiting = [...this.#byTicket.values()].flatMap(({ asking, answered }) =>
      answered.state === 'waiting' ? [asking] : [],
    );
    const same =
      waiting.length === this.#waiting.length && waiting.every((asking, n) => isSame(asking, this.#waiting[n]!));
    if (same) return;
    this.#waiting = waiting;
    this.#changed();
  }
}

const isSame = (one: Asking, other: Asking): boolean =>
  one.request === other.request && one.name === other.name && one.seat === other.seat;
