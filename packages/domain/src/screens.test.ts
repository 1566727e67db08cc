import { describe, expect, it } from 'vitest';
import { aSeat } from './fixtures.ts';
import {
  followsAll,
  queued,
  requeued,
  screenContentSchema,
  screenLimits,
  shownOn,
  unqueued,
  type QueueEntry,
  type ScreenState,
} from './screens.ts';

const entry = (name: string): QueueEntry => ({ entry: name, on: null, content: { kind: 'code' } });
const names = (queue: readonly QueueEntry[] | null) => queue?.map((one) => one.entry).join('');
const queue = ['a', 'b', 'c'].map(entry);
const message = (text: string) => screenContentSchema.safeParse({ kind: 'message', text });

describe('what is prepared', () => {
  it('stands in the order in which it was prepared, each thing once', () => {
    expect(names(queued(queue, entry('d')))).toBe('abcd');
    expect(queued(queue, entry('b'))).toBe(queue);
    const full = Array.from({ length: screenLimits.queue }, (_, n) => entry(String(n)));
    expect(queued(full, entry('one more'))).toBeNull();
    expect(queued(full, entry('7'))).toBe(full);
  });

  it.each([
    ['c', 'a', 'cab'],
    ['a', null, 'bca'],
    ['a', 'c', 'bac'],
    ['b', 'b', 'abc'],
    ['x', 'a', 'abc'],
    ['a', 'x', 'abc'],
  ])('%s put before %s makes %s', (moved, before, order) => {
    expect(names(requeued(queue, moved, before))).toBe(order);
  });

  it('is taken off by name', () => expect(names(unqueued(queue, 'b'))).toBe('ac'));
});

describe('a screen', () => {
  const screen = aSeat(1);
  const state: ScreenState = { ...followsAll, screen, number: 1, since: 0, content: { kind: 'item' }, blanked: false };

  it('follows the meeting until it is told otherwise', () => {
    expect(shownOn({ screens: [state], queue: [] }, aSeat(2), {})).toEqual(followsAll);
  });

  it('is dark while it is covered, and shows again what it showed', () => {
    expect(shownOn({ screens: [{ ...state, blanked: true }], queue }, screen, {}).content).toEqual({ kind: 'blank' });
    expect(shownOn({ screens: [state], queue }, screen, {}).content).toEqual({ kind: 'item' });
  });

  const file = aSeat(7);
  const content = { kind: 'document', file, page: 3, part: 'top' } as const;
  const plan = { kind: 'attachment', title: '分摊方案', media: 'application/pdf', state: 'there' } as const;
  const told = (known: Partial<typeof plan> | { state: string } | null, blanked = false) =>
    shownOn(
      { screens: [{ ...state, content, blanked }], queue },
      screen,
      known === null ? {} : { [file]: { ...plan, ...known } as typeof plan, [aSeat(8)]: plan },
    );

  it('[H9] is told of the file whose page it shows and of no other, and nothing while it is dark', () => {
    expect(told({})).toEqual({ content, frame: state.frame, document: plan });
    expect(told({}, true)).toEqual({ content: { kind: 'blank' }, frame: state.frame });
    expect(told(null)).not.toHaveProperty('document');
    const others = shownOn({ screens: [state], queue }, screen, { [file]: plan });
    expect(others).not.toHaveProperty('document');
  });

  it.each(['withdrawn', 'erased'])('[H9] hears that a file was %s, and no longer its title', (gone) => {
    expect(told({ state: gone }).document).toEqual({ ...plan, title: null, state: gone });
  });

  it.each([{ page: 0 }, { page: 10_000 }, { page: 1.5 }, { part: 'left' }, { file: '../a' }, { title: '别的标题' }])(
    'shows no page such as %j',
    (wrong) => {
      expect(screenContentSchema.safeParse({ ...content, ...wrong }).success).toBe(false);
    },
  );
});

describe('a message for the room', () => {
  it('has at most 200 characters, whatever they are made of', () => {
    expect(message('𬀩'.repeat(200)).success).toBe(true);
    expect(message('会'.repeat(201)).success).toBe(false);
  });
  it.each([['   '], ['a\u0000b'], ['一\n'.repeat(9) + '十']])('is refused as %j', (text) => {
    expect(message(text).success).toBe(false);
  });
  it('keeps its lines', () =>
    expect(message('午休\r\n两点继续').data).toEqual({ kind: 'message', text: '午休\n两点继续' }));
});
