import { describe, expect, it } from 'vitest';
import { anId } from './chain.fixtures.ts';
import type { MeetingEvent } from './acts/event.ts';
import {
  aCalledMeeting,
  anItemId,
  anOpinionId,
  answerRecorded,
  aQuestionId,
  arrived,
  assembled,
  at,
  aVoteId,
  begun,
  by,
  chen,
  closed,
  departed,
  li,
  observer,
  opinionRecorded,
  proposalStated,
  questionRecorded,
  skipped,
  start,
  voteOpened,
  type Fact,
} from './fixtures.ts';
import { evolve, meetingAsCalled, type Meeting } from './meeting.ts';
import { forTheMinutes } from './for-the-minutes.ts';
import { sayFact } from './minutes-facts.ts';
import {
  heard,
  isEmpty,
  minutesHash,
  minutesText,
  minutesTextSchema,
  opening,
  type FactSaid,
  type Written,
} from './minutes-text.ts';
import type { Recorded } from './acts/event.ts';
import { hearingRecorded } from './recording.fixtures.ts';
import { wovenFrom } from './recording-minutes.fixtures.ts';

/** The meeting after these facts, and what its record says of each. */
function told(facts: Fact[], called = aCalledMeeting()): { meeting: Meeting; said: FactSaid[] } {
  const first: Recorded = { event: called, version: 1, at: start, seat: li, actingAs: 'staff' };
  let meeting = meetingAsCalled(first);
  const told = [sayFact(null, first, meeting)];
  for (const fact of facts) {
    const by = 'fact' in fact ? fact : { fact: fact as MeetingEvent, seat: li };
    const recorded: Recorded = {
      event: by.fact,
      version: meeting.version + 1,
      at: ('at' in by && by.at) || start,
      seat: by.seat,
      actingAs: 'chair',
    };
    const after = evolve(meeting, recorded);
    told.push(sayFact(meeting, recorded, after));
    meeting = after;
  }
  return {
    meeting,
    said: heard(
      [],
      told.filter((one) => one !== null),
    ),
  };
}

const sectionsOf = (said: FactSaid[]) => said.slice(1).map(({ section, text }) => [section, text]);

describe('facts as the record says them', () => {
  it('stand under the item that was before the meeting, and before the first under the opening', () => {
    const vote = aVoteId(1);
    const counts = { yes: 2, no: 0, abstain: 0 };
    const { said } = told([
      arrived(li),
      at(5, { type: 'meeting-opened', present: 1 }),
      begun(1),
      { type: 'item-skipped', item: anItemId(2) },
      { type: 'step-undone', step: 5, undone: 'item-skipped', item: anItemId(2) },
      voteOpened({ roll: [li, chen] }),
      by(li, { type: 'ballot-cast', vote, choice: 'yes' }),
      by(chen, { type: 'ballot-cast', vote, choice: 'yes' }),
      { type: 'vote-established', vote, roll: 2, returned: 2, counts },
      { type: 'vote-published', vote },
      begun(3),
      { type: 'step-undone', step: 12, undone: 'item-begun', item: anItemId(3) },
      at(65, closed),
    ]);
    const one = anItemId(1);
    expect(sectionsOf(said)).toEqual([
      [opening, '李秀英到会（现场）。'],
      [opening, '2026年11月22日上午9:05，会议开始，应到 6 人，实到 1 人。'],
      [one, '会议进入“介绍到会人员”环节。'],
      [one, '就“费用分摊采用方案二”进行意向征询（记名），应表态 2 人。'],
      [one, expect.stringContaining('赞成 2 人')],
      [one, '2026年11月22日上午10:05，会议结束，结束时在会 0 人。'],
    ]);
  });

  it('[R15] are those that are for the minutes, each once and in order; the record keeps the others', () => {
    const { lines } = hearingRecorded();
    const upTo = lines.slice(
      0,
      lines.findIndex(({ type }) => type === 'minutes-frozen'),
    );
    const undone = upTo.flatMap(({ type, data }) => (type === 'step-undone' ? [data['step']] : []));
    // Of what was corrected, withdrawn, marked or stated anew: every former fact of the same thing.
    const superseded = upTo.flatMap(({ type, data, version }) => {
      const about = (...names: string[]) =>
        upTo.filter(
          (line) =>
            line.version < version &&
            forTheMinutes[line.type as MeetingEvent['type']] === 'yes' &&
            names.some((name) => line.data[name] !== undefined && line.data[name] === data[name]),
        );
      if (['opinion-corrected', 'opinion-withdrawn'].includes(type)) return about('opinion');
      if (type === 'opinion-marked') return about('opinion').filter((line) => line.type === type);
      if (type === 'hand-entered')
        return about('vote').filter((line) => line.type === type && line.data['seat'] === data['seat']);
      if (type === 'question-withdrawn') return about('question');
      if (type === 'answer-corrected') return about('answer');
      return type === 'proposal-stated' ? upTo.filter((line) => line.type === type && line.version < version) : [];
    });
    undone.push(...superseded.map(({ version }) => version));
    const due = upTo.filter(
      ({ type, version }) => forTheMinutes[type as MeetingEvent['type']] === 'yes' && !undone.includes(version),
    );
    const woven = wovenFrom(upTo).text.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'fact' ? [[block.version, block.fact] as const] : [])),
    );
    expect(woven.toSorted(([a], [b]) => a - b)).toEqual(due.map(({ version, type }) => [version, type]));
    expect(undone).not.toEqual([]);
    expect(superseded.length).toBeGreaterThan(5);
    // The machinery of a vote and of the clock is in this record, and in no sentence of its minutes.
    for (const type of ['vote-closed', 'counting-begun', 'vote-established', 'ballot-cast', 'clock-started']) {
      expect(upTo.map((line) => line.type)).toContain(type);
      expect(woven.map(([, fact]) => fact)).not.toContain(type);
    }
    for (const type of ['vote-opened', 'vote-published', 'vote-annulled', 'hand-entered']) {
      expect(woven.map(([, fact]) => fact)).toContain(type);
    }
  });

  it('[R15] say a view entered by hand once, as it stands, where it was first entered', () => {
    const vote = aVoteId(1);
    const hand = (seat: string, reason: string): Fact => ({ type: 'hand-entered', vote, seat, choice: 'no', reason });
    const { said } = told([
      begun(1),
      voteOpened(),
      hand(chen, '误'),
      hand(li, '手机没电'),
      hand(chen, '再误'),
      hand(chen, '没有手机'),
    ]);
    expect(sectionsOf(said).slice(2)).toEqual([
      [anItemId(1), '陈国强的表态由工作人员代录，原因：没有手机。'],
      [anItemId(1), '李秀英的表态由工作人员代录，原因：手机没电。'],
    ]);
  });

  it('[R15] say what was corrected once, as it stands now, in its former place; what was withdrawn, not at all', () => {
    const item = anItemId(1);
    const text = (facts: Fact[]) => sectionsOf(told([begun(1), ...facts]).said).slice(1);
    const spoken = [
      opinionRecorded(1, { category: '费用分摊' }),
      opinionRecorded(2, { speaker: chen, gist: '同意。' }),
    ];
    const first = '李秀英（3号楼2单元）就费用分摊表示赞成：方案二对一层影响小。';
    const second = '陈国强（3号楼1单元）表示赞成：同意。';
    expect(text(spoken)).toEqual([
      [item, first],
      [item, second],
    ]);
    const { item: _, ...recorded } = opinionRecorded(1);
    const corrected = { ...recorded, type: 'opinion-corrected', stance: 'against', gist: '方案二不妥' } as const;
    const marked: Fact = {
      type: 'opinion-marked',
      opinion: anOpinionId(1),
      uptake: 'partly',
      reason: '费用另议。',
    };
    // Corrected after the meeting went on, and twice: it stays where it was spoken, and its mark, given to other words, goes.
    const put = [...spoken, marked, begun(2), { ...corrected, gist: '误' }, corrected];
    expect(text(put)).toEqual([
      [item, '李秀英（3号楼2单元）表示不赞成：方案二不妥。'],
      [item, second],
      [anItemId(2), '会议进入“项目介绍”环节。'],
    ]);
    expect(text([...put, { ...marked, reason: '甲' }, marked]).at(-1)).toEqual([
      item,
      '对李秀英“方案二不妥”的意见：部分采纳，理由：费用另议。',
    ]);
    const withdrawn: Fact = { type: 'opinion-withdrawn', opinion: anOpinionId(1), reason: '记错了人' };
    expect(text([...spoken, marked, withdrawn])).toEqual([[item, second]]);
  });

  it('[R15] link an answer with its question, and give the proposal that was stated last', () => {
    const answer = answerRecorded(1, { item: anItemId(2) });
    const { item: _, question: __, ...given } = answer;
    const { said } = told([
      begun(1),
      questionRecorded(),
      questionRecorded(2, { text: '多久', to: null }),
      { type: 'question-withdrawn', question: aQuestionId(2), reason: '重复' },
      begun(2),
      answer,
      proposalStated('采用方案一。'),
      { ...given, type: 'answer-corrected', material: true },
      { type: 'outcome-omitted', item: anItemId(3), outcome: 'opinions', reason: '无人发言' },
      { type: 'item-skipped', item: anItemId(3), reason: '时间已到。' },
      proposalStated('采用方案二：\n一、一层不分摊。'),
    ]);
    const [one, two, three] = [1, 2, 3].map(anItemId);
    expect(sectionsOf(said)).toEqual([
      [one, '会议进入“介绍到会人员”环节。'],
      [one, '李秀英（3号楼2单元）向刘工提问：采光受多大影响？'],
      [two, '会议进入“项目介绍”环节。'],
      [two, '刘工（设计单位）答复李秀英：净距 3.2 米，满足日照要求。（附书面材料）'],
      [three, '“代表发表意见”一项没有形成代表意见，原因：无人发言。'],
      [two, '主持人决定跳过“代表发表意见”，原因：时间已到。'],
      [one, '主持人提出倾向性方案：\n采用方案二：\n一、一层不分摊。'],
    ]);
  });

  it('[R15] tell of the floor one sentence for each speech, and the limits that were set', () => {
    const [request, speech, point] = [anId(0x71), anId(0x72), anId(0x73)];
    const item = anItemId(1);
    const { said } = told([
      begun(1),
      { type: 'speaking-time-set', item, seconds: 180 },
      { type: 'floor-asked', request, seat: li, kind: 'speech', item },
      { type: 'floor-request-moved', request, before: null },
      { type: 'floor-given', speech, seat: li, kind: 'speech', item, request, seconds: 180 },
      { type: 'speech-paused', speech },
      { type: 'speech-resumed', speech },
      { type: 'speech-extended', speech, seconds: 60 },
      { type: 'speech-ended', speech },
      { type: 'floor-given', speech: point, seat: chen, kind: 'point-of-order', item, request: null, seconds: null },
      { type: 'item-moved', item: anItemId(3), after: item },
    ]);
    expect(sectionsOf(said).slice(1)).toEqual([
      [item, '主持人宣布“介绍到会人员”每次发言限时 3 分钟。'],
      [item, '李秀英发言。'],
      [item, '陈国强提出程序问题。'],
      [item, '议程“代表发表意见”调整到“介绍到会人员”之后。'],
    ]);
  });

  it('name no observer, and say nothing of the minutes themselves', () => {
    const { said } = told([arrived(observer), { type: 'minutes-shared', shared: true }, departed(observer)]);
    expect(sectionsOf(said).map(([, text]) => text)).toEqual(['旁听人员到会（现场）。', '旁听人员离会。']);
  });

  it('are written in the language of the record, by the community’s clock', () => {
    const called = aCalledMeeting({ language: 'en' });
    const { said } = told([at(5, { type: 'meeting-opened', present: 0 })], called);
    expect(said.at(-1)?.text).toBe('The meeting opened at 09:05 on 22 November 2026; 0 of 6 were present.');
    const lost = aCalledMeeting({ language: 'en', community: { ...called.community, timeZone: 'Mars/Olympus' } });
    expect(told([at(5, { type: 'meeting-opened', present: 0 })], lost).said.at(-1)?.text).toContain(
      '01:05 on 22 November 2026 (UTC)',
    );
  });
});

describe('the text of the minutes', () => {
  const paragraph = (text: string, after: unknown): Written => ({
    key: text,
    after,
    block: { kind: 'paragraph', depth: 0, text: [{ text }] },
  });
  const { meeting, said } = told([...assembled(), skipped(2), begun(3), closed]);
  const { order } = meeting.agenda;
  const written = new Map([
    [anItemId(1), [paragraph('主持人介绍来意。', 10), paragraph('代表发言。', 11)]],
    [opening, [paragraph('会前准备。', 1)]],
    ['not-an-item', [paragraph('无处安放。', 1)]],
  ]);
  const threads = { meeting: anId(1), lang: 'zh-CN', order, written, facts: said } as const;
  const text = minutesText(threads);

  it('[R15] has a section for the opening and for each item, with each fact exactly once in its own', () => {
    expect(text.sections.map(({ item }) => item)).toEqual([opening, ...order]);
    const facts = text.sections.flatMap(({ item, blocks }) =>
      blocks.flatMap((block) => (block.kind === 'fact' ? [[item, block.version]] : [])),
    );
    expect(facts.toSorted(([, a], [, b]) => Number(a) - Number(b))).toEqual(
      said.map((one) => [one.section, one.version]),
    );
    expect(text.version).toBe(meeting.version);
    expect(JSON.stringify(text)).not.toContain('无处安放');
    expect(minutesTextSchema.parse(text)).toEqual(text);
  });

  it('is empty until somebody writes', () => {
    expect(isEmpty(text)).toBe(false);
    expect(isEmpty(minutesText({ ...threads, written: new Map() }))).toBe(true);
  });

  it('has one hash, whatever order its keys were made in, and another for each other text', () => {
    const turned = JSON.parse(JSON.stringify(text, (_, value: unknown) => turnedRound(value))) as typeof text;
    expect(Object.keys(turned)).not.toEqual(Object.keys(text));
    expect(minutesHash(turned)).toBe(minutesHash(text));
    expect(minutesHash({ ...text, version: text.version + 1 })).not.toBe(minutesHash(text));
    expect(minutesHash(text)).toMatch(/^[0-9a-f]{64}$/);
  });
});

function turnedRound(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toReversed());
}
