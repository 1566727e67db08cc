import { expect, it } from 'vitest';
import { fileHeader, safeName } from './file-name.ts';

it.each([
  ['社区工作听证会笔录-加装电梯', '社区工作听证会笔录-加装电梯'],
  ['../../etc/passwd', 'etc passwd'],
  ['a\r\nSet-Cookie: x=1', 'a Set-Cookie x=1'],
  ['C:\\会议"记录"*?', 'C 会议 记录'],
  ['甲\u202Egnp.exe', '甲 gnp.exe'],
  ['...', 'document'],
])('%j is saved as %j', (name, saved) => {
  expect(safeName(name)).toBe(saved);
});

it('a long name is cut between characters, and the header stays one line of ASCII', () => {
  expect(Buffer.byteLength(safeName('𬀩'.repeat(200)))).toBe(160);
  for (const name of ["it's (a) *name*!", '禤秀英', '\n'])
    expect(fileHeader(name, 'pdf')).toMatch(/^attachment; filename="document\.pdf"; filename\*=UTF-8''[\w.~%-]+$/);
});
