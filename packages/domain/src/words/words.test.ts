import { describe, expect, it } from 'vitest';
import { languages } from '../language.ts';
import { refusalCodes } from '../refusals.ts';
import { isWellFormed } from '../text.ts';
import { draftZh } from './draft.zh-CN.ts';
import type { DomainWords, FactParams, RefusalParams } from './shape.ts';
import { wordsOf } from './words.ts';

/** One example of every fact, with words that people typed and their own full stops. */
const examples: FactParams = {
  'meeting-called': {
    matter: '老旧小区加装电梯',
    procedure: '社区工作听证会',
    place: '社区会议室',
    time: '2026年11月22日（星期日）上午9:00',
    attachments: ['费用测算表'],
    notice: { way: 'start-now', waiver: '到会人员均同意即时开会。' },
  },
  'notice-served': {
    channel: 'public-board',
    time: '2026年11月18日9时0分',
    by: '周敏。',
    note: '门口一份。',
    corrects: true,
  },
  arrived: { name: '李秀英', way: 'remote' },
  departed: { name: '李秀英' },
  'person-added': { name: '陈国强', capacities: ['member', 'recorder'], substitutes: null },
  'place-returned': { name: '李秀英', from: '陈国强' },
  'reply-given': { name: '李秀英', coming: false },
  'presence-confirmed': { count: 19 },
  'chair-taken': { name: '周敏', from: '王建国' },
  'identity-checked': { name: '李秀英', how: 'document', note: '居民身份证。', by: '周敏' },
  'identity-check-withdrawn': { name: '李秀英', reason: '视频中不是本人。' },
  'meeting-opened': {
    time: '9:00',
    due: 22,
    present: 19,
    leave: 0,
    deviation: {
      from: [
        {
          ...{ days: 3, clear: false, document: '南门街道社区“四会”制度', place: '（三）4（1）' },
          ...{ missing: null, earliest: '2026年11月25日' },
        },
      ],
      reason: '汛期将至。',
    },
  },
  'meeting-changed': {
    time: { from: '9:00', to: '14:00' },
    place: { from: '二楼会议室', to: '一楼大厅' },
    reason: '停电检修。',
    noticed: true,
  },
  'meeting-called-off': { time: '9:00', reason: '项目中止。' },
  'meeting-adjourned': { time: '10:00', reason: '停电。' },
  'meeting-resumed': { time: '10:10' },
  'meeting-closed': { time: '11:00', present: 18 },
  'item-begun': { title: '项目介绍' },
  'item-skipped': { title: '项目介绍' },
  'outcome-omitted': { title: '发表意见', outcome: 'opinions', reason: '代表没有发言。' },
  'step-undone': { step: 'item-begun', title: '项目介绍' },
  'item-added': { title: '费用分摊' },
  'item-withdrawn': { title: '费用分摊', reason: '材料未齐。' },
  'item-moved': { title: '费用分摊', after: '项目介绍' },
  'attachment-added': { title: '费用测算表', kind: 'attachment' },
  'attachment-withdrawn': { title: '费用测算表', reason: '数据有误。' },
  'photo-taken': {},
  'photo-discarded': {},
  'proof-added': { title: '备案回执', duty: '报街道或相关部门备案' },
  'proof-discarded': {},
  'duty-assigned': { duty: '报街道或相关部门备案', person: '周敏' },
  'duty-fulfilled': {
    duty: '报街道或相关部门备案',
    time: '2026年11月25日10时0分',
    by: '周敏。',
    to: '南门街道办事处。',
    note: '回执号 17。',
  },
  'duty-reopened': { duty: '报街道或相关部门备案', reason: '尚未送出。' },
  'file-erased': {},
  'clock-started': { seconds: 150 },
  'clock-paused': {},
  'clock-resumed': {},
  'clock-stopped': {},
  'floor-asked': { name: '李秀英', kind: 'speech' },
  'floor-request-withdrawn': { name: '李秀英' },
  'floor-request-moved': { name: '李秀英' },
  'floor-given': { name: '李秀英', kind: 'point-of-order' },
  'speech-paused': {},
  'speech-resumed': {},
  'speech-ended': {},
  'speech-extended': { seconds: 60 },
  'speaking-time-set': { title: '项目介绍', seconds: 180 },
  'vote-opened': {
    ...{ question: '费用分摊采用方案二。', roll: 22, variants: null, most: 0, grades: null },
    remote: { count: 3, checked: 2 },
  },
  'ballot-cast': { name: '李秀英' },
  'ballot-changed': { name: '李秀英' },
  'vote-closed': {},
  'counting-begun': {},
  'hand-entered': { name: '李秀英', reason: '手机没电。' },
  'vote-established': {},
  'vote-published': {
    roll: 22,
    returned: 20,
    counts: { yes: 14, no: 4, abstain: 2 },
    most: 0,
    grades: null,
    names: null,
  },
  'vote-annulled': { reason: '议题表述有误。' },
  'opinion-recorded': {
    speaker: '李秀英',
    standing: '3号楼2单元',
    stance: 'conditional',
    category: '费用分摊',
    gist: '一层不分摊即可。',
  },
  'opinion-corrected': { speaker: '李秀英', standing: null, stance: 'for', category: null, gist: '赞成方案二。' },
  'opinion-withdrawn': { speaker: '李秀英' },
  'opinion-marked': { speaker: '李秀英', gist: '一层不分摊即可。', uptake: 'partly', reason: '费用另议。' },
  'opinions-shown': { shown: true },
  'question-recorded': { asker: '李秀英', standing: '3号楼2单元', to: '刘工', text: '采光受多大影响' },
  'question-withdrawn': { asker: '李秀英' },
  'answer-recorded': { by: '刘工', standing: '设计单位', asker: '李秀英', text: '满足日照要求。', material: false },
  'answer-corrected': { by: '刘工', standing: null, asker: null, text: '另有检测报告。', material: false },
  'proposal-stated': { text: '采用方案二。' },
  'passage-written': { passage: 'facts' },
  'clause-added': {},
  'clause-revised': {},
  'clause-moved': {},
  'clause-struck': {},
  'part-checked': { name: '李秀英', part: 'clause', says: 'change' },
  'agreement-read-aloud': { name: '周敏' },
  'agreement-frozen': {
    version: 2,
    parties: ['李秀英', '陈国强'],
    recorded: ['陈国强'],
    clauses: 3,
    hash: '0'.repeat(64),
  },
  'agreement-reopened': { version: 1, reason: '金额写错。' },
  'signing-opened': { version: 1, paper: 'cannot', again: false },
  'signer-identified': { name: '李秀英', how: 'document', note: '身份证', by: '周敏', representative: '何平' },
  'signing-consented': { name: '李秀英', representative: null },
  'agreement-signed': { name: '李秀英', roles: ['party'], representative: '何平' },
  'signing-refused': { name: '李秀英' },
  'paper-way-taken': { ground: 'unwilling' },
  'paper-signing-recorded': {},
  'paper-signing-confirmed': {},
  'oral-agreement-recorded': { by: '王建国' },
  'seal-set': { keeper: '吴秀珍' },
  'agreement-effective': { version: 1, form: 'device', time: '10:20' },
  'agreement-document-made': { number: '〔2026〕南门人调字第1号' },
  'minutes-shared': { shared: true },
  'writer-admitted': { name: '陈国强' },
  'writer-dismissed': { name: '陈国强' },
  'minutes-circulated': {},
  'amendment-proposed': { name: '李秀英', section: '费用分摊', words: '一层住户不分摊。' },
  'amendment-decided': { name: '李秀英', taken: false, reason: '与发言不符。' },
  'minutes-confirmed': { name: '周敏', as: ['chair', 'recorder'] },
  'minutes-frozen': { hash: 'ab'.repeat(32) },
  'supplement-proposed': {
    name: '周敏',
    section: '代表发表意见',
    quote: '赞成方案一。',
    words: '赞成方案二。',
    reason: '笔误。',
  },
  'supplement-confirmed': { name: '王建国', as: ['chair'] },
  'supplement-withdrawn': { name: '周敏', reason: '重复。' },
  'result-published': { title: '听证结果公告', examinedBy: '周敏', wrong: '实到人数有误。' },
  'record-restored': { fork: 1 },
  'openness-settled': { open: true },
  'rights-acknowledged': { name: '李秀英', readBy: '周敏。' },
  'ended-without-agreement': {
    answers: [
      { seat: '', name: '李秀英', next: 'mediate-again' },
      { seat: '', name: '陈国强', next: 'other-channel', channel: '向人民法院起诉。' },
    ],
    reason: '金额相差较大。',
    absent: ['周立新'],
  },
  'particulars-erased': { name: '李秀英', kinds: ['phone', 'address'] },
};

function sentences(words: DomainWords): string[] {
  const one = <T extends keyof FactParams>(type: T) => words.facts[type](examples[type]);
  return (Object.keys(examples) as (keyof FactParams)[]).map(one);
}

/** For the sentences that minutes and papers share. */
const spoken = { ...examples['opinion-recorded'], ...examples['answer-recorded'] };

/** Every short text and sentence of a language, with a path to each; functions are called with `params`. */
function everyText(words: DomainWords, params: RefusalParams): [string, string][] {
  const walk = (value: unknown, path: string): [string, string][] => {
    if (typeof value === 'string') return [[path, value]];
    if (typeof value === 'function') return walk((value as (given: object) => unknown)({ ...spoken, ...params }), path);
    return Object.entries(value as object).flatMap(([key, inner]) => walk(inner, `${path}.${key}`));
  };
  const { facts: _, sounding: __, notice: ___, mediation, ...rest } = words;
  const { as: ____, notPublic: _____, ...mediated } = mediation;
  return walk({ ...rest, mediated }, words.language);
}

const filled = { phase: 'closed', title: '项目介绍', count: 2, name: '李秀英', question: '方案二', body: '社区居委会' };

/** What is always there. */
const counted = {
  body: 'B',
  due: 3,
  present: 2,
  remote: 1,
  coming: 1,
  unanswered: 1,
  declined: 1,
  came: 1,
  leave: 1,
  absent: 1,
};

describe.each(languages)('the words in %s', (language) => {
  const words = wordsOf(language);

  it('say something for every code, with its figures or without', () => {
    for (const params of [filled, {}]) {
      for (const [path, text] of everyText(words, { ...counted, ...params })) {
        expect(text, path).not.toMatch(/undefined|\bnull\b|NaN|\[object|^\s*$/);
        expect(isWellFormed(text), path).toBe(true);
      }
    }
  });

  it('tell after every refusal and every end what to do, in whole sentences', () => {
    const said = [...refusalCodes.map((code) => words.refusals[code](filled)), ...Object.values(words.ends)];
    for (const sentence of said.flatMap((one) => [one.says, one.do])) expect(sentence).toMatch(/[。.]$/);
  });

  it('write every fact as sentences with one full stop each', () => {
    for (const sentence of sentences(words)) {
      expect(sentence).toMatch(/[。.]$/);
      expect(sentence).not.toMatch(/[。.]{2}|。[，；]|[.]\s*[,;]|undefined/);
    }
  });

  it('never tell a choice or a figure of a sounding before its result is published', () => {
    for (const choice of Object.values(words.choices)) {
      for (const type of ['ballot-cast', 'ballot-changed', 'vote-closed', 'vote-established'] as const) {
        expect(words.facts[type]({ name: 'X' })).not.toContain(choice);
      }
      expect(words.facts['hand-entered']({ name: 'X', reason: 'Y' })).not.toContain(choice);
    }
  });
});

describe('the words in Chinese', () => {
  const words = wordsOf('zh-CN');

  it('use full-width punctuation beside Chinese characters', () => {
    const all = [
      ...everyText(words, { ...filled, due: 3, present: 2, remote: 1 }).map(([, text]) => text),
      ...sentences(words),
    ];
    for (const text of all) {
      // A colon inside a time of day (9:00) is no punctuation.
      expect(text.replace(/\d:\d/g, '')).not.toMatch(/[,;:!?()"']/);
      expect(text).not.toMatch(/[\u4e00-\u9fff]\.|\.[\u4e00-\u9fff]/);
    }
  });

  it('write a record as a clerk does', () => {
    const { facts } = words;
    expect(facts.arrived({ name: '李秀英', way: 'remote' })).toBe('李秀英到会（线上）。');
    expect(facts['meeting-opened']({ time: '9:00', due: 22, present: 19, leave: 0, deviation: null })).toBe(
      '9:00，会议开始，应到 22 人，实到 19 人。',
    );
    expect(facts['clock-started']({ seconds: 150 })).toBe('开始计时，时限 2 分 30 秒。');
    expect(facts['vote-published'](examples['vote-published'])).toBe(
      '主持人宣布意向征询结果。应表态 22 人，已表态 20 人：赞成 14 人，不赞成 4 人，弃权 2 人。意向征询不作决定。',
    );
  });

  it('tell of a sounding on variants what was asked and how many chose what', () => {
    const { facts, sounding } = wordsOf('zh-CN');
    const asked = { variants: ['一至二层不分摊', '方案二：按面积分摊。'], most: 1, grades: null, remote: null };
    expect(facts['vote-opened']({ question: '费用如何分摊', roll: 12, ...asked })).toBe(
      '就“费用如何分摊”进行意向征询（记名，选择一个方案），应表态 12 人。方案一：一至二层不分摊；方案二：按面积分摊。',
    );
    const result = { roll: 12, returned: 12, most: 1, grades: null };
    expect(facts['vote-published']({ ...result, names: null, counts: { variants: [7, 4], abstain: 1 } })).toBe(
      '主持人宣布意向征询结果。应表态 12 人，已表态 12 人：方案一 7 人，方案二 4 人，弃权 1 人。意向征询不作决定。',
    );
    expect(sounding.result({ ...result, most: 2, counts: { variants: [9, 8], abstain: 1 } })).toBe(
      '应表态 12 人，已表态 12 人，每人至多选 2 个方案：方案一 9 人，方案二 8 人，弃权 1 人。意向征询不作决定。',
    );
    const grades = ['优先考虑', '不宜采用'];
    const byGrade = [
      [7, 4],
      [0, 11],
    ];
    expect(sounding.result({ ...result, most: 0, grades, counts: { grades: byGrade, abstain: 1 } })).toBe(
      '应表态 12 人，已表态 12 人：方案一，优先考虑 7 人、不宜采用 4 人；方案二，优先考虑 0 人、不宜采用 11 人；弃权 1 人。意向征询不作决定。',
    );
    expect(sounding.marks({ chosen: [1, 3] }, null)).toBe('方案一、方案三');
    expect(sounding.marks({ graded: [1, 2] }, grades)).toBe('方案一 优先考虑，方案二 不宜采用');
    expect(sounding.marks({ choice: 'abstain' }, grades)).toBe('弃权');
  });

  it('name the variants in a draft of the proposal, whose figures go by number', () => {
    const asked = { question: '费用如何分摊', variants: ['均摊', '按面积'], most: 1, grades: null };
    const sounding = { ...asked, roll: 3, returned: 3, counts: { variants: [2, 0], abstain: 1 } };
    expect(draftZh({ matter: '加装电梯', opinions: [], soundings: [sounding] })).toContain(
      '就“费用如何分摊”进行意向征询（方案一：均摊；方案二：按面积）：应表态 3 人，已表态 3 人：方案一 2 人，',
    );
  });

  it('name who held which view, leaving out what nobody chose', () => {
    const names = { yes: ['李秀英', '陈国强'], no: [], abstain: ['周敏'], unanswered: ['周立新'] };
    const { named } = words.sounding;
    expect(named(names, null)).toEqual(['赞成：李秀英、陈国强', '弃权：周敏', '未表态：周立新']);
    expect(words.facts['vote-published']({ ...examples['vote-published'], names })).toMatch(
      /意向征询不作决定。赞成：李秀英、陈国强；弃权：周敏；未表态：周立新。$/,
    );
    const silent = { abstain: ['周敏'], unanswered: [] };
    expect(named({ variants: [['李秀英'], [], ['陈国强', '李秀英']], ...silent }, null)).toEqual([
      '方案一：李秀英',
      '方案三：陈国强、李秀英',
      '弃权：周敏',
    ]);
    expect(
      named(
        {
          grades: [
            [['李秀英'], []],
            [[], ['李秀英']],
          ],
          ...silent,
        },
        ['优先考虑', '不宜采用'],
      ),
    ).toEqual(['方案一（优先考虑）：李秀英', '方案二（不宜采用）：李秀英', '弃权：周敏']);
  });
});

describe('the words in English', () => {
  it('write a record as a clerk does', () => {
    const { facts } = wordsOf('en');
    expect(facts.arrived({ name: 'Li Xiuying', way: 'remote' })).toBe('Li Xiuying arrived (remote).');
    expect(facts['vote-published'](examples['vote-published'])).toBe(
      'The chair announced the result of the sounding. Of 22 entitled to give their view, 20 did: 14 in favour, 4 against, 2 abstaining. A sounding decides nothing.',
    );
    const names = { yes: ['Li Xiuying', 'Chen J.'], no: [], abstain: [], unanswered: ['Zhou Min'] };
    expect(facts['vote-published']({ ...examples['vote-published'], names })).toMatch(
      / In favour: Li Xiuying, Chen J\.; No view given: Zhou Min\.$/,
    );
    expect(facts['clock-started']({ seconds: 61 })).toBe('The time was set to 1 minute 1 second.');
  });

  it('tell of a sounding on variants what was asked and how many chose what', () => {
    const { facts, sounding } = wordsOf('en');
    const asked = { variants: ['equal shares', 'Option 2: by floor.'], most: 2, grades: null, remote: null };
    expect(facts['vote-opened']({ question: 'How to share the cost', roll: 12, ...asked })).toBe(
      'A named sounding was opened on “How to share the cost” (up to 2 options may be chosen), with 12 entitled to give their view. Option 1: equal shares; Option 2: by floor.',
    );
    expect(
      sounding.result({ roll: 12, returned: 11, most: 2, grades: null, counts: { variants: [7, 5], abstain: 1 } }),
    ).toBe(
      'Of 12 entitled to give their view, 11 did, each choosing up to 2: 7 for option 1, 5 for option 2, 1 abstaining. A sounding decides nothing.',
    );
    const grades = ['preferred', 'not suitable'];
    expect(
      sounding.result({
        roll: 3,
        returned: 3,
        most: 0,
        grades,
        counts: {
          grades: [
            [2, 0],
            [1, 1],
          ],
          abstain: 1,
        },
      }),
    ).toBe(
      'Of 3 entitled to give their view, 3 did: option 1 (2 preferred, 0 not suitable), option 2 (1 preferred, 1 not suitable), 1 abstaining. A sounding decides nothing.',
    );
  });
});
