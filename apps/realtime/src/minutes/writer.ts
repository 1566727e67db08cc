/** One open editor: what it says is read, limited and handed on; it is closed with a named code and never with a mere error. */
import { minutesCloses, minutesLimits, type MinutesClose } from '@yishiting/domain/minutes-wire';
import type { Clock } from '../clock.ts';
import { Tap } from '../tap.ts';
import { readMessage, type FromEditor } from './messages.ts';

/** A connection, as a writer needs it. `ws` has all of it. */
export interface EditorSocket {
  readonly readyState: number;
  readonly bufferedAmount: number;
  send(data: Uint8Array): void;
  close(code: number, reason: string): void;
  terminate(): void;
}
const open = 1;

/** Bytes that may wait for a slow reader before it is let go; it comes back and gets the document anew. */
const patienceBytes = 2 * minutesLimits.documentBytes;
/** A message of so many bytes counts as one; a longer one as several. */
const bytesEach = 16 * 1024;

export interface WriterNeeds {
  seat: string;
  name: string;
  clock: Clock;
  /** Carries out what the editor said. */
  hear: (writer: Writer, said: FromEditor) => void;
}

export class Writer {
  readonly seat: string;
  readonly name: string;
  #socket: EditorSocket;
  #needs: WriterNeeds;
  #tap: Tap;
  /** What was typed before the editor answered with what we lacked, on which it may rest. */
  #early: Uint8Array[] | null = [];

  constructor(socket: EditorSocket, needs: WriterNeeds) {
    this.seat = needs.seat;
    this.name = needs.name;
    this.#socket = socket;
    this.#needs = needs;
    this.#tap = new Tap(needs.clock.now(), minutesLimits.burst, minutesLimits.perSecond);
  }

  get open(): boolean {
    return this.#socket.readyState === open;
  }

  tell(message: Uint8Array): void {
    if (!this.open) return;
    if (this.#socket.bufferedAmount > patienceBytes) return this.#socket.terminate();
    this.#socket.send(message);
  }

  end(close: MinutesClose): void {
    if (this.open) this.#socket.close(minutesCloses[close].code, close);
  }

  /** A message came in. */
  receive(bytes: Uint8Array, isBinary: boolean): void {
    if (!this.open) return;
    if (bytes.byteLength > minutesLimits.messageBytes) return this.end('too-large');
    const said = isBinary ? readMessage(bytes) : null;
    if (!said) return this.end('malformed');
    // Who asks for the document costs more than who types.
    const cost = said.says === 'has' ? 10 : 1 + Math.floor(bytes.byteLength / bytesEach);
    if (!this.#tap.take(this.#needs.clock.now(), cost)) return this.end('too-fast');
    this.#inOrder(said);
  }

  #inOrder(said: FromEditor): void {
    if (said.says === 'typed' && this.#early) {
      if (this.#early.length >= minutesLimits.early) return this.end('too-fast');
      this.#early.push(said.update);
      return;
    }
    this.#needs.hear(this, said);
    if (said.says !== 'answer') return;
    const early = this.#early ?? [];
    this.#early = null;
    for (const update of early) if (this.open) this.#needs.hear(this, { says: 'typed', update });
  }
}
