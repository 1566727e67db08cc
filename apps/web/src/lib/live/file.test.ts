import { expect, it } from 'vitest';
import { nameIn } from './file.ts';

it('a file is saved under the name that the server gives it, else under a plain one', () => {
  const header = `attachment; filename="document.pdf"; filename*=UTF-8''${encodeURIComponent('听证会笔录.pdf')}`;
  expect(nameIn(header)).toBe('听证会笔录.pdf');
  for (const other of [null, '', 'attachment', "attachment; filename*=UTF-8''%E4%"])
    expect(nameIn(other)).toBe('document.pdf');
});
