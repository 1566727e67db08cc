import type { Answer } from '@yishiting/domain/protocol';
import type { RefusalCode } from '@yishiting/domain/refusals';
import type { RecordedEvent } from '@yishiting/domain/chain';
import type { TypedUpdate } from '@yishiting/db/minutes';
import type { Meeting } from '@yishiting/domain/meeting';
import { restsOnText } from '@yishiting/domain/minutes';
import { heard, type FactSaid, type WovenMinutes } from '@yishiting/domain/minutes-text';
import { decideAll, keyOf, readRecord, type Given, type State, type Typed } from './decisions.ts';
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

/** What people type together beside the record, as the room needs it. */
export interface RoomMinutes {
  /** The text as committed, facts woven in; rejects when it cannot be read. */
  woven(): Promise<WovenMinutes>;
  /** The room has moved on: these updates are committed now, and who may write may have changed. Must not throw. */
  committed(typed: readonly TypedUpdate[]): void;
  /** The record was read anew, or cannot be read any more: what was typed and not told as committed may be or not. */
  inDoubt(): void;
}

export type Trouble = 'commit-failed' | 'commit-hangs' | 'reload-failed' | 'minutes-unreadable';

/** Milliseconds: a commit that takes longer is of unknown outcome; a record that cannot be read after these pauses is given up. */
export const patience = { commit: 15_000, reload: [50, 200, 1_000, 3_000, 5_000] } as const;

interface Waiting {
  asked: Given | Typed;
  tell: (answer: Answer) => void;
}

class CommitHangs extends Error {}

const refused = (code: RefusalCode): Answer => ({ answer: 'refused', code });

const commandKey = (asked: Given | Typed): string | null =>
  'update' in asked ? null : keyOf(asked.circumstances.actor.seat, asked.commandId);

/** Commands about the text of the minutes wait until all before them is committed, typing included. */
const needsText = ({ asked }: Waiting): boolean => !('update' in asked) && restsOnText(asked.command);

/**
 * One live meeting. Commands, and what is typed in the minutes, wait in one queue; when the batch before is committed, all that wait are decided in order,
 * committed together, and only then taken in, answered and shown. Nothing is told of what is not committed.
 */
export class Room {
  readonly meetingId: string;
  #keeper: RecordKeeper;
  #listener: RoomListener;
  #state: State;
  #said: FactSaid[];
  #minutes: RoomMinutes | null = null;
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
    { state, said }: { state: State; said: FactSaid[] },
  ) {
    this.meetingId = meetingId;
    this.#keeper = keeper;
    this.#listener = listener;
    this.#state = state;
    this.#said = said;
    this.#accepted = acceptedIn(lines);
  }

  /** The room of a meeting that was called; null when its record is empty. Rejects when the record cannot be read. */
  static async open(meetingId: string, keeper: RecordKeeper, listener: RoomListener): Promise<Room | null> {
    const lines = await keeper.load();
    const read = readRecord(lines);
    return read && new Room(meetingId, keeper, listener, lines, read);
  }

  /** From now on the room hears of these minutes, and they of it. */
  keepMinutes(minutes: RoomMinutes): void {
    this.#minutes = minutes;
  }

  /** The meeting as committed: the only one that anybody may be shown. */
  get meeting(): Meeting {
    return this.#state.meeting;
  }

  /** Every committed fact as the minutes say it, oldest first; another list only after the record was read anew. */
  get said(): readonly FactSaid[] {
    return this.#said;
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
    const answer = this.#enqueue(given);
    this.#underWay.set(key, answer);
    void answer.then(() => this.#underWay.delete(key));
    return answer;
  }

  /** Keeps what somebody typed in the minutes: `accepted` once it is committed, refused when they may not write. Never rejects. */
  type(typed: Typed): Promise<Answer> {
    return this.#enqueue(typed);
  }

  #enqueue(asked: Given | Typed): Promise<Answer> {
    if (this.#closed) return Promise.resolve(refused(this.#closed));
    const answer = new Promise<Answer>((tell) => this.#queue.push({ asked, tell }));
    this.#working ??= this.#work();
    return answer;
  }

  /** Something was put on record beside this room: it is taken in before anything else is decided. Never rejects. */
  async readAgain(): Promise<void> {
    while (this.#working) await this.#working;
    this.#working = this.#takeIn();
    await this.#working;
  }

  async #takeIn(): Promise<void> {
    const read = this.#adopt(await this.#load());
    if (read) this.#listener.reloaded(this);
    // What was given meanwhile; where nothing could be read, the next commit finds that the head moved.
    await this.#work();
  }

  /** Refuses new commands and resolves when accepted work is committed and told. */
  async stop(): Promise<void> {
    this.#closed ??= 'stopping';
    await this.#working;
  }

  async #work(): Promise<void> {
    // Whatever arrives in the same turn goes together.
    await Promise.resolve();
    while (this.#queue.length > 0) await this.#carryOut(this.#nextBatch());
    this.#working = null;
  }

  /** All that waits; a command about the text goes alone, since what comes before it must be in the text. */
  #nextBatch(): Waiting[] {
    const aboutText = this.#queue.findIndex(needsText);
    return this.#queue.splice(0, aboutText === -1 ? this.#queue.length : Math.max(1, aboutText));
  }

  /** Undefined where it cannot be read: the command is then to be tried again. */
  async #wovenMinutes(): Promise<WovenMinutes | undefined> {
    try {
      return this.#minutes ? await inTime(this.#minutes.woven()) : undefined;
    } catch (error) {
      this.#listener.trouble(this, 'minutes-unreadable', error);
      return undefined;
    }
  }

  async #carryOut(batch: readonly Waiting[]): Promise<void> {
    const minutes = batch.some(needsText) ? await this.#wovenMinutes() : undefined;
    const asked = batch.map((one) => one.asked);
    const { decided, entries, typed, after } = decideAll(this.meetingId, this.#state, asked, minutes);
    const changes = entries.length > 0 || typed.length > 0;
    try {
      if (changes) await inTime(this.#keeper.commit(this.#state.head, entries, after.meeting, typed));
    } catch (error) {
      return this.#failed(batch, error);
    }
    this.#state = after;
    const told = entries.flatMap(({ said }) => said ?? []);
    this.#said = heard(this.#said, told);
    if (changes) this.#minutes?.committed(typed);
    for (const [index, one] of batch.entries()) {
      const answer = decided[index]?.answer ?? refused('try-again');
      const key = commandKey(one.asked);
      if (answer.answer === 'accepted' && key !== null) this.#accepted.add(key);
      one.tell(answer);
    }
    if (changes) this.#listener.changed(this, entries);
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
    const read = this.#adopt(await this.#load());
    if (read) this.#closed = stopping;
    // What was typed has no id to be known by: its writers come back and bring what is not there.
    this.#minutes?.inDoubt();
    for (const { asked, tell } of batch) {
      const key = commandKey(asked);
      tell(read && key !== null && this.#accepted.has(key) ? { answer: 'accepted' } : refused(code));
    }
    if (read) this.#listener.reloaded(this);
    else this.#listener.ended(this);
  }

  /** @returns whether there was a record to go by */
  #adopt(lines: readonly RecordedEvent[] | null): boolean {
    const read = lines && readRecord(lines);
    if (!lines || !read) return false;
    this.#state = read.state;
    this.#said = read.said;
    this.#accepted = acceptedIn(lines);
    return true;
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
