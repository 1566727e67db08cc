import type { ApiRefusal } from '@yishiting/domain/api';
import type { HostNote } from '@yishiting/domain/host-notes';
import { get } from '#lib/live/request.ts';
import { Note } from './note.svelte.ts';

/** The notes of a meeting's host on one page: read when it opens, and again when its window is turned to. */
export class HostNotes {
  refusal = $state.raw<ApiRefusal | null>(null);
  /** False until they were read once: nobody types into a note whose text is not known. */
  ready = $state(false);
  #there = new Map<string | null, HostNote>();
  #notes = new Map<string | null, Note>();
  #path: string;
  #meeting: string;

  constructor(community: string, meeting: string) {
    this.#path = `/c/${community}/api/meetings/${meeting}/host-notes`;
    this.#meeting = meeting;
  }

  /** Reads what the server has. */
  async read(): Promise<void> {
    const replied = await get<HostNote[]>(this.#path);
    this.refusal = replied.ok ? null : replied.refusal;
    if (!replied.ok) return;
    this.#there = new Map(replied.value.map((note) => [note.item, note]));
    for (const [item, note] of this.#notes) note.seen(this.#there.get(item));
    this.ready = true;
  }

  /** The note about an item, or (null) about the whole; only once they are `ready`. */
  about(item: string | null): Note {
    let note = this.#notes.get(item);
    if (!note) this.#notes.set(item, (note = new Note(this.#path, this.#meeting, item, this.#there.get(item))));
    return note;
  }

  get settled(): boolean {
    return [...this.#notes.values()].every((note) => note.settled);
  }

  /** Saves at once whatever waits. */
  async settle(): Promise<void> {
    await Promise.all([...this.#notes.values()].map((note) => note.settle()));
  }
}
