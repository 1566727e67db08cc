/** Saving by itself, a moment after the typing stops: one at a time, always the latest, tried again while that can help. */
import type { ApiRefusal } from '@yishiting/domain/api';
import type { RefusalCode } from '@yishiting/domain/refusals';

export type Saving =
  /** `at`: when (ms, this device's clock); null while nothing was typed. */
  | { is: 'saved'; at: number | null }
  | { is: 'waiting' }
  | { is: 'saving' }
  /** What stands in the form cannot be saved yet. */
  | { is: 'held' }
  /** Somebody else saved in between. */
  | { is: 'overtaken' }
  /** `again`: it will be tried again without anybody's doing. */
  | { is: 'failed'; refusal: ApiRefusal; again: boolean };

export type SaveOutcome = 'saved' | 'overtaken' | ApiRefusal;

interface Needs<T> {
  save: (value: T) => Promise<SaveOutcome>;
  tell: (saving: Saving) => void;
  now: () => number;
}

/** Refusals that pass by themselves. */
const passing: readonly RefusalCode[] = ['try-again', 'too-fast', 'stopping', 'disk-full'];
/** Ms from the last key to saving. */
export const pauseBefore = 900;
const pauseAfter = (tries: number): number => Math.min(2_000 * 2 ** tries, 30_000);

export class Autosave<T> {
  #needs: Needs<T>;
  #next: { value: T } | null = null;
  #running: Promise<void> | null = null;
  #held = false;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(needs: Needs<T>) {
    this.#needs = needs;
  }

  typed(value: T): void {
    this.#held = false;
    this.#next = { value };
    this.#tries = 0;
    if (this.#running === null) this.#needs.tell({ is: 'waiting' });
    this.#in(pauseBefore);
  }

  /** What was typed last is not to be saved as it is. */
  hold(): void {
    this.#next = null;
    this.#held = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#held && this.#running === null) this.#needs.tell({ is: 'held' });
    }, pauseBefore);
  }

  /** Saves now what waits to be saved. True when nothing is left unsaved. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    await this.#running;
    if (this.#next && this.#running === null) await this.#run();
    return this.#next === null && !this.#held;
  }

  /** Leaves it at that: what waits is forgotten. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#next = null;
    this.#held = false;
  }

  #in(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), pause);
  }

  /** Only while nothing runs. */
  #run(): Promise<void> {
    this.#running = this.#once().finally(() => (this.#running = null));
    return this.#running;
  }

  async #once(): Promise<void> {
    const taken = this.#next;
    if (!taken) return;
    this.#next = null;
    this.#needs.tell({ is: 'saving' });
    const outcome = await this.#needs.save(taken.value);
    if (outcome === 'saved') {
      this.#tries = 0;
      if (this.#next) return this.#needs.tell({ is: 'waiting' });
      return this.#needs.tell(this.#held ? { is: 'held' } : { is: 'saved', at: this.#needs.now() });
    }
    if (!this.#held) this.#next ??= taken;
    if (outcome === 'overtaken') return this.#needs.tell({ is: 'overtaken' });
    const again = passing.includes(outcome.code);
    this.#needs.tell({ is: 'failed', refusal: outcome, again });
    if (again) this.#in(pauseAfter(this.#tries++));
  }
}
