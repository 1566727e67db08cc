/**
 * 社区工作听证会, the hearing on community work, as the rules of the four meetings of Nanmen Street have it. It decides
 * nothing: it forms a tendency proposal. The rules say nothing of a quorum, of observers, of minutes per step, of who
 * presents the project, of who draws up the minutes, and of who holds it when the project is a department's.
 */
import {
  departments,
  headOfPartyOrganisation,
  headOfResidentsCommittee,
  partyOrganisation,
  residentsCommittee,
  street,
} from './bodies.ts';
import type { Step } from './course.ts';
import type { People } from './people.ts';
import { fourMeetings } from './regulations.ts';
import type { Procedure } from './schema.ts';
import { citing, words } from './stated.ts';

const says = citing('four-meetings');

/** A hearing representative (听证代表) sent by a body. */
function representative(body: People['body'], zh: string, en: string) {
  const quote = '参加人员：社区党组织、社区居委会、社区成员会议和社区议事协商委员会的代表，辖区单位代表';
  const who: People = { body, role: 'representative', words: words(zh, en) };
  return says('（三）1', quote, { who, capacity: 'member' as const, presence: 'takes-part' as const });
}

/** A step of the agenda: the rules name its five steps and give no minutes. */
function step(
  quote: string,
  { papers = null, ...said }: Pick<Step, 'id' | 'title' | 'acts' | 'outcome'> & Partial<Step>,
) {
  const same = { phase: null, plannedMinutes: null, required: true, repeats: 'once' as const };
  return says('（三）4（3）', quote, { ...same, ...said, papers });
}

const minutesDue = '会议结束后一般应在一周内完成《听证会议纪要》，并报街道或相关部门备案。';
const calledBy = {
  quote: '听证会由社区党组织和居委会负责人着急并主持',
  corrected: '听证会由社区党组织和居委会负责人召集并主持',
};

export const hearing: Procedure = {
  id: 'hearing',
  version: 1,
  basedOn: null,
  name: words('社区工作听证会', 'Hearing on community work'),
  checkedAgainstLaw2026: null,
  documents: { 'four-meetings': fourMeetings },
  occasions: [
    {
      id: 'community-project',
      words: words('主要由社区实施的项目', 'A project carried out mainly by the community'),
    },
    {
      id: 'government-work',
      words: words(
        '政府有关部门和街道在社区组织实施的工作或活动',
        'Work or an activity of a government department or the street in the community',
      ),
    },
  ],
  purpose: says(
    '（三）',
    '主要是听取居民对社区公益性事业、公共事务实施项目决策的意见，以确定较为科学合理的实施方案，实现民主决策。',
    words(
      '听取居民对社区公益性事业、公共事务实施项目决策的意见，确定较为科学合理的实施方案。',
      'To hear residents on decisions about welfare and public projects of the community, and so to settle on a sound plan for carrying them out.',
    ),
  ),

  organisers: [
    says(
      '（三）2',
      '对主要由社区实施的项目，由社区党组织和居委会组织听证。',
      { allOf: [partyOrganisation, residentsCommittee] },
      { on: ['community-project'] },
    ),
  ],
  conveners: [
    says(
      '（三）4（2）',
      calledBy.quote,
      { anyOf: [headOfPartyOrganisation, headOfResidentsCommittee] },
      { corrected: calledBy.corrected },
    ),
  ],
  chairs: [
    says(
      '（三）4（2）',
      calledBy.quote,
      { anyOf: [headOfPartyOrganisation, headOfResidentsCommittee] },
      { corrected: calledBy.corrected },
    ),
  ],
  recording: says('（三）4（2）', '会议应有专人做好记录', { dedicated: true }),
  attends: [
    representative('party-organisation', '社区党组织的代表', 'representatives of the Party organisation'),
    representative('residents-committee', '社区居委会的代表', 'representatives of the residents’ committee'),
    representative('members-assembly', '社区成员会议的代表', 'representatives of the members’ meeting'),
    representative(
      'consultative-committee',
      '社区议事协商委员会的代表',
      'representatives of the consultative committee',
    ),
    representative('unit', '辖区单位代表', 'representatives of units in the area'),
    says('（三）1', '辖区单位代表以及有关部门等与听证主题相关的人员。', {
      who: {
        body: 'government-department',
        role: 'staff',
        words: words(
          '有关部门等与听证主题相关的人员',
          'people of the departments concerned and others connected with the subject of the hearing',
        ),
      },
      capacity: null,
      presence: 'takes-part',
    }),
    says('（三）4（3）', '听证项目的负责单位或部门解答有关问题', {
      who: {
        body: null,
        role: null,
        words: words('听证项目的负责单位或部门', 'the unit or department responsible for the project'),
      },
      capacity: 'responsible-unit',
      presence: 'takes-part',
    }),
  ],
  listsSettled: [
    says('（三）1', '具体人选由政府有关部门和社区街道居委会商定。', {
      of: 'participants',
      by: { allOf: [departments, street, residentsCommittee] },
    }),
    says(
      '（三）4（1）',
      '由社区居委会在社区居务公开栏对会议召开的时间、地点、内容和参加人员进行公布，并落实参加听证的代表。',
      {
        of: 'representatives',
        by: { allOf: [residentsCommittee] },
      },
    ),
  ],
  composition: null,
  leave: null,

  matters: [
    says('（三）3（1）', '社区建设的近远期规划', {
      id: 'plans',
      words: words('社区建设的近远期规划', 'Near- and long-term plans for building up the community'),
      other: false,
    }),
    says(
      '（三）3（2）',
      '世纪本社区成员切身利益的公共事务和公益事业',
      {
        id: 'public-affairs',
        words: words(
          '涉及本社区成员切身利益的公共事务和公益事业',
          'Public affairs and welfare projects that touch the community’s members closely',
        ),
        other: false,
      },
      { corrected: '涉及本社区成员切身利益的公共事务和公益事业' },
    ),
    says('（三）3（3）', '政府有关部门和街道在社区组织实施的某项工作或活动', {
      id: 'government-work',
      words: words(
        '政府有关部门和街道在社区组织实施的某项工作或活动',
        'Work or an activity that government departments and the street carry out in the community',
      ),
      other: false,
    }),
    says('（三）3（4）', '其他需要听证的内容', {
      id: 'others',
      words: words('其他需要听证的内容', 'Other matters that need a hearing'),
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
      '（三）4（1）',
      '召开社区工作听证会3日前，由社区居委会在社区居务公开栏对会议召开的时间、地点、内容和参加人员进行公布',
      {
        days: 3,
        clearDays: false,
        channels: ['public-board'],
        content: ['time', 'place', 'content', 'participants'],
        by: { allOf: [residentsCommittee] },
        to: null,
      },
    ),
  ],
  form: null,

  phases: null,
  length: null,
  agenda: [
    step('主持人介绍到会人员，宣布听证会议程', {
      id: 'introduction',
      title: words('介绍到会人员，宣布议程', 'Introduction and agenda'),
      acts: ['chair'],
      outcome: 'opened',
    }),
    step('听取有关听证项目的情况介绍', {
      id: 'presentation',
      title: words('项目情况介绍', 'Presentation of the project'),
      acts: null,
      outcome: 'heard',
    }),
    step('会议代表发表意见和建议', {
      id: 'opinions',
      title: words('代表发表意见和建议', 'Opinions and suggestions'),
      acts: ['member'],
      outcome: 'opinions',
    }),
    step('听证项目的负责单位或部门解答有关问题（必要时应准备相关书面材料，并对材料真实性负责）', {
      id: 'answers',
      title: words('负责单位解答', 'Answers of the responsible unit'),
      acts: ['responsible-unit'],
      outcome: 'answers',
      papers: {
        words: words('相关书面材料', 'Written material on the questions'),
        need: 'where-needed',
        truthAnsweredBy: 'responsible-unit',
      },
    }),
    step('听证会主持人进行小结', {
      id: 'summary',
      title: words('主持人小结', 'The chair’s summary'),
      acts: ['chair'],
      outcome: 'summary',
    }),
  ],
  guards: null,
  quorum: null,
  decisions: [
    says(
      '（三）4（4）',
      '听证回形成的倾向性方案应充分考虑听证代表的意见和建议，并作为政府及其职能部门和社会单位的决策参考。',
      { kind: 'sounding', ballot: null },
      {
        corrected: '听证会形成的倾向性方案应充分考虑听证代表的意见和建议，并作为政府及其职能部门和社会单位的决策参考。',
      },
    ),
  ],
  urgentHandling: null,
  resolutions: null,
  effects: [
    says(
      '（三）4（4）',
      '作为政府及其职能部门和社会单位的决策参考',
      words(
        '倾向性方案供政府及其职能部门和社会单位决策参考。',
        'The tendency proposal serves the government, its departments and other units as a reference for their decisions.',
      ),
    ),
  ],
  confidentiality: null,

  duties: [
    says('（三）4（4）', minutesDue, {
      id: 'draw-up-minutes',
      kind: 'draw-up',
      words: words('完成《听证会议纪要》', 'Complete the hearing minutes'),
      by: null,
      to: null,
      channels: null,
      deadline: { kind: 'within', days: 7, after: { event: 'closed' } },
      usual: true,
      when: null,
      document: 'hearing-minutes',
    }),
    says('（三）4（4）', minutesDue, {
      id: 'file-minutes',
      kind: 'file',
      words: words(
        '《听证会议纪要》报街道或相关部门备案',
        'File the hearing minutes with the street office or the department concerned',
      ),
      by: null,
      to: { anyOf: [street, { ...departments, words: words('相关部门', 'the department concerned') }] },
      channels: null,
      deadline: { kind: 'within', days: 7, after: { event: 'closed' } },
      usual: true,
      when: null,
      document: 'hearing-minutes',
    }),
    says('（三）4（5）', '听证后的有关结果，社区居委会应当在居务公开栏内进行公布，接受社区居民的监督。', {
      id: 'post-result',
      kind: 'post',
      words: words('在居务公开栏公布听证结果', 'Post the result of the hearing on the public board'),
      by: { allOf: [residentsCommittee] },
      to: null,
      channels: ['public-board'],
      deadline: null,
      usual: false,
      when: null,
      document: null,
    }),
  ],
  assignments: null,
  leaves: [
    says('（三）4（2）', '会议应有专人做好记录', {
      id: 'record',
      title: words('听证会记录', 'Record of the hearing'),
      contains: null,
      inWriting: true,
      signatures: null,
    }),
    says(
      '（三）4（4）',
      '会议纪要应包括听证回的基本情况、听证代表意见的扼要陈述、听证回形成的倾向性方案等内容。',
      {
        id: 'hearing-minutes',
        title: words('听证会议纪要', 'Hearing minutes'),
        contains: [
          { id: 'basic-facts', words: words('听证会的基本情况', 'Basic facts of the hearing') },
          {
            id: 'opinions',
            words: words('听证代表意见的扼要陈述', 'A concise account of the representatives’ opinions'),
          },
          {
            id: 'tendency-proposal',
            words: words('听证会形成的倾向性方案', 'The tendency proposal that the hearing formed'),
          },
        ],
        inWriting: true,
        signatures: null,
      },
      { corrected: '会议纪要应包括听证会的基本情况、听证代表意见的扼要陈述、听证会形成的倾向性方案等内容。' },
    ),
  ],
  reminders: [
    says(
      '（三）',
      '在社区组织实施某项工作或活动前，由社区党组织和居委会组织相关社区成员就该项工作的可行性、必要性召开专门会议进行充分论证',
      words(
        '听证会在工作或活动组织实施之前召开，就其可行性、必要性充分论证。',
        'The hearing is held before the work or activity begins; its feasibility and its necessity are argued fully.',
      ),
    ),
    says(
      '（三）4（4）',
      '听证回形成的倾向性方案应充分考虑听证代表的意见和建议',
      words(
        '倾向性方案应充分考虑听证代表的意见和建议。',
        'The tendency proposal takes the representatives’ opinions and suggestions fully into account.',
      ),
      { corrected: '听证会形成的倾向性方案应充分考虑听证代表的意见和建议' },
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
