/**
 * The desk at which the minutes of one meeting are written. Who may write sits at it; what they type goes through the
 * room into the meeting's next commit, and only then to the others and into the text that readers see.
 */
import type { CompactedMinutes, StoredMinutes, TypedUpdate } from '@yishiting/db/minutes';
import type { Meeting } from '@yishiting/domain/meeting';
import { opening, type WovenMinutes } from '@yishiting/domain/minutes-text';
import type { LiveMinutes } from '@yishiting/domain/minutes-view';
import { minutesLimits, type MinutesClose, type SavedMark } from '@yishiting/domain/minutes-wire';
import { mayWrite } from '@yishiting/domain/minutes';
import type { RefusalCode } from '@yishiting/domain/refusals';
import type { Clock } from '../clock.ts';
import type { Room, RoomMinutes } from '../room/room.ts';
import { Carets } from './carets.ts';
import { compacted, MinutesDocument } from './document.ts';
import { caretsAre, theAnswer, wasTyped, weHave, type FromEditor } from './messages.ts';
import { MinutesText, type Threads } from './text.ts';
import { Writer, type EditorSocket } from './writer.ts';

/** Where what is typed is kept. It is written through the room; here it is read, and put together now and then. */
export interface MinutesStore {
  load(): Promise<StoredMinutes>;
  compact(merge: (stored: StoredMinutes) => CompactedMinutes): Promise<boolean>;
}

export interface DeskNeeds {
  room: Pick<Room, 'meetingId' | 'meeting' | 'said' | 'type' | 'keepMinutes'>;
  store: MinutesStore;
  clock: Clock;
  /** Readers may be shown the minutes anew. */
  changed: () => void;
  /** To be told over the room's socket, to the seats of which `writes` holds. */
  saved: (mark: SavedMark, writes: (seat: string) => boolean) => void;
  /** For the log. */
  trouble: (what: DeskTrouble, error: unknown) => void;
}
export type DeskTrouble = 'minutes-unreadable' | 'minutes-not-compacted' | 'minutes-differ';

/** Updates after which they are put together; milliseconds between two tellings of what is saved, and until an unused document is put away. */
export const habits = { compactAfter: 500, breath: 100, idle: 60_000 } as const;

const closeFor = (code: RefusalCode): MinutesClose =>
  code === 'stopping' || code === 'disk-full' || code === 'malformed' ? code : 'try-again';

export class MinutesDesk implements RoomMinutes {
  #needs: DeskNeeds;
  #text = new MinutesText();
  /** Whether the text shows what is committed: it does from the first reading on, also while the document is put away. */
  #isRead = false;
  #document: MinutesDocument | null = null;
  #opening: Promise<MinutesDocument> | null = null;
  #writers = new Set<Writer>();
  #carets = this.#newCarets();
  #sinceCompacted = 0;
  #savedTimer: NodeJS.Timeout | null = null;
  #savedAgain = false;
  #idleTimer: NodeJS.Timeout | null = null;
  #stopped: MinutesClose | null = null;

  constructor(needs: DeskNeeds) {
    this.#needs = needs;
    needs.room.keepMinutes(this);
  }

  // -- the room

  async woven(): Promise<WovenMinutes> {
    const document = await this.#open();
    if (this.#document !== document) throw new Error('The minutes were put in doubt while they were read');
    this.#read();
    return this.#text.woven(this.#threads);
  }

  committed(typed: readonly TypedUpdate[]): void {
    try {
      for (const { update } of typed) this.#document?.commit(update);
    } catch (error) {
      // It was tried out before: whatever this is, the record is right and this document is not.
      this.#needs.trouble('minutes-differ', error);
      return this.inDoubt();
    }
    for (const writer of this.#writers) this.#letStay(writer);
    if (typed.length === 0) return;
    this.#tellSaved();
    this.#sinceCompacted += typed.length;
    if (this.#sinceCompacted >= habits.compactAfter) this.#compact();
  }

  inDoubt(): void {
    for (const writer of this.#writers) writer.end('try-again');
    this.#putAway();
    this.#isRead = false;
  }

  // -- readers

  /** What readers see; null until it is read from the record, which is then begun. */
  live(): LiveMinutes | null {
    if (this.#needs.room.meeting.minutes.status === 'frozen') return null;
    if (!this.#document && !this.#isRead) {
      if (!this.#opening) this.#open().then(this.#needs.changed, () => undefined);
      return null;
    }
    this.#read();
    return this.#text.live(this.#threads);
  }

  /** Which state is committed, for a writer whose room socket comes later than the editor; null while nobody writes. */
  get saved(): SavedMark | null {
    return this.#document?.saved ?? null;
  }

  // -- writers

  /**
   * Seats an editor, once what was typed is read from the record; until then nothing is said to it, so that it never
   * takes an empty document for the minutes.
   * @returns null when it was sent away; the connection's close is to be told to `leave`
   */
  async enter(socket: EditorSocket, { seat, name }: { seat: string; name: string }): Promise<Writer | null> {
    const writer = new Writer(socket, {
      seat,
      name,
      clock: this.#needs.clock,
      hear: (from, said) => this.#hear(from, said),
    });
    if (!this.#letStay(writer)) return null;
    if ([...this.#writers].filter((other) => other.seat === seat).length >= minutesLimits.connections) {
      writer.end('too-fast');
      return null;
    }
    let document: MinutesDocument;
    try {
      document = await this.#open();
    } catch {
      writer.end(this.#stopped ?? 'try-again');
      return null;
    }
    // While it was read the connection may have gone, the seat been dismissed, the document put in doubt.
    if (!writer.open || !this.#letStay(writer)) return null;
    if (this.#document !== document) {
      writer.end('try-again');
      return null;
    }
    this.#writers.add(writer);
    this.#stay();
    writer.tell(weHave(document.stateVector));
    const carets = this.#carets.all();
    if (carets) writer.tell(caretsAre(carets));
    this.#needs.saved(document.saved, (one) => one === seat);
    return writer;
  }

  leave(writer: Writer): void {
    if (!this.#writers.delete(writer)) return;
    const gone = this.#carets.leave(writer);
    if (gone) this.#tellAll(caretsAre(gone));
    if (this.#writers.size === 0) this.#idle();
  }

  /** Sends writers away: all of them, or those of one seat. */
  end(close: MinutesClose, whom: (seat: string) => boolean = () => true): void {
    for (const writer of this.#writers) if (whom(writer.seat)) writer.end(close);
  }

  /** No more writing; what is under way is the room's to finish. */
  stop(close: MinutesClose = 'stopping'): void {
    this.#stopped = close;
    this.end(close);
    for (const timer of [this.#savedTimer, this.#idleTimer]) if (timer) clearTimeout(timer);
    this.#savedTimer = this.#idleTimer = null;
  }

  #hear(writer: Writer, said: FromEditor): void {
    const document = this.#document;
    if (!document || !this.#writers.has(writer)) return;
    switch (said.says) {
      case 'has':
        return this.#answer(writer, document, said.stateVector);
      case 'answer':
      case 'typed':
        return this.#take(writer, document, said.update);
      case 'caret':
        return this.#showCaret(writer, said.update);
      case 'whose-carets': {
        const carets = this.#carets.all();
        if (carets) writer.tell(caretsAre(carets));
      }
    }
  }

  #answer(writer: Writer, document: MinutesDocument, stateVector: Uint8Array): void {
    let update: Uint8Array;
    try {
      update = document.since(stateVector);
    } catch {
      return writer.end('malformed');
    }
    writer.tell(theAnswer(update));
  }

  #take(writer: Writer, document: MinutesDocument, update: Uint8Array): void {
    const { agenda } = this.#needs.room.meeting;
    const isSection = (name: string) => name === opening || Object.hasOwn(agenda.items, name);
    const tried = document.try(update, writer.seat, writer, isSection);
    if ('refused' in tried) return writer.end(tried.refused);
    for (const one of tried.updates) void this.#keep(writer, document, one);
  }

  async #keep(writer: Writer, document: MinutesDocument, update: Uint8Array): Promise<void> {
    const { room, clock } = this.#needs;
    const answer = await room.type({ update, seat: writer.seat, receivedAt: clock.now() });
    if (answer.answer !== 'refused') return;
    if (this.#document === document) document.takeBack(update);
    // Its editor still has the text and brings it again, if it may.
    if (this.#letStay(writer)) writer.end(closeFor(answer.code));
  }

  #showCaret(writer: Writer, update: Uint8Array): void {
    let told: Uint8Array | null;
    try {
      told = this.#carets.receive(writer, update);
    } catch {
      return writer.end('malformed');
    }
    // To the writer, too: an editor that hears nothing for half a minute takes the connection for dead.
    if (told) this.#tellAll(caretsAre(told));
  }

  /** Whether the writer may be here; sent away otherwise. */
  #letStay(writer: Writer): boolean {
    if (this.#stopped) writer.end(this.#stopped);
    else if (this.#meeting.minutes.status === 'frozen') writer.end('frozen');
    else if (!mayWrite(this.#meeting, writer.seat)) writer.end('not-a-writer');
    else return true;
    return false;
  }

  #tellAll(message: Uint8Array, except?: unknown): void {
    for (const writer of this.#writers) if (writer !== except) writer.tell(message);
  }

  /** The first at once, what follows within a breath together. */
  #tellSaved(): void {
    if (this.#savedTimer) {
      this.#savedAgain = true;
      return;
    }
    const mark = this.saved;
    if (mark) this.#needs.saved(mark, (seat) => mayWrite(this.#meeting, seat));
    this.#savedTimer = setTimeout(() => {
      this.#savedTimer = null;
      if (!this.#savedAgain) return;
      this.#savedAgain = false;
      this.#tellSaved();
    }, habits.breath);
  }

  // -- the document

  /** The document, read from the record once, however many ask. Rejects when it cannot be read. */
  #open(): Promise<MinutesDocument> {
    if (this.#document) return Promise.resolve(this.#document);
    if (this.#opening) return this.#opening;
    const opening = this.#load();
    this.#opening = opening;
    opening.then(
      (document) => {
        // Put in doubt meanwhile: what was read may lack what was committed since.
        if (this.#opening !== opening) return document.destroy();
        this.#opening = null;
        this.#document = document;
        this.#carets = this.#newCarets();
        this.#idle();
      },
      (error: unknown) => {
        if (this.#opening === opening) this.#opening = null;
        this.#needs.trouble('minutes-unreadable', error);
      },
    );
    return opening;
  }

  async #load(): Promise<MinutesDocument> {
    const stored = await this.#needs.store.load();
    this.#sinceCompacted = stored.updates.length;
    return new MinutesDocument(stored, (update, origin) => this.#tellAll(wasTyped(update), origin));
  }

  /** Put away when nobody has written for a while; the text that readers see stays. */
  #idle(): void {
    this.#stay();
    if (this.#stopped) return;
    this.#idleTimer = setTimeout(() => {
      this.#idleTimer = null;
      if (this.#writers.size > 0 || !this.#document) return;
      if (this.#document.busy) return this.#idle();
      this.#read();
      if (this.#sinceCompacted > 0) this.#compact();
      this.#putAway();
    }, habits.idle);
    this.#idleTimer.unref();
  }

  #stay(): void {
    if (this.#idleTimer) clearTimeout(this.#idleTimer);
    this.#idleTimer = null;
  }

  #putAway(): void {
    this.#stay();
    this.#document?.destroy();
    this.#document = null;
    this.#opening = null;
  }

  #compact(): void {
    this.#sinceCompacted = 0;
    this.#needs.store.compact(compacted).catch((error: unknown) => this.#needs.trouble('minutes-not-compacted', error));
  }

  #read(): void {
    const document = this.#document;
    if (!document) return;
    this.#text.read(this.#threads, (name) => document.section(name));
    this.#isRead = true;
  }

  #newCarets(): Carets {
    return new Carets((client, seat) => this.#document?.claim(client, seat) ?? false);
  }

  get #meeting(): Meeting {
    return this.#needs.room.meeting;
  }

  get #threads(): Threads {
    const { meetingId, meeting, said } = this.#needs.room;
    return { meetingId, meeting, said };
  }
}
