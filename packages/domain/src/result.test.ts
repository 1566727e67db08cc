import { describe, expect, it } from 'vitest';
import type { MeetingCommand } from './acts/command.ts';
import { draftResult } from './draft-result.ts';
import {
  aCalledMeeting,
  after,
  anOpinionId,
  aResultId,
  aVoteId,
  arrived,
  begun,
  by,
  chair,
  chen,
  closed,
  frozen,
  given,
  li,
  nobodyConnected,
  observer,
  opened,
  opinionRecorded,
  proposalStated,
  recorder,
  resultPublished,
  unit,
  voteOpened,
  when,
} from './fixtures.ts';
import type { Language } from './language.ts';
import { privateIn } from './public-text.ts';
import { substituteAdded } from './replies.fixtures.ts';
import { publicMeasure } from './result.ts';
import { view } from './view.ts';

const vote = aVoteId(1);
const held = (language: Language = 'zh-CN') =>
  given(
    [
      ...[chair, recorder, li, chen, unit, observer].map((seat) => arrived(seat)),
      opened,
      begun(1),
      voteOpened({ vote, method: 'choose-one', variants: ['按户均摊', '按楼层递增'], roll: [li, chen] }),
      by(li, { type: 'ballot-cast', vote, chosen: [1] }),
      by(chen, { type: 'ballot-cast', vote, chosen: [2] }),
      { type: 'vote-closed', vote },
      { type: 'vote-established', vote, roll: 2, returned: 2, counts: { variants: [1, 1], abstain: 0 } },
      { type: 'vote-published', vote },
      opinionRecorded(1, { gist: '一层不分摊。', category: '费用', stance: 'conditional' }),
      { type: 'opinion-marked', opinion: anOpinionId(1), uptake: 'taken' },
      opinionRecorded(2, {
        gist: '孙丽说李秀英家3号楼2单元601室怕吵，13800001234。',
        stance: 'against',
        speaker: chen,
      }),
      { type: 'opinion-marked', opinion: anOpinionId(2), uptake: 'not-taken', reason: '陈国强所说噪声符合标准' },
      proposalStated('采用方案二。\n一层不分摊。'),
      closed,
      ...frozen(),
    ],
    aCalledMeeting({ language }),
  );
const over = held();
const desk = (meeting = over) => view({ meeting, live: nobodyConnected }, { capacities: ['chair'], staff: false });
const publish = (more: Partial<MeetingCommand & { type: 'publish-result' }> = {}) => {
  const { result: _, ...said } = resultPublished();
  return { ...said, type: 'publish-result', ...more } as const;
};

describe('the draft of the result', () => {
  it('says matter, when and where, who came, opinions with uptake and reason, soundings, proposal, as officials write', () => {
    expect(draftResult(desk())).toEqual({
      title: '关于老旧小区加装电梯社区工作听证会结果的公告',
      signature: '南门街道示范社区居民委员会',
      body: [
        '2026年11月22日，南门街道示范社区居民委员会在社区会议室召开社区工作听证会，就“老旧小区加装电梯”听取意见。应到听证代表3人，实到2人。现将听证结果公告如下：',
        '一、意见听取和采纳情况',
        '会上共听取意见2条：有条件赞成1、不赞成1。',
        '（一）采纳的意见',
        '1．关于费用：一层不分摊。',
        '（二）未采纳的意见',
        '1．孙某某说李某某家3号楼怕吵，138****。理由：陈某某所说噪声符合标准。',
        '二、意向征询情况',
        '就“费用分摊采用方案二”征询意向。应表态2人，已表态2人：方案一1人，方案二1人，弃权0人。意向征询不作决定。',
        '方案一：按户均摊。',
        '方案二：按楼层递增。',
        '三、倾向性方案',
        '采用方案二。',
        '一层不分摊。',
        '倾向性方案供政府及其职能部门和社会单位决策参考。',
        '四、监督',
        '以上结果接受社区居民监督。对结果有意见的，请向南门街道示范社区居民委员会反映。',
        '特此公告。',
      ].join('\n'),
    });
  });

  it.each(['zh-CN', 'en'] as const)('[H8] passes its own guard and names no speaker, in %s', (language) => {
    const meeting = held(language);
    const { title, body, signature } = draftResult(desk(meeting));
    expect(privateIn([title, body, signature].join('\n'), publicMeasure(meeting))).toBeNull();
    for (const name of ['李秀英', '陈国强', '孙丽', '王建国', '601']) expect(body).not.toContain(name);
    expect(when(meeting, publish({ title, body, signature }))).toHaveLength(1);
  });
});

describe('publishing the result', () => {
  it('records text and examiner, once', () => {
    const { result: _, ...said } = resultPublished();
    expect(when(over, publish())).toEqual([{ ...said, result: expect.any(String) }]);
    expect(when(after(over, resultPublished()), publish())).toEqual([]);
  });

  it('waits for final minutes', () => {
    expect(when(given([opened, closed]), publish())).toEqual({ refused: 'minutes-not-frozen' });
  });

  it('[H8] is refused for numbers, fine addresses and observers, in whatever part, saying what was found', () => {
    const corrects = { result: aResultId(1), wrong: '漏了孙丽', withheld: false };
    expect(when(over, publish({ title: '电话13911112222' }))).toEqual({
      refused: 'private-number',
      params: { text: '13911112222' },
    });
    expect(when(over, publish({ signature: '3号楼2单元601室' }))).toMatchObject({ refused: 'fine-address' });
    expect(when(after(over, resultPublished()), publish({ title: '更正', corrects }))).toMatchObject({
      refused: 'observer-named',
    });
  });

  it('[H8] takes nobody for an observer whose place a substitute took', () => {
    const meeting = after(over, substituteAdded(60, li));
    expect(publicMeasure(meeting).observers).toEqual(['孙丽']);
    expect(when(meeting, publish({ body: '李秀英因故未到，由何平代为参加。' }))).toHaveLength(1);
  });

  it('is corrected by a later one that names the text it corrects', () => {
    const first = after(over, resultPublished());
    const corrects = { result: aResultId(1), wrong: '实到人数有误', withheld: false };
    const second = publish({ title: '更正公告', corrects });
    expect(when(first, second)).toHaveLength(1);
    const twice = after(first, resultPublished(2, { title: '更正公告', corrects }));
    expect(when(twice, publish({ title: '再更正', corrects }))).toEqual({ refused: 'no-such-result' });
    expect(desk(twice).desk?.result.order).toEqual([aResultId(1), aResultId(2)]);
    // The words stay, and what stood before them is taken out of sight: once.
    const withholding = (result: string) =>
      publish({ title: '更正公告', corrects: { result, wrong: '原文有个人信息', withheld: true } });
    expect(when(twice, withholding(aResultId(2)))).toHaveLength(1);
    const { type: _, ...said } = withholding(aResultId(2));
    const withheld = after(twice, resultPublished(3, said));
    expect(when(withheld, withholding(aResultId(3)))).toEqual([]);
  });
});
