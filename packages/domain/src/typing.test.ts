import { expect, it } from 'vitest';
import { spacedCode, typedAddress } from './typing.ts';

it('a code is spaced as it is read aloud', () => {
  expect(spacedCode('482915')).toBe('482 915');
});

it('an address leaves out only what a browser adds by itself', () => {
  expect(typedAddress('http://192.168.1.20:3000')).toBe('192.168.1.20:3000');
  expect(typedAddress('https://yishi.example.cn')).toBe('https://yishi.example.cn');
});
