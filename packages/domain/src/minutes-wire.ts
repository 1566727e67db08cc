/**
 * What browser and server must say alike about the document in which the minutes are typed: the y-websocket protocol
 * (y-protocols 1.x, yjs 13) at `/c/<community code>/minutes/<meeting>?seat=<seat>`, or `?account` for staff with their
 * own account. One fragment (Y.XmlFragment) per section, named by the item's id or `opening`.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Why the server closes a writer's connection. `again`: whether the editor should come back by itself. */
export const minutesCloses = {
  /** No such meeting or seat, or the session does not hold it: all alike. */
  'not-found': { code: 4404, again: false },
  /** The seat may not write, or no longer. */
  'not-a-writer': { code: 4403, again: false },
  /** The minutes are frozen. */
  frozen: { code: 4423, again: false },
  /** The session's grant was taken back. */
  revoked: { code: 4401, again: false },
  /** No message of the protocol, or an update that is no text of minutes. */
  malformed: { code: 4400, again: false },
  /** A message, or the whole document, beyond the limit. */
  'too-large': { code: 4413, again: false },
  /** An update in the name of another seat's client: the editor begins a new document and takes its text along. */
  'foreign-client': { code: 4409, again: false },
  /** An update that rests on one the server does not have: coming back brings both. */
  'out-of-order': { code: 4412, again: true },
  'too-fast': { code: 4429, again: true },
  stopping: { code: 4503, again: true },
  /** What was sent was not saved; coming back sends it again. */
  'try-again': { code: 4500, again: true },
  'disk-full': { code: 4507, again: true },
} as const satisfies Record<string, { code: number; again: boolean }>;
export type MinutesClose = keyof typeof minutesCloses;

/** The name of a close code; undefined for one that is none of ours, after which the editor comes back. */
export const minutesCloseOf = (code: number): MinutesClose | undefined =>
  (Object.keys(minutesCloses) as MinutesClose[]).find((name) => minutesCloses[name].code === code);

export const minutesLimits = {
  /** Bytes of one message upward. */
  messageBytes: 1024 * 1024,
  /** Bytes of the whole document as stored. */
  documentBytes: 8 * 1024 * 1024,
  /** Messages a connection may send in a burst, and a second on the long run: typing, and the caret with it. */
  burst: 200,
  perSecond: 40,
  /** Updates that wait until the server has what they rest on. */
  early: 100,
  /** Clients of one document: an editor takes a new number each time it is opened. */
  clients: 5_000,
  /** Clients in one update: those under which one browser typed while it was offline. */
  clientsAtOnce: 50,
  /** Bytes of the caret and what else one writer shows to the others. */
  caretBytes: 4 * 1024,
  /** Connections of one seat. */
  connections: 8,
} as const;

/** Deleted runs of each client of a document, as `Y.createDeleteSetFromStructStore(doc.store).clients` gives them. */
export type Deleted = Iterable<
  readonly [client: number, runs: readonly { readonly clock: number; readonly len: number }[]]
>;

/** What names a state of a document: equal marks, equal documents. Told as `minutes-saved` of what is committed. */
export interface SavedMark {
  /** `Y.encodeStateVector(doc)`, base64. */
  stateVector: string;
  /** {@link deletionsHash} */
  deletions: string;
}

/**
 * SHA-256 (hex) over what was deleted, since a state vector alone does not change when text is deleted. Hashed are the
 * UTF-8 bytes of, for each client with deletions by ascending number, `<client>:` followed for each maximal run by
 * ascending clock by `<clock>+<length>,` and then `;` — all numbers decimal; of nothing deleted, the empty text.
 */
export function deletionsHash(deleted: Deleted): string {
  const clients = [...deleted].filter(([, runs]) => runs.length > 0).sort(([a], [b]) => a - b);
  const text = clients.map(
    ([client, runs]) => `${client}:${runs.map(({ clock, len }) => `${clock}+${len},`).join('')};`,
  );
  return bytesToHex(sha256(utf8ToBytes(text.join(''))));
}

/** The mark of a document. In the browser: `savedMark(Y.encodeStateVector(doc), Y.createDeleteSetFromStructStore(doc.store).clients)`. */
export const savedMark = (stateVector: Uint8Array, deleted: Deleted): SavedMark => ({
  stateVector: btoa(Array.from(stateVector, (byte) => String.fromCharCode(byte)).join('')),
  deletions: deletionsHash(deleted),
});

export const sameMark = (one: SavedMark, other: SavedMark): boolean =>
  one.stateVector === other.stateVector && one.deletions === other.deletions;
