/** One live connection as the client needs it; the real one is socket.io, tests use one without a network. */
import type { Answer, Down, Join, Up } from '@yishiting/domain/protocol';

export interface Wire {
  /** Opens, and opens again by itself whenever the connection breaks. */
  open(): void;
  close(): void;
  /** Sends when connected; resolves with the server's answer, or with null when the connection broke before it came. */
  ask(message: Up & { t: 'command' }): Promise<Answer | null>;
  send(message: Up & { t: 'whole' }): void;
}

export interface WireListener {
  connected(): void;
  disconnected(): void;
  /** The server gave a sign of life. */
  alive(): void;
  down(message: Down): void;
}

/** Makes the connection of one page; `join` says as what. */
export type MakeWire = (join: Join, community: string, listener: WireListener) => Wire;
