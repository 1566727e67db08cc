/** Minutes without a database and without a network: a store in memory, a desk in a room, and editors that speak the protocol. */
import type { StoredMinutes } from '@yishiting/db/minutes';
import { minutesCloseOf, savedMark, type MinutesClose, type SavedMark } from '@yishiting/domain/minutes-wire';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { aCalling, aRecord, ListenerLog, MemoryRecord, meetingId, seatOf } from '../room/fixtures.ts';
import { Room } from '../room/room.ts';
import { MinutesDesk } from './desk.ts';
import { compacted } from './document.ts';
import type { MinutesStore } from './keeping.ts';
import type { EditorSocket, Writer } from './writer.ts';

/** Keeps what a room's record kept of typing, compacted when asked. */
export class MemoryMinutes implements MinutesStore {
  loads = 0;
  compactions = 0;
  /** Called before what was typed is read; throwing makes it fail. */
  beforeLoad: () => unknown = () => undefined;
  #record: MemoryRecord;
  #compacted: Pick<StoredMinutes, 'state' | 'authors'> = { state: null, authors: {} };

  constructor(record: MemoryRecord) {
    this.#record = record;
  }

  /** The same store for a record that was read anew. */
  on(record: MemoryRecord): MemoryMinutes {
    const same = new MemoryMinutes(record);
    same.#compacted = this.#compacted;
    return same;
  }

  async load(): Promise<StoredMinutes> {
    this.loads += 1;
    await this.beforeLoad();
    return { ...this.#compacted, updates: [...this.#record.typed] };
  }

  async compact(merge: typeof compacted): Promise<boolean> {
    const { state, authors } = merge({ ...this.#compacted, updates: this.#record.typed });
    this.#compacted = { state, authors };
    this.#record.typed = [];
    this.compactions += 1;
    return true;
  }
}

export interface TestDesk {
  room: Room;
  desk: MinutesDesk;
  record: MemoryRecord;
  store: MemoryMinutes;
  /** What was told as saved, with whether the recorder and the first member were told. */
  saved: { mark: SavedMark; recorder: boolean; member: boolean }[];
  changes: number;
  troubles: string[];
  clock: { time: number; now: () => number };
}

/** A desk in a room, over a record that may hold things already. */
export async function aDesk(
  record = new MemoryRecord(aRecord(aCalling())),
  store = new MemoryMinutes(record),
): Promise<TestDesk> {
  const log = new ListenerLog();
  const room = await Room.open(meetingId, record, log);
  if (!room) throw new Error('The record is empty');
  const clock = { time: 2_000, now: () => clock.time };
  const made: Omit<TestDesk, 'desk'> = { room, record, store, saved: [], changes: 0, troubles: [], clock };
  const desk = new MinutesDesk({
    room,
    store,
    clock,
    changed: () => (made.changes += 1),
    saved: (mark, writes) =>
      made.saved.push({ mark, recorder: writes(seatOf.recorder), member: writes(seatOf.member(1)) }),
    trouble: (what) => made.troubles.push(what),
  });
  return Object.assign(made, { desk });
}

/** One end of a connection without a network. */
class TestEditorSocket implements EditorSocket {
  readyState = 1;
  bufferedAmount = 0;
  closed: MinutesClose | number | null = null;
  #toEditor: (data: Uint8Array) => void;
  #onClose: () => void;

  constructor(toEditor: (data: Uint8Array) => void, onClose: () => void) {
    this.#toEditor = toEditor;
    this.#onClose = onClose;
  }
  send(data: Uint8Array): void {
    // As a wire would: later, and no longer ours.
    const copy = data.slice();
    queueMicrotask(() => this.readyState === 1 && this.#toEditor(copy));
  }
  close(code: number): void {
    if (this.readyState !== 1) return;
    this.readyState = 3;
    this.closed = minutesCloseOf(code) ?? code;
    this.#onClose();
  }
  terminate(): void {
    this.close(1006);
  }
}

/** An editor as y-websocket would have it: a document that goes on while the connection does not. */
export class TestEditor {
  readonly doc: Y.Doc;
  readonly seat: string;
  #at: TestDesk;
  #socket: TestEditorSocket | null = null;
  #writer: Writer | null = null;
  #waiting: Uint8Array[] = [];
  /** Whether the server has answered what it has, so that the document may be shown. */
  synced = false;
  carets: Uint8Array[] = [];

  constructor(at: TestDesk, seat: string, doc = new Y.Doc()) {
    this.#at = at;
    this.seat = seat;
    this.doc = doc;
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return;
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, 0);
      writeUpdate(encoder, update);
      this.send(encoding.toUint8Array(encoder));
    });
  }

  get closed(): MinutesClose | number | null {
    return this.#socket?.closed ?? null;
  }

  get mark(): SavedMark {
    return savedMark(Y.encodeStateVector(this.doc), Y.createDeleteSetFromStructStore(this.doc.store).clients);
  }

  /**
   * Opens a connection; false when it was closed instead.
   * @param meanwhile done when the connection is open and nothing has come yet
   */
  async come(meanwhile: () => void = () => undefined): Promise<boolean> {
    this.synced = false;
    this.#waiting = [];
    const socket = new TestEditorSocket(
      (data) => this.#receive(data),
      () => this.#gone(),
    );
    this.#socket = socket;
    this.#writer = await this.#at.desk.enter(socket, { seat: this.seat, name: '写的人' });
    if (!this.#writer) return false;
    meanwhile();
    for (const data of this.#waiting.splice(0)) this.#receive(data);
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 0);
    writeSyncStep1(encoder, this.doc);
    this.send(encoding.toUint8Array(encoder));
    await settled();
    return socket.readyState === 1;
  }

  /** The connection breaks; what is typed from now on stays here. */
  go(): void {
    this.#socket?.close(1006);
  }

  /** Sends bytes as they are. */
  send(message: Uint8Array, isBinary = true): void {
    this.#writer?.receive(message, isBinary);
  }

  #gone(): void {
    const writer = this.#writer;
    this.#writer = null;
    if (writer) this.#at.desk.leave(writer);
  }

  #receive(data: Uint8Array): void {
    // The wire is not read in the other direction before somebody is seated.
    if (!this.#writer) return void this.#waiting.push(data);
    const decoder = decoding.createDecoder(data);
    const type = decoding.readVarUint(decoder);
    if (type === 1) return void this.carets.push(decoding.readVarUint8Array(decoder));
    const answer = encoding.createEncoder();
    encoding.writeVarUint(answer, 0);
    if (readSyncMessage(decoder, answer, this.doc, this) === 1) this.synced = true;
    if (encoding.length(answer) > 1) this.send(encoding.toUint8Array(answer));
  }
}

/** Lets what is under way arrive and be committed. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
}

/** A paragraph with this text, as the editor makes it. */
export function aParagraph(text: string, after?: unknown): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  if (after !== undefined) element.setAttribute('after', after as string);
  element.insert(0, [new Y.XmlText(text)]);
  return element;
}

/** Adds a paragraph at the end of a section. */
export function write(doc: Y.Doc, section: string, text: string, after?: unknown): Y.XmlElement {
  const fragment = doc.getXmlFragment(section);
  const element = aParagraph(text, after);
  fragment.insert(fragment.length, [element]);
  return element;
}

/** What a section of a document says, paragraph by paragraph. */
export const lines = (doc: Y.Doc, section: string): string[] =>
  doc
    .getXmlFragment(section)
    .toArray()
    .map((child) => (child as Y.XmlElement).toArray().join(''));

/** An editor that has come. */
export async function editorAt(at: TestDesk, seat: string, doc?: Y.Doc): Promise<TestEditor> {
  const editor = new TestEditor(at, seat, doc);
  await editor.come();
  return editor;
}

/** What was typed in a section, as it would be frozen. */
export const textOf = async ({ desk }: TestDesk, section: string) => {
  const { text } = await desk.woven();
  return text.sections
    .find(({ item }) => item === section)
    ?.blocks.flatMap((block) => (block.kind === 'fact' ? [] : [block.text.map((run) => run.text).join('')]));
};

/** The same record in a new house: what a server finds that was killed. */
export const restarted = ({ record, store }: TestDesk): Promise<TestDesk> => {
  const kept = new MemoryRecord(record.lines);
  kept.typed = record.typed;
  return aDesk(kept, store.on(kept));
};
