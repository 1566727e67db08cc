import type { ApiRefusal } from '@yishiting/domain/api';
import type { HostNote } from '@yishiting/domain/host-notes';
import { get } from '#lib/live/request.ts';
import { Note } from './note.svelte.ts';

const placeOf = (item: string | null): string => item ?? 'whole';

/** The notes of a meeting's host on one page: read when it opens, and again when its window is turned to. */
export class HostNotes {
  refusal = $state.raw<ApiRefusal | null>(null);
  /** False until they were read once: nobody types into a note whose text is not known. */
  ready = $state(false);
  #there: Readonly<Record<string, HostNote>> = {};
  #notes: Record<string, Note> = {};
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
    this.#there = Object.fromEntries(replied.value.map((note) => [placeOf(note.item), note]));
    for (const [place, note] of Object.entries(this.#notes)) note.seen(this.#there[place]);
    this.ready = true;
  }

  /** The note about an item, or (null) about the whole; only once they are `ready`. */
  about(item: string | null): Note {
    const place = placeOf(item);
    return (this.#notes[place] ??= new Note(this.#path, this.#meeting, item, this.#there[place]));
  }

  get settled(): boolean {
    return Object.values(this.#notes).every((note) => note.settled);
  }

  /** Saves at once whatever waits. */
  async settle(): Promise<void> {
    await Promise.all(Object.values(this.#notes).map((note) => note.settle()));
  }
}
