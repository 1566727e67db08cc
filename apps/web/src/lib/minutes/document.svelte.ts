import {
  minutesCloseOf,
  minutesCloses,
  sameMark,
  savedMark,
  type MinutesClose,
  type SavedMark,
} from '@yishiting/domain/minutes-wire';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { keepUnsaved, readUnsaved, type UnsavedKey } from './unsaved.ts';

/** As whom one writes: a seat that this browser holds, or staff with their own account. */
export type Writing = { seat: string } | 'account';

/** The document in which the minutes are typed, as one page has it. */
export class MinutesDocument {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  /** True once the server has answered what it has: before that nothing may be shown as empty. */
  ready = $state(false);
  connected = $state(false);
  /** Why the server closed the connection, while it matters. */
  closed = $state.raw<MinutesClose | null>(null);
  /** The state of this page's document. */
  #mark = $state.raw<SavedMark | null>(null);
  /** The state that the server told as committed. */
  #saved = $state.raw<SavedMark | null>(null);
  readonly saved: boolean = $derived(this.#mark !== null && this.#saved !== null && sameMark(this.#mark, this.#saved));

  #key: UnsavedKey;
  #savedVector: Uint8Array | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(community: string, key: UnsavedKey, as: Writing) {
    this.#key = key;
    const kept = readUnsaved(key);
    if (kept) Y.applyUpdate(this.doc, kept, 'kept');
    const address = `${location.origin.replace(/^http/, 'ws')}/c/${community}/minutes`;
    const params: Record<string, string> = as === 'account' ? { account: '' } : { seat: as.seat };
    this.provider = new WebsocketProvider(address, key.meeting, this.doc, { params, connect: false, disableBc: true });
    this.provider.on('sync', (synced) => (this.ready ||= synced));
    this.provider.on('status', ({ status }) => {
      this.connected = status === 'connected';
      if (this.connected) this.closed = null;
    });
    this.provider.on('connection-close', (event) => this.#closed(event?.code));
    this.doc.on('update', () => this.#changed());
  }

  /** Connects; returns how to leave, for an effect. */
  open(): () => void {
    this.provider.connect();
    const keep = () => this.#keep();
    addEventListener('pagehide', keep);
    return () => {
      removeEventListener('pagehide', keep);
      clearTimeout(this.#timer);
      this.#keep();
      this.provider.destroy();
      this.doc.destroy();
    };
  }

  /** What the room says of the committed document. */
  told(mark: SavedMark | null): void {
    this.#saved = mark;
    this.#look();
  }

  #closed(code: number | undefined): void {
    const why = code === undefined ? undefined : minutesCloseOf(code);
    if (!why) return;
    this.closed = why;
    if (!minutesCloses[why].again) this.provider.disconnect();
  }

  #changed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), 150);
    this.#mark = null;
  }

  /** Compares this page's document with what is committed, and keeps what is not. */
  #look(): void {
    this.#mark = savedMark(Y.encodeStateVector(this.doc), Y.createDeleteSetFromStructStore(this.doc.store).clients);
    if (this.saved) this.#savedVector = Y.encodeStateVector(this.doc);
    this.#keep();
  }

  #keep(): void {
    if (!this.ready) return;
    keepUnsaved(this.#key, this.saved ? null : Y.encodeStateAsUpdate(this.doc, this.#savedVector ?? undefined));
  }
}
