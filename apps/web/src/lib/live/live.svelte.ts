import type { MeetingCommand } from '@yishiting/domain/acts/command';
import type { EndCode } from '@yishiting/domain/end-codes';
import type { Answer, Down, Join } from '@yishiting/domain/protocol';
import type { SavedMark } from '@yishiting/domain/minutes-wire';
import type { ScreenShows } from '@yishiting/domain/screens';
import type { Mine, View } from '@yishiting/domain/view';
import { getContext, setContext } from 'svelte';
import { Outbox } from './outbox.ts';
import { patched } from './patching.ts';
import { socketWire } from './socket-wire.ts';
import type { MakeWire, Wire } from './wire.ts';

/**
 * How the page stands to the server. `away`: since when (ms, this device's clock) what is shown may be stale: the last time
 * that anything was heard of the server, which is some seconds before a cut is noticed.
 */
export type Connection =
  { state: 'joining' } | { state: 'connected' } | { state: 'away'; since: number } | { state: 'ended'; code: EndCode };

/** Ends after which the client comes back by itself. */
const passing: readonly EndCode[] = ['too-fast', 'stopping', 'room-reloaded'];
const comeBackAfter = (times: number): number => Math.min(500 * 2 ** times, 15_000);

/** The protocol that this client speaks; the server ends older ones with `protocol-outdated`. */
export const spoken = 2;

/** A meeting as one page sees it, kept at the present by the server. */
export class LiveMeeting {
  /** Null until the first whole view. Replaced, never changed in place. */
  view = $state.raw<View | null>(null);
  mine = $state.raw<Mine | null>(null);
  /** What this screen is to show; null for a seat, and until it is told. */
  shows = $state.raw<ScreenShows | null>(null);
  connection = $state.raw<Connection>({ state: 'joining' });
  /** For those who write the minutes: the state of their document that is committed. */
  saved = $state.raw<SavedMark | null>(null);
  /** Commands that await their answer. */
  waiting = $state(0);
  /** The server's clock minus this device's, ms. */
  offset = $state(0);

  #wire: Wire;
  #outbox: Outbox;
  #n = 0;
  /** A whole was asked for: patches until it comes are of no use. */
  #lost = false;
  #ends = 0;
  #heardAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(community: string, join: Omit<Join, 'protocol'>, makeWire: MakeWire = socketWire) {
    this.#outbox = new Outbox(
      () => this.#wire,
      (waiting) => (this.waiting = waiting),
    );
    this.#wire = makeWire({ protocol: spoken, ...join }, community, {
      connected: () => (this.#lost = false),
      disconnected: () => this.#away(),
      alive: () => (this.#heardAt = Date.now()),
      down: (message) => this.#down(message),
    });
  }

  /** Joins; returns how to leave, for an effect. */
  join(): () => void {
    this.#wire.open();
    return () => {
      clearTimeout(this.#timer);
      this.#wire.close();
    };
  }

  /** Gives a command and resolves with its answer, also after a broken connection; asked again it is done once. */
  give(command: MeetingCommand): Promise<Answer> {
    if (this.connection.state === 'ended') return Promise.resolve({ answer: 'refused', code: 'try-again' });
    return this.#outbox.give(command);
  }

  #down(message: Down): void {
    this.#heardAt = Date.now();
    switch (message.t) {
      case 'whole':
        this.view = message.view;
        this.mine = message.mine;
        this.shows = message.shows ?? null;
        this.#n = message.n;
        this.#lost = false;
        this.#ends = 0;
        this.offset = message.now - Date.now();
        this.connection = { state: 'connected' };
        // Only now: before it joined, the server would not know who gives the command.
        this.#outbox.connected();
        break;
      case 'patch':
        this.#patch(message);
        break;
      case 'mine':
        this.mine = message.mine;
        break;
      case 'shows':
        this.shows = message.shows;
        break;
      case 'minutes-saved':
        this.saved = { stateVector: message.stateVector, deletions: message.deletions };
        break;
      case 'ended':
        this.#ended(message.code);
        break;
    }
  }

  #patch({ n, patch, now }: Down & { t: 'patch' }): void {
    if (this.#lost || this.view === null || n <= this.#n) return;
    const next = n === this.#n + 1 ? patched(this.view, patch) : null;
    if (next === null) {
      this.#lost = true;
      this.#wire.send({ t: 'whole' });
      return;
    }
    this.view = next;
    this.#n = n;
    this.offset = now - Date.now();
  }

  #away(): void {
    this.#outbox.disconnected();
    if (this.connection.state === 'connected') this.connection = { state: 'away', since: this.#heardAt };
  }

  #ended(code: EndCode): void {
    this.#outbox.disconnected();
    this.#wire.close();
    if (!passing.includes(code)) {
      this.connection = { state: 'ended', code };
      this.#outbox.giveUp({ answer: 'refused', code: 'try-again' });
      return;
    }
    this.connection = { state: 'away', since: this.#heardAt };
    this.#timer = setTimeout(() => this.#wire.open(), comeBackAfter(this.#ends));
    this.#ends += 1;
  }
}

const key = Symbol('live meeting');

export function setLive(live: LiveMeeting): LiveMeeting {
  return setContext(key, live);
}

/** The meeting of the page this component stands on. */
export function getLive(): LiveMeeting {
  const live = getContext<LiveMeeting | undefined>(key);
  if (!live) throw new Error('getLive() is called outside a page that called setLive(new LiveMeeting(…))');
  return live;
}
