/**
 * 社区事务协调会, the meeting that settles disputes between members of the community, as the rules of the four meetings of
 * Nanmen Street have it. It ends with an agreement of the parties, or with their answers to what comes next. The rules say
 * nothing of a quorum, of minutes per step, of who may look on, or of notifying parties of their rights: what the People's
 * Mediation Law says of the last two is code (mediation.ts of the meeting), not part of these rules.
 */
import {
  departments,
  headOfPartyOrganisation,
  mediationCommittee,
  memberForMediation,
  residentsCommittee,
} from './bodies.ts';
import type { Step } from './course.ts';
import type { People } from './people.ts';
import { fourMeetings } from './regulations.ts';
import type { Procedure } from './schema.ts';
import { citing, words, type Rule } from './stated.ts';

const says = citing('four-meetings');

const parties: People = { body: null, role: null, words: words('双方当事人', 'the parties on both sides') };
const chairOfMeeting: People = { body: null, role: null, words: words('会议主持人', 'the chair of the meeting') };

/** Somebody who should be there where the matter needs it; in what capacity is not said. */
function whereNeeded(who: People) {
  const quote = '必要时应有社区党组织负责人、社区居委会主任、社区警务室民警、街道（乡镇）司法工作人员等参加。';
  return says('（二）1', quote, { who, capacity: null, presence: 'where-needed' as const });
}

/** A step of the course: the rules give no minutes. */
function step(place: string, quote: string, said: Pick<Step, 'id' | 'title' | 'acts' | 'outcome'> & Partial<Step>) {
  const same = { phase: null, plannedMinutes: null, required: true, repeats: 'once' as const, papers: null };
  return says(place, quote, { ...same, ...said });
}

/** One rule that stands in two places. */
const alsoIn = <Value>(one: Rule<Value>, other: Rule<unknown>): Rule<Value> => ({
  ...one,
  sources: [...one.sources, ...other.sources],
});

const course = '（二）4（2）';
const result = '（二）4（3）';
const leads = '一般由社区居委会负责治保调解工作的成员负责召集并主持。';
const agreed = {
  quote:
    '协调会如达成一致意见，由会议主持人当场拟订书面调节协议，双方当事人核对无误后在书面协议上签字盖章，由社区居委会治保调解委员会存档。',
  corrected:
    '协调会如达成一致意见，由会议主持人当场拟订书面调解协议，双方当事人核对无误后在书面协议上签字盖章，由社区居委会治保调解委员会存档。',
};
const notAgreed = {
  quote: '协调会如不能达成一致意见，由会议主持人征求双方当事人意见后，确定是否再进行调节或通过其他途径解决。',
  corrected: '协调会如不能达成一致意见，由会议主持人征求双方当事人意见后，确定是否再进行调解或通过其他途径解决。',
};
const inCaseOfAgreement = words('达成协议的', 'Where the parties came to an agreement');

export const mediation: Procedure = {
  id: 'mediation',
  version: 1,
  basedOn: null,
  name: words('社区事务协调会', 'Community mediation'),
  checkedAgainstLaw2026: null,
  documents: { 'four-meetings': fourMeetings },
  occasions: null,
  purpose: says(
    '（二）',
    '社区事务协调会是指社区党组织和居委会对社区成员之间的矛盾或利益冲突，采取协调、调解等方法进行协调处理的一种会议制度。',
    words(
      '对社区成员之间的矛盾或利益冲突，采取协调、调解等方法进行协调处理。',
      'To deal with disputes and conflicts of interest between members of the community by bringing them together and mediating.',
    ),
  ),

  organisers: [
    says(
      '（二）2',
      '社区事务协调回一般由社区居委会下属的治保调解委员会负责召开',
      { allOf: [mediationCommittee] },
      { corrected: '社区事务协调会一般由社区居委会下属的治保调解委员会负责召开' },
    ),
  ],
  conveners: [says(course, leads, { allOf: [memberForMediation] })],
  chairs: [says(course, leads, { allOf: [memberForMediation] })],
  recording: says(course, '会议应有专人做好记录', { dedicated: true }),
  attends: [
    says('（二）1', '社区居委会治保调解委员会成员、矛盾双方当事人。', {
      who: {
        body: 'mediation-committee',
        role: 'member',
        words: words('治保调解委员会成员', 'members of the security and mediation committee'),
      },
      capacity: 'mediator',
      presence: 'takes-part',
    }),
    says('（二）1', '社区居委会治保调解委员会成员、矛盾双方当事人。', {
      who: { ...parties, words: words('矛盾双方当事人', 'the parties to the dispute') },
      capacity: 'party',
      presence: 'takes-part',
    }),
    whereNeeded(headOfPartyOrganisation),
    whereNeeded({
      body: 'residents-committee',
      role: 'head',
      words: words('社区居委会主任', 'the head of the residents’ committee'),
    }),
    whereNeeded({
      body: 'police-office',
      role: 'staff',
      words: words('社区警务室民警', 'the officer of the community police office'),
    }),
    whereNeeded({
      body: 'street-office',
      role: 'staff',
      words: words('街道（乡镇）司法工作人员', 'the judicial worker of the street or township'),
    }),
  ],
  listsSettled: null,
  composition: null,
  leave: null,

  matters: [
    says('（二）3（1）', '涉及社区成员共同利益的有关事项', {
      id: 'common-interest',
      words: words('涉及社区成员共同利益的有关事项', 'Matters of the community members’ common interest'),
      other: false,
    }),
    says('（二）3（2）', '社区成员间的民事纠纷', {
      id: 'civil-disputes',
      words: words('社区成员间的民事纠纷', 'Civil disputes between members of the community'),
      other: false,
    }),
    says('（二）3（3）', '社区成员间的利益冲突', {
      id: 'conflicts-of-interest',
      words: words('社区成员间的利益冲突', 'Conflicts of interest between members of the community'),
      other: false,
    }),
    says('（二）3（4）', '当事人愿意协商解决的其他事项', {
      id: 'others',
      words: words('当事人愿意协商解决的其他事项', 'Other matters that the parties are willing to settle by talking'),
      other: true,
    }),
  ],
  referrals: null,
  reservedMatters: null,
  topics: null,
  rhythm: null,
  petitions: null,
  approvals: null,
  notices: [
    says(
      '（二）4（1）',
      '召开社区事务协调会3日前，由社区居委会将会议召开的时间、地点、协调和调节的事项等书面告知与会人员。',
      {
        days: 3,
        clearDays: false,
        channels: ['in-writing-to-each'],
        content: ['time', 'place', 'matter'],
        by: { allOf: [residentsCommittee] },
        to: { allOf: [{ body: null, role: null, words: words('与会人员', 'everybody who takes part') }] },
      },
      {
        corrected: '召开社区事务协调会3日前，由社区居委会将会议召开的时间、地点、协调和调解的事项等书面告知与会人员。',
      },
    ),
  ],
  form: null,

  phases: null,
  length: null,
  agenda: [
    step(course, '会议先由当事人陈述事实和理由', {
      id: 'statements',
      title: words('当事人陈述事实和理由', 'The parties’ statements'),
      acts: ['party'],
      repeats: 'per-party',
      outcome: 'statements',
    }),
    step(course, '然后由会议主持人分别就矛盾冲突或分歧焦点进行询问', {
      id: 'questions',
      title: words('主持人询问争议焦点', 'The chair’s questions on the points in dispute'),
      acts: ['chair'],
      outcome: 'questions',
    }),
    step(course, '并据此进行协商、调解', {
      id: 'consultation',
      title: words('协商、调解', 'Consultation and mediation'),
      acts: null,
      outcome: 'discussion',
    }),
    step(course, '提出解决方案', {
      id: 'proposal',
      title: words('提出解决方案', 'A proposed solution'),
      acts: null,
      outcome: 'discussion',
    }),
    step(result, '协调结果', {
      id: 'outcome',
      title: words('协调结果', 'Outcome'),
      acts: null,
      outcome: 'agreement',
    }),
  ],
  guards: null,
  quorum: null,
  decisions: [
    alsoIn(
      says(
        result,
        agreed.quote,
        {
          kind: 'agreement',
          inWriting: true,
          draftedBy: chairOfMeeting,
          draftedOnTheSpot: true,
          signedBy: { allOf: [parties] },
          archivedBy: { allOf: [mediationCommittee] },
          otherwise: ['mediate-again', 'other-channel'],
        },
        { corrected: agreed.corrected },
      ),
      says(result, notAgreed.quote, null, { corrected: notAgreed.corrected }),
    ),
  ],
  urgentHandling: null,
  resolutions: null,
  effects: null,
  confidentiality: null,

  duties: [
    says(
      result,
      agreed.quote,
      {
        id: 'archive-agreement',
        kind: 'archive',
        words: words('书面调解协议存档', 'Archive the written agreement'),
        by: { allOf: [mediationCommittee] },
        to: null,
        channels: null,
        deadline: null,
        usual: false,
        when: inCaseOfAgreement,
        document: 'agreement',
      },
      { corrected: agreed.corrected },
    ),
    alsoIn(
      says('（二）4（4）', '社区居委会治保调解委员会应对协议的执行情况进行监督，并督促落实。', {
        id: 'supervise-performance',
        kind: 'follow-up',
        words: words('监督协议执行情况，督促落实', 'See that the agreement is carried out, and urge it'),
        by: { allOf: [mediationCommittee, memberForMediation] },
        to: null,
        channels: null,
        deadline: null,
        usual: false,
        when: inCaseOfAgreement,
        document: 'agreement',
      }),
      says('（二）2', '由社区居委会负责治保调解工作的成员具体监督落实', null),
    ),
  ],
  assignments: null,
  leaves: [
    says(course, '会议应有专人做好记录', {
      id: 'record',
      title: words('协调会记录', 'Record of the mediation'),
      contains: null,
      inWriting: true,
      signatures: null,
    }),
    says(
      result,
      agreed.quote,
      {
        id: 'agreement',
        title: words('调解协议', 'Mediation agreement'),
        contains: null,
        inWriting: true,
        signatures: [{ capacity: 'party', every: true }],
      },
      { corrected: agreed.corrected },
    ),
  ],
  reminders: [
    says(
      '（二）2',
      '双方当事人通过平等协商形成一致意见',
      words('双方当事人通过平等协商形成一致意见。', 'The parties come to their agreement as equals, by talking.'),
    ),
    says(
      '（二）2',
      '必要时，有关部门应提供相关的政策和法规服务。',
      words(
        '必要时，有关部门应提供相关的政策和法规服务。',
        `Where needed, ${departments.words.en} should explain policy and law.`,
      ),
    ),
    says(
      '三',
      '社区“四会”制度在社区党组织的领导下，由社区居委会统一负责执行，接受街道的指导和监督。',
      words(
        '“四会”制度在社区党组织领导下，由社区居委会统一负责执行，接受街道的指导和监督。',
        'The four meetings are carried out by the residents’ committee, led by the Party organisation and guided and supervised by the street.',
      ),
    ),
  ],
};
