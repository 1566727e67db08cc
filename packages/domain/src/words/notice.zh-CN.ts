/** 会议公告（通知）的行文，以及张贴、送达的记述。 */
import type { ServingWay } from '../acts/notice.ts';
import type { ChannelName, DeviationSaid, NoticeWording, ServedSaid } from './notice-shape.ts';
import { capacitiesZh } from './lists.zh-CN.ts';

export const channelsZh: Record<ChannelName, string> = {
  'public-board': '居务公开栏',
  'main-entrances': '各主要出入口',
  'in-writing-to-each': '书面通知与会人员',
  'to-each': '通知与会人员',
  'in-writing-to-superior': '书面报告上级',
  'to-residents': '告示居民',
  'documents-to-each': '会议材料送与会人员',
  unstated: '会议通知',
};

const boards: readonly ChannelName[] = ['public-board', 'main-entrances'];
const said = (words: string) => words.replace(/[。.．\s]+$/u, '');

export const servingWaysZh: Record<ServingWay, string> = {
  'in-person': '当面送交',
  'through-other': '托人转交',
  post: '邮寄',
  message: '短信、微信送达',
};

export const servedZh = ({ channel, time, by, note, corrects, to = null, how = null }: ServedSaid) =>
  (to !== null
    ? `会议通知于${time}送达${to}${how === null ? '' : `（${servingWaysZh[how]}）`}`
    : boards.includes(channel)
      ? `会议公告于${time}在${channelsZh[channel]}张贴`
      : `${channelsZh[channel]}，于${time}送达`) +
  `，经办人：${said(by)}${note === null ? '' : `，备注：${said(note)}`}${corrects ? '（更正此前登记）' : ''}。`;

const chineseDigits = '〇一二三四五六七八九';
const numeral = (n: number): string =>
  n < 10
    ? chineseDigits.charAt(n)
    : `${n < 20 ? '' : chineseDigits.charAt(Math.floor(n / 10))}十${n % 10 === 0 ? '' : chineseDigits.charAt(n % 10)}`;

/** 会前 3 日 / 会前 3 整日；没有规定天数的只说须通知。 */
const termZh = (days: number | null, clear: boolean): string =>
  days === null ? '应在会前通知' : `应在会前${days}${clear ? '个整日' : '日'}公布或通知`;

export const ruleZh = ({
  days,
  clear,
  document,
  place,
}: Pick<DeviationSaid, 'days' | 'clear' | 'document' | 'place'>) => `按《${document}》${place}，${termZh(days, clear)}`;

export const shortZh = (deviation: DeviationSaid): string =>
  deviation.missing === null
    ? `${ruleZh(deviation)}，最早应于${deviation.earliest ?? ''}开会`
    : `${ruleZh(deviation)}，${boards.includes(deviation.missing) ? `${channelsZh[deviation.missing]}未张贴` : `“${channelsZh[deviation.missing]}”尚未办理${deviation.people ? `（还有 ${deviation.people} 人没有送达）` : ''}`}`;

const kind = (open: boolean) => (open ? '公告' : '通知');

export const noticeZh: NoticeWording = {
  kind,
  title: ({ matter, procedure, open }) => `关于召开${matter}${procedure}的${kind(open)}`,
  opening: ({ matter, document, time, place, procedure, open }) =>
    `为做好“${matter}”有关工作，${document === null ? '' : `根据《${document}》，`}定于${time}在${place}召开${procedure}。现将有关事项${kind(open)}如下：`,
  section: (n, heading, text) => `${numeral(n)}、${heading}${text.startsWith('\n') ? '' : '：'}${text}`,
  headings: {
    time: '会议时间',
    place: '会议地点',
    content: '会议事项及主要内容',
    participants: '参加人员',
    observers: '旁听',
    contact: '联系方式',
  },
  content: (matter, steps) => `${said(matter)}。${steps.length === 0 ? '' : `主要内容：${steps.join('；')}。`}`,
  group: (capacity, people) =>
    `${capacitiesZh[capacity]}：${people.map(({ name, standing }) => (standing === '' ? name : `${name}（${standing}）`)).join('、')}。`,
  crowd: (capacity, count) => `${capacitiesZh[capacity]}：${count}人。`,
  observers: (seats, contact) =>
    seats === 0
      ? '本次会议不设旁听席。'
      : `设旁听席${seats}个。愿意旁听的居民，请于会前${contact ? '向联系人' : ''}登记，额满为止。`,
  contact: (name, phone) => `${[name, phone].filter((part) => part !== '').join('，')}。`,
  changeBegins: '原定于',
  changeTitle: ({ matter, procedure, open, time, place }) =>
    `关于变更${matter}${procedure}${[...(time ? ['时间'] : []), ...(place ? ['地点'] : [])].join('、')}的${kind(open)}`,
  changeOpening: ({ procedure, open, former, time, place, reason }) =>
    `原定于${former.time}在${former.place}召开的${procedure}，现变更如下：` +
    [...(time ? [`会议时间变更为${time}`] : []), ...(place ? [`会议地点变更为${place}`] : [])].join('，') +
    `。变更原因：${said(reason)}。此前${kind(open)}所载的${[...(time ? ['时间'] : []), ...(place ? ['地点'] : [])].join('、')}不再适用，以本${kind(open)}为准。`,
  closing: (open) => `特此${kind(open)}。`,
  pending: '（待定）',
  organ: (community, body) => {
    // 南门街道桂花社区 + 桂花社区居民委员会：重复的部分只写一次。
    for (let from = 0; from < community.length; from += 1) {
      const end = community.slice(from);
      if (end.length > 1 && body.startsWith(end)) return community + body.slice(end.length);
    }
    return community + body;
  },
};
