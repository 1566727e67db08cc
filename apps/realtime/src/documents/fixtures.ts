/** For tests: a hearing with final minutes as its chair sees it, and papers read back with the tools of poppler. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordedEvent } from '@yishiting/domain/chain';
import type { PlacedBlock } from '@yishiting/domain/minutes-view';
import { replay, type Meeting } from '@yishiting/domain/meeting';
import { factOf } from '@yishiting/domain/recorded';
import type { RecordSeal } from '@yishiting/domain/record-seal';
import { view, type View } from '@yishiting/domain/view';
import { Press } from './press.ts';

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
