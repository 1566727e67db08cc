/** Starts the crowd in a process of its own, so that the phones take no time from the server. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Ask, ScribeAsk } from './asking.ts';

export interface Crowd {
  /** @returns one number a phone, as the question says; rejects when a phone failed */
  ask(ask: Ask | ScribeAsk): Promise<number[]>;
  stop(): void;
}

export function startCrowd(): Crowd {
  const child = fork(fileURLToPath(new URL('./crowd.ts', import.meta.url)), { execArgv: [] });
  const waiting = new Map<number, PromiseWithResolvers<number[]>>();
  let asked = 0;
  child.on('message', ({ id, instants, error }: { id: number; instants?: number[]; error?: string }) => {
    if (instants) waiting.get(id)?.resolve(instants);
    else waiting.get(id)?.reject(new Error(error));
    waiting.delete(id);
  });
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('the crowd has left'));
  });
  return {
    ask(ask) {
      const answer = Promise.withResolvers<number[]>();
      waiting.set(++asked, answer);
      child.send({ id: asked, ask });
      return answer.promise;
    },
    stop: () => void child.kill(),
  };
}
