/** What the record says of each fact, as a clerk writes it: third person, one sentence or two, ending in a full stop. */
import { fileKindsZh } from './files.zh-CN.ts';
import { agreementFactsZh } from './agreement-facts.zh-CN.ts';
import { dutyFactsZh } from './duties-facts.zh-CN.ts';
import { mediationZh } from './mediation.zh-CN.ts';
import { mediationFactsZh } from './mediation-facts.zh-CN.ts';
import type { DomainWords, FactParams } from './shape.ts';
import { servedZh, shortZh } from './notice.zh-CN.ts';
import { capacitiesZh, identityWaysZh, particularsZh, waysZh } from './lists.zh-CN.ts';
import { opinionFactsZh } from './opinion-facts.zh-CN.ts';
import { resultFactsZh } from './result-facts.zh-CN.ts';
import { soundingZh } from './soundings.zh-CN.ts';

/** Words that someone typed, set before our own full stop: theirs is left out, 因：下雨。。 never stands there. */
const said = (words: string) => words.replace(/[。.．\s]+$/u, '');

function length(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  if (minutes === 0) return `${rest} 秒`;
  return rest === 0 ? `${minutes} 分钟` : `${minutes} 分 ${rest} 秒`;
}

function opened({ question, roll, remote, variants, ...asked }: FactParams['vote-opened']): string {
  const how = soundingZh.how(asked);
  const begins = `就“${said(question)}”进行意向征询（记名${how === '' ? '' : `，${how}`}），应表态 ${roll} 人${remote ? `，其中线上 ${remote.count} 人，已核对身份 ${remote.checked} 人` : ''}。`;
  return variants
    ? `${begins}${variants.map((words, n) => soundingZh.listed(n + 1, said(words))).join('；')}。`
    : begins;
}

export const factsZh: DomainWords['facts'] = {
  'meeting-called': ({ procedure, matter, time, place, notice, attachments }) =>
    `定于${time}在${place}召开${procedure}，事项：${said(matter)}。` +
    (notice.way === 'served'
      ? `会议通知于${notice.servedAt}发出。`
      : notice.way === 'to-be-served'
        ? '会议公告已经定稿，随后张贴、送达。'
        : `会议即时召集，未提前通知，说明如下：${said(notice.waiver)}。`) +
    (attachments.length === 0 ? '' : `附件：${attachments.map((title) => `“${title}”`).join('、')}。`),
  'notice-served': servedZh,
  'meeting-changed': ({ time, place, reason, noticed }) =>
    [
      ...(time ? [`会议时间由${time.from}变更为${time.to}`] : []),
      ...(place ? [`会议地点由“${place.from}”变更为“${place.to}”`] : []),
    ].join('，') + `，原因：${said(reason)}。${noticed ? '变更公告另行张贴、送达。' : ''}`,
  'meeting-called-off': ({ time, reason }) => `${time}，会议取消，原因：${said(reason)}。`,
  arrived: ({ name, way }) => `${name}到会（${waysZh[way]}）。`,
  departed: ({ name }) => `${name}离会。`,
  'person-added': ({ name, capacities, side, substitutes }) => {
    const as = `（${capacities.map((one) => mediationZh.as(one, side)).join('、')}）`;
    return substitutes === null ? `${name}加入参会名单${as}。` : `${name}${as}代替${substitutes}参会。`;
  },
  'place-returned': ({ name, from }) => `${name}仍由本人参会，${from}不再代替。`,
  'reply-given': ({ name, coming }) => (coming ? `${name}答复能到会。` : `${name}答复不能到会。`),
  'presence-confirmed': ({ count }) => `主持人确认实到 ${count} 人。`,
  'chair-taken': ({ name, from }) => (from === null ? `${name}担任主持人。` : `${name}接替${from}担任主持人。`),
  'identity-checked': ({ name, how, note, by }) =>
    `${name}线上参加会议，身份由${by}核对（${identityWaysZh[how]}${note === null ? '' : `；${said(note)}`}）。`,
  'identity-check-withdrawn': ({ name, reason }) => `对${name}的身份核对撤销，原因：${said(reason)}。`,
  'meeting-opened': ({ time, due, present, leave, deviation }) =>
    `${time}，会议开始，应到 ${due} 人，实到 ${present} 人` +
    (leave === 0 ? '。' : `，请假 ${leave} 人，未到 ${due - present - leave} 人。`) +
    (deviation === null
      ? ''
      : `会前公告未满规定的期限：${deviation.from.map(shortZh).join('；')}。主持人说明理由：${said(deviation.reason)}。`),
  'meeting-adjourned': ({ time, reason }) =>
    reason === null ? `${time}，主持人宣布休会。` : `${time}，主持人宣布休会，原因：${said(reason)}。`,
  'meeting-resumed': ({ time }) => `${time}，会议继续进行。`,
  'meeting-closed': ({ time, present }) => `${time}，会议结束，结束时在会 ${present} 人。`,
  'item-begun': ({ title }) => `会议进入“${title}”环节。`,
  'item-skipped': ({ title, reason }) =>
    reason ? `主持人决定跳过“${title}”，原因：${said(reason)}。` : `主持人决定跳过“${title}”。`,
  'step-undone': ({ step, title }) =>
    `主持人撤销${{ 'item-begun': '进入', 'item-skipped': '跳过', 'item-moved': '调整' }[step]}“${title}”这一步。`,
  'item-added': ({ title }) => `增加议程“${title}”。`,
  'item-withdrawn': ({ title, reason }) => `撤下议程“${title}”，原因：${said(reason)}。`,
  'item-moved': ({ title, after }) =>
    after === null ? `议程“${title}”调整为第一项。` : `议程“${title}”调整到“${after}”之后。`,
  'clock-started': ({ seconds }) => `开始计时，时限 ${length(seconds)}。`,
  'clock-paused': () => '计时暂停。',
  'clock-resumed': () => '计时继续。',
  'clock-stopped': () => '计时停止。',
  'floor-asked': ({ name, kind }) => (kind === 'speech' ? `${name}申请发言。` : `${name}要求提出程序问题。`),
  'floor-request-withdrawn': ({ name }) => `${name}的发言申请撤回。`,
  'floor-request-moved': ({ name }) => `主持人调整${name}的发言次序。`,
  'floor-given': ({ name, kind }) => (kind === 'speech' ? `${name}发言。` : `${name}提出程序问题。`),
  'speech-paused': () => '发言暂停。',
  'speech-resumed': () => '发言继续。',
  'speech-ended': () => '发言结束。',
  'speech-extended': ({ seconds }) => `主持人同意延长发言 ${length(seconds)}。`,
  'speaking-time-set': ({ title, seconds }) =>
    seconds === null ? `主持人宣布“${title}”发言不再限时。` : `主持人宣布“${title}”每次发言限时 ${length(seconds)}。`,
  'vote-opened': opened,
  'ballot-cast': ({ name }) => `${name}表态。`,
  'ballot-changed': ({ name }) => `${name}在截止前更改表态。`,
  'vote-closed': () => '主持人宣布截止表态。',
  'counting-begun': () => '开始计票。',
  'hand-entered': ({ name, reason }) => `${name}的表态由工作人员代录，原因：${said(reason)}。`,
  'vote-established': () => '表态结果核定。',
  'vote-published': ({ names, ...result }) =>
    `主持人宣布意向征询结果。${soundingZh.result(result)}` +
    (names ? `${soundingZh.named(names, result.grades).join('；')}。` : ''),
  'vote-annulled': ({ reason }) => `本次意向征询作废，理由：${said(reason)}。`,
  ...opinionFactsZh,
  'minutes-shared': ({ shared }) => (shared ? '会议记录草稿向参会人员开放阅读。' : '会议记录草稿停止向参会人员开放。'),
  'writer-admitted': ({ name }) => `${name}获准参与撰写会议记录。`,
  'writer-dismissed': ({ name }) => `${name}不再参与撰写会议记录。`,
  'minutes-circulated': () => '会议记录送参会人员核阅。',
  'amendment-proposed': ({ name, section, words }) =>
    `${name}对会议记录（${section === null ? '开头部分' : `“${section}”`}）提出修改意见：${said(words)}。`,
  'amendment-decided': ({ name, taken, reason }) =>
    `${name}提出的修改意见${taken ? '予以采纳' : '不予采纳'}${reason === null ? '' : `，理由：${said(reason)}`}。`,
  'minutes-confirmed': ({ name, as }) =>
    `${name}以${as.map((capacity) => capacitiesZh[capacity]).join('、')}身份确认会议记录。`,
  'minutes-frozen': ({ hash }) => `会议记录定稿，正文 SHA-256 校验值：${hash}。`,
  ...resultFactsZh,
  'attachment-added': ({ title, kind }) => `${fileKindsZh[kind]}“${title}”提交会议。`,
  'attachment-withdrawn': ({ title, reason }) => `“${title}”撤回，原因：${said(reason)}。`,
  'photo-taken': () => '拍摄现场照片一张。',
  'photo-discarded': () => '撤去现场照片一张。',
  ...agreementFactsZh,
  ...dutyFactsZh,
  ...mediationFactsZh,
  'file-erased': () => '会议的一份文件已经删除，会议记录不变。',
  'record-restored': ({ fork }) => `以上记录由备份恢复（第 ${fork} 次恢复），自此继续。`,
  'particulars-erased': ({ name, kinds }) =>
    `${name}的个人信息（${kinds.map((kind) => particularsZh[kind]).join('、')}）已从名册中删除，会议记录不变。`,
};
