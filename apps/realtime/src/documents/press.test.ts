/** What goes wrong with a paper is a refusal, and the next one is made. */
import { writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signInPaper } from '@yishiting/domain/papers/sign-in-paper';
import { afterEach, expect, it, vi } from 'vitest';
import { aPress, chairsView, made } from './fixtures.ts';
import { pressLimits, type Made, type Press } from './press.ts';

vi.setConfig({ testTimeout: 120_000 });
const paper = signInPaper(chairsView(), made)!;
const folder = mkdtempSync(join(tmpdir(), 'yishiting-press-'));

/** A program in the place of the real one: what it does with the nth order it ever gets. */
function aProgram(name: string, does: string): string {
  const file = join(folder, `${name}.mjs`);
  const [orders, ready] = [join(folder, `${name}.orders`), '{ ready: true }'];
  writeFileSync(orders, '');
  writeFileSync(
    file,
    `import { appendFileSync, readFileSync } from 'node:fs';
     process.on('disconnect', () => process.exit());
     process.on('message', ({ order }) => {
       appendFileSync(${JSON.stringify(orders)}, '.');
       const nth = readFileSync(${JSON.stringify(orders)}, 'utf8').length;
       ${does}
       process.send({ order, pdf: Buffer.from('%PDF-' + nth) });
     });
     process.send(${ready});`,
  );
  return file;
}

let press: Press | undefined;
afterEach(() => press?.stop());
const pdfOf = (one: Made): string => ('pdf' in one ? one.pdf.toString() : one.refused);

it('[H7] a crash of the typesetter is a refusal, and the next paper is made by a new one', async () => {
  const told: string[] = [];
  press = aPress({
    program: aProgram('crash', 'if (nth === 1) process.abort();'),
    trouble: (what) => void told.push(what),
  });
  const all = await Promise.all([1, 2, 3].map(() => press!.makePdf('sign-in-sheet', paper)));
  expect(all.map(pdfOf)).toEqual(['document-failed', '%PDF-2', '%PDF-3']);
  expect(told).toEqual(['ended']);
});

it('a paper that takes too long is given up, and the next one is made', async () => {
  const told: string[] = [];
  press = aPress({
    program: aProgram('hang', 'if (nth === 1) for (;;);'),
    trouble: (what) => void told.push(what),
    timeLimit: 500,
  });
  const all = await Promise.all([1, 2].map(() => press!.makePdf('sign-in-sheet', paper)));
  expect(all.map(pdfOf)).toEqual(['document-failed', '%PDF-2']);
  expect(told).toEqual(['overdue']);
});

it('more papers than can wait are refused, and those that wait are made in turn', async () => {
  press = aPress({ program: aProgram('busy', '') });
  const asked = Array.from({ length: pressLimits.waiting + 3 }, () => press!.makePdf('sign-in-sheet', paper));
  const all = (await Promise.all(asked)).map(pdfOf);
  const taken = Array.from({ length: pressLimits.waiting + 1 }, (_, n) => `%PDF-${n + 1}`);
  expect(all).toEqual([...taken, 'documents-busy', 'documents-busy']);
});

it('stopping refuses what waits', async () => {
  press = aPress({ program: aProgram('stop', 'return;') });
  const asked = [press.makePdf('sign-in-sheet', paper), press.makePdf('sign-in-sheet', paper)];
  press.stop();
  expect((await Promise.all(asked)).map(pdfOf)).toEqual(['stopping', 'stopping']);
  expect(pdfOf(await press.makePdf('sign-in-sheet', paper))).toBe('stopping');
});

it('a template that fails is a refusal, and says why to the log alone', async () => {
  const told: object[] = [];
  press = aPress({ trouble: (_, facts) => void told.push(facts) });
  const broken = { ...paper, marks: null } as unknown as typeof paper;
  expect(await press.makePdf('sign-in-sheet', broken)).toEqual({ refused: 'document-failed' });
  expect(JSON.stringify(told)).not.toContain(paper.title);
  expect(pdfOf(await press.makePdf('sign-in-sheet', paper))).toMatch(/^%PDF-/);
});
