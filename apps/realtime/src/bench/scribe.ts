/** Somebody who types in a shared text: y-websocket's messages, or hocuspocus', which begin with the document's name. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { ScribeSeat } from './asking.ts';

const sync = 0;
const authentication = 2;
const section = 'opening';

export class Scribe {
  readonly doc = new Y.Doc();
  #socket: WebSocket;
  #seat: ScribeSeat;
  #sheet: Y.XmlText | null = null;
  #answered = Promise.withResolvers<void>();

  constructor(seat: ScribeSeat) {
    this.#seat = seat;
    const { url, cookie, origin } = seat;
    this.#socket = new WebSocket(url, { headers: { cookie, origin }, perMessageDeflate: false });
    this.#socket.on('open', () => this.#greet());
    this.#socket.on('message', (data: Buffer) => this.#hear(data));
    // A server that is killed leaves nobody to talk to; what matters then is what was seen.
    this.#socket.on('error', () => {});
    this.#socket.on('close', (code) => code >= 4_000 && console.error(`A scribe was sent away: ${code}`));
    this.doc.on('update', (update: Uint8Array, from: unknown) => {
      if (from !== this) this.#send((encoder) => writeUpdate(encoder, update));
    });
  }

  /** Resolves when the server has said what it has. */
  get synced(): Promise<void> {
    return this.#answered.promise;
  }

  /** Types one letter of this scribe's own at the end of their own paragraph. */
  type(): void {
    if (!this.#sheet) {
      this.#sheet = new Y.XmlText();
      const paragraph = new Y.XmlElement('paragraph');
      const fragment = this.doc.getXmlFragment(section);
      this.doc.transact(() => {
        paragraph.insert(0, [this.#sheet!]);
        fragment.insert(fragment.length, [paragraph]);
        this.#sheet!.insert(0, this.#seat.letter);
      });
      return;
    }
    this.#sheet.insert(this.#sheet.length, this.#seat.letter);
  }

  /** How many letters stand in the text, by letter. */
  seen(): Map<string, number> {
    const seen = new Map<string, number>();
    for (const paragraph of this.doc.getXmlFragment(section).toArray() as Y.XmlElement[]) {
      const text = paragraph.get(0) as Y.XmlText | undefined;
      const letter = text?.toString()[0];
      if (text && letter) seen.set(letter, (seen.get(letter) ?? 0) + text.length);
    }
    return seen;
  }

  close(): void {
    this.#socket.terminate();
    this.doc.destroy();
  }

  #greet(): void {
    if (this.#seat.document !== null) {
      const encoder = encoding.createEncoder();
      encoding.writeVarString(encoder, this.#seat.document);
      encoding.writeVarUint(encoder, authentication);
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, 'anybody');
      this.#socket.send(encoding.toUint8Array(encoder));
    }
    this.#send((encoder) => writeSyncStep1(encoder, this.doc));
  }

  #hear(data: Buffer): void {
    const decoder = decoding.createDecoder(data);
    if (this.#seat.document !== null) decoding.readVarString(decoder);
    if (decoding.readVarUint(decoder) !== sync) return;
    const answer = encoding.createEncoder();
    const kind = readSyncMessage(decoder, answer, this.doc, this);
    if (kind === 1) this.#answered.resolve();
    if (encoding.length(answer) > 0)
      this.#send((encoder) => encoding.writeUint8Array(encoder, encoding.toUint8Array(answer)));
  }

  #send(write: (encoder: encoding.Encoder) => void): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    const encoder = encoding.createEncoder();
    if (this.#seat.document !== null) encoding.writeVarString(encoder, this.#seat.document);
    encoding.writeVarUint(encoder, sync);
    write(encoder);
    this.#socket.send(encoding.toUint8Array(encoder));
  }
}
