/** 定稿之后：补正、听证结果的公布。 */
import { capacitiesZh } from './lists.zh-CN.ts';
import type { RefusalParams, ResultRefusals } from './shape.ts';

const found = ({ text }: RefusalParams) => (text === undefined ? '' : `“${text}”`);
const other = ({ capacity }: RefusalParams) =>
  capacity === 'chair' || capacity === 'recorder' ? capacitiesZh[capacity] : '另一方';

export const resultRefusalsZh: ResultRefusals = {
  'minutes-not-frozen': () => ({
    says: '会议记录还没有定稿，这一步现在不能办理。',
    do: '请先由主持人、记录人确认会议记录；定稿前有误的，直接修改正文即可。',
  }),
  'quote-not-found': () => ({
    says: '定稿的这一部分没有所引的原文。',
    do: '请从定稿中照抄原文，或者选对所属议程；补记遗漏内容的，原文可以不填。',
  }),
  'no-such-supplement': () => ({ says: '没有这条补正。', do: '请刷新页面，查看现有的补正。' }),
  'supplement-awaits-other': (p) => ({
    says: `补正须由主持人、记录人共同确认，这一条还等${other(p)}确认。`,
    do: `请${other(p)}在其页面上核对后确认；不再需要的，可以撤回。`,
  }),
  'supplement-stands': () => ({ says: '这条补正已经生效，不能撤回。', do: '仍有不妥的，请再提出一条补正。' }),
  'supplement-withdrawn': () => ({ says: '这条补正已经撤回，不能再确认。', do: '仍需补正的，请重新提出。' }),
  'result-not-for-public': () => ({
    says: '这种会议不向居民公告，结果不在公开页面上公布。',
    do: '请按规定的方式，书面送达或通知有关人员。',
  }),
  'result-already-published': () => ({
    says: '结果已经公布。',
    do: '需要改动的，请用“更正”：写明原来哪里有误，原文仍可查看。',
  }),
  'no-such-result': () => ({
    says: '要更正的不是现在公布的这一份，可能有人刚刚更正过。',
    do: '请阅读现在公布的文本，再决定是否更正。',
  }),
  'private-number': (p) => ({
    says: `公布的文字里有身份证号码或个人手机号码${found(p)}，没有公布。`,
    do: '请删去号码；会议公告上的联系电话可以保留。',
  }),
  'fine-address': (p) => ({
    says: `公布的文字里有精确到单元、楼层或门牌的住址${found(p)}，没有公布。`,
    do: '请只写到楼栋，例如“3号楼住户”。',
  }),
  'observer-named': (p) => ({
    says: `公布的文字里有旁听人员的姓名${found(p)}，没有公布。`,
    do: '旁听人员不在公开的文字中署名，请删去姓名。',
  }),
};
