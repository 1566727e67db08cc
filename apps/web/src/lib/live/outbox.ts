/**
 * Commands on their way up. Each keeps its id until it is answered, so that sending it again after a broken connection
 * does it once. Refusals that pass by themselves are tried again a few times.
 */
import type { MeetingCommand } from '@yishiting/domain/acts/command';
import type { Answer } from '@yishiting/domain/protocol';
import type { RefusalCode } from '@yishiting/domain/refusals';
import type { Wire } from './wire.ts';

interface Pending {
  id: string;
  command: MeetingCommand;
  tell: (answer: Answer) => void;
  /** Being asked just now, over the present connection. */
  asking: boolean;
  tries: number;
}

/** Refusals that pass by themselves; a server that stops is followed by another. */
const passing: readonly RefusalCode[] = ['try-again', 'too-fast', 'stopping'];
const mostTries = 6;
const pause = (tries: number): number => Math.min(300 * 2 ** tries, 5_000);

/** 128 random bits as 32 hexadecimal digits; works without a secure context, which `randomUUID` does not. */
export function newCommandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export class Outbox {
  #wire: () => Wire;
  #changed: (waiting: number) => void;
  #pending = new Map<string, Pending>();
  #connected = false;

  /** `changed` hears how many commands await their answer. */
  constructor(wire: () => Wire, changed: (waiting: number) => void) {
    this.#wire = wire;
    this.#changed = changed;
  }

  /** Resolves with the answer, however long the connection is away. */
  give(command: MeetingCommand, id = newCommandId()): Promise<Answer> {
    return new Promise((tell) => {
      this.#pending.set(id, { id, command, tell, asking: false, tries: 0 });
      this.#changed(this.#pending.size);
      this.#ask(id);
    });
  }

  /** The connection is there (again): whatever has no answer yet is asked again, in its order. */
  connected(): void {
    this.#connected = true;
    for (const pending of this.#pending.values()) pending.asking = false;
    for (const id of [...this.#pending.keys()]) this.#ask(id);
  }

  disconnected(): void {
    this.#connected = false;
  }

  /** Nobody will answer any more: everything waiting is refused with this code. */
  giveUp(answer: Answer): void {
    for (const { id } of [...this.#pending.values()]) this.#settle(id, answer);
  }

  #ask(id: string): void {
    const pending = this.#pending.get(id);
    if (!pending || pending.asking || !this.#connected) return;
    pending.asking = true;
    const { command } = pending;
    void this.#wire()
      .ask({ t: 'command', id, command })
      .then((answer) => this.#heard(id, answer));
  }

  #heard(id: string, answer: Answer | null): void {
    const pending = this.#pending.get(id);
    // No answer: the connection broke, and `connected` asks again.
    if (!pending || answer === null) return;
    if (answer.answer === 'refused' && passing.includes(answer.code) && pending.tries < mostTries) {
      setTimeout(() => {
        pending.asking = false;
        this.#ask(id);
      }, pause(pending.tries));
      pending.tries += 1;
      return;
    }
    this.#settle(id, answer);
  }

  #settle(id: string, answer: Answer): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    this.#changed(this.#pending.size);
    pending?.tell(answer);
  }
}
