import { describe, expect, it } from 'vitest';
import { deletionsHash, minutesCloseOf, minutesCloses, sameMark, savedMark } from './minutes-wire.ts';

describe('the mark of a document', () => {
  it('[R15] is the hash of the deleted runs by client, byte for byte', () => {
    // printf '7:0+3,9+1,;12:4+2,;' | sha256sum
    const deleted = [
      [12, [{ clock: 4, len: 2 }]],
      [
        7,
        [
          { clock: 0, len: 3 },
          { clock: 9, len: 1 },
        ],
      ],
      [99, []],
    ] as const;
    expect(deletionsHash(deleted)).toBe('9586bea9631ed549fced72f90cb0c64310f62f91e55f7edd3e3985bbebf9afd3');
    expect(deletionsHash([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('[R15] differs by what is deleted alone', () => {
    const vector = Uint8Array.from([1, 7, 200]);
    const before = savedMark(vector, [[7, [{ clock: 0, len: 1 }]]]);
    expect(before.stateVector).toBe('AQfI');
    expect(sameMark(before, savedMark(vector, [[7, [{ clock: 0, len: 2 }]]]))).toBe(false);
    expect(sameMark(before, savedMark(vector, [[7, [{ clock: 0, len: 1 }]]]))).toBe(true);
  });
});

it('every close has a code of its own, by which it is told', () => {
  for (const [name, { code }] of Object.entries(minutesCloses)) expect(minutesCloseOf(code)).toBe(name);
  expect(minutesCloseOf(1006)).toBeUndefined();
});
