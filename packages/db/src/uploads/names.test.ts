import { describe, expect, it } from 'vitest';
import { cleanName, titleOf } from './names.ts';

const pdf = 'application/pdf';

describe('[H5] names of files', () => {
  it.each([
    ['费用测算表.pdf', '费用测算表.pdf'],
    ['报告 2026.11.22.PDF', '报告 2026.11.22.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Windows\\system32\\合同.pdf', '合同.pdf'],
    ['合\0同\u0007\n.pdf', '合同.pdf'],
    ['合同\u202efdp.exe', '合同fdp_exe.pdf'],
    ['合同.pdf.exe', '合同_pdf_exe.pdf'],
    ['page.html', 'page_html.pdf'],
    ['照片.php.pdf', '照片_php.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['..', 'file.pdf'],
    ['', 'file.pdf'],
    ['   ', 'file.pdf'],
    ['con', 'file_con.pdf'],
    ['a"; filename="b.html', 'a__ filename=_b_html.pdf'],
    ['\ud800合同.pdf', '合同.pdf'],
    ['e\u0301te\u0301.pdf', 'été.pdf'],
  ])('%j becomes %j', (given, clean) => {
    expect(cleanName(given, pdf)).toBe(clean);
    expect(cleanName(clean, pdf)).toBe(clean);
  });

  it('get the ending their bytes deserve', () => {
    expect(cleanName('photo.jpeg', 'image/jpeg')).toBe('photo.jpg');
    expect(cleanName('photo.jpeg', 'image/png')).toBe('photo_jpeg.png');
  });

  it.each(['长'.repeat(500), '𠮷'.repeat(500), `${'a.'.repeat(250)}pdf`])('are cut to 120 characters', (given) => {
    const name = cleanName(given, pdf);
    expect(name.length).toBeLessThanOrEqual(120);
    expect(name.isWellFormed()).toBe(true);
    expect(name).toMatch(/\.pdf$/);
  });

  it('make titles', () => {
    expect(titleOf('费用测算表.pdf')).toBe('费用测算表');
    expect(titleOf('a__b.pdf')).toBe('a b');
  });
});
