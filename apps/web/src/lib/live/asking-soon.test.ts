import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { askSoon } from './asking-soon.ts';

let asked: string[];
/** Lets the network answer what was asked longest ago. */
let answer: (() => void)[];
beforeEach(() => {
  vi.useFakeTimers();
  [asked, answer] = [[], []];
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    return new Promise((resolve) => answer.push(() => resolve(new Response(JSON.stringify(path)))));
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('asks nothing while somebody types, and once when they pause', async () => {
  const told = vi.fn();
  askSoon('/王', told)();
  askSoon('/王桂', told);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toEqual(['/王桂']);
  answer[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(told.mock.calls).toEqual([[{ ok: true, value: '/王桂' }]]);
});

it('keeps to itself what comes after the next word was typed', async () => {
  const told = vi.fn();
  const stop = askSoon('/王', told);
  await vi.advanceTimersByTimeAsync(1_000);
  stop();
  answer[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect([asked, told.mock.calls]).toEqual([['/王'], []]);
});
