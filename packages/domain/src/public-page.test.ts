import { describe, expect, it } from 'vitest';
import {
  aCalledMeeting,
  after,
  anOpinionId,
  answerRecorded,
  aPerson,
  aResultId,
  assembled,
  aVoteId,
  begun,
  closed,
  frozen,
  given,
  li,
  opinionRecorded,
  proposalStated,
  questionRecorded,
  resultPublished,
  start,
  supplementProposed,
  voteOpened,
  wovenMinutes,
} from './fixtures.ts';
import type { Meeting } from './meeting.ts';
import { draftNotice } from './notice-text.ts';
import { publicPage } from './public-page.ts';

const { title, body, signature } = resultPublished();
const resultWords = { title, body, signature };
const text = { title: '公告', body: '一、会议时间', signature: '居民委员会', issuedAt: start };
const people = [
  aPerson(1, { name: '王建国', capacities: ['chair'] }),
  aPerson(3, { name: '李秀英', standing: '3号楼2单元601室，电话13911112222' }),
  aPerson(7, { name: '孙丽旁听', capacities: ['observer'], standing: '5号楼1单元101室' }),
];
const called = aCalledMeeting({
  people,
  description: '低保户李秀英 身份证110101199003078515',
  notice: { way: 'to-be-served', text },
});
const one = aVoteId(1);
const question = '费用分摊采用方案二（联系13800001234）';
const counted = { vote: one, roll: 3, returned: 1, counts: { yes: 1, no: 0, abstain: 0 } };

const meeting = given(
  [
    ...assembled(),
    voteOpened({ vote: one, question, roll: [li] }),
    { fact: { type: 'ballot-cast', vote: one, choice: 'yes' }, seat: li },
    { type: 'vote-closed', vote: one },
    { type: 'vote-established', ...counted },
    { type: 'vote-published', vote: one },
    voteOpened({ vote: aVoteId(2), question: '作废的一问' }),
    { type: 'vote-closed', vote: aVoteId(2) },
    { type: 'vote-established', ...counted, vote: aVoteId(2), counts: { yes: 0, no: 7117, abstain: 0 } },
    { type: 'vote-annulled', vote: aVoteId(2), reason: '李秀英家中有病人' },
    voteOpened({ vote: aVoteId(3), question: '未宣布的一问' }),
    { type: 'vote-closed', vote: aVoteId(3) },
    { type: 'vote-established', ...counted, vote: aVoteId(3), counts: { yes: 0, no: 8228, abstain: 0 } },
    begun(2),
  ],
  called,
);

describe('[H8] the public page of a meeting', () => {
  it('holds the notice from the calling on, and the announced results once the meeting is closed', () => {
    expect(publicPage(given([], called))).toMatchObject({ phase: 'called', notice: text, results: null });
    expect(publicPage(meeting)?.results).toBeNull();
    expect(publicPage(after(meeting, closed))?.results).toEqual([
      {
        question: '费用分摊采用方案二（联系138****）',
        ...{ roll: 1, returned: 1, counts: { yes: 1, no: 0, abstain: 0 } },
        ...{ variants: null, most: 0, grades: null },
      },
    ]);
  });

  it('holds what was asked of variants, without private numbers that somebody typed there', () => {
    const [vote, variants] = [aVoteId(4), ['按户均摊', '找老李（13800001234）']];
    const announced = after(
      meeting,
      voteOpened({ vote, method: 'choose-one', variants, roll: [li] }),
      { type: 'vote-closed', vote },
      { type: 'vote-established', vote, roll: 1, returned: 0, counts: { variants: [0, 0], abstain: 0 } },
      { type: 'vote-published', vote },
      closed,
    );
    expect(publicPage(announced)?.results?.at(-1)).toMatchObject({
      variants: ['按户均摊', '找老李（138****）'],
      most: 1,
    });
  });

  it('holds nothing else: no person, phone, identity number, door, observer, seat, reason', () => {
    const bytes = JSON.stringify(publicPage(after(meeting, closed)));
    const names = people.flatMap(({ name, standing, seat, person }) => [name, standing ?? name, seat, person]);
    for (const secret of [
      ...names,
      '13911112222',
      '13800001234',
      '1101011990',
      '601',
      '低保',
      '病人',
      '作废',
      '未宣布',
      '7117',
      '8228',
      one,
    ]) {
      expect(bytes).not.toContain(secret);
    }
    expect(Object.keys(JSON.parse(bytes)).sort()).toEqual([
      ...['calledOff', 'community', 'former', 'language', 'notice', 'outcome', 'phase', 'results'],
    ]);
  });

  it('keeps what was announced before the meeting was moved, with the reason, and says that it was called off', () => {
    const moved = after(given([], called), {
      type: 'meeting-changed',
      plannedAt: start,
      place: '大厅',
      reason: '停电',
      notice: { ...text, body: '变更' },
    });
    expect(publicPage(moved)).toMatchObject({
      notice: { body: '变更' },
      former: [{ text, reason: '停电', replacedAt: moved.lastAt }],
      calledOff: null,
    });
    const off = after(moved, { type: 'meeting-called-off', reason: '项目中止' });
    expect(publicPage(off)).toMatchObject({ phase: 'called-off', calledOff: { reason: '项目中止', at: off.lastAt } });
  });

  it('is not there for a meeting that no board made known', () => {
    const waived = { way: 'start-now', waiver: '同意' } as const;
    expect(publicPage(given([], { ...called, notice: waived }))).toBeNull();
    expect(publicPage(given([], { ...called, notice: { way: 'served', servedAt: start } }))).toBeNull();
    expect(publicPage(given([], { ...called, procedure: { ...called.procedure, notices: null } }))).toBeNull();
  });

  it('shows the result, the last text first, the corrected one with what was wrong, and who examined it to nobody', () => {
    const over = after(meeting, closed, ...frozen(), resultPublished(1, { examinedBy: '郑审核' }));
    expect(publicPage(over)?.outcome).toEqual([{ publishedAt: over.lastAt, words: resultWords, wrong: null }]);
    const correct = (withheld: boolean) =>
      after(
        over,
        resultPublished(2, {
          title: '更正公告',
          corrects: { result: aResultId(1), wrong: '实到人数应为39人', withheld },
        }),
      );
    const [now, first] = publicPage(correct(false))?.outcome ?? [];
    expect(now).toMatchObject({ words: { title: '更正公告' }, wrong: '实到人数应为39人' });
    expect(first).toMatchObject({ words: resultWords, wrong: null });
    // What should never have been there is not shown struck through.
    expect(publicPage(correct(true))?.outcome[1]).toMatchObject({ words: null });
    // Nor what a still earlier text said.
    const again = { result: aResultId(2), wrong: '第一次公布的文字有个人信息', withheld: true };
    const thrice = after(correct(false), resultPublished(3, { title: '更正公告', corrects: again }));
    expect(publicPage(thrice)?.outcome.map(({ words }) => words === null)).toEqual([false, true, true]);
    expect(JSON.stringify(publicPage(correct(false)))).not.toContain('郑审核');
  });

  it('is there with the result alone for a meeting that was begun without a notice', () => {
    const begunAtOnce = given([...assembled()], { ...called, notice: { way: 'start-now', waiver: '同意' } });
    const page = publicPage(after(begunAtOnce, closed, ...frozen(), resultPublished()));
    expect(page).toMatchObject({ notice: null, outcome: [{ words: resultWords }] });
  });

  const stuffing = '孙丽旁听：李家3号楼2单元601室，身份证110101199003078515，电话１３９１１１１２２２２';
  const stuffed = aCalledMeeting({
    people,
    description: stuffing,
    notice: { way: 'to-be-served', text: { ...draftNotice(arranged()), issuedAt: start } },
  });
  const stages: [string, Meeting][] = [];
  const stage = (name: string, meeting: Meeting) => (stages.push([name, meeting]), meeting);
  const begunStuffed = stage(
    'in session',
    after(
      stage('called', given([], stuffed)),
      ...assembled(),
      opinionRecorded(1, { gist: stuffing, category: stuffing.slice(0, 40) }),
      { type: 'opinion-marked', opinion: anOpinionId(1), uptake: 'partly', reason: stuffing },
      questionRecorded(1, { text: stuffing }),
      answerRecorded(1, { text: stuffing }),
      proposalStated(stuffing),
      voteOpened({
        vote: one,
        question: stuffing,
        method: 'grade',
        variants: [stuffing, '二'],
        grades: ['孙丽旁听601室', '否'],
      }),
      { type: 'vote-closed', vote: one },
      {
        type: 'vote-established',
        ...counted,
        returned: 0,
        counts: {
          grades: [
            [0, 0],
            [0, 0],
          ],
          abstain: 0,
        },
      },
      { type: 'vote-published', vote: one },
    ),
  );
  const closedStuffed = stage('closed', after(begunStuffed, closed, ...frozen(wovenMinutes(stuffing))));
  const words = { title: stuffing, body: stuffing, signature: stuffing };
  const publishedStuffed = stage('result published', after(closedStuffed, resultPublished(1, words)));
  const corrects = { result: aResultId(1), wrong: stuffing, withheld: false };
  stage(
    'corrected',
    after(
      publishedStuffed,
      resultPublished(2, { ...words, corrects }),
      supplementProposed(1, { words: stuffing, reason: stuffing }),
    ),
  );

  it.each(stages)('of a record stuffed with private data holds none of it, when %s', (_, meeting) => {
    const bytes = JSON.stringify(publicPage(meeting)).normalize('NFKC');
    for (const secret of ['孙丽旁听', '601', '2单元', '110101199003078515', '13911112222', '13800001234']) {
      expect(bytes).not.toContain(secret);
    }
    expect(bytes).toContain('3号楼');
  });
});

function arranged() {
  const { matter, place, plannedAt, procedure } = called;
  return {
    ...{ matter, place, plannedAt, procedure, language: 'zh-CN' as const, timeZone: 'Asia/Shanghai' },
    organ: '示范社区居民委员会',
    people: people.map(({ name, capacities, standing = '' }) => ({
      name,
      capacities,
      standing: standing.slice(0, 12),
    })),
    agenda: [{ title: '介绍到会人员' }],
    notice: { own: null, contact: '周敏', phone: '0571-88880000', observers: 10 },
  };
}
