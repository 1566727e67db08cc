import type { HostNote, HostNoteAnswer } from '@yishiting/domain/host-notes';
import { Autosave, type SaveOutcome, type Saving } from '#lib/live/autosave.ts';
import { forgetDraft, keepDraft, readKept, type DraftKey } from '#lib/live/drafts.ts';
import { put } from '#lib/live/request.ts';

/** What a reload finds again: what was typed and not yet saved, and upon which version. */
interface Draft {
  version: number;
  text: string;
}

/** One note of the host on one page: what is typed, whether it is saved, and what another window wrote meanwhile. */
export class Note {
  text = $state('');
  saving = $state.raw<Saving>({ is: 'saved', at: null });
  /** Written elsewhere since this page read it; it is for the reader to choose. */
  other = $state.raw<HostNote | null>(null);
  readonly item: string | null;
  #version = 0;
  #path: string;
  #draft: DraftKey;
  #autosave: Autosave<string>;

  /** @param path of the API; `item`: null for the meeting as a whole; `there`: what the server has, if anything */
  constructor(path: string, meeting: string, item: string | null, there: HostNote | undefined) {
    this.#path = path;
    this.item = item;
    this.#draft = { meeting, seat: 'host', field: `note ${item ?? 'whole'}` };
    this.#autosave = new Autosave({
      save: (text) => this.#save(text),
      tell: (saving) => this.#heard(saving),
      now: () => Date.now(),
    });
    this.#read(there);
    const kept = readKept<Draft>(this.#draft);
    if (!kept || kept.text.trim() === this.text) return;
    this.text = kept.text;
    this.#version = kept.version;
    this.#autosave.typed(kept.text);
  }

  /** Whether all of it is saved. */
  get settled(): boolean {
    return this.saving.is === 'saved';
  }

  /** Hears what stands in the field now. */
  typed(): void {
    keepDraft(this.#draft, JSON.stringify({ version: this.#version, text: this.text } satisfies Draft));
    this.#autosave.typed(this.text);
  }

  /** Saves at once what waits. */
  settle(): Promise<boolean> {
    return this.#autosave.flush();
  }

  /** What the server has now; what is typed here and not saved stays. */
  seen(there: HostNote | undefined): void {
    if (this.settled && there && there.version > this.#version) this.#read(there);
  }

  /** After {@link other}: this text, the other, or the other with this below it. */
  choose(which: 'ours' | 'theirs' | 'both'): void {
    if (!this.other) return;
    const { text, version } = this.other;
    this.#version = version;
    this.other = null;
    if (which === 'theirs') {
      this.#autosave.stop();
      this.text = text;
      this.#heard({ is: 'saved', at: null });
      return;
    }
    if (which === 'both') this.text = `${text}\n\n${this.text}`;
    this.typed();
  }

  #read(there: HostNote | undefined): void {
    this.text = there?.text ?? '';
    this.#version = there?.version ?? 0;
  }

  #heard(saving: Saving): void {
    this.saving = saving;
    if (saving.is === 'saved') forgetDraft(this.#draft);
  }

  async #save(text: string): Promise<SaveOutcome> {
    const replied = await put<HostNoteAnswer>(this.#path, { item: this.item, text, version: this.#version });
    if (!replied.ok) return replied.refusal;
    const { outcome, note } = replied.value;
    if (outcome === 'differs') {
      this.other = note;
      return 'overtaken';
    }
    this.#version = note.version;
    return 'saved';
  }
}
