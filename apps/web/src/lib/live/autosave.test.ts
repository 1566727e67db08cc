import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Autosave, pauseBefore, type SaveOutcome, type Saving } from './autosave.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An autosave whose server answers when it is told to. */
function aDesk() {
  const sent: string[] = [];
  const told: Saving[] = [];
  const answers: ((outcome: SaveOutcome) => void)[] = [];
  const autosave = new Autosave<string>({
    save: (value) => {
      sent.push(value);
      return new Promise((answer) => answers.push(answer));
    },
    tell: (saving) => void told.push(saving),
    now: () => 42,
  });
  const answer = async (outcome: SaveOutcome) => {
    answers.shift()?.(outcome);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { autosave, sent, answer, last: () => told.at(-1), pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
}

it('saves once, a moment after the last key, and says when', async () => {
  const { autosave, sent, answer, last, pass } = aDesk();
  autosave.typed('电');
  await pass(pauseBefore - 1);
  autosave.typed('电梯');
  expect(last()).toEqual({ is: 'waiting' });
  await pass(pauseBefore - 1);
  expect(sent).toEqual([]);
  await pass(1);
  expect(sent).toEqual(['电梯']);
  expect(last()).toEqual({ is: 'saving' });
  await answer('saved');
  expect(last()).toEqual({ is: 'saved', at: 42 });
});

it('saves what was typed while it was saving, afterwards, and never says saved in between', async () => {
  const { autosave, sent, answer, last, pass } = aDesk();
  autosave.typed('一');
  await pass(pauseBefore);
  autosave.typed('二');
  await pass(pauseBefore * 3);
  expect(sent, 'one at a time').toEqual(['一']);
  await answer('saved');
  expect(last()?.is).not.toBe('saved');
  await pass(pauseBefore);
  expect(sent).toEqual(['一', '二']);
  await answer('saved');
  expect(last()).toEqual({ is: 'saved', at: 42 });
});

it('tries again by itself when the server is away, with the latest, and at longer and longer intervals', async () => {
  const { autosave, sent, answer, last, pass } = aDesk();
  autosave.typed('一');
  await pass(pauseBefore);
  await answer({ code: 'try-again' });
  expect(last()).toEqual({ is: 'failed', refusal: { code: 'try-again' }, again: true });
  await pass(2_000);
  expect(sent).toEqual(['一', '一']);
  await answer({ code: 'try-again' });
  await pass(2_000);
  expect(sent, 'not yet').toHaveLength(2);
  autosave.typed('二');
  await pass(pauseBefore);
  expect(sent).toEqual(['一', '一', '二']);
  await answer('saved');
  await pass(120_000);
  expect(sent).toHaveLength(3);
});

it('keeps what was refused, waits for the hand that mends it, and saves it when asked', async () => {
  const { autosave, sent, answer, last, pass } = aDesk();
  autosave.typed('太长');
  await pass(pauseBefore);
  await answer({ code: 'malformed', fields: { matter: 'too-long' } });
  await pass(120_000);
  expect(sent).toHaveLength(1);
  expect(last()).toMatchObject({ is: 'failed', again: false });
  const flushed = autosave.flush();
  await pass(0);
  await answer('saved');
  expect(await flushed).toBe(true);
  expect(sent).toEqual(['太长', '太长']);
});

it('does not send what cannot be saved yet, and says so only when the typing stops', async () => {
  const { autosave, sent, last, pass } = aDesk();
  autosave.typed('一');
  autosave.hold();
  expect(last()).toEqual({ is: 'waiting' });
  await pass(pauseBefore);
  expect(sent).toEqual([]);
  expect(last()).toEqual({ is: 'held' });
  expect(await autosave.flush(), 'something is left').toBe(false);
});

it('never says saved when the form became unfit while it was saving', async () => {
  const { autosave, answer, last, pass } = aDesk();
  autosave.typed('一');
  await pass(pauseBefore);
  autosave.hold();
  await answer('saved');
  expect(last()).toEqual({ is: 'held' });
});

it('flushes at once what waits, and is done when nothing does', async () => {
  const { autosave, sent, answer } = aDesk();
  expect(await autosave.flush()).toBe(true);
  autosave.typed('一');
  const flushed = autosave.flush();
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toEqual(['一']);
  await answer('saved');
  expect(await flushed).toBe(true);
});

it('stays where it is when somebody else saved in between, until it is told what to do', async () => {
  const { autosave, sent, answer, last, pass } = aDesk();
  autosave.typed('一');
  await pass(pauseBefore);
  await answer('overtaken');
  await pass(120_000);
  expect(last()).toEqual({ is: 'overtaken' });
  expect(sent).toHaveLength(1);
  autosave.stop();
  expect(await autosave.flush()).toBe(true);
  expect(sent).toHaveLength(1);
});
