/** 会后事项：写入记录的句子。 */
import type { DutyFacts } from './shape.ts';

const said = (words: string) => words.replace(/[。.．\s]+$/u, '');

export const dutyFactsZh: DutyFacts = {
  'proof-added': ({ title, duty }) =>
    duty === null ? `会议通知张贴凭证“${title}”存入记录。` : `“${duty}”的办理凭证“${title}”存入记录。`,
  'proof-discarded': () => '撤去办理凭证一份。',
  'duty-assigned': ({ duty, person }) =>
    person === null ? `“${duty}”不再指定责任人。` : `“${duty}”由${said(person)}负责。`,
  'duty-fulfilled': ({ duty, time, by, to, note }) =>
    `“${duty}”已办理：${time}，经办人${said(by)}` +
    (to === null ? '' : `，报送${said(to)}`) +
    (note === null ? '。' : `；${said(note)}。`),
  'duty-reopened': ({ duty, reason }) => `撤销“${duty}”的办理登记，原因：${said(reason)}。`,
};
