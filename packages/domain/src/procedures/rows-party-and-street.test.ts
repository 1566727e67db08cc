/** Meetings of the Party organisation, the street and the township, as far as they differ: the schema must be able to say it. */
import { expect, it } from 'vitest';
import { leastFor } from '../numbers.ts';
import { aDuty, aProcedure, aStep, complaints, people, says } from './a-procedure.ts';
import type { Procedure } from './schema.ts';
import { rulesOn, words } from './stated.ts';

const sayable = (said: Partial<Procedure>) => expect(complaints(aProcedure(said))).toEqual([]);
const half = { numerator: 1, denominator: 2 };
const silentVote = { kind: 'vote', majority: null, ballot: null, announced: null, whenSplit: null } as const;
const notice = { clearDays: false, channels: null, content: null, by: null, to: null };
const each = (
  period: 'year' | 'half-year' | 'quarter' | 'month' | 'half-month',
  least: number,
  most: number | null = null,
) => ({ kind: 'each', period, least, most, usual: false }) as const;
const streetParty = people('街道党工委', 'street-party-committee');

it('party-committee 社区党组织委员会会议: secrecy, short notice, a split vote, urgent handling', () => {
  const rhythm = says('一般每月召开1—2次会议', { ...each('month', 1, 2), usual: true }, ['ordinary']);
  const told = says(
    '日期、议题（除临时召开的会议外）要提前一天通知与会人员',
    { ...notice, days: 1, channels: ['to-each' as const], content: ['time' as const, 'topics' as const] },
    ['ordinary'],
  );
  sayable({
    occasions: [
      { id: 'ordinary', words: words('例会', 'Ordinary') },
      { id: 'short-notice', words: words('临时召开的会议', 'Called at short notice') },
    ],
    chairs: [says('会议由书记召集、主持', { allOf: [people('书记', 'party-organisation', 'head')] })],
    attends: [says('有关人员可以列席会议', { who: people('有关人员'), capacity: 'attendee', presence: 'may' })],
    leave: says('要事先向书记请假', { askedOf: { allOf: [people('书记', 'party-organisation', 'head')] } }),
    rhythm: [rhythm, says('如有特殊情况可随时召开', { kind: 'as-needed' })],
    notices: [told],
    quorum: [
      says('必须由半数以上的委员到会', {
        kind: 'share',
        of: 'members',
        threshold: { meaning: 'at-least', share: half },
      }),
    ],
    decisions: [
      says('赞同人数不超过应到会半数的，不能做出决定', {
        ...silentVote,
        majority: { base: 'due', threshold: { meaning: 'more-than', share: half } },
        announced: { by: 'chair', onTheSpot: true },
        whenSplit: { choices: ['put-off', 'report-upward'], to: streetParty },
      }),
    ],
    urgentHandling: says('事后应向下次党组织委员会议汇报', { reportedTo: 'next-meeting' }),
    confidentiality: says('未经批准或公布的，不得向外泄漏', { kind: 'until-released' }),
  });
  expect(rulesOn([told], 'short-notice')).toEqual([]);
  expect([
    leastFor(7, { meaning: 'at-least', share: half }),
    leastFor(42, { meaning: 'more-than', share: half }),
  ]).toEqual([4, 22]);
});

it('party-members 党员大会: once a quarter, hears and decides', () => {
  sayable({
    rhythm: [says('每季度召开一次', each('quarter', 1))],
    agenda: [says('听取党组织委员会的工作报告', aStep('report', '听取报告', { outcome: 'heard' }))],
    decisions: [says('决定党组织工作的重大问题', silentVote)],
  });
});

it('democratic-life 民主生活会: two notices, a step for each member, a suitable circle', () => {
  sayable({
    rhythm: [says('每年至少召开一次', each('year', 1))],
    notices: [
      says('应提前五日以书面形式向上级党组织报告', {
        ...notice,
        days: 5,
        channels: ['in-writing-to-superior'],
        content: ['time', 'topics'],
        to: { allOf: [people('上级党组织')] },
      }),
      says('并通知党组织委员', { ...notice, days: 5, channels: ['to-each'] }),
    ],
    agenda: [
      says(
        '一人谈、众人帮、逐人进行',
        aStep('criticism', '批评与自我批评', { acts: ['member'], repeats: 'per-member', outcome: 'findings' }),
      ),
    ],
    recording: says('指定专人做好会议记录', { dedicated: true }),
    confidentiality: says('要在适当范围内进行通报', { kind: 'suitable-circle' }),
    duties: [
      says('广泛征求党内外群众的意见和建议', aDuty('gather', 'gather', { deadline: { kind: 'before-meeting' } })),
      says(
        '会后要及时向街道党工委报告会议情况和会议记录',
        aDuty('report', 'report', {
          to: { allOf: [streetParty] },
          deadline: { kind: 'at-once', after: { event: 'closed' } },
        }),
      ),
    ],
  });
});

it('coordination 党建协调小组会议: topics a week before, work divided among the units', () => {
  const units = { allOf: [people('成员单位', 'unit')] };
  sayable({
    rhythm: [says('每半年召开一次', each('half-year', 1)), says('工作需要时可随时召开', { kind: 'as-needed' })],
    topics: says('成员单位根据实际情况可提出议题', { proposedBy: units, adoptedBy: null }),
    notices: [says('议题需提前一周进行通报', { ...notice, days: 7, content: ['topics'], to: units })],
    assignments: [says('各成员单位要根据分工抓好落实', { each: 'agreed-work', to: 'member-units', when: null })],
  });
});

it('joint 联席会议 and dispute-screening 联合排查会议: each danger goes to one department or several', () => {
  sayable({
    conveners: [says('根据需要随时召开', { allOf: [people('综治办', 'mediation-office')] })],
    rhythm: [says('根据需要随时召开', { kind: 'as-needed' })],
    assignments: [says('依照职能参与', { each: 'matter', to: 'one-department', when: null })],
  });
  sayable({
    rhythm: [says('每半月召开一次', each('half-month', 1))],
    agenda: [
      says('听取排查出的不稳定隐患', aStep('dangers', '排查隐患', { repeats: 'per-matter', outcome: 'dangers' })),
    ],
    assignments: [
      says('责成有关部门办理', { each: 'danger', to: 'one-department', when: words('涉及单个部门', 'One department') }),
      says('组织有关部门调查处理', {
        each: 'danger',
        to: 'departments-jointly',
        when: words('涉及多个职能部门', 'Several departments'),
      }),
    ],
    duties: [
      says(
        '每月进行汇总，于下月5日前将情况报县综治办',
        aDuty('summary', 'report', { deadline: { kind: 'day-of-next-month', day: 5 } }),
      ),
    ],
  });
});

it('presidium 乡镇人大主席团会议: once a quarter, decides the date and the drafts by vote', () => {
  sayable({
    rhythm: [says('一般每季度举行一次', { ...each('quarter', 1), usual: true })],
    matters: [
      says('对代表大会召开时间作出决定', {
        id: 'date',
        words: words('代表大会召开时间', 'Date of the congress'),
        other: false,
      }),
    ],
    decisions: [says('表决通过提请大会的有关议程、草案', silentVote)],
  });
});

it('congress 乡镇人民代表大会: preparatory meeting, presidium, plenary sittings; two sessions a year', () => {
  const days = (leastDays: number) => ({ leastDays });
  sayable({
    occasions: [
      { id: 'first-of-term', words: words('每届第一次会议', 'First of a term') },
      { id: 'without-election', words: words('没有选举事项', 'Without election') },
      { id: 'with-election', words: words('有选举事项', 'With election') },
    ],
    rhythm: [says('分别在第一季度和第三季度进行', { kind: 'quarters', quarters: [1, 3], usual: true })],
    length: [says('会期不少于两天', days(2), ['first-of-term']), says('会期不少于一天', days(1), ['without-election'])],
    approvals: [
      says('向乡镇党委请示，经批准后进行会议筹备工作', {
        of: words('会议有关事宜', 'The arrangements'),
        by: { allOf: [people('乡镇党委', 'township-party-committee')] },
        before: 'calling',
        filed: false,
      }),
    ],
    notices: [
      says('及时下发会议通知，并发送报告', {
        ...notice,
        days: null,
        channels: ['documents-to-each'],
        content: ['documents'],
      }),
    ],
    phases: [
      says('大会预备会', {
        id: 'preparatory',
        title: words('预备会', 'Preparatory meeting'),
        kind: 'preparatory',
        who: null,
      }),
      says('主席团会', {
        id: 'presidium',
        title: words('主席团会', 'Presidium'),
        kind: 'presidium',
        who: [people('主席团', 'presidium')],
      }),
      says('全体会', { id: 'plenary', title: words('全体会', 'Plenary sittings'), kind: 'plenary', who: null }),
    ],
    agenda: [
      says(
        '审查报告由主席团会议确认',
        aStep('credentials', '资格审查', { phase: 'presidium', outcome: 'credentials' }),
      ),
      says('充足的审议时间', aStep('examine', '审议', { phase: 'plenary', outcome: 'examination' })),
      says('选举办法提交全体会议表决通过', aStep('method', '选举办法', { phase: 'plenary', outcome: 'method' }), [
        'with-election',
      ]),
      says('应进行宪法宣誓', aStep('oath', '宪法宣誓', { phase: 'plenary', outcome: 'oath' }), ['with-election']),
    ],
    guards: [
      says('杜绝“只开会不审议”', { act: 'closing', needs: 'examination' }),
      says('“只表决不讨论”', { act: 'deciding', needs: 'discussion' }),
      says('表决通过后实施', { act: 'electing', needs: 'method' }),
    ],
    decisions: [
      says('选举产生', { kind: 'election', method: 'adopted-before', candidates: null, majority: null, ballot: null }),
      says('作出决议、决定', silentVote),
    ],
    duties: ['announce' as const, 'report' as const, 'archive' as const].map((kind) =>
      says('会议闭幕后做好公告、上报、存档等工作', aDuty(kind, kind)),
    ),
  });
});

it('democratic-talk 三事制: residents discuss, Party members decide, both carry out', () => {
  const phase = (id: string, chinese: string, kind: 'discussion' | 'decision' | 'duty', who: string[]) =>
    says(chinese, { id, title: words(chinese, id), kind, who: who.map((name) => people(name)) });
  sayable({
    phases: [
      phase('discuss', '群众民主议事', 'discussion', ['群众']),
      phase('decide', '党员民主定事', 'decision', ['党员']),
      phase('carry-out', '党群民主干事', 'duty', ['党员', '群众']),
    ],
    duties: [
      says(
        '解决不了的第一时间提报街道',
        aDuty('hand-up', 'report', {
          when: words('解决不了', 'It cannot be settled'),
          deadline: { kind: 'at-once', after: { event: 'held' } },
        }),
      ),
    ],
  });
});
