/** Meetings of residents, their representatives and their committee, as far as they differ: the schema must be able to say it. */
import { expect, it } from 'vitest';
import { leastFor } from '../numbers.ts';
import { aDuty, aProcedure, aStep, complaints, people, says } from './a-procedure.ts';
import type { Procedure } from './schema.ts';
import { words } from './stated.ts';

const sayable = (said: Partial<Procedure>) => expect(complaints(aProcedure(said))).toEqual([]);
const share = (numerator: number, denominator: number) => ({ numerator, denominator });
const moreThanHalf = { meaning: 'more-than', share: share(1, 2) } as const;
const atLeast = (numerator: number, denominator: number) =>
  ({ meaning: 'at-least', share: share(numerator, denominator) }) as const;
const silentVote = { kind: 'vote', majority: null, ballot: null, announced: null, whenSplit: null } as const;
const committee = people('社区居委会', 'residents-committee');
const street = people('街道办事处', 'street-office');

it('voting-hearing 社区听证会: departments must come when invited, the committee says who votes, no threshold', () => {
  sayable({
    chairs: [says('由社区居委会召集和主持', { allOf: [committee] })],
    attends: [
      says('可由居民小组长组成', {
        who: people('居民小组长', 'residents-group', 'head'),
        capacity: 'member',
        presence: 'may',
      }),
      says('经社区居委会邀请，有关政府部门的代表应列席会议', {
        who: people('有关政府部门的代表', 'government-department', 'representative'),
        capacity: 'attendee',
        presence: 'must-when-invited',
      }),
      says('社区居民可自由旁听听证会', { who: people('社区居民'), capacity: 'observer', presence: 'freely' }),
    ],
    listsSettled: [says('听证表决权，由社区居委会确定', { of: 'voters', by: { allOf: [committee] } })],
    referrals: [
      says('对应由社区成员代表大会讨论决定的事项，提请社区成员代表大会讨论决定', {
        test: { kind: 'asked', words: words('是否应由社区成员代表大会决定？', 'Is it for the assembly to decide?') },
        to: 'assembly',
      }),
    ],
    agenda: [
      says('由主持人报告议题', aStep('topic', '报告议题', { acts: ['chair'], outcome: 'opened' })),
      says('由听证会成员投票表决', aStep('vote', '投票表决', { acts: ['member'], outcome: 'vote' })),
    ],
    guards: [says('由听证会成员充分讨论', { act: 'deciding', needs: 'discussion' })],
    decisions: [says('由听证会成员投票表决', silentVote)],
    duties: [
      says(
        '三日内采取适当方式公示',
        aDuty('post', 'post', { deadline: { kind: 'within', days: 3, after: { event: 'held' } } }),
      ),
      says(
        '涉及政府相关部门或街道办事处，书面抄送',
        aDuty('copy', 'copy', {
          channels: ['in-writing-to-each'],
          when: words('听证事项涉及政府部门或街道', 'The matter concerns a department or the street'),
        }),
      ),
    ],
  });
});

it('assembly 社区成员代表大会: must and may be called, spending reserved, changed by no other body', () => {
  const assembly: Partial<Procedure> = {
    id: 'assembly',
    checkedAgainstLaw2026: false,
    occasions: [
      { id: 'ordinary', words: words('例会', 'Ordinary') },
      { id: 'extraordinary', words: words('临时会议', 'Extraordinary') },
      { id: 'election', words: words('换届选举', 'Election') },
    ],
    chairs: [
      says('由社区居委会召集和主持', { allOf: [committee] }, ['ordinary', 'extraordinary']),
      says('换届选举时由社区选举委员会组织', { allOf: [people('社区选举委员会', 'election-committee')] }, ['election']),
    ],
    composition: [
      says('每个居民小组推选2—3名代表', {
        kind: 'sent-by',
        anyOf: [{ per: 'residents-groups', units: 1, least: 2, most: 3 }],
      }),
      says('驻社区单位代表组成', { kind: 'drawn-from', who: [people('驻社区单位', 'unit', 'representative')] }),
      says('不少于30名', { kind: 'size', of: 'representatives', least: 30, most: null }),
      says('每届为三年，可连选连任', { kind: 'term', years: 3, again: true }),
      says('从原居民小组中补选产生', { kind: 'vacancy', filledBy: people('原居民小组', 'residents-group') }),
    ],
    rhythm: [says('一般每半年召开一次', { kind: 'each', period: 'half-year', least: 1, most: null, usual: true })],
    petitions: [
      says('五分之一以上的十八周岁以上的居民、五分之一以上的户或者三分之一以上的居民小组提议，应当临时召集', {
        duty: 'must',
        anyOf: [
          { of: 'adult-residents', threshold: atLeast(1, 5) },
          { of: 'households', threshold: atLeast(1, 5) },
          { of: 'residents-groups', threshold: atLeast(1, 3) },
        ],
      }),
      says('三分之一以上代表提议，可以临时决定召开会议', {
        duty: 'may',
        anyOf: [{ of: 'representatives', threshold: atLeast(1, 3) }],
      }),
    ],
    reservedMatters: [says('500元以上的开支', { test: { kind: 'spending', meaning: 'at-least', yuan: 500 } })],
    approvals: [
      says('并经街道办事处分管主任同意，同时备案', {
        of: words('500元以上的开支', 'Spending of 500 yuan or more'),
        by: { allOf: [street] },
        before: 'effect',
        filed: true,
      }),
    ],
    quorum: [says('必须有社区成员代表过半数出席', { kind: 'share', of: 'representatives', threshold: moreThanHalf })],
    decisions: [
      says('由出席人过半数通过', { ...silentVote, majority: { base: 'present', threshold: moreThanHalf } }),
      says('选举、撤换或补选社区居委会成员', {
        kind: 'election',
        method: null,
        candidates: null,
        majority: null,
        ballot: null,
      }),
      says('进行民主评议', {
        kind: 'rating',
        grades: null,
        givenBy: null,
        way: null,
        inWriting: false,
        signedByEveryMember: false,
      }),
    ],
    resolutions: says('任何社区组织和社区成员无权更改', { changedOnlyBy: ['assembly'] }),
  };
  sayable(assembly);
  expect(leastFor(52, moreThanHalf)).toBe(27);
});

it('representatives 居民代表会议: topics adopted elsewhere, two thirds present, more than half of all', () => {
  sayable({
    id: 'representatives',
    topics: says('由社区党组织和居委会联席会议讨论通过', {
      proposedBy: null,
      adoptedBy: { procedure: 'two-committees', body: 'two-committees' },
    }),
    notices: [
      says('提前三天告示居民', {
        days: 3,
        clearDays: false,
        channels: ['to-residents'],
        content: ['topics'],
        by: null,
        to: null,
      }),
    ],
    composition: [
      says('每50户推选1-2人，或者由各居民小组推选1-2人产生', {
        kind: 'sent-by',
        anyOf: [
          { per: 'households', units: 50, least: 1, most: 2 },
          { per: 'residents-groups', units: 1, least: 1, most: 2 },
        ],
      }),
      says('最少不得低于50名', { kind: 'size', of: 'representatives', least: 50, most: null }),
    ],
    rhythm: [says('一年至少召开两次', { kind: 'each', period: 'year', least: 2, most: null, usual: false })],
    quorum: [says('必须有2/3以上的居民代表参加', { kind: 'share', of: 'representatives', threshold: atLeast(2, 3) })],
    decisions: [
      says('必须经过全体代表过半数通过', { ...silentVote, majority: { base: 'all', threshold: moreThanHalf } }),
    ],
    resolutions: says('要通过居民会议或居民代表会议讨论决定', { changedOnlyBy: ['residents', 'representatives'] }),
    duties: [
      says('主动征求居民对议题的意见和要求', aDuty('gather', 'gather', { deadline: { kind: 'before-meeting' } })),
      says('形成书面材料归档保存', aDuty('archive', 'archive', { document: 'resolution' })),
    ],
    leaves: [
      says('形成书面材料', {
        id: 'resolution',
        title: words('决议', 'Resolution'),
        contains: null,
        inWriting: true,
        signatures: null,
      }),
    ],
  });
  expect(leastFor(52, atLeast(2, 3))).toBe(35);
});

it('residents 居民会议 and two-committees 联席会议: who meets and what passes between them', () => {
  sayable({
    attends: [says('居民会议', { who: people('居民'), capacity: 'member', presence: 'takes-part' })],
    resolutions: says('要通过居民会议或居民代表会议讨论决定', { changedOnlyBy: ['residents', 'representatives'] }),
  });
  sayable({
    composition: [
      says('社区党组织和居委会联席会议', {
        kind: 'drawn-from',
        who: [
          people('社区党组织', 'party-organisation', 'member'),
          people('社区居委会', 'residents-committee', 'member'),
        ],
      }),
    ],
    matters: [
      says('会议的议题由社区党组织和居委会联席会议讨论通过', {
        id: 'topics',
        words: words('居民代表会议的议题', 'Topics of the representatives’ meeting'),
        other: false,
      }),
      says('提交社区党组织和居委会联席会议讨论确定', {
        id: 'publications',
        words: words('居务公开方案', 'Publications'),
        other: false,
      }),
    ],
  });
});

it('committee 居委会全体委员会议 and deliberative 代表议事会: handed to named people, between assemblies', () => {
  sayable({
    occasions: [
      { id: 'whole', words: words('全体委员会议', 'Whole committee') },
      { id: 'working', words: words('工作委员会会议', 'Working committee') },
    ],
    rhythm: [
      says('每月召开一次', { kind: 'each', period: 'month', least: 1, most: null, usual: false }, ['whole']),
      says('各工作委员会每月召开一次', { kind: 'each', period: 'month', least: 1, most: null, usual: false }, [
        'working',
      ]),
    ],
    referrals: [
      says('500元以上的开支', { test: { kind: 'spending', meaning: 'at-least', yuan: 500 }, to: 'assembly' }),
    ],
    assignments: [says('并交有关人员执行', { each: 'decision', to: 'named-people', when: null })],
  });
  sayable({
    rhythm: [
      says('社区成员代表大会闭会后', { kind: 'between', procedure: 'assembly' }),
      says('定期召集居民群众代表会议', { kind: 'regularly' }),
    ],
    duties: [
      says(
        '对反映较为集中的问题，要进行认真研究，并通过适当方式反馈结果',
        aDuty('answer', 'answer', { when: words('反映较为集中', 'Many share the opinion') }),
      ),
    ],
  });
});
