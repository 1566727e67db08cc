import type { HostNote } from '@yishiting/domain/host-notes';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { storageIn } from '#lib/live/testing-storage.ts';
import { Note } from './note.svelte.ts';

/** What the server has; `away`: no network. */
let there: HostNote | undefined;
let away: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  [there, away] = [undefined, false];
  vi.stubGlobal('sessionStorage', storageIn());
  vi.stubGlobal('fetch', async (_path: string, { body }: RequestInit) => {
    if (away) throw new TypeError('no network');
    const given = JSON.parse(String(body)) as HostNote;
    const fits = given.version === (there?.version ?? 0);
    if (fits) there = { item: null, text: given.text.trim(), version: given.version + 1, at: 0 };
    return new Response(JSON.stringify({ outcome: fits ? 'saved' : 'differs', note: there }));
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const opened = () => new Note('/notes', 'm', null, there);
function type(note: Note, text: string): void {
  note.text = text;
  note.typed();
}

it('saves what is typed by itself, and a reload finds it', async () => {
  const note = opened();
  type(note, '先请老人讲');
  expect(note.settled).toBe(false);
  await pass(2_000);
  expect([note.settled, there?.text]).toEqual([true, '先请老人讲']);
  expect(opened().text).toBe('先请老人讲');
});

it('keeps what was typed without network through a reload, and saves it when it is back', async () => {
  away = true;
  type(opened(), '断网时写的');
  await pass(5_000);
  const reloaded = opened();
  expect(reloaded.text).toBe('断网时写的');
  away = false;
  await pass(60_000);
  expect(there?.text).toBe('断网时写的');
});

it.each([
  ['ours', '乙写的', '乙写的'],
  ['theirs', '甲写的', '甲写的'],
  ['both', '甲写的\n\n乙写的', '甲写的\n\n乙写的'],
] as const)(
  'of two windows the second is shown what the first wrote, and chooses: %s',
  async (which, shown, stored) => {
    const [one, other] = [opened(), opened()];
    type(one, '甲写的');
    await pass(2_000);
    type(other, '乙写的');
    await pass(2_000);
    expect([other.text, other.other?.text, there?.text]).toEqual(['乙写的', '甲写的', '甲写的']);
    other.choose(which);
    await pass(2_000);
    expect([other.text, there?.text, other.other, other.settled]).toEqual([shown, stored, null, true]);
  },
);

it('takes up what another window saved, unless something is typed here and not saved', async () => {
  const [one, other] = [opened(), opened()];
  type(one, '甲写的');
  await pass(2_000);
  other.seen(there);
  expect(other.text).toBe('甲写的');
  away = true;
  type(other, '甲写的，乙补充');
  other.seen({ ...there!, text: '更新', version: 9 });
  expect(other.text).toBe('甲写的，乙补充');
});
