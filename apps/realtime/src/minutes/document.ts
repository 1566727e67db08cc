/**
 * The document in which the minutes of one meeting are typed, twice: as committed, and ahead of it with what is under
 * way to the record, so that an update is tried out before anybody commits it. Only what yjs itself wrote of an update
 * after trying it is kept, never the bytes that came in.
 */
import type { Authors, CompactedMinutes, StoredMinutes } from '@yishiting/db/minutes';
import { minutesLimits, savedMark, type MinutesClose, type SavedMark } from '@yishiting/domain/minutes-wire';
import * as Y from 'yjs';
import { isTooDeep } from './depth.ts';
import { lookThrough, type KnownClients, type Struct } from './looking-through.ts';
import { readable, readSection, type SectionRead } from './reading.ts';

/** An update tried out and ready for the record, or why the sender is sent away; none where it said nothing new. */
export type Tried = { updates: Uint8Array[] } | { refused: MinutesClose };

/** Hears what the committed document took in. `origin`: what was given with the update; null where yjs tidied up itself. */
export type Heard = (update: Uint8Array, origin: unknown) => void;

export class MinutesDocument {
  #committed = new Y.Doc();
  #ahead = new Y.Doc();
  /** Updates under way to the record, in their order, with where they came from. */
  #underWay = new Map<Uint8Array, unknown>();
  #authors: Map<number, string>;
  #bytes = 0;
  #sections = new Map<string, SectionRead>();
  #watched = new Set<string>();
  #emitted: Uint8Array[] = [];
  #heard: Heard;
  #mark: SavedMark | null = null;

  /** Throws when the stored state cannot be read: showing less than was typed would be worse. */
  constructor(stored: StoredMinutes, heard: Heard) {
    this.#heard = heard;
    this.#authors = authorsIn(stored);
    applyStored(this.#committed, stored);
    this.#committed.on('update', (update: Uint8Array, origin: unknown) => this.#heard(update, origin));
    this.#anew();
  }

  /** True when updates are under way to the record. */
  get busy(): boolean {
    return this.#underWay.size > 0;
  }

  /** What a client lacks that has `stateVector`. Throws when that is none. */
  since(stateVector: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.#committed, stateVector);
  }

  get stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#committed);
  }

  /** The mark of what is committed. */
  get saved(): SavedMark {
    this.#mark ??= savedMark(this.stateVector, Y.createDeleteSetFromStructStore(this.#committed.store).clients);
    return this.#mark;
  }

  /** Whether a client is the seat's own; a client of which nothing is known becomes so. */
  claim(client: number, seat: string): boolean {
    if (!this.#authors.has(client)) this.#authors.set(client, seat);
    return this.#authors.get(client) === seat;
  }

  /** Tries an update out ahead of the record. What it leads to must be committed or taken back, in this order. */
  try(update: Uint8Array, seat: string, origin: unknown, isSection: (name: string) => boolean): Tried {
    const known: KnownClients = {
      stateOf: (client) => Y.getState(this.#ahead.store, client),
      ownerOf: (client) => this.#authors.get(client),
    };
    const looked = lookThrough(update, seat, known, isSection);
    if ('refused' in looked) return looked;
    if (looked.structs.length === 0 && !looked.deletes) return { updates: [] };
    if (this.#isFull(update.byteLength)) return { refused: 'too-large' };
    if (isTooDeep(this.#ahead, looked.structs)) return { refused: 'malformed' };
    const refused = this.#tryOut(update);
    if (refused) {
      this.#anew();
      return { refused };
    }
    return { updates: this.#keep(looked.structs, seat, origin) };
  }

  /** What was tried out is committed now. */
  commit(update: Uint8Array): void {
    const origin = this.#underWay.get(update) ?? null;
    this.#underWay.delete(update);
    this.#mark = null;
    Y.applyUpdate(this.#committed, update, origin);
  }

  /** What was tried out was not committed. */
  takeBack(update: Uint8Array): void {
    if (this.#underWay.delete(update)) this.#anew();
  }

  /** What was typed in a section, as committed; the same object until it changes. */
  section(name: string): SectionRead {
    const known = this.#sections.get(name);
    if (known) return known;
    const fragment = this.#committed.getXmlFragment(name);
    if (!this.#watched.has(name)) {
      this.#watched.add(name);
      fragment.observeDeep(() => this.#sections.delete(name));
    }
    const read = readSection(name, fragment);
    this.#sections.set(name, read);
    return read;
  }

  destroy(): void {
    this.#committed.destroy();
    this.#ahead.destroy();
  }

  #isFull(more: number): boolean {
    if (this.#authors.size >= minutesLimits.clients) return true;
    this.#bytes += more;
    if (this.#bytes <= minutesLimits.documentBytes) return false;
    // Much may have been deleted since it was last measured.
    this.#bytes = Y.encodeStateAsUpdate(this.#ahead).byteLength + more;
    return this.#bytes > minutesLimits.documentBytes;
  }

  #tryOut(update: Uint8Array): MinutesClose | null {
    const lackedBefore = lacks(this.#ahead);
    this.#emitted = [];
    try {
      Y.applyUpdate(this.#ahead, update);
      return !lackedBefore && lacks(this.#ahead) ? 'out-of-order' : null;
    } catch {
      return 'malformed';
    }
  }

  #keep(structs: readonly Struct[], seat: string, origin: unknown): Uint8Array[] {
    for (const { id } of structs) if (!this.#authors.has(id.client)) this.#authors.set(id.client, seat);
    const updates = this.#emitted;
    // Only the first is what the sender has already; what yjs tidied up after it is news to the sender, too.
    updates.forEach((update, i) => this.#underWay.set(update, i === 0 ? origin : null));
    return updates;
  }

  /** The document ahead once more, from what is committed and what is still under way. */
  #anew(): void {
    this.#ahead.destroy();
    this.#ahead = new Y.Doc();
    Y.applyUpdate(this.#ahead, Y.encodeStateAsUpdate(this.#committed));
    for (const update of this.#underWay.keys()) Y.applyUpdate(this.#ahead, update);
    this.#ahead.on('update', (update: Uint8Array) => this.#emitted.push(update));
  }
}

/** Whether something in it rests on what it does not have. */
const lacks = ({ store }: Y.Doc): boolean => store.pendingStructs !== null || store.pendingDs !== null;

function applyStored(doc: Y.Doc, { state, updates }: StoredMinutes): void {
  if (state) Y.applyUpdate(doc, state);
  for (const { update } of updates) Y.applyUpdate(doc, update);
}

/** Whose each client is: the seat that first wrote in its name. */
function authorsIn({ authors, updates }: StoredMinutes): Map<number, string> {
  const found = new Map(Object.entries(authors).map(([client, seat]) => [Number(client), seat]));
  for (const { update, seat } of updates) {
    for (const { id } of Y.decodeUpdate(update).structs) if (!found.has(id.client)) found.set(id.client, seat);
  }
  return found;
}

/** All that is stored in one state, made through a document: merging thousands of updates without one takes minutes. */
export function compacted(stored: StoredMinutes): CompactedMinutes {
  const doc = new Y.Doc();
  applyStored(doc, stored);
  const authors: Authors = Object.fromEntries([...authorsIn(stored)].map(([client, seat]) => [String(client), seat]));
  const made = {
    state: Y.encodeStateAsUpdate(doc),
    stateVector: Y.encodeStateVector(doc),
    authors,
    readable: readable(doc),
  };
  doc.destroy();
  return made;
}
