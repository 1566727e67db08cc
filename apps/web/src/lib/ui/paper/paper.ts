/** A PDF or a picture that is looked at page by page. Nothing in it runs, is followed or is filled in. */
import type { Size } from './placing.ts';

/**
 * Why it cannot be seen. `gone`: not there, or not for this reader; `away`: the server is not reached; `broken`: no such
 * file as it says; `locked`: asks for a password; `too-slow`: given up.
 */
export type Trouble = 'gone' | 'away' | 'broken' | 'locked' | 'too-slow';
export class PaperTrouble extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble);
    this.trouble = trouble;
  }
}
export const troubleOf = (error: unknown): Trouble => (error instanceof PaperTrouble ? error.trouble : 'broken');

export interface Paper {
  pages: number;
  /** Of a page, from 1, in units of its own. */
  sizeOf(page: number): Promise<Size>;
  /** Drawn so many pixels wide, or smaller where that were more than a browser draws. */
  draw(page: number, width: number): Promise<HTMLElement>;
  /** What stands on it, as far as it is text, for whoever has it read out. */
  textOf(page: number): Promise<string>;
  close(): void;
}

/** How long a browser may take, ms; past it the page says so and goes on. */
export const patience = { open: 40_000, draw: 30_000 } as const;

/** Rejects with `too-slow` when it takes longer. */
export async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PaperTrouble('too-slow')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
