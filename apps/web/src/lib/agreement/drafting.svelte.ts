import { untrack } from 'svelte';
import { keepDraft, readDraft, type DraftKey } from '#lib/live/drafts.ts';

function readOpen(key: DraftKey): string[] {
  try {
    const kept: unknown = JSON.parse(readDraft(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

/** What one writer at the desk has open: which parts, what of it is typed and not saved, and for whom they record checks. */
export class Drafting {
  /** Parts whose text is being written; found again after a reload, also of clauses that were struck meanwhile. */
  open = $state.raw<readonly string[]>([]);
  /** The party for whom the last check was recorded: the next is likely theirs. */
  recordsFor = $state('');
  #unsaved = $state.raw<Readonly<Record<string, boolean>>>({});
  #key: DraftKey;

  constructor(meeting: string, seat: string) {
    this.#key = { meeting, seat, field: 'agreement open' };
    this.open = readOpen(this.#key);
  }

  begin(part: string): void {
    if (!this.open.includes(part)) this.#set([...this.open, part]);
  }
  end(part: string): void {
    this.#set(this.open.filter((one) => one !== part));
  }
  /** Whoever types into a part that stood open by itself has opened it. Called from effects, which it must not wake. */
  tell(part: string, unsaved: boolean): void {
    untrack(() => {
      this.#unsaved = { ...this.#unsaved, [part]: unsaved };
      if (unsaved && part !== 'new') this.begin(part);
    });
  }
  get unsaved(): boolean {
    return Object.values(this.#unsaved).includes(true);
  }

  #set(open: readonly string[]): void {
    this.open = open;
    keepDraft(this.#key, open.length === 0 ? '' : JSON.stringify(open));
  }
}
