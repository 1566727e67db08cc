/** 意见、提问与解答、倾向性方案：记入会议记录的句子、提示，以及倾向性方案的起草稿。 */
import { stances, type Stance } from '../stances.ts';
import type { AnswerSaid, DomainWords, OpinionRefusals, OpinionSaid, RefusalParams } from './shape.ts';

/** Words that someone typed, set before our own full stop. */
export const said = (words: string) => words.replace(/[。.．\s]+$/u, '');
/** A sentence that ends as it was typed: with its own question mark, or with our full stop. */
export const ended = (words: string) => (/[？?！!]$/u.test(words.trim()) ? words.trim() : `${said(words)}。`);
export const who = (name: string, standing: string | null) => (standing === null ? name : `${name}（${standing}）`);

const stancesZh: Record<Stance, string> = {
  for: '赞成',
  conditional: '有条件赞成',
  against: '不赞成',
  suggestion: '建议或其他',
};
const spoke: Record<Stance, string> = {
  for: '表示赞成',
  conditional: '表示有条件赞成',
  against: '表示不赞成',
  suggestion: '提出意见建议',
};
const uptakesZh: DomainWords['opinions']['uptakes'] = { taken: '采纳', partly: '部分采纳', 'not-taken': '未采纳' };

const outcomesZh: DomainWords['opinions']['outcomes'] = {
  opened: '到会人员介绍和议程',
  heard: '情况介绍',
  opinions: '代表意见',
  statements: '各方陈述',
  questions: '询问和回答',
  discussion: '讨论情况',
  answers: '负责单位的解答',
  proposal: '方案',
  summary: '小结',
  sounding: '意向征询结果',
  vote: '表决结果',
  election: '选举结果',
  rating: '评议等次',
  agreement: '协议或未达成协议的说明',
  examination: '审查情况',
  findings: '问题和整改措施',
  dangers: '隐患和责任人',
  credentials: '资格审查报告',
  method: '选举办法',
  oath: '宣誓',
  announcement: '结果公布',
  assignments: '任务分工',
};

const opinionSaid = ({ speaker, standing, stance, category, gist }: OpinionSaid) =>
  `${who(speaker, standing)}${category === null ? '' : `就${category}`}${spoke[stance]}：${ended(gist)}`;

const answerSaid = ({ by, standing, asker, text, material }: AnswerSaid) =>
  `${who(by, standing)}${asker === null ? '说明' : `答复${asker}`}：${ended(text)}${material ? '（附书面材料）' : ''}`;

/** 依据：《…》（三）4（3）。 Nothing where the procedure names no source. */
export const basisZh = ({ document, place }: RefusalParams) =>
  document === undefined ? '' : `依据：《${document}》${place ?? ''}。`;
const item = (title: string | number | undefined) => (title === undefined ? '这项议程' : `“${title}”`);
const what = (outcome: string | number | undefined) =>
  typeof outcome === 'string' && Object.hasOwn(outcomesZh, outcome)
    ? outcomesZh[outcome as keyof typeof outcomesZh]
    : '应有的内容';

export const opinionRefusalsZh: OpinionRefusals = {
  'step-required': (p) => ({
    says: `${item(p.title)}是规定的程序，不能直接跳过。${basisZh(p)}`,
    do: '确需跳过的，请写明原因；原因记入会议记录。',
  }),
  'step-not-held': (p) => ({
    says: `${item(p.title)}还没有进行，会议不能结束。${basisZh(p)}`,
    do: '请先进行这一项；确实不进行的，请写明原因后跳过。',
  }),
  'outcome-missing': (p) => ({
    says:
      `${item(p.title)}还没有记入${what(p.outcome)}` +
      `${typeof p.open === 'number' && p.open > 0 ? `，有 ${p.open} 个问题待答` : ''}，不能继续。${basisZh(p)}`,
    do: '请先补记；确实没有的，请写明原因，再继续。原因记入会议记录。',
  }),
  'item-not-begun': (p) => ({ says: `${item(p.title)}没有进行过。`, do: '请选择正在进行或已经进行的议程。' }),
  'observer-silent': (p) => ({
    says: `${p.name ?? '此人'}是旁听人员，不发言。`,
    do: '请核对发言人；确需发言的，请先以相应身份加入参会名单。',
  }),
  'no-such-opinion': () => ({ says: '没有这条意见，或者已经撤回。', do: '请看现有的意见。' }),
  'no-such-question': () => ({ says: '没有这个问题，或者已经撤回。', do: '请看现有的问题。' }),
  'question-answered': () => ({ says: '这个问题已经有答复，不能撤回。', do: '答复记录有误的，请更正答复。' }),
  'not-responsible-unit': (p) => ({
    says: `${p.name ?? '此人'}不是负责单位的人员。`,
    do: '请选择负责单位的人员，或者不指定由谁解答。',
  }),
  'no-such-answer': () => ({ says: '没有这条答复。', do: '请看现有的答复。' }),
  'proposal-missing': (p) => ({
    says: `还没有提出倾向性方案，会议记录不能确认。${basisZh(p)}`,
    do: '请主持人先提出倾向性方案；确实没有形成的，请写明情况和原因。',
  }),
  'opinions-unmarked': (p) => ({
    says: `还有 ${p.count ?? '若干'} 条意见没有注明是否采纳，会议记录不能确认。${basisZh(p)}`,
    do: '请逐条注明采纳、部分采纳或未采纳；后两种须写明理由。',
  }),
};

function counts(of: Partial<Record<Stance, number>>): string {
  const total = stances.reduce((sum, stance) => sum + (of[stance] ?? 0), 0);
  const parts = stances.filter((stance) => of[stance]).map((stance) => `${stancesZh[stance]} ${of[stance]}`);
  return total === 0 ? '还没有记录意见' : `意见 ${total} 条：${parts.join('、')}`;
}

export const opinionsZh: DomainWords['opinions'] = {
  stances: stancesZh,
  uptakes: uptakesZh,
  outcomes: outcomesZh,
  spoken: opinionSaid,
  answered: answerSaid,
  counts,
};
