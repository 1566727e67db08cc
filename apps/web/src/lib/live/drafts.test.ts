import { afterEach, expect, it, vi } from 'vitest';
import { keepDraft, readKept } from './drafts.ts';

const place = { meeting: 'm', seat: '1', field: 'form' };
function storing(): void {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  });
}
afterEach(() => vi.unstubAllGlobals());

it('finds a whole form as it was kept', () => {
  storing();
  keepDraft(place, JSON.stringify({ name: '李华', coming: null }));
  expect(readKept(place)).toEqual({ name: '李华', coming: null });
});

it('takes what cannot be read for nothing, so that the page opens with its form empty', () => {
  storing();
  expect(readKept(place)).toBeNull();
  keepDraft(place, '{"name":"李');
  expect(readKept(place)).toBeNull();
});
