import type { Answer } from '@yishiting/domain/protocol';
import type { RefusalCode } from '@yishiting/domain/refusals';
import type { RecordedEvent } from '@yishiting/domain/chain';
import { decideAll, keyOf, stateOf, type Given, type State } from './decisions.ts';
import type { Entry, RecordKeeper } from './record-keeper.ts';

/** What a room tells the house it stands in. */
export interface RoomListener {
  /** The entries are committed and taken in: the room may be shown anew. */
  changed(room: Room, entries: readonly Entry[]): void;
  /** The record was read anew after a failure; whatever was shown of it may differ. */
  reloaded(room: Room): void;
  /** The record cannot be read: the room is of no more use, whoever is in it must come back to another. */
  ended(room: Room): void;
  /** For the log. */
  trouble(room: Room, what: Trouble, error: unknown): void;
}
export type Trouble = 'commit-failed' | 'commit-hangs' | 'reload-failed';

/** Milliseconds: a commit that takes longer is of unknown outcome; a record that cannot be read after these pauses is given up. */
export const patience = { commit: 15_000, reload: [50, 200, 1_000, 3_000, 5_000] } as const;

interface Waiting {
  given: Given;
  key: string;
  tell: (answer: Answer) => void;
}

class CommitHangs extends Error {}

const refused = (code: RefusalCode): Answer => ({ answer: 'refused', code });

/**
 * One live meeting. Commands wait in a queue; when the batch before is committed, all that wait are decided in order,
 * committed together, and only then taken in, answered and shown. Nothing is told of what is not committed.
 */
export class Room {
  readonly meetingId: string;
  #keeper: RecordKeeper;
  #listener: RoomListener;
  #state: State;
  /** Accepted commands by seat and id, as the record names them. */
  #accepted: Set<string>;
  /** Commands under way, so that a repeat waits for the same answer. */
  #underWay = new Map<string, Promise<Answer>>();
  #queue: Waiting[] = [];
  #working: Promise<void> | null = null;
  #closed: RefusalCode | null = null;

  private constructor(
    meetingId: string,
    keeper: RecordKeeper,
    listener: RoomListener,
    lines: readonly RecordedEvent[],
    state: State,
  ) {
    this.meetingId = meetingId;
    this.#keeper = keeper;
    this.#listener = listener;
    this.#state = state;
    this.#accepted = acceptedIn(lines);
  }

  /** The room of a meeting that was called; null when its record is empty. Rejects when the record cannot be read. */
  static async open(meetingId: string, keeper: RecordKeeper, listener: RoomListener): Promise<Room | null> {
    const lines = await keeper.load();
    const state = stateOf(lines);
    return state && new Room(meetingId, keeper, listener, lines, state);
  }

  /** The meeting as committed: the only one that anybody may be shown. */
  get meeting() {
    return this.#state.meeting;
  }

  get head() {
    return this.#state.head;
  }

  /** Decides a command and answers once all it rests on is committed. Never rejects. */
  submit(given: Given): Promise<Answer> {
    const key = keyOf(given.circumstances.actor.seat, given.commandId);
    const underWay = this.#underWay.get(key);
    if (underWay) return underWay;
    if (this.#accepted.has(key)) return Promise.resolve({ answer: 'accepted' });
    if (this.#closed) return Promise.resolve(refused(this.#closed));
    const answer = new Promise<Answer>((tell) => this.#queue.push({ given, key, tell }));
    this.#underWay.set(key, answer);
    void answer.then(() => this.#underWay.delete(key));
    this.#working ??= this.#work();
    return answer;
  }

  /** Refuses new commands and resolves when accepted work is committed and told. */
  async stop(): Promise<void> {
    this.#closed ??= 'stopping';
    await this.#working;
  }

  async #work(): Promise<void> {
    // Whatever arrives in the same turn goes together.
    await Promise.resolve();
    while (this.#queue.length > 0) await this.#carryOut(this.#queue.splice(0));
    this.#working = null;
  }

  async #carryOut(batch: readonly Waiting[]): Promise<void> {
    const { decided, entries, after } = decideAll(
      this.meetingId,
      this.#state,
      batch.map(({ given }) => given),
    );
    try {
      if (entries.length > 0) await inTime(this.#keeper.commit(this.#state.head, entries, after.meeting));
    } catch (error) {
      return this.#failed(batch, error);
    }
    this.#state = after;
    for (const [index, { key, tell }] of batch.entries()) {
      const answer = decided[index]?.answer ?? refused('try-again');
      if (answer.answer === 'accepted') this.#accepted.add(key);
      tell(answer);
    }
    if (entries.length > 0) this.#listener.changed(this, entries);
  }

  async #failed(batch: readonly Waiting[], error: unknown): Promise<void> {
    const hangs = error instanceof CommitHangs;
    this.#listener.trouble(this, hangs ? 'commit-hangs' : 'commit-failed', error);
    const cause = hangs ? 'other' : this.#keeper.cause(error);
    if (cause !== 'data') return this.#readAnew(batch, cause === 'disk-full' ? 'disk-full' : 'try-again');
    if (batch.length === 1) return batch[0]?.tell(refused('malformed'));
    // One command's data was refused: each by itself, so that only the culprit is.
    for (const one of batch) {
      if (this.#closed === 'try-again') one.tell(refused('try-again'));
      else await this.#carryOut([one]);
    }
  }

  /** Whether the batch was committed is not known: the record tells. What waits behind it is to be tried again. */
  async #readAnew(batch: readonly Waiting[], code: RefusalCode): Promise<void> {
    const stopping = this.#closed;
    this.#closed = 'try-again';
    for (const { tell } of this.#queue.splice(0)) tell(refused('try-again'));
    const lines = await this.#load();
    const state = lines && stateOf(lines);
    if (lines && state) {
      this.#state = state;
      this.#accepted = acceptedIn(lines);
      this.#closed = stopping;
    }
    for (const { key, tell } of batch) tell(state && this.#accepted.has(key) ? { answer: 'accepted' } : refused(code));
    if (state) this.#listener.reloaded(this);
    else this.#listener.ended(this);
  }

  async #load(): Promise<RecordedEvent[] | null> {
    for (const pause of patience.reload) {
      try {
        return await inTime(this.#keeper.load());
      } catch (error) {
        this.#listener.trouble(this, 'reload-failed', error);
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
    return null;
  }
}

function acceptedIn(lines: readonly RecordedEvent[]): Set<string> {
  return new Set(lines.map(({ seat, commandId }) => keyOf(seat, commandId)));
}

/** A database that neither answers nor fails must not hold the room for ever. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CommitHangs()), patience.commit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
