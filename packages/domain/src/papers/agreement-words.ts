/** The words of the printed agreement, in both languages of a record; the Chinese ones are those of the Ministry's form. */
import type { Particular } from '../agreement-parties.ts';
import type { Language } from '../language.ts';
import { chineseNumber } from './chapters.ts';

/** Room to write a day by hand. */
const day = '年　　月　　日';

interface AgreementWords {
  title: string;
  /** Before the number that the committee gives. */
  number: string;
  /** @param nth which of several on that side; null where it is one */
  party: (side: string, nth: number | null) => string;
  name: string;
  particulars: Readonly<Record<Particular, string>>;
  matter: string;
  facts: string;
  responsibility: string;
  agreed: string;
  clause: (number: number) => string;
  performance: string;
  /** @param each whom one copy is for; `more` where the committee keeps further ones */
  copies: (copies: number, each: 'party' | 'side' | 'more') => string;
  signs: string;
  mediator: string;
  recorder: string;
  /** Below the committee that drew it up, or where that is another body, below a line for the name of the committee. */
  seal: string;
  sealOfCommittee: string;
  day: string;
  /** Of several pages. */
  initials: string;
  page: readonly [before: string, between: string, after: string];
  /** At the foot: which text this is. */
  version: (version: number) => string;
}

const zh: AgreementWords = {
  title: '人民调解协议书',
  number: '编号：',
  party: (side, nth) => `当事人（${side}${nth === null ? '' : `之${chineseNumber(nth)}`}）`,
  name: '姓名（名称）',
  particulars: {
    sex: '性别',
    ethnicity: '民族',
    age: '年龄',
    occupation: '职业或职务',
    contact: '联系方式',
    address: '单位或住址',
  },
  matter: '纠纷名称',
  facts: '纠纷主要事实、争议事项',
  responsibility: '各方当事人的责任',
  agreed: '经调解，自愿达成如下协议',
  clause: (number) => `${chineseNumber(number)}、`,
  performance: '履行方式、时限',
  copies: (copies, each) =>
    `本协议一式${chineseNumber(copies)}份，${each === 'side' ? '各方当事人' : '当事人'}、人民调解委员会${each === 'more' ? '至少' : ''}各持一份。`,
  signs: '（签名、盖章或者按指印）',
  mediator: '人民调解员（签名）：',
  recorder: '记录人（签名）：',
  seal: '（印章）',
  sealOfCommittee: '人民调解委员会（印章）',
  day,
  initials: '各方当事人在本页签名或者按指印：',
  page: ['第 ', ' 页　共 ', ' 页'],
  version: (version) => `第 ${version} 版，正文校验值（SHA-256）：`,
};

const en: AgreementWords = {
  title: 'People’s Mediation Agreement',
  number: 'No.: ',
  party: (side, nth) => (nth === null ? side : `${side} (${nth})`),
  name: 'Name',
  particulars: {
    sex: 'Sex',
    ethnicity: 'Ethnicity',
    age: 'Age',
    occupation: 'Occupation',
    contact: 'Contact',
    address: 'Address',
  },
  matter: 'Dispute',
  facts: 'Main facts and points in dispute',
  responsibility: 'Responsibility of each party',
  agreed: 'After mediation the parties have agreed of their own free will',
  clause: (number) => `${number}. `,
  performance: 'Manner and time of performance',
  copies: (copies, each) =>
    `This agreement is made in ${copies} copies; each ${each === 'side' ? 'side' : 'party'} and the mediation committee keep ${each === 'more' ? 'at least one' : 'one'}.`,
  signs: '(signature, seal or fingerprint)',
  mediator: 'People’s mediator (signature):',
  recorder: 'Recorder (signature):',
  seal: '(seal)',
  sealOfCommittee: '(seal of the people’s mediation committee)',
  day: 'Date:',
  initials: 'Initials of all parties on this page:',
  page: ['Page ', ' of ', ''],
  version: (version) => `Version ${version}, hash of the text (SHA-256):`,
};

export const agreementWords: Readonly<Record<Language, AgreementWords>> = { 'zh-CN': zh, en };
