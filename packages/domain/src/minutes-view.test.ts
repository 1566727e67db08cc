import { describe, expect, it } from 'vitest';
import {
  after,
  anItemId,
  assembled,
  by,
  chair,
  chen,
  closed,
  given,
  li,
  observer,
  recorder,
  skipped,
  wovenMinutes,
} from './fixtures.ts';
import type { LiveMinutes } from './minutes-view.ts';
import { mine, view, type Live } from './view.ts';

const readers = {
  chair: { capacities: ['chair'], staff: false },
  recorder: { capacities: ['recorder'], staff: false },
  staff: { capacities: [], staff: true },
  member: { capacities: ['member'], staff: false },
  observer: { capacities: ['observer'], staff: false },
  projector: { audience: 'projector' },
  public: { audience: 'public' },
} as const;
const leading = ['chair', 'recorder', 'staff'] as const;
const others = ['member', 'observer'] as const;

const item = anItemId(1);
const liveMinutes: LiveMinutes = {
  sections: {
    [item]: {
      a: { kind: 'paragraph', depth: 0, text: [{ text: '李秀英不同意。' }], place: 1 },
      f1: { kind: 'fact', fact: 'hand-entered', text: '陈国强的表态由工作人员代录，原因：手有旧伤。', place: 2 },
      f2: { kind: 'fact', fact: 'vote-closed', text: '主持人宣布截止表态。', place: 3 },
    },
  },
  hash: 'ab'.repeat(32),
  dropped: [{ section: item, what: 'table', times: 1 }],
};
const live: Live = { connected: new Set(), offlineSince: new Map(), joinCode: null, minutes: liveMinutes };
const shownTo = (name: keyof typeof readers, meeting = given(assembled()), seen: Live = live) =>
  view({ meeting, live: seen }, readers[name]).minutes;

const shared = given([...assembled(), { type: 'minutes-shared', shared: true }]);
const circulated = given([...assembled(), skipped(2), skipped(3), closed, { type: 'minutes-circulated' }]);

describe('the minutes as they are shown', () => {
  it('[R5] are a draft for those who lead until the host shares it, and are never on a screen', () => {
    for (const name of leading) expect(shownTo(name)?.sections, name).toEqual(liveMinutes.sections);
    for (const name of others) {
      expect(shownTo(name)?.sections, name).toBeNull();
      expect(JSON.stringify(shownTo(name)), name).not.toMatch(/李秀英|abab|table/);
      for (const meeting of [shared, circulated]) expect(shownTo(name, meeting)?.sections, name).not.toBeNull();
    }
    for (const meeting of [shared, circulated]) {
      expect([shownTo('projector', meeting), shownTo('public', meeting)]).toEqual([null, null]);
    }
  });

  it('[R5] say to those who lead alone who gave a view, and why one was entered by hand', () => {
    for (const name of others) {
      const keys = Object.keys(shownTo(name, shared)?.sections?.[item] ?? {});
      expect(keys, name).toEqual(['a', 'f2']);
    }
    expect(Object.keys(shownTo('chair', shared)?.sections?.[item] ?? {})).toEqual(['a', 'f1', 'f2']);
  });

  it('[R5] say to those who lead alone which opinions are taken up, until the text is frozen', () => {
    const text = '对李秀英“赞成”的意见：未采纳，理由：预算不足。';
    const mark = { kind: 'fact', fact: 'opinion-marked', text } as const;
    const seen: Live = { ...live, minutes: { ...liveMinutes, sections: { [item]: { f9: { ...mark, place: 1 } } } } };
    for (const name of others) expect(shownTo(name, circulated, seen)?.sections, name).toEqual({ [item]: {} });
    expect(JSON.stringify(shownTo('recorder', circulated, seen))).toContain(text);
    const minutes = wovenMinutes('李秀英：一层不分摊。');
    minutes.text.sections[1]!.blocks.push({ ...mark, version: 9 });
    const frozen = after(circulated, {
      type: 'minutes-frozen',
      hash: minutes.hash,
      text: minutes.text,
      dropped: [],
    });
    for (const name of others) expect(JSON.stringify(shownTo(name, frozen)), name).toContain(text);
  });

  it('[R15] are nothing yet while they are not read, never an empty text', () => {
    const { minutes: _, ...unread } = live;
    for (const name of [...leading, ...others]) expect(shownTo(name, shared, unread)?.sections, name).toBeNull();
  });

  it('are the frozen text once they are frozen, without the numbers of the stream', () => {
    const minutes = wovenMinutes('李秀英：一层不分摊。');
    minutes.text.sections[1]!.blocks.push({ kind: 'fact', version: 424_242, fact: 'vote-closed', text: '截止。' });
    const frozen = after(
      circulated,
      by(recorder, { type: 'minutes-confirmed', hash: minutes.hash, as: ['recorder'] }),
      by(chair, { type: 'minutes-confirmed', hash: minutes.hash, as: ['chair'] }),
      { type: 'minutes-frozen', hash: minutes.hash, text: minutes.text, dropped: [] },
    );
    const shown = shownTo('member', frozen);
    expect(shown).toMatchObject({ status: 'frozen', hash: minutes.hash, frozenAt: expect.any(Number) });
    expect(shown?.confirmedBy).toEqual({
      chair: { name: frozen.attendance.people[chair]?.name, at: expect.any(Number) },
      recorder: { name: frozen.attendance.people[recorder]?.name, at: expect.any(Number) },
    });
    expect(shownTo('member', circulated)?.confirmedBy).toBeNull();
    expect(JSON.stringify(shown?.sections)).toContain('李秀英：一层不分摊。');
    expect(JSON.stringify(shown)).not.toContain('424242');
    expect(shownTo('chair', frozen)?.desk).toMatchObject({
      hash: minutes.hash,
      confirmations: { chair: { hash: minutes.hash }, recorder: { hash: minutes.hash } },
    });
  });

  it('tell a writer alone that they write and which event was last, and each what they proposed', () => {
    const proposed = by(li, {
      type: 'amendment-proposed',
      amendment: anItemId(50),
      section: item,
      words: '不分摊',
      reason: '漏记',
    });
    const meeting = after(circulated, { type: 'writer-admitted', seat: chen }, proposed);
    const own = (seat: string) => mine(meeting, seat, null)?.minutes;
    expect(own(recorder)).toEqual({ writes: true, seen: meeting.version, proposed: {} });
    expect(own(chen)).toMatchObject({ writes: true, seen: meeting.version });
    expect(own(observer)).toEqual({ writes: false, seen: null, proposed: {} });
    expect(own(li)).toMatchObject({ writes: false, seen: null, proposed: { [anItemId(50)]: { words: '不分摊' } } });
  });
});
