import { expect, it } from 'vitest';
import { cost, hashPassword, isCheap, isNobodysPassword, isPassword, passwordDue } from './passwords.ts';

const cheap = { ln: 4, r: 8, p: 1 };

it('[R9] keeps passwords as scrypt hashes that name a cost of OWASP strength, each with its own salt', async () => {
  const kept = await hashPassword('议事厅-2026');
  expect(kept).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[\w-]{22}\$[\w-]{43}$/);
  expect(await hashPassword('议事厅-2026', cheap)).not.toBe(await hashPassword('议事厅-2026', cheap));
  // The equivalent settings of the cheat sheet: 2^17·1, 2^16·2, 2^15·3, 2^14·5, 2^13·10, with r = 8.
  expect(2 ** cost.ln * cost.p).toBeGreaterThanOrEqual(2 ** 15 * 3);
});

it('knows the right password by hashes of any cost, however its letters were composed', async () => {
  const kept = await hashPassword('Cafe\u0301-2026', cheap);
  expect(await isPassword('Caf\u00e9-2026', kept)).toBe(true);
  expect(await isPassword('Cafe-2026', kept)).toBe(false);
  expect(isCheap(kept)).toBe(true);
  expect(isCheap(await hashPassword('a-1'))).toBe(false);
});

it('nobody has a password, and looking takes a hash as well', async () => {
  expect(await isNobodysPassword('anything')).toBe(false);
});

it('many at once are all answered', async () => {
  const kept = await hashPassword('a-1', cheap);
  const asked = Array.from({ length: 20 }, (_, n) => isPassword(n % 2 ? 'a-1' : 'b-1', kept));
  expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(10);
});

it('what is no password hash is a bug, not a wrong password', async () => {
  await expect(isPassword('a', 'plain')).rejects.toThrow('no password hash');
});

it('[R9] is due after half a year and warned of 14 days before', () => {
  const { dueAt, warnAt } = passwordDue(Date.UTC(2026, 0, 1));
  expect(new Date(dueAt).toISOString().slice(0, 10)).toBe('2026-07-02');
  expect(dueAt - warnAt).toBe(14 * 86_400_000);
});
