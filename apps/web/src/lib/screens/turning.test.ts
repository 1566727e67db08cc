import { describe, expect, it } from 'vitest';
import { turned, type DocumentShown } from './turning.ts';

const at = (page: number, part: DocumentShown['part'] = 'whole') =>
  ({ kind: 'document', file: 'a', page, part }) as const;

describe('the next page on the wall', () => {
  it.each([
    [at(1), 1, 12, at(2)],
    [at(2), -1, 12, at(1)],
    [at(1), -1, 12, null],
    [at(12), 1, 12, null],
    [at(3), 1, null, null],
    [at(3), -1, null, at(2)],
    [at(9), 1, 2, null],
    [at(9), -1, 2, at(1)],
    [at(1, 'top'), 1, 2, at(1, 'middle')],
    [at(1, 'bottom'), 1, 2, at(2, 'top')],
    [at(2, 'top'), -1, 2, at(1, 'bottom')],
    [at(2, 'bottom'), 1, 2, null],
    [at(1, 'top'), -1, 2, null],
  ] as const)('of %j by %i of %s is %j', (content, by, pages, to) => {
    expect(turned(content, by, pages)).toEqual(to);
  });
});
