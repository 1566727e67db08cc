/**
 * Makes papers as PDF/A-2a, one at a time, in a process of its own: the rooms go on while it works, and whatever goes wrong
 * with a paper is a refusal. Why a process and not a thread: docs/decisions/documents.md.
 */
import { fork, type ChildProcess } from 'node:child_process';
import type { Paper } from '@yishiting/domain/papers/paper';
import type { RefusalCode } from '@yishiting/domain/refusals';
import type { FromPress, Order } from './press-messages.ts';

/** The templates in ./templates, by name. */
export type Template = 'minutes' | 'summary' | 'sign-in-sheet' | 'name-cards' | 'notice' | 'entry-cards' | 'agreement';

export type Made = { pdf: Buffer } | { refused: RefusalCode; params?: Record<string, string | number> };

export interface PressNeeds {
  /** For the log: never the data. */
  trouble: (what: 'failed' | 'overdue' | 'ended', facts: object) => void;
  /** The program to start; tests give one that misbehaves. */
  program?: string;
  timeLimit?: number;
}

export const pressLimits = {
  /** Papers that wait; a further one is refused. */
  waiting: 20,
  /** Milliseconds for one paper; minutes of three thousand lines take about one second. */
  timeLimit: 60_000,
  /** Milliseconds for the process to start. */
  startLimit: 120_000,
  /** Milliseconds without work after which the process is ended, and its memory given back. */
  rest: 5 * 60_000,
};

interface Waiting {
  template: Template;
  data: string;
  timeLimit: number;
  answer: (made: Made) => void;
}

export class Press {
  #needs: PressNeeds;
  #process: ChildProcess | null = null;
  #isReady = false;
  #waiting: Waiting[] = [];
  #current: { order: number; job: Waiting } | null = null;
  #orders = 0;
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(needs: PressNeeds) {
    this.#needs = needs;
  }

  /**
   * A paper as PDF/A-2a, or why there is none. Data reaches the template as values and never as source.
   * @param template a file in ./templates
   * @param data what the template shows; its every character must be in our faces
   * @param options `timeLimit` in ms, from when its turn comes
   */
  makePdf(template: Template, data: Paper, options: { timeLimit?: number } = {}): Promise<Made> {
    if (this.#stopped) return Promise.resolve({ refused: 'stopping' });
    if (this.#waiting.length >= pressLimits.waiting) return Promise.resolve({ refused: 'documents-busy' });
    const timeLimit = options.timeLimit ?? this.#needs.timeLimit ?? pressLimits.timeLimit;
    return new Promise((answer) => {
      this.#waiting.push({ template, data: JSON.stringify(data), timeLimit, answer });
      this.#next();
    });
  }

  /** Ends the process; what waits is refused. */
  stop(): void {
    this.#stopped = true;
    for (const { answer } of this.#waiting.splice(0)) answer({ refused: 'stopping' });
    this.#give({ refused: 'stopping' });
    this.#end();
  }

  #next(): void {
    if (this.#current) return;
    const job = this.#waiting.shift();
    if (!job) return this.#within(pressLimits.rest, () => this.#end());
    this.#current = { order: ++this.#orders, job };
    this.#process ??= this.#start();
    if (this.#isReady) this.#send();
    else this.#within(pressLimits.startLimit, () => this.#overdue());
  }

  #send(): void {
    if (!this.#current) return;
    const { order, job } = this.#current;
    this.#process?.send({ order, template: job.template, data: job.data } satisfies Order);
    this.#within(job.timeLimit, () => this.#overdue());
  }

  #start(): ChildProcess {
    const program = this.#needs.program ?? `${import.meta.dirname}/press-process.ts`;
    const started = fork(program, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    started.on('message', (message: FromPress) => this.#hear(started, message));
    started.on('error', () => this.#ended(started, null));
    started.on('exit', (code, signal) => this.#ended(started, code ?? signal));
    return started;
  }

  #hear(from: ChildProcess, message: FromPress): void {
    if (from !== this.#process) return;
    if ('ready' in message) {
      this.#isReady = true;
      return this.#send();
    }
    if (message.order !== this.#current?.order) return;
    if ('pdf' in message) return this.#give({ pdf: Buffer.from(message.pdf) });
    if ('missing' in message) {
      const { character, text } = message.missing;
      const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
      return this.#give({ refused: 'character-missing', params: { character, code, text } });
    }
    this.#needs.trouble('failed', { reason: message.failed });
    this.#give({ refused: 'document-failed' });
  }

  /** The answer to the paper under way; then the next. */
  #give(made: Made): void {
    const current = this.#current;
    if (!current) return;
    this.#current = null;
    current.job.answer(made);
    if (!this.#stopped) this.#next();
  }

  /** Native code cannot be asked to stop: the process is ended, and the next paper starts another. */
  #overdue(): void {
    this.#needs.trouble('overdue', { template: this.#current?.job.template });
    this.#end();
    this.#give({ refused: 'document-failed' });
  }

  #ended(which: ChildProcess, how: number | string | null): void {
    if (which !== this.#process) return;
    this.#needs.trouble('ended', { how });
    this.#forget();
    this.#give({ refused: 'document-failed' });
  }

  #end(): void {
    const ending = this.#process;
    this.#forget();
    ending?.kill('SIGKILL');
  }

  #forget(): void {
    this.#process = null;
    this.#isReady = false;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #within(ms: number, then: () => void): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(then, ms);
    // It keeps no program running that has nothing else to do.
    if (!this.#current) this.#timer.unref();
  }
}
