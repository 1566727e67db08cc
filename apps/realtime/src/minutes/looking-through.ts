/**
 * An update is looked through before it touches any document: only what minutes can be made of, under the fragments of
 * this meeting, and in the name of clients that are the sender's own. Whatever bytes come, nothing here throws.
 */
import { minutesLimits, type MinutesClose } from '@yishiting/domain/minutes-wire';
import * as Y from 'yjs';

export type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];

/** What an update says, or why it is none of ours. `structs` is empty where it deletes alone. */
export type LookedThrough = { structs: Struct[]; deletes: boolean } | { refused: MinutesClose };

/** What the document knows of clients: how much of each, and whose it is. */
export interface KnownClients {
  stateOf(client: number): number;
  ownerOf(client: number): string | undefined;
}

/** @param isSection whether a fragment of this name belongs to the meeting */
export function lookThrough(
  update: Uint8Array,
  seat: string,
  known: KnownClients,
  isSection: (name: string) => boolean,
): LookedThrough {
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    decoded = Y.decodeUpdate(update);
  } catch {
    return { refused: 'malformed' };
  }
  const { structs, ds } = decoded;
  // Where many clients begin at one place yjs compares each with each.
  if (new Set(structs.map(({ id }) => id.client)).size > minutesLimits.clientsAtOnce) return { refused: 'malformed' };
  for (const struct of structs) {
    if (!isMinutes(struct, isSection)) return { refused: 'malformed' };
    if (isForeign(struct, seat, known)) return { refused: 'foreign-client' };
  }
  return { structs, deletes: ds.clients.size > 0 };
}

/** Text, elements, attributes and formats; no documents in documents, no other kinds of root. */
function isMinutes(struct: Struct, isSection: (name: string) => boolean): boolean {
  const { clock } = struct.id;
  if (!Number.isSafeInteger(clock + struct.length) || struct.length < 1) return false;
  if (!(struct instanceof Y.Item)) return true;
  const { content } = struct;
  // Before it is integrated, the parent of a root's child is the root's name.
  const parent: unknown = struct.parent;
  if (typeof parent === 'string' && !isSection(parent)) return false;
  if (content instanceof Y.ContentType) {
    return content.type instanceof Y.XmlText || content.type instanceof Y.XmlElement;
  }
  return [Y.ContentString, Y.ContentFormat, Y.ContentAny, Y.ContentDeleted].some((kind) => content instanceof kind);
}

/**
 * Whether it would add to what another seat's client wrote: that client's own words would then count as known and be
 * lost. What the document has already is nobody's claim.
 */
function isForeign({ id: { client, clock }, length }: Struct, seat: string, known: KnownClients): boolean {
  if (clock + length <= known.stateOf(client)) return false;
  const owner = known.ownerOf(client);
  return owner !== undefined && owner !== seat;
}
