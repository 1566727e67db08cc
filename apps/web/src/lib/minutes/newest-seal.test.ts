import { expect, it } from 'vitest';
import { newestSeal } from './newest-seal.ts';

const of = { community: 'c', meeting: 'm' };
const seal = (meeting: string, version: number) => ({
  ...{ meeting, version, matter: null, event: 'meeting-closed', head: `h${version}`, at: version, key: 'k' },
  signature: 's',
});

it('is the one of the highest version, of this meeting alone', () => {
  const seals = [seal('m', 7), seal('other', 90), seal('m', 31), seal('m', 12)];
  expect(newestSeal({ seals }, of)).toEqual({ ...of, version: 31, head: 'h31', at: 31, key: 'k', signature: 's' });
  expect(newestSeal({ seals: [seal('other', 1)] }, of)).toBeNull();
});
