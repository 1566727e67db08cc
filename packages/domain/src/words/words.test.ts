import { describe, expect, it } from 'vitest';
import { languages } from '../language.ts';
import { refusalCodes } from '../refusals.ts';
import { isWellFormed } from '../text.ts';
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
  'person-added': { name: '陈国强', capacities: ['member', 'recorder'] },
  'presence-confirmed': { count: 19 },
  'chair-taken': { name: '周敏', from: '王建国' },
  'meeting-opened': {
    time: '9:00',
    due: 22,
    present: 19,
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
  'vote-opened': { question: '费用分摊采用方案二。', roll: 22 },
  'ballot-cast': { name: '李秀英' },
  'ballot-changed': { name: '李秀英' },
  'vote-closed': {},
  'counting-begun': {},
  'hand-entered': { name: '李秀英', reason: '手机没电。' },
  'vote-established': {},
  'vote-published': { roll: 22, returned: 20, yes: 14, no: 4, abstain: 2 },
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
  'minutes-shared': { shared: true },
  'writer-admitted': { name: '陈国强' },
  'writer-dismissed': { name: '陈国强' },
  'minutes-circulated': {},
  'amendment-proposed': { name: '李秀英', section: '费用分摊', words: '一层住户不分摊。' },
  'amendment-decided': { name: '李秀英', taken: false, reason: '与发言不符。' },
  'minutes-confirmed': { name: '周敏', as: ['chair', 'recorder'] },
  'minutes-frozen': { hash: 'ab'.repeat(32) },
  'record-restored': { fork: 1 },
  'particulars-erased': { name: '李秀英', kinds: ['phone', 'address'] },
};

function sentences(words: DomainWords): string[] {
  const one = <T extends keyof FactParams>(type: T) => words.facts[type](examples[type]);
  return (Object.keys(examples) as (keyof FactParams)[]).map(one);
}

/** Every short text and sentence of a language, with a path to each; functions are called with `params`. */
function everyText(words: DomainWords, params: RefusalParams): [string, string][] {
  const walk = (value: unknown, path: string): [string, string][] => {
    if (typeof value === 'string') return [[path, value]];
    if (typeof value === 'function') return walk((value as (given: RefusalParams) => unknown)(params), path);
    return Object.entries(value as object).flatMap(([key, inner]) => walk(inner, `${path}.${key}`));
  };
  const { facts: _, sounding: __, notice: ___, ...rest } = words;
  return walk(rest, words.language);
}

const filled = { phase: 'closed', title: '项目介绍', count: 2, name: '李秀英', question: '方案二', body: '社区居委会' };

describe.each(languages)('the words in %s', (language) => {
  const words = wordsOf(language);

  it('say something for every code, with its figures or without', () => {
    for (const params of [filled, {}]) {
      for (const [path, text] of everyText(words, { body: 'B', due: 3, present: 2, remote: 1, ...params })) {
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
    expect(facts['meeting-opened']({ time: '9:00', due: 22, present: 19, deviation: null })).toBe(
      '9:00，会议开始，应到 22 人，实到 19 人。',
    );
    expect(facts['clock-started']({ seconds: 150 })).toBe('开始计时，时限 2 分 30 秒。');
    expect(facts['vote-published'](examples['vote-published'])).toBe(
      '主持人宣布意向征询结果。应表态 22 人，已表态 20 人：赞成 14 人，不赞成 4 人，弃权 2 人。意向征询不作决定。',
    );
  });

  it('name who held which view, leaving out what nobody chose', () => {
    expect(words.sounding.named({ yes: ['李秀英', '陈国强'], no: [], abstain: ['周敏'] })).toEqual([
      '赞成（2 人）：李秀英、陈国强。',
      '弃权（1 人）：周敏。',
    ]);
  });
});

describe('the words in English', () => {
  it('write a record as a clerk does', () => {
    const { facts } = wordsOf('en');
    expect(facts.arrived({ name: 'Li Xiuying', way: 'remote' })).toBe('Li Xiuying arrived (remote).');
    expect(facts['vote-published']({ roll: 22, returned: 20, yes: 14, no: 4, abstain: 2 })).toBe(
      'The chair announced the result of the sounding. Of 22 entitled to give their view, 20 did: 14 in favour, 4 against, 2 abstaining. A sounding decides nothing.',
    );
    expect(facts['clock-started']({ seconds: 61 })).toBe('The time was set to 1 minute 1 second.');
  });
});
