import { describe, expect, it } from 'vitest';
import { keyOf } from './keys.ts';

const press = (key: string, given: object = {}) =>
  keyOf({ key, ctrlKey: false, metaKey: false, altKey: false, target: null, ...given });
const on = (tagName: string, type = '') => ({ target: { tagName, type } as unknown as EventTarget });

describe('keys of the chair', () => {
  it.each([
    ['ArrowRight', 'next'],
    ['ArrowLeft', 'back'],
    ['s', 'skip'],
    ['n', 'sounding'],
    ['V', 'close-vote'],
    [' ', 'pause'],
    ['e', 'end'],
    ['F', 'floor'],
    ['p', 'show-next'],
    ['m', 'notes'],
    ['B', 'blank'],
    ['x', null],
  ])('%s means %s', (key, act) => expect(press(key)).toBe(act));

  it('undoes with Ctrl or Command and Z, and leaves other combinations to the browser', () => {
    expect(press('z', { ctrlKey: true })).toBe('undo');
    expect(press('z', { metaKey: true })).toBe('undo');
    expect(press('n', { ctrlKey: true })).toBeNull();
    expect(press('ArrowLeft', { altKey: true })).toBeNull();
  });

  it('means nothing while somebody types', () => {
    for (const field of [on('INPUT', 'text'), on('INPUT', 'search'), on('TEXTAREA'), on('SELECT')]) {
      expect(press('n', field)).toBeNull();
      expect(press('ArrowRight', field)).toBeNull();
    }
  });

  it('leaves the space bar to what it presses, and to a field', () => {
    for (const at of [on('BUTTON'), on('SUMMARY'), on('INPUT', 'checkbox'), on('INPUT', 'text')])
      expect(press(' ', at)).toBeNull();
    expect(press(' ', on('BODY'))).toBe('pause');
    expect(press('e', on('BUTTON'))).toBe('end');
  });

  it('leaves the arrows to a row of radio buttons, and no other key', () => {
    expect(press('ArrowRight', on('INPUT', 'radio'))).toBeNull();
    expect(press('v', on('INPUT', 'radio'))).toBe('close-vote');
  });
});
