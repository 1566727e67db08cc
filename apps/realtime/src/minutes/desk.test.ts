import { opening } from '@yishiting/domain/minutes-text';
import { sameMark } from '@yishiting/domain/minutes-wire';
import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { given, itemOf, seatOf } from '../room/fixtures.ts';
import { breath } from './desk.ts';
import { keeping } from './keeping.ts';
import { aDesk, editorAt, lines, restarted, settled, TestEditor, textOf, write, type TestDesk } from './fixtures.ts';

const { chair, recorder, member } = seatOf;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('who sits at the desk', () => {
  it('[R15] is who may write; others are sent away before anything is said', async () => {
    const at = await aDesk();
    for (const seat of [chair, recorder]) expect(await new TestEditor(at, seat).come()).toBe(true);
    const one = new TestEditor(at, member(1));
    write(one.doc, opening, '我也要写');
    expect(await one.come()).toBe(false);
    expect([one.closed, one.synced, at.record.typed]).toEqual(['not-a-writer', false, []]);
    await at.room.submit(given(chair, { type: 'admit-writer', seat: member(1) }));
    expect(await one.come()).toBe(true);
    await settled();
    expect(await textOf(at, opening)).toEqual(['我也要写']);
  });

  it('[R15] changes at once when a writer is dismissed, and for all when the minutes are frozen', async () => {
    const at = await aDesk();
    await at.room.submit(given(chair, { type: 'admit-writer', seat: member(1) }));
    const [one, other] = [await editorAt(at, member(1)), await editorAt(at, recorder)];
    await at.room.submit(given(chair, { type: 'dismiss-writer', seat: member(1) }));
    expect([one.closed, other.closed]).toEqual(['not-a-writer', null]);
    write(one.doc, opening, '还想写');
    await settled();
    expect(at.record.typed).toEqual([]);
    write(other.doc, itemOf(1), '代表同意。');
    await settled();
    await freeze(at);
    expect(other.closed).toBe('frozen');
    expect(await new TestEditor(at, recorder).come()).toBe(false);
    expect(at.room.meeting.minutes).toMatchObject({ status: 'frozen' });
    expect(JSON.stringify(at.room.meeting.minutes)).toContain('代表同意。');
  });

  it('has room for a few editors of one seat', async () => {
    const at = await aDesk();
    for (let n = 0; n < 8; n += 1) await editorAt(at, recorder);
    const ninth = new TestEditor(at, recorder);
    expect([await ninth.come(), ninth.closed]).toEqual([false, 'too-fast']);
  });
});

/** Closes the meeting and confirms its minutes. */
async function freeze({ room, desk }: TestDesk) {
  await room.submit(given(chair, { type: 'open-meeting' }));
  const [first, ...rest] = room.meeting.called.agenda;
  await room.submit(given(chair, { type: 'begin-item', item: first!.item }));
  await room.submit(given(chair, { type: 'state-proposal', text: '采用方案二。' }));
  for (const { item } of rest) await room.submit(given(chair, { type: 'skip-item', item }));
  await room.submit(given(chair, { type: 'close-meeting' }));
  await room.submit(given(chair, { type: 'circulate-minutes' }));
  const { hash } = await desk.woven();
  expect(desk.live()?.hash).toBe(hash);
  for (const seat of [chair, recorder]) await room.submit(given(seat, { type: 'confirm-minutes', hash }));
}

describe('typing together', () => {
  it('reaches the others after the commit, and never before', async () => {
    const at = await aDesk();
    const [one, other] = [await editorAt(at, chair), await editorAt(at, recorder)];
    const gate = Promise.withResolvers<void>();
    at.record.before = () => gate.promise;
    write(one.doc, opening, '会前准备');
    await settled();
    expect([lines(other.doc, opening), at.record.typed]).toEqual([[], []]);
    gate.resolve();
    await settled();
    expect(lines(other.doc, opening)).toEqual(['会前准备']);
  });

  it('[R15] is told as saved only once it is committed, and equals what the editor has then', async () => {
    const at = await aDesk();
    const editor = await editorAt(at, recorder);
    const gate = Promise.withResolvers<void>();
    at.record.before = () => gate.promise;
    write(editor.doc, opening, '甲乙丙');
    await settled();
    expect(at.saved.some(({ mark }) => sameMark(mark, editor.mark))).toBe(false);
    gate.resolve();
    await settled();
    await vi.advanceTimersByTimeAsync(breath);
    expect(at.saved.at(-1)).toEqual({ mark: editor.mark, recorder: true, member: false });
  });

  it('[R15] that only deletes is told as saved only once it is committed', async () => {
    const at = await aDesk();
    const editor = await editorAt(at, recorder);
    const paragraph = write(editor.doc, opening, '甲乙丙');
    await settled();
    await vi.advanceTimersByTimeAsync(2 * breath);
    const before = at.saved.at(-1)!.mark;
    expect(before).toEqual(editor.mark);
    const gate = Promise.withResolvers<void>();
    at.record.before = () => gate.promise;
    (paragraph.get(0) as Y.XmlText).delete(1, 1);
    await settled();
    await vi.advanceTimersByTimeAsync(2 * breath);
    expect(editor.mark.stateVector).toBe(before.stateVector);
    expect(sameMark(editor.mark, at.saved.at(-1)!.mark)).toBe(false);
    gate.resolve();
    await settled();
    await vi.advanceTimersByTimeAsync(2 * breath);
    expect(at.saved.at(-1)!.mark).toEqual(editor.mark);
    expect(await textOf(await restarted(at), opening)).toEqual(['甲丙']);
  });

  it('[R15] with formats comes to the same mark on every side, whatever yjs tidies up', async () => {
    const at = await aDesk();
    const [one, other] = [await editorAt(at, chair), await editorAt(at, recorder)];
    const paragraph = write(one.doc, opening, '甲乙丙丁戊己');
    await settled();
    const text = paragraph.get(0) as Y.XmlText;
    const theirs = (other.doc.getXmlFragment(opening).get(0) as Y.XmlElement).get(0) as Y.XmlText;
    one.go();
    text.format(0, 4, { bold: {} });
    text.format(2, 3, { bold: null });
    theirs.format(1, 4, { bold: {} });
    theirs.format(0, 6, { bold: null });
    await one.come();
    await settled();
    await vi.advanceTimersByTimeAsync(2 * breath);
    expect(one.mark).toEqual(other.mark);
    expect(at.saved.at(-1)!.mark).toEqual(one.mark);
  });

  it('is not kept twice when it says nothing new', async () => {
    const at = await aDesk();
    const editor = await editorAt(at, recorder);
    write(editor.doc, opening, '一次');
    await settled();
    const kept = at.record.typed.length;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, 2);
    encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(editor.doc));
    editor.send(encoding.toUint8Array(encoder));
    await settled();
    expect([at.record.typed.length, editor.closed]).toEqual([kept, null]);
  });
});

describe('an opening', () => {
  it('[R15] never shows an empty text that is not empty: nothing is said until the record is read', async () => {
    const first = await aDesk();
    write((await editorAt(first, recorder)).doc, opening, '已经写好的');
    await settled();
    const at = await restarted(first);
    const gate = Promise.withResolvers<void>();
    at.store.beforeLoad = () => gate.promise;
    const editor = new TestEditor(at, chair);
    const coming = editor.come();
    await settled();
    expect([editor.synced, at.desk.live()]).toEqual([false, null]);
    gate.resolve();
    await coming;
    expect([editor.synced, lines(editor.doc, opening)]).toEqual([true, ['已经写好的']]);
    expect(at.store.loads).toBe(1);
    expect(at.desk.live()?.sections[opening]).toBeDefined();
    expect(at.changes).toBe(0);
  });

  it('[R15] that was being read when the record fell in doubt is read again', async () => {
    const at = await aDesk();
    const gate = Promise.withResolvers<void>();
    at.store.beforeLoad = () => gate.promise;
    const editor = new TestEditor(at, recorder);
    const coming = editor.come();
    const woven = at.desk.woven();
    at.desk.inDoubt();
    gate.resolve();
    expect([await coming, editor.closed]).toEqual([false, 'try-again']);
    await expect(woven).rejects.toThrow('in doubt');
    expect([await editor.come(), at.store.loads]).toEqual([true, 2]);
  });

  it('reads the record once, however many come, and shows readers the text when it is read', async () => {
    const at = await aDesk();
    expect(at.desk.live()).toBeNull();
    await Promise.all([editorAt(at, chair), editorAt(at, recorder)]);
    expect([at.store.loads, at.changes]).toEqual([1, 1]);
    expect(at.desk.live()).not.toBeNull();
  });

  it('is sent away to come again when the record cannot be read', async () => {
    const at = await aDesk();
    at.store.beforeLoad = () => {
      throw new Error('database gone');
    };
    const editor = new TestEditor(at, recorder);
    expect([await editor.come(), editor.closed, at.troubles]).toEqual([false, 'try-again', ['minutes-unreadable']]);
    await expect(at.desk.woven()).rejects.toThrow('database gone');
    at.store.beforeLoad = () => undefined;
    expect(await editor.come()).toBe(true);
  });

  it('[R15] is put away when nobody writes, compacted, and the text stays', async () => {
    const at = await aDesk();
    const editor = await editorAt(at, recorder);
    write(editor.doc, itemOf(2), '费用分摊');
    await settled();
    editor.go();
    await vi.advanceTimersByTimeAsync(keeping.idle + 1);
    expect([at.store.compactions, at.record.typed.length, at.desk.saved]).toEqual([1, 0, null]);
    expect(Object.values(at.desk.live()?.sections[itemOf(2)] ?? {})).toMatchObject([{ text: [{ text: '费用分摊' }] }]);
    expect(at.store.loads).toBe(1);
    await editor.come();
    write(editor.doc, itemOf(2), '再议');
    await settled();
    expect(await textOf(await restarted(at), itemOf(2))).toEqual(['费用分摊', '再议']);
  });

  it('[R15] is compacted while it is written, without loss', async () => {
    const at = await aDesk();
    const editor = await editorAt(at, recorder);
    for (let n = 0; n < keeping.compactAfter + 20; n += 1) {
      write(editor.doc, opening, `第${n}句`);
      at.clock.time += 100;
      if (n % 10 === 0) await settled();
    }
    await settled();
    expect([editor.closed, at.store.compactions]).toEqual([null, 1]);
    expect(await textOf(await restarted(at), opening)).toHaveLength(keeping.compactAfter + 20);
  });
});

describe('a commit that goes wrong', () => {
  it('[R7] [R15] sends writers away to come again, tells nothing as saved, and loses nothing that they have', async () => {
    for (const misfortune of ['before', 'after'] as const) {
      const at = await aDesk();
      const [one, other] = [await editorAt(at, chair), await editorAt(at, recorder)];
      at.record[misfortune] = () => {
        throw new Error('connection lost');
      };
      const told = at.saved.length;
      write(one.doc, opening, '这一句');
      await settled();
      await vi.advanceTimersByTimeAsync(1_000);
      expect([one.closed, other.closed, at.saved.length], misfortune).toEqual(['try-again', 'try-again', told]);
      at.record[misfortune] = () => undefined;
      await other.come();
      await one.come();
      await settled();
      expect([lines(one.doc, opening), lines(other.doc, opening)], misfortune).toEqual([['这一句'], ['这一句']]);
      expect(await textOf(await restarted(at), opening), misfortune).toEqual(['这一句']);
    }
  });

  it('[R7] [R15] for one update’s data sends its writer away alone', async () => {
    const at = await aDesk();
    const [one, other] = [await editorAt(at, chair), await editorAt(at, recorder)];
    at.record.before = (_, typed) => {
      if (typed.some(({ seat }) => seat === chair)) throw new Error('22P05', { cause: 'data' });
    };
    write(one.doc, opening, '坏的');
    write(other.doc, opening, '好的');
    await settled();
    expect([one.closed, other.closed]).toEqual(['malformed', null]);
    expect(await textOf(at, opening)).toEqual(['好的']);
    write(other.doc, opening, '更好的');
    await settled();
    expect(await textOf(await restarted(at), opening)).toEqual(['好的', '更好的']);
  });

  it('stops with a code that brings editors back', async () => {
    const at = await aDesk();
    const editor = await editorAt(at, recorder);
    at.desk.stop();
    expect(editor.closed).toBe('stopping');
    expect([await editor.come(), editor.closed]).toEqual([false, 'stopping']);
  });
});
