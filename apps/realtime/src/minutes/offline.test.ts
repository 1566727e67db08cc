import { minutesLimits } from '@yishiting/domain/minutes-wire';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { rounds } from '../../../../scripts/rounds.mjs';
import { itemOf, seatOf } from '../room/fixtures.ts';
import { mulberry32 } from '../testing/random.ts';
import { breath } from './desk.ts';
import { aDesk, editorAt, lines, restarted, settled, TestEditor, textOf, write } from './fixtures.ts';

const { chair, recorder } = seatOf;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('typing while offline', () => {
  it('[R15] in two editors merges on return without loss or doubling', async () => {
    const at = await aDesk();
    const [one, other] = [await editorAt(at, chair), await editorAt(at, recorder)];
    write(one.doc, itemOf(1), '开头');
    await settled();
    for (const [editor, words] of [
      [one, '甲说'],
      [other, '乙说'],
    ] as const) {
      editor.go();
      write(editor.doc, itemOf(1), words);
    }
    await Promise.all([one.come(), other.come()]);
    await settled();
    expect(lines(one.doc, itemOf(1))).toEqual(lines(other.doc, itemOf(1)));
    expect(lines(one.doc, itemOf(1)).toSorted()).toEqual(['开头', '甲说', '乙说'].toSorted());
    expect(await textOf(await restarted(at), itemOf(1))).toEqual(lines(one.doc, itemOf(1)));
  });

  it('[R15] is taken in whatever comes first, what is typed now or what was typed before', async () => {
    const at = await aDesk();
    const editor = new TestEditor(at, recorder);
    write(editor.doc, itemOf(1), '先写的');
    await editor.come(() => write(editor.doc, itemOf(1), '正在写的'));
    await settled();
    expect([editor.closed, await textOf(at, itemOf(1))]).toEqual([null, ['先写的', '正在写的']]);
  });

  it('[R8] waits for what went before, but not for ever', async () => {
    const at = await aDesk();
    const editor = new TestEditor(at, recorder);
    await editor.come(() => {
      for (let n = 0; n <= minutesLimits.early; n += 1) write(editor.doc, itemOf(1), `${n}`);
    });
    expect([editor.closed, at.record.typed]).toEqual(['too-fast', []]);
  });

  it.each(Array.from({ length: rounds('minutes') }, (_, i) => i + 1))(
    '[R15] seeded course %i: breaks, restarts, deletions; each word once on every side',
    async (seed) => {
      const random = mulberry32(seed);
      const dice = (n: number) => Math.floor(random() * n);
      let at = await aDesk();
      const docs = [chair, recorder, recorder].map((seat) => ({ seat, doc: new Y.Doc() }));
      let editors = docs.map(({ seat, doc }) => new TestEditor(at, seat, doc));
      const written = new Set<string>();
      for (let step = 0; step < 60; step += 1) {
        const editor = editors[dice(3)]!;
        at.clock.time += 200;
        const kind = random();
        if (kind < 0.5) {
          const words = `${seed}:${step}`;
          write(editor.doc, itemOf(1 + dice(2)), words);
          written.add(words);
        } else if (kind < 0.65) {
          const fragment = editor.doc.getXmlFragment(itemOf(1));
          if (fragment.length > 0) {
            const place = dice(fragment.length);
            written.delete(lines(editor.doc, itemOf(1))[place]!);
            fragment.delete(place, 1);
          }
        } else if (kind < 0.8) editor.go();
        else if (kind < 0.95) {
          // A page has one connection; left open, they would add up to more than a seat may have.
          editor.go();
          await editor.come();
        } else {
          await settled();
          for (const one of editors) one.go();
          at = await restarted(at);
          editors = docs.map(({ seat, doc }) => new TestEditor(at, seat, doc));
        }
        if (random() < 0.3) await settled();
      }
      for (const editor of editors)
        if ((editor.go(), !(await editor.come()))) throw new Error(`Closed: ${editor.closed}`);
      await settled();
      const [first, ...rest] = editors.map(({ doc }) => [1, 2].map((n) => lines(doc, itemOf(n))));
      for (const other of rest) expect(other).toEqual(first);
      expect(first!.flat().toSorted()).toEqual([...written].toSorted());
      const later = await restarted(at);
      expect([await textOf(later, itemOf(1)), await textOf(later, itemOf(2))]).toEqual(first);
      await vi.advanceTimersByTimeAsync(2 * breath);
      for (const { mark } of editors) expect(at.saved.at(-1)!.mark).toEqual(mark);
    },
  );
});
