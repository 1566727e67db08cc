/** For tests: a hearing with final minutes as its chair sees it, and papers read back with the tools of poppler. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordedEvent } from '@yishiting/domain/chain';
import type { PlacedBlock } from '@yishiting/domain/minutes-view';
import { replay, type Meeting } from '@yishiting/domain/meeting';
import { factOf } from '@yishiting/domain/recorded';
import { entryCardsPaper, type EntryCardsPaper, type QrCode } from '@yishiting/domain/papers/entry-cards-paper';
import type { RecordSeal } from '@yishiting/domain/record-seal';
import { view, type View } from '@yishiting/domain/view';
import { Press } from './press.ts';
import { qrOf } from './qr.ts';

const record = new URL('../../../../packages/domain/fixtures/records/0.1.0/hearing.jsonl', import.meta.url);

/** A whole recorded hearing, its minutes frozen. */
export function recordedHearing(): Meeting {
  const lines = readFileSync(record, 'utf8').trim().split('\n');
  return replay(lines.map((line) => factOf(JSON.parse(line) as RecordedEvent)));
}

export const chairsView = (meeting = recordedHearing()): View =>
  view(
    { meeting, live: { connected: new Set(), offlineSince: new Map(), joinCode: null } },
    { capacities: ['chair'], staff: false },
  );

export const aSeal: RecordSeal = {
  community: '018f0000-0000-7000-8000-000000000001',
  meeting: '018f0000-0000-7000-8000-000000000501',
  version: 62,
  head: '0123456789abcdef'.repeat(4),
  at: Date.UTC(2026, 10, 22, 2, 21),
  key: 'fedcba9876543210'.repeat(4),
  signature: '00112233445566778899aabbccddeeff'.repeat(4),
};
export const made = {
  now: Date.UTC(2026, 10, 22, 3),
  seal: { seal: aSeal, page: 'http://192.168.1.20:3000/c/nanmen/records' },
};

/** The view with these paragraphs as all that is written under its first item. */
export function withTyped(seen: View, paragraphs: readonly string[]): View {
  const [item] = seen.agenda.order;
  const blocks = paragraphs.map((text, n): [string, PlacedBlock] => [
    `t${n}`,
    { kind: 'paragraph', depth: 0, text: [{ text }], place: n + 1 },
  ]);
  const minutes = { ...seen.minutes!, sections: { ...seen.minutes!.sections, [item!]: Object.fromEntries(blocks) } };
  return { ...seen, minutes };
}

/** The view of a meeting whose notice was kept. */
export function withNotice(seen: View, body = noticeBody): View {
  const words = { title: '关于召开南门里小区3号楼2单元加装电梯社区工作听证会的公告', signature: '示范社区居民委员会' };
  const text = { ...words, body, issuedAt: Date.UTC(2026, 10, 22, 1) };
  return { ...seen, desk: { ...seen.desk!, notice: { ...seen.desk!.notice, text } } };
}
const noticeBody = `为做好“南门里小区3号楼2单元加装电梯”有关工作，定于2026年11月26日（星期四）上午9:00召开听证会。现将有关事项公告如下：
一、会议时间：2026年11月26日（星期四）上午9:00
二、会议地点：社区党群服务中心二楼议事厅
四、参加人员
主持人：周建国（社区党组织书记、居委会主任）。
代表：㛃小明（3号楼住户）、䶮国强、马俊（辖区单位代表，南门小学）。
六、联系方式：林晓燕，0571-88000000。
特此公告。`;

export const linkOf = (n: number): string => `http://192.168.1.20:3000/c/nanmen/enter#${String(n).padStart(43, 'x')}`;
/** Entry cards for everybody in the meeting. */
export function cardsOf(seen: View): EntryCardsPaper {
  const links = seen.people.order.map((seat, n) => ({ seat, qr: qrOf(linkOf(n)) }));
  const reach = { origin: 'http://192.168.1.20:3000', joinCode: '482915' };
  return entryCardsPaper(seen, links, { now: made.now, reach })!;
}

/** Whether a code of that side (mm) is on the picture, its left edge at `x` mm, wherever it begins: every module as it should be. */
export function isDrawnOn(
  { width, height, dots, perMm }: Grey,
  { size, path }: QrCode,
  { x, side }: { x: number; side: number },
) {
  const isDark = new Set<number>();
  for (const [, left, top, run] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
    for (let n = 0; n < Number(run); n += 1) isDark.add(Number(top) * size + Number(left) + n);
  const module = (side * perMm) / size;
  const fits = (from: number) => {
    for (let n = 0; n < size * size; n += 1) {
      const [across, down] = [x * perMm + ((n % size) + 0.5) * module, from + (Math.floor(n / size) + 0.5) * module];
      if (dots[Math.floor(down) * width + Math.floor(across)]! < 128 !== isDark.has(n)) return false;
    }
    return true;
  };
  for (let from = 0; from < height - side * perMm; from += 1) if (fits(from)) return true;
  return false;
}

/** A page as it is printed: one byte a dot, 0 being black. */
interface Grey {
  width: number;
  height: number;
  dots: Uint8Array;
  perMm: number;
}

/** A press that says why, where a paper is not made. */
export const aPress = (needs: Partial<ConstructorParameters<typeof Press>[0]> = {}): Press =>
  new Press({ trouble: (what, facts) => console.error(what, facts), ...needs });

/** A paper on disk, as poppler reads it. */
export class ReadBack {
  readonly bytes: Buffer;
  readonly #file: string;

  constructor(pdf: Buffer) {
    this.bytes = pdf;
    this.#file = join(mkdtempSync(join(tmpdir(), 'yishiting-paper-')), 'paper.pdf');
    writeFileSync(this.#file, pdf);
  }

  #run = (tool: string, ...args: string[]): string =>
    execFileSync(tool, [...args, this.#file, ...(tool === 'pdftotext' ? ['-'] : [])], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });

  get info(): string {
    return this.#run('pdfinfo');
  }
  get pages(): number {
    return Number(/Pages:\s+(\d+)/.exec(this.info)?.[1]);
  }
  /** The description that says what standard the file claims. */
  get metadata(): string {
    return this.#run('pdfinfo', '-meta');
  }
  /** One line a face: name, type, whether embedded, subset, with a way back to Unicode. */
  get faces(): { name: string; embedded: boolean; readable: boolean }[] {
    const lines = this.#run('pdffonts').trim().split('\n').slice(2);
    return lines.map((line) => {
      const [embedded, , readable] = /(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/.exec(line.trim())!.slice(1);
      return { name: line.split(/\s/)[0]!, embedded: embedded === 'yes', readable: readable === 'yes' };
    });
  }
  /** How many pictures made of dots it holds. */
  get pictures(): number {
    return this.#run('pdfimages', '-list').trim().split('\n').length - 2;
  }
  /** The first page in grey. @param dpi dots an inch */
  grey(dpi: number): Grey {
    const args = ['-gray', '-r', String(dpi), '-f', '1', '-l', '1', this.#file];
    const pgm = execFileSync('pdftoppm', args, { maxBuffer: 256 * 1024 * 1024, stdio: ['ignore', 'pipe', 'ignore'] });
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString('latin1', 0, 40))!;
    const [width, height] = [Number(head[1]), Number(head[2])];
    return { width, height, dots: pgm.subarray(head[0].length), perMm: dpi / 25.4 };
  }
  /** The text of each page, in the order in which it was set. */
  get texts(): string[] {
    return this.#run('pdftotext', '-raw').split('\f').slice(0, -1);
  }
  /** All the text without head and foot of the pages, and without white space: where lines end is the paper's own affair. */
  body(marks: readonly string[] = []): string {
    const isFurniture = (line: string) => /^— \d+ —$/.test(line.trim()) || line.trim() === marks.join('　');
    return squeezed(
      this.texts
        .flatMap((text) => text.split('\n'))
        .filter((line) => !isFurniture(line))
        .join(''),
    );
  }
}

export const squeezed = (text: string): string => text.replace(/\s/gu, '');
