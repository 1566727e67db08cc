import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { storageIn } from './testing-storage.ts';
import { keepDraft, readKept } from './drafts.ts';

const place = { meeting: 'm', seat: '1', field: 'form' };
beforeEach(() => void vi.stubGlobal('sessionStorage', storageIn()));
afterEach(() => vi.unstubAllGlobals());

it('finds a whole form as it was kept', () => {
  keepDraft(place, JSON.stringify({ name: '李华', coming: null }));
  expect(readKept(place)).toEqual({ name: '李华', coming: null });
});

it('takes what cannot be read for nothing, so that the page opens with its form empty', () => {
  expect(readKept(place)).toBeNull();
  keepDraft(place, '{"name":"李');
  expect(readKept(place)).toBeNull();
});
