/** The document of one meeting's minutes in memory: read when somebody needs it, put together now and then, put away when nobody writes. */
import type { CompactedMinutes, StoredMinutes } from '@yishiting/db/minutes';
import { compacted, MinutesDocument, type Heard } from './document.ts';

/** Where what is typed is kept. It is written through the room; here it is read, and put together now and then. */
export interface MinutesStore {
  load(): Promise<StoredMinutes>;
  compact(merge: (stored: StoredMinutes) => CompactedMinutes): Promise<boolean>;
}

export type KeepingTrouble = 'minutes-unreadable' | 'minutes-not-compacted';

export interface KeepingNeeds {
  store: MinutesStore;
  /** What the committed document takes in. */
  heard: Heard;
  /** The document was read and is there from now on. */
  opened: () => void;
  /** Whether somebody still needs it, asked before it is put away; what is to be known of it later is read now. */
  inUse: (document: MinutesDocument) => boolean;
  trouble: (what: KeepingTrouble, error: unknown) => void;
}

/** Updates after which they are put together; milliseconds until a document that nobody needs is put away. */
export const keeping = { compactAfter: 500, idle: 60_000 } as const;

export class DocumentKeeping {
  #needs: KeepingNeeds;
  #document: MinutesDocument | null = null;
  #opening: Promise<MinutesDocument> | null = null;
  #sinceCompacted = 0;
  #idleTimer: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(needs: KeepingNeeds) {
    this.#needs = needs;
  }

  /** Null while it is not in memory. */
  get document(): MinutesDocument | null {
    return this.#document;
  }

  get opening(): boolean {
    return this.#opening !== null;
  }

  /** The document, read from the record once, however many ask. Rejects when it cannot be read. */
  open(): Promise<MinutesDocument> {
    if (this.#document) return Promise.resolve(this.#document);
    if (this.#opening) return this.#opening;
    const opening = this.#load();
    this.#opening = opening;
    opening.then(
      (document) => {
        // Put away meanwhile, in doubt: what was read may lack what was committed since.
        if (this.#opening !== opening) return document.destroy();
        this.#opening = null;
        this.#document = document;
        this.#needs.opened();
        this.rest();
      },
      (error: unknown) => {
        if (this.#opening === opening) this.#opening = null;
        this.#needs.trouble('minutes-unreadable', error);
      },
    );
    return opening;
  }

  /** So many updates were committed. */
  count(updates: number): void {
    this.#sinceCompacted += updates;
    if (this.#sinceCompacted >= keeping.compactAfter) this.#compact();
  }

  /** Nobody writes now: it is put away when that stays so. */
  rest(): void {
    this.stay();
    if (this.#stopped) return;
    this.#idleTimer = setTimeout(() => {
      this.#idleTimer = null;
      const document = this.#document;
      if (!document) return;
      if (document.busy || this.#needs.inUse(document)) return this.rest();
      if (this.#sinceCompacted > 0) this.#compact();
      this.putAway();
    }, keeping.idle);
    this.#idleTimer.unref();
  }

  /** Somebody writes. */
  stay(): void {
    if (this.#idleTimer) clearTimeout(this.#idleTimer);
    this.#idleTimer = null;
  }

  /** Out of memory with it; whoever needs it next reads it anew. */
  putAway(): void {
    this.stay();
    this.#document?.destroy();
    this.#document = null;
    this.#opening = null;
  }

  stop(): void {
    this.#stopped = true;
    this.stay();
  }

  async #load(): Promise<MinutesDocument> {
    const stored = await this.#needs.store.load();
    this.#sinceCompacted = stored.updates.length;
    return new MinutesDocument(stored, this.#needs.heard);
  }

  #compact(): void {
    this.#sinceCompacted = 0;
    this.#needs.store.compact(compacted).catch((error: unknown) => this.#needs.trouble('minutes-not-compacted', error));
  }
}
