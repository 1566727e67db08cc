import { describe, expect, it } from 'vitest';
import {
  after,
  anItemId,
  anOpinionId,
  answerRecorded,
  aQuestionId,
  assembled,
  begun,
  chair,
  chen,
  closed,
  given,
  li,
  observer,
  opinionRecorded,
  proposalStated,
  questionRecorded,
  recorder,
  stranger,
  unit,
  when,
} from './fixtures.ts';
import { draftProposal } from './draft-proposal.ts';
import { opinionsIn } from './opinions.ts';

const said = { speaker: li, stance: 'for', gist: '赞成方案二', category: '费用分摊' } as const;
const record = { type: 'record-opinion', item: anItemId(1), ...said } as const;
const opinion = anOpinionId(1);
const meeting = given([...assembled(), opinionRecorded()]);
const frozen = after(
  meeting,
  closed,
  { type: 'minutes-circulated' },
  {
    type: 'minutes-frozen',
    hash: '0'.repeat(64),
    text: { meeting: anItemId(1), version: 1, lang: 'zh-CN', sections: [] },
    dropped: [],
  },
);

describe('an opinion', () => {
  it('is recorded under an item that has begun, also when the meeting has gone on or is closed', () => {
    for (const held of [meeting, after(meeting, begun(2)), after(meeting, closed)]) {
      expect(when(held, record, recorder)).toMatchObject([{ type: 'opinion-recorded', ...said, item: anItemId(1) }]);
    }
    expect(when(meeting, { ...record, item: anItemId(2) }, recorder)).toMatchObject({ refused: 'item-not-begun' });
    expect(when(meeting, { ...record, item: anItemId(99) }, recorder)).toEqual({ refused: 'no-such-item' });
  });

  it('is of somebody who is listed and takes part', () => {
    expect(when(meeting, { ...record, speaker: stranger }, recorder)).toEqual({ refused: 'no-such-seat' });
    const ofObserver = { ...record, speaker: observer };
    expect(when(meeting, ofObserver, recorder)).toEqual({ refused: 'observer-silent', params: { name: '孙丽' } });
    const corrected = { type: 'correct-opinion', opinion, ...said, speaker: observer } as const;
    expect(when(meeting, corrected, recorder)).toMatchObject({ refused: 'observer-silent' });
  });

  it('is corrected and keeps its place and its time; its mark lapses, since it was given to another text', () => {
    const marked = after(meeting, { type: 'opinion-marked', opinion, uptake: 'taken' }, opinionRecorded(2));
    const correct = { type: 'correct-opinion', opinion, ...said, speaker: chen } as const;
    const [event] = [when(marked, correct, recorder)].flat() as [Parameters<typeof after>[1]];
    const corrected = after(marked, event!);
    expect(corrected.opinions.order).toEqual([opinion, anOpinionId(2)]);
    const former = marked.opinions.byId[opinion]!;
    expect(former.mark).not.toBeNull();
    expect(corrected.opinions.byId[opinion]).toMatchObject({ ...said, speaker: chen, mark: null, at: former.at });
    expect(when(corrected, correct, recorder)).toEqual([]);
  });

  it('is withdrawn once, with the reason on record', () => {
    const withdraw = { type: 'withdraw-opinion', opinion, reason: '记错了人' } as const;
    expect(when(meeting, withdraw, recorder)).toEqual([{ type: 'opinion-withdrawn', opinion, reason: '记错了人' }]);
    const without = after(meeting, { type: 'opinion-withdrawn', opinion, reason: '记错了人' });
    expect(without.opinions).toMatchObject({ order: [], byId: {} });
    expect(when(without, withdraw, recorder)).toEqual({ refused: 'no-such-opinion' });
  });

  it('is marked as taken up, in part or not, the last two with a reason', () => {
    const mark = { type: 'mark-opinion', opinion } as const;
    expect(when(meeting, { ...mark, uptake: 'taken' }, recorder)).toHaveLength(1);
    for (const uptake of ['partly', 'not-taken'] as const) {
      expect(when(meeting, { ...mark, uptake }, recorder)).toEqual({ refused: 'reason-needed' });
      const reason = '预算不足';
      expect(when(meeting, { ...mark, uptake, reason }, recorder)).toEqual([
        { type: 'opinion-marked', opinion, uptake, reason },
      ]);
    }
    const marked = after(meeting, { type: 'opinion-marked', opinion, uptake: 'taken' });
    expect(when(marked, { ...mark, uptake: 'taken' }, recorder)).toEqual([]);
  });

  it('changes no more once the minutes are frozen, nor do answers and the proposal', () => {
    for (const command of [
      record,
      { type: 'correct-opinion', opinion, ...said },
      { type: 'withdraw-opinion', opinion, reason: '误记' },
      { type: 'mark-opinion', opinion, uptake: 'taken' },
      { type: 'record-question', item: anItemId(1), asker: li, text: '多久？', to: null },
      { type: 'state-proposal', text: '另定。' },
    ] as const) {
      expect(when(frozen, command, chair), command.type).toEqual({ refused: 'minutes-not-drafting' });
    }
  });
});

describe('a question', () => {
  const asked = after(meeting, questionRecorded());
  const answer = {
    type: 'record-answer',
    item: anItemId(1),
    question: aQuestionId(1),
    by: unit,
    text: '满足',
  } as const;

  it('is put to somebody of the responsible unit, or to nobody in particular', () => {
    const put = { type: 'record-question', item: anItemId(1), asker: li, text: '多久？' } as const;
    expect(when(meeting, { ...put, to: unit }, recorder)).toHaveLength(1);
    expect(when(meeting, { ...put, to: null }, recorder)).toHaveLength(1);
    expect(when(meeting, { ...put, to: chen }, recorder)).toMatchObject({ refused: 'not-responsible-unit' });
    expect(when(meeting, { ...put, to: stranger }, recorder)).toEqual({ refused: 'no-such-seat' });
    expect(when(meeting, { ...put, asker: observer, to: null }, recorder)).toMatchObject({
      refused: 'observer-silent',
    });
  });

  it('is answered, and then can no longer be withdrawn', () => {
    expect(when(asked, { ...answer, material: true }, recorder)).toMatchObject([{ type: 'answer-recorded', by: unit }]);
    const withdraw = { type: 'withdraw-question', question: aQuestionId(1), reason: '重复' } as const;
    expect(when(asked, withdraw, recorder)).toHaveLength(1);
    expect(when(after(asked, answerRecorded()), withdraw, recorder)).toEqual({ refused: 'question-answered' });
  });

  it('may be followed by more than one answer, and an answer by itself is an explanation', () => {
    expect(when(after(asked, answerRecorded()), { ...answer, material: false }, recorder)).toHaveLength(1);
    expect(when(meeting, { ...answer, question: null, material: false }, recorder)).toHaveLength(1);
    expect(when(meeting, { ...answer, material: false }, recorder)).toEqual({ refused: 'no-such-question' });
  });
});

describe('the tendency proposal', () => {
  it('is stated anew until the minutes are frozen; only the last stands', () => {
    const once = after(meeting, proposalStated('采用方案一。'));
    expect(when(once, { type: 'state-proposal', text: '采用方案一。' })).toEqual([]);
    const twice = after(once, proposalStated('采用方案二。'));
    expect(twice.proposal).toMatchObject({ text: '采用方案二。', at: twice.lastAt, times: 2 });
  });

  it('stands under the item before the meeting, and after the close under the one that was summed up', () => {
    expect(when(meeting, { type: 'state-proposal', text: '一' })).toMatchObject([{ item: anItemId(1) }]);
    expect(when(after(meeting, begun(2), closed), { type: 'state-proposal', text: '一' })).toMatchObject([
      { item: anItemId(2) },
    ]);
    const nothingHeld = given([closed]);
    expect(when(nothingHeld, { type: 'state-proposal', text: '一' })).toEqual({ refused: 'no-current-item' });
  });

  it('is drafted from opinions and soundings without a name in it, in the language of the record', () => {
    const held = after(
      meeting,
      opinionRecorded(2, { speaker: chen, stance: 'conditional', gist: '保证采光。', category: '采光' }),
    );
    const material = { matter: held.called.matter, opinions: opinionsIn(held.opinions), soundings: [] };
    const draft = draftProposal('zh-CN', material);
    expect(draft).toContain('听取听证代表意见2条，其中赞成1条、有条件赞成1条。');
    expect(draft).toContain('二、关于其他意见。方案二对一层影响小（赞成）。拟＿＿＿＿。');
    expect(draft).toContain('三、关于采光。保证采光（有条件赞成）。');
    expect(draftProposal('en', material)).toContain('2 opinions: 1 in favour, 1 in favour on conditions');
    for (const name of ['李秀英', '陈国强', '3号楼']) expect(draft).not.toContain(name);
  });
});
