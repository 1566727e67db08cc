/**
 * The desk at which the minutes of one meeting are written. Who may write sits at it; what they type goes through the
 * room into the meeting's next commit, and only then to the others and into the text that readers see.
 */
import type { TypedUpdate } from '@yishiting/db/minutes';
import type { Meeting } from '@yishiting/domain/meeting';
import { opening, type WovenMinutes } from '@yishiting/domain/minutes-text';
import type { LiveMinutes } from '@yishiting/domain/minutes-view';
import { minutesLimits, type MinutesClose, type SavedMark } from '@yishiting/domain/minutes-wire';
import { mayWrite } from '@yishiting/domain/minutes';
import type { RefusalCode } from '@yishiting/domain/refusals';
import type { Clock } from '../clock.ts';
import type { Room, RoomMinutes } from '../room/room.ts';
import { Carets } from './carets.ts';
import type { MinutesDocument } from './document.ts';
import { DocumentKeeping, type KeepingTrouble, type MinutesStore } from './keeping.ts';
import { caretsAre, theAnswer, wasTyped, weHave, type FromEditor } from './messages.ts';
import { MinutesText, type Threads } from './text.ts';
import { Writer, type EditorSocket } from './writer.ts';

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
export type DeskTrouble = KeepingTrouble | 'minutes-differ';

/** Milliseconds between two tellings of what is saved. */
export const breath = 100;

const closeFor = (code: RefusalCode): MinutesClose =>
  code === 'stopping' || code === 'disk-full' || code === 'malformed' ? code : 'try-again';

export class MinutesDesk implements RoomMinutes {
  #needs: DeskNeeds;
  #text = new MinutesText();
  /** Whether the text shows what is committed: it does from the first reading on, also while the document is put away. */
  #isRead = false;
  #keeping: DocumentKeeping;
  #writers = new Set<Writer>();
  #carets = this.#newCarets();
  #savedTimer: NodeJS.Timeout | null = null;
  #savedAgain = false;
  #stopped: MinutesClose | null = null;

  constructor(needs: DeskNeeds) {
    this.#needs = needs;
    this.#keeping = new DocumentKeeping({
      store: needs.store,
      heard: (update, origin) => this.#tellAll(wasTyped(update), origin),
      opened: () => (this.#carets = this.#newCarets()),
      inUse: () => {
        this.#read();
        return this.#writers.size > 0;
      },
      trouble: needs.trouble,
    });
    needs.room.keepMinutes(this);
  }

  // -- the room

  async woven(): Promise<WovenMinutes> {
    const document = await this.#keeping.open();
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
    this.#keeping.count(typed.length);
  }

  inDoubt(): void {
    for (const writer of this.#writers) writer.end('try-again');
    this.#keeping.putAway();
    this.#isRead = false;
  }

  // -- readers

  /** What readers see; null until it is read from the record, which is then begun. */
  live(): LiveMinutes | null {
    if (this.#needs.room.meeting.minutes.status === 'frozen') return null;
    if (!this.#document && !this.#isRead) {
      if (!this.#keeping.opening) this.#keeping.open().then(this.#needs.changed, () => undefined);
      return null;
    }
    this.#read();
    return this.#text.live(this.#threads);
  }

  /** The same, once it is read; null where it is final, or cannot be read now. */
  async present(): Promise<LiveMinutes | null> {
    if (this.live() === null && this.#needs.room.meeting.minutes.status !== 'frozen') {
      await this.#keeping.open().catch(() => undefined);
    }
    return this.live();
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
      document = await this.#keeping.open();
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
    this.#keeping.stay();
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
    if (this.#writers.size === 0) this.#keeping.rest();
  }

  /** Sends writers away: all of them, or those of one seat. */
  end(close: MinutesClose, whom: (seat: string) => boolean = () => true): void {
    for (const writer of this.#writers) if (whom(writer.seat)) writer.end(close);
  }

  /** No more writing; what is under way is the room's to finish. */
  stop(close: MinutesClose = 'stopping'): void {
    this.#stopped = close;
    this.end(close);
    this.#keeping.stop();
    if (this.#savedTimer) clearTimeout(this.#savedTimer);
    this.#savedTimer = null;
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
    }, breath);
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

  get #document(): MinutesDocument | null {
    return this.#keeping.document;
  }

  get #meeting(): Meeting {
    return this.#needs.room.meeting;
  }

  get #threads(): Threads {
    const { meetingId, meeting, said } = this.#needs.room;
    return { meetingId, meeting, said };
  }
}
