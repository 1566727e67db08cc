/** A device that waits to project: shows a code, renews it, and hears when somebody at the desk typed it. */
import type { PairedAnswer, ScreenCode } from '@yishiting/domain/api';
import { post, type Replied } from '#lib/live/request.ts';

export type Paired = Omit<PairedAnswer & { state: 'paired' }, 'state'>;

interface Outside {
  post: <T>(path: string, body?: unknown) => Promise<Replied<T>>;
  /** Resolves after so many ms. */
  pause: (ms: number) => Promise<void>;
}
const outside: Outside = { post, pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) };

/** Between two looks, ms. */
const every = 2_000;

export class Pairing {
  /** Null until there is one. */
  code = $state<string | null>(null);
  /** The server cannot be reached, or asks to wait; tried again by itself. */
  away = $state(false);
  #outside: Outside;
  #left = false;

  constructor(given: Partial<Outside> = {}) {
    this.#outside = { ...outside, ...given };
  }

  /** Shows codes until one was typed. `paired`: called then. @returns stops, for an effect */
  begin(paired: (screen: Paired) => void): () => void {
    this.#left = false;
    void this.#wait(paired);
    return () => void (this.#left = true);
  }

  async #wait(paired: (screen: Paired) => void): Promise<void> {
    while (!this.#left) {
      const pause = this.code === null ? await this.#make() : await this.#look(this.code, paired);
      if (pause > 0) await this.#outside.pause(pause);
    }
  }

  /** @returns how long to pause, ms */
  async #make(): Promise<number> {
    const replied = await this.#outside.post<ScreenCode>('/api/screen-code');
    this.away = !replied.ok;
    if (replied.ok) this.code = replied.value.code;
    const seconds = replied.ok ? 0 : Number(replied.refusal.params?.['seconds'] ?? 0);
    return Math.max(every, seconds * 1_000);
  }

  async #look(code: string, paired: (screen: Paired) => void): Promise<number> {
    const replied = await this.#outside.post<PairedAnswer>('/api/screen-paired', { code });
    // Over: renewed at once.
    const over = !replied.ok && replied.refusal.code === 'not-found';
    if (over) this.code = null;
    this.away = !replied.ok && !over;
    if (!replied.ok || replied.value.state === 'waiting') return over ? 0 : every;
    if (this.#left) return 0;
    this.#left = true;
    const { community, meeting, screen } = replied.value;
    paired({ community, meeting, screen });
    return 0;
  }
}
