/** [H2] What the procedure's steps demand holds the meeting back, and every refusal names the rule and where it stands. */
import { describe, expect, it } from 'vitest';
import type { Procedure } from './procedures/schema.ts';
import { hearing } from './procedures/hearing.ts';
import {
  aCalledMeeting,
  after,
  anItem,
  anItemId,
  answerRecorded,
  arrived,
  begun,
  chair,
  closed,
  confirmed,
  given,
  li,
  opened,
  opinionRecorded,
  proposalStated,
  questionRecorded,
  recorder,
  when,
  wovenMinutes,
  type Fact,
} from './fixtures.ts';
import type { RefusalParams } from './words/shape.ts';
import { wordsOf } from './words/words.ts';

const steps = ['introduction', 'presentation', 'opinions', 'answers', 'summary'];
const agenda = steps.map((step, n) => anItem(n + 1, { step, title: hearing.agenda![n]!.value.title['zh-CN'] }));
const held = (procedure: Procedure, ...facts: Fact[]) =>
  given([arrived(chair), arrived(li), opened, ...facts], aCalledMeeting({ agenda, procedure }));
const meeting = (...facts: Fact[]) => held(hearing, ...facts);
const source = { document: '南门街道社区“四会”制度', place: '（三）4（3）' };
const forProposal = { ...source, place: '（三）4（4）' };
const begin = (n: number) => ({ type: 'begin-item', item: anItemId(n) }) as const;
const underThird = opinionRecorded(1, { item: anItemId(3) });
const answered = [questionRecorded(1, { item: anItemId(3) }), answerRecorded(1, { item: anItemId(4) })];
const omitted = (n: number, outcome: 'opinions' | 'answers'): Fact => ({
  type: 'outcome-omitted',
  item: anItemId(n),
  outcome,
  reason: '代表没有发言',
});
const whole = (): Fact[] => [begun(1), begun(2), begun(3), underThird, begun(4), ...answered, begun(5)];

describe('[H2] a step without its outcome', () => {
  it('[H2] holds the chair back from going on, not from going back', () => {
    const third = meeting(begun(1), begun(2), begun(3));
    const refused = {
      refused: 'outcome-missing',
      params: { item: anItemId(3), title: '代表发表意见和建议', outcome: 'opinions', ...source },
    };
    expect(when(third, begin(4))).toEqual(refused);
    expect(when(third, begin(5))).toEqual(refused);
    expect(when(third, begin(2))).toEqual([begun(2)]);
    expect(when(after(third, underThird), begin(4))).toEqual([begun(4)]);
  });

  it('[H2] is not served by an opinion spoken under another item', () => {
    const third = meeting(begun(1), opinionRecorded(), begun(2), begun(3));
    expect(when(third, begin(4))).toMatchObject({ refused: 'outcome-missing' });
  });

  it('[H2] goes on once its omission is on record, by the chair and with a reason', () => {
    const third = meeting(begun(3));
    const omit = { type: 'omit-outcome', item: anItemId(3), reason: '代表没有发言' } as const;
    expect(when(third, omit)).toEqual([omitted(3, 'opinions')]);
    const on = after(third, omitted(3, 'opinions'));
    expect(when(on, begin(4))).toEqual([begun(4)]);
    expect(when(on, omit)).toEqual([]);
    expect(when(meeting(begun(1)), { ...omit, item: anItemId(1) })).toEqual([]);
    expect(when(third, { ...omit, item: anItemId(4) })).toMatchObject({ refused: 'item-not-begun' });
  });

  it('[H2] of answers: waits for the open questions, and for something to have been answered at all', () => {
    const fourth = meeting(begun(3), underThird, questionRecorded(1, { item: anItemId(3) }), begun(4));
    expect(when(fourth, begin(5))).toEqual({
      refused: 'outcome-missing',
      params: { item: anItemId(4), title: '负责单位解答', outcome: 'answers', open: 1, ...source },
    });
    const first = after(fourth, answerRecorded(1, { item: anItemId(4) }));
    expect(when(first, begin(5))).toEqual([begun(5)]);
    const another = after(first, questionRecorded(2, { item: anItemId(4), to: null }));
    expect(when(another, begin(5))).toMatchObject({ refused: 'outcome-missing', params: { open: 1 } });
    const nothingAsked = meeting(begun(3), underThird, begun(4));
    expect(when(nothingAsked, begin(5))).toMatchObject({ refused: 'outcome-missing', params: { open: 0 } });
  });

  it('[H2] keeps the meeting from closing when the chair went back and round it', () => {
    const round = meeting(begun(1), begun(3), begun(2), begun(4), ...answered, begun(5));
    expect(when(round, { type: 'close-meeting' })).toMatchObject({
      refused: 'outcome-missing',
      params: { title: '代表发表意见和建议' },
    });
    expect(when(after(round, omitted(3, 'opinions')), { type: 'close-meeting' })).toMatchObject([
      { type: 'meeting-closed' },
    ]);
  });

  it('[H2] fixes the steps before it: what was said under an item cannot lose it', () => {
    expect(meeting(begun(1), begun(3), underThird).agenda.undoable).toEqual([]);
    expect(meeting(begun(1), begun(3), omitted(3, 'opinions')).agenda.undoable).toEqual([]);
  });
});

describe('[H2] a required step', () => {
  it('[H2] keeps the meeting from closing until it was held: no close before the summing-up', () => {
    const before = meeting(...whole().slice(0, -1));
    expect(when(before, { type: 'close-meeting' })).toEqual({
      refused: 'step-not-held',
      params: { item: anItemId(5), title: '主持人小结', ...source },
    });
    expect(when(meeting(...whole()), { type: 'close-meeting' })).toMatchObject([{ type: 'meeting-closed' }]);
  });

  it('[H2] is skipped with the reason on record only', () => {
    const before = meeting(...whole().slice(0, -1));
    const skip = { type: 'skip-item', item: anItemId(5) } as const;
    expect(when(before, skip)).toEqual({
      refused: 'step-required',
      params: { item: anItemId(5), title: '主持人小结', ...source },
    });
    const skipped = { type: 'item-skipped', item: anItemId(5), reason: '时间已到' } as const;
    expect(when(before, { ...skip, reason: '时间已到' })).toEqual([skipped]);
    expect(when(after(before, skipped), { type: 'close-meeting' })).toHaveLength(1);
  });
});

describe('[H2] minutes that must hold a tendency proposal', () => {
  const minutes = wovenMinutes('李秀英：赞成。');
  const confirm = { type: 'confirm-minutes', hash: minutes.hash } as const;
  const circulated = (...facts: Fact[]) => meeting(...whole(), ...facts, closed, { type: 'minutes-circulated' });
  const marked: Fact = { type: 'opinion-marked', opinion: underThird.opinion, uptake: 'taken' };

  it('[H2] are not confirmed before one stands', () => {
    expect(when(circulated(), confirm, recorder, { minutes })).toEqual({
      refused: 'proposal-missing',
      params: { title: '听证会议纪要', ...forProposal },
    });
  });

  it('[H2] nor before it is said of each opinion whether it is taken up', () => {
    expect(when(circulated(proposalStated()), confirm, recorder, { minutes })).toEqual({
      refused: 'opinions-unmarked',
      params: { count: 1, ...forProposal },
    });
    expect(when(circulated(proposalStated(), marked), confirm, recorder, { minutes })).toMatchObject([
      { type: 'minutes-confirmed' },
    ]);
    const withdrawn: Fact = { type: 'opinion-withdrawn', opinion: underThird.opinion, reason: '误记' };
    expect(when(circulated(proposalStated(), withdrawn), confirm, recorder, { minutes })).toHaveLength(1);
  });
});

it('[H2] a sounding outside of a session is refused with the rule by which the meeting comes to an outcome', () => {
  const put = { type: 'open-vote', question: '方案二', purpose: 'sounding', method: 'yes-no-abstain' } as const;
  const called = given([], aCalledMeeting({ agenda }));
  expect(when(called, put)).toEqual({ refused: 'wrong-phase', params: { phase: 'called', ...forProposal } });
  expect(when(meeting(begun(1), confirmed(2)), put)).toMatchObject([{ type: 'vote-opened' }]);
});

it('[H2] the data decide: a procedure without these rules holds nothing back', () => {
  const lax: Procedure = {
    ...hearing,
    agenda: hearing.agenda!.map((rule) => ({ ...rule, value: { ...rule.value, required: false, outcome: null } })),
    leaves: null,
    duties: null,
  };
  const third = held(lax, begun(3));
  expect(when(third, begin(4))).toEqual([begun(4)]);
  expect(when(third, { type: 'skip-item', item: anItemId(5) })).toHaveLength(1);
  const minutes = wovenMinutes('赞成。');
  const ended = after(third, closed, { type: 'minutes-circulated' });
  expect(when(ended, { type: 'confirm-minutes', hash: minutes.hash }, recorder, { minutes })).toHaveLength(1);
});

it.each(['zh-CN', 'en'] as const)('[H2] the sentence names rule and source (%s)', (language) => {
  const { refusals } = wordsOf(language);
  const params: RefusalParams = { title: '主持人小结', outcome: 'opinions', count: 2, phase: 'called', ...source };
  for (const code of [
    'step-required',
    'step-not-held',
    'outcome-missing',
    'proposal-missing',
    'opinions-unmarked',
  ] as const) {
    expect(refusals[code](params).says, code).toContain(source.place);
    expect(refusals[code](params).says, code).toContain(source.document);
  }
  expect(refusals['wrong-phase'](params).do).toContain(source.place);
  expect(refusals['wrong-phase']({ phase: 'called' }).do).not.toMatch(/依据|Rule/);
});
