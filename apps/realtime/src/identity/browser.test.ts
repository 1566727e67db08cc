import { expect, it } from 'vitest';
import { cookieFor, tokenIn } from './cookies.ts';
import { isOwnOrigin } from './origin.ts';
import { Revocations } from './revocations.ts';
import { newToken, tokenHash } from './tokens.ts';

it('finds its token among other cookies, and takes nothing else for one', () => {
  const [one, two] = [newToken(), newToken()];
  expect(tokenIn(`theme=dark; yishiting=${one}; lang=zh`)).toBe(one);
  expect(tokenIn(`yishiting=${one}; __Host-yishiting=${two}`)).toBe(two);
  for (const header of [undefined, '', 'yishiting=', `x-yishiting=${one}`, `yishiting=${one}x`, 'yishiting="; drop']) {
    expect(tokenIn(header)).toBeNull();
  }
  expect(tokenIn(cookieFor(one, true).split(';')[0])).toBe(one);
});

it('[R9] a token is 256 random bits, kept as SHA-256', () => {
  expect(Buffer.from(newToken(), 'base64url')).toHaveLength(32);
  expect(tokenHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

it('[R9] takes only pages of this server for its own', () => {
  const sent = (origin: string | undefined, host: string, cookie?: string) => ({ origin, host, cookie });
  const own = [
    sent('http://192.168.1.5:3000', '192.168.1.5:3000', 'a=b'),
    sent('https://yishi.example', 'yishi.example', 'a=b'),
    sent('https://yishi.example', 'yishi.example:443', 'a=b'),
    sent('http://[fd00::5]:3000', '[fd00::5]:3000', 'a=b'),
    sent('https://public.example', 'inner:3000', 'a=b'),
    sent(undefined, '192.168.1.5:3000'),
  ];
  const foreign = [
    sent('http://evil.example', '192.168.1.5:3000'),
    sent('http://192.168.1.5:3001', '192.168.1.5:3000'),
    sent('http://192.168.1.5:3000.evil.example', '192.168.1.5:3000'),
    sent('null', '192.168.1.5:3000'),
    sent('', '192.168.1.5:3000'),
    sent('file://', ''),
    sent('http://public.example', 'inner:3000'),
    sent(undefined, '192.168.1.5:3000', 'a=b'),
  ];
  for (const one of own) expect([one, isOwnOrigin(one, 'https://public.example')]).toEqual([one, true]);
  for (const one of foreign) expect([one, isOwnOrigin(one, 'https://public.example')]).toEqual([one, false]);
});

it('[R9] a revoked grant ends what stands on it, once, also what is just being opened', () => {
  const revocations = new Revocations();
  const ended: string[] = [];
  revocations.on('a', () => ended.push('a1'));
  const stop = revocations.on('a', () => ended.push('a2'));
  revocations.on('b', () => ended.push('b'));
  stop();
  revocations.tell(['a']);
  revocations.tell(['a']);
  expect(ended).toEqual(['a1']);
  revocations.on('a', () => ended.push('late'));
  expect(ended).toEqual(['a1', 'late']);
});
