import { afterEach, describe, expect, it, vi } from 'vitest';
import { Drafting } from './drafting.svelte.ts';

/** A tab of a browser: what it keeps is there after a reload. */
function aTab(): Map<string, string> {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => kept.set(name, text),
    removeItem: (name: string) => kept.delete(name),
  });
  return kept;
}
afterEach(() => vi.unstubAllGlobals());

describe('what a writer has open', () => {
  it('is open again after a reload, and of this writer in this meeting alone', () => {
    const kept = aTab();
    const desk = new Drafting('meeting', 'recorder');
    for (const part of ['first', 'facts', 'first']) desk.begin(part);
    expect(new Drafting('meeting', 'recorder').open).toEqual(['first', 'facts']);
    desk.end('first');
    expect(new Drafting('meeting', 'recorder').open).toEqual(['facts']);
    expect([new Drafting('meeting', 'chair').open, new Drafting('other', 'recorder').open]).toEqual([[], []]);
    desk.end('facts');
    expect(kept.size).toBe(0);
  });

  it('opens when somebody types into what stood open by itself, but for the field of a further clause', () => {
    aTab();
    const desk = new Drafting('meeting', 'recorder');
    desk.tell('facts', false);
    desk.tell('new', true);
    expect(desk.open).toEqual([]);
    desk.tell('facts', true);
    expect(desk.open).toEqual(['facts']);
  });

  it('counts as unsaved as long as any of it is', () => {
    aTab();
    const desk = new Drafting('meeting', 'recorder');
    expect(desk.unsaved).toBe(false);
    desk.tell('facts', true);
    desk.tell('new', true);
    desk.tell('facts', false);
    expect(desk.unsaved).toBe(true);
    desk.tell('new', false);
    expect(desk.unsaved).toBe(false);
  });

  it('is nothing when what was kept is damaged', () => {
    const kept = aTab();
    new Drafting('meeting', 'recorder').begin('facts');
    const [name] = kept.keys();
    for (const damaged of ['{', '3', '[1, null]']) {
      kept.set(name!, damaged);
      expect(new Drafting('meeting', 'recorder').open).toEqual([]);
    }
  });
});
