import { expect, it } from 'vitest';
import { returnPath, signInPath } from './coming-back.ts';

const signIn = (path: string) => new URL(path, 'http://192.168.1.5:3000');

it('comes back to the page one was sent from', () => {
  for (const to of ['/c/guihua/m/1/prepare', '/c/guihua/m/1/recorder?seat=2', '/c/guihua/records']) {
    expect(returnPath('guihua', signIn(signInPath('guihua', to)))).toBe(to);
  }
});

it('goes nowhere else, whatever the address says', () => {
  for (const to of [
    '',
    'https://elsewhere.example/c/guihua/m',
    '//elsewhere.example/c/guihua/',
    '/\\elsewhere.example/c/guihua/',
    'javascript:alert(1)',
    '/c/other/m/1/prepare',
    '/c/guihua/../other/m/1',
    '/c/guihuax/m',
    'http://[',
  ]) {
    expect(returnPath('guihua', signIn(signInPath('guihua', to))), to).toBe('/c/guihua');
  }
  expect(returnPath('guihua', signIn('/c/guihua/sign-in'))).toBe('/c/guihua');
});
