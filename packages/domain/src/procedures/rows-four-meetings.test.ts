/** The four meetings (四会制度) as far as they differ from each other: the schema must be able to say what they ask for. */
import { expect, it } from 'vitest';
import { aDuty, aProcedure, aStep, complaints, people, says } from './a-procedure.ts';
import type { Procedure } from './schema.ts';
import { words } from './stated.ts';

const sayable = (said: Partial<Procedure>) => expect(complaints(aProcedure(said))).toEqual([]);
const notice = { days: 3, clearDays: false, by: null, to: null };

it('forum 社区民情恳谈会: collects, and feeds back within fifteen days', () => {
  const after = { kind: 'within', days: 15, after: { event: 'held' } } as const;
  sayable({
    rhythm: [
      says('一般每季度举行一次', { kind: 'each', period: 'quarter', least: 1, most: null, usual: true }),
      says('也可不定期地召开专题恳谈会', { kind: 'as-needed' }),
    ],
    form: says('原则上采取座谈的方式', words('座谈', 'A round-table discussion')),
    conveners: [says('由社区党组织或居委会负责人主持', { anyOf: [people('负责人', 'party-organisation', 'head')] })],
    attends: [
      says('可邀请社区中的各级人大代表和政协委员', {
        who: people('各级人大代表'),
        capacity: 'attendee',
        presence: 'may-be-invited',
      }),
    ],
    notices: [
      says('3日前，在社区居务公开栏和各主要出入口告示', {
        ...notice,
        channels: ['public-board', 'main-entrances'],
        content: ['time', 'place', 'content', 'participants', 'invited'],
      }),
    ],
    agenda: [
      says('通报社区、街道正在开展的有关工作情况', aStep('report', '通报工作', { outcome: 'heard' })),
      says('收集社情民意和居民需求', aStep('needs', '收集民意', { outcome: 'opinions' })),
      says('讨论社区建设有关工作目标', aStep('goals', '讨论目标', { outcome: 'discussion' })),
      says('商讨涉及社区居民利益的有关事项', aStep('interests', '商讨事项', { outcome: 'opinions' })),
    ],
    decisions: [says('根据会议形成的意见', { kind: 'none' })],
    duties: [
      says('进行研究并提出落实方案', aDuty('plan', 'draw-up', { document: 'plan' })),
      says(
        '会议召开后15日内',
        aDuty('feed-back', 'feed-back', { deadline: after, to: { allOf: [people('相关人员')] } }),
      ),
      says(
        '上报有关部门',
        aDuty('report', 'report', { deadline: after, to: { allOf: [people('有关部门', 'government-department')] } }),
      ),
      says('在社区居务公开栏予以公开', aDuty('post', 'post', { deadline: after, channels: ['public-board'] })),
    ],
    leaves: [
      says('提出落实方案', {
        id: 'plan',
        title: words('落实方案', 'Plan'),
        contains: null,
        inWriting: true,
        signatures: null,
      }),
    ],
  });
});

it('mediation 社区事务协调会: told to each in writing, one statement per party, an agreement or what next', () => {
  const parties = people('双方当事人');
  const mediators = people('治保调解委员会成员', 'mediation-committee', 'member');
  sayable({
    chairs: [says('由社区居委会负责治保调解工作的成员负责召集并主持', { allOf: [mediators] })],
    attends: [
      says('矛盾双方当事人', { who: parties, capacity: 'party', presence: 'takes-part' }),
      says('治保调解委员会成员', { who: mediators, capacity: 'mediator', presence: 'takes-part' }),
      says('必要时应有社区警务室民警', {
        who: people('民警', 'police-office'),
        capacity: 'attendee',
        presence: 'where-needed',
      }),
    ],
    matters: [
      says('社区成员间的民事纠纷', { id: 'civil', words: words('民事纠纷', 'Civil disputes'), other: false }),
      says('当事人愿意协商解决的其他事项', { id: 'others', words: words('其他事项', 'Others'), other: true }),
    ],
    notices: [
      says('3日前，由社区居委会将会议召开的时间、地点、协调和调节的事项等书面告知与会人员', {
        ...notice,
        channels: ['in-writing-to-each'],
        content: ['time', 'place', 'matter'],
      }),
    ],
    agenda: [
      says(
        '先由当事人陈述事实和理由',
        aStep('statements', '陈述', { acts: ['party'], repeats: 'per-party', outcome: 'statements' }),
      ),
      says('就矛盾冲突或分歧焦点进行询问', aStep('questions', '询问', { acts: ['chair'], outcome: 'questions' })),
      says('提出解决方案', aStep('proposal', '解决方案', { outcome: 'proposal' })),
      says('协调结果', aStep('outcome', '协调结果', { outcome: 'agreement' })),
    ],
    decisions: [
      says('由会议主持人当场拟订书面调节协议，双方当事人核对无误后在书面协议上签字盖章', {
        kind: 'agreement',
        inWriting: true,
        draftedBy: people('会议主持人'),
        draftedOnTheSpot: true,
        signedBy: { allOf: [parties] },
        archivedBy: { allOf: [people('治保调解委员会', 'mediation-committee')] },
        otherwise: ['mediate-again', 'other-channel'],
      }),
    ],
    confidentiality: says('不公开进行', { kind: 'closed-unless-parties-agree' }),
    duties: [says('对协议的执行情况进行监督', aDuty('follow-up', 'follow-up'))],
  });
});

it('review 社区成效评议会: fifteen, ten and five days before, a grade that every member signs, three days after', () => {
  const group = { allOf: [people('考核评议小组', 'review-group')] };
  const committee = { allOf: [people('社区居委会', 'residents-committee')] };
  sayable({
    occasions: [
      { id: 'year', words: words('年度工作', 'The year’s work') },
      { id: 'work', words: words('某项工作', 'One piece of work') },
    ],
    composition: [
      says('由以上代表组成考核评议小组', { kind: 'drawn-from', who: [people('社区居民'), people('社区党员')] }),
      says('组长由各代表推选产生', {
        kind: 'leader',
        title: words('组长', 'Leader'),
        number: 1,
        chosen: 'elected-by-members',
      }),
    ],
    rhythm: [
      says('一般于每年年底', { kind: 'at-end-of', what: 'year', usual: true }, ['year']),
      says('某项工作终了时', { kind: 'at-end-of', what: 'work', usual: true }, ['work']),
    ],
    decisions: [
      says('提出优秀、合格、基本合格、不合格四个等级的书面评定意见，须经考核评议小组全体成员签字', {
        kind: 'rating',
        grades: [
          { id: 'excellent', words: words('优秀', 'Excellent') },
          { id: 'good', words: words('合格', 'Satisfactory') },
          { id: 'fair', words: words('基本合格', 'Barely satisfactory') },
          { id: 'poor', words: words('不合格', 'Unsatisfactory') },
        ],
        givenBy: 'group',
        way: null,
        inWriting: true,
        signedByEveryMember: true,
      }),
    ],
    effects: [says('评议结果作为工作考核和奖惩的依据', words('考核和奖惩的依据', 'Ground for reward and reproof'))],
    duties: [
      says(
        '15日前通知',
        aDuty('notify', 'notify', { by: group, to: committee, deadline: { kind: 'before', days: 15 } }),
      ),
      says(
        '在10日内提交总结',
        aDuty('hand-in', 'hand-in', {
          by: committee,
          to: group,
          deadline: { kind: 'within', days: 10, after: { duty: 'notify' } },
        }),
      ),
      says(
        '接到书面材料后5日内，形成书面调查材料',
        aDuty('inspect', 'inspect', {
          by: group,
          deadline: { kind: 'within', days: 5, after: { duty: 'hand-in' } },
          document: 'investigation',
        }),
      ),
      says(
        '召开后的3日内将评议结果反馈被评议对象及上级主管部门',
        aDuty('feed-back', 'feed-back', {
          by: group,
          to: { allOf: [people('被评议对象'), people('上级主管部门')] },
          deadline: { kind: 'within', days: 3, after: { event: 'held' } },
        }),
      ),
    ],
    leaves: [
      says('形成书面调查材料', {
        id: 'investigation',
        title: words('书面调查材料', 'Investigation report'),
        contains: null,
        inWriting: true,
        signatures: null,
      }),
      says('全体成员签字', {
        id: 'rating',
        title: words('评定意见', 'Rating'),
        contains: null,
        inWriting: true,
        signatures: [{ capacity: 'member', every: true }],
      }),
    ],
  });
});
