/** How a notice is worded in English, and how the record tells of its posting or serving. */
import type { ServingWay } from '../acts/notice.ts';
import type { ChannelName, DeviationSaid, NoticeWording, ServedSaid } from './notice-shape.ts';
import { capacitiesEn } from './lists.en.ts';

export const channelsEn: Record<ChannelName, string> = {
  'public-board': 'public board',
  'main-entrances': 'main entrances',
  'in-writing-to-each': 'written notice to each participant',
  'to-each': 'notice to each participant',
  'in-writing-to-superior': 'written report to the superior body',
  'to-residents': 'notice to residents',
  'documents-to-each': 'papers to each participant',
  unstated: 'notice of the meeting',
};

const boards: readonly ChannelName[] = ['public-board', 'main-entrances'];
const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const said = (words: string) => words.replace(/[.。\s]+$/u, '');

export const servingWaysEn: Record<ServingWay, string> = {
  'in-person': 'handed over in person',
  'through-other': 'handed on by somebody else',
  post: 'by post',
  message: 'by text message or WeChat',
};

export const servedEn = ({ channel, time, by, note, corrects, to = null, how = null }: ServedSaid) =>
  (to !== null
    ? `The notice was served on ${to} at ${time}${how === null ? '' : ` (${servingWaysEn[how]})`}`
    : boards.includes(channel)
      ? `The notice was posted on the ${channelsEn[channel]} at ${time}`
      : `${capitalised(channelsEn[channel])}: served at ${time}`) +
  ` by ${said(by)}${note === null ? '' : `; remark: ${said(note)}`}${corrects ? ' (correcting what was recorded before)' : ''}.`;

const termEn = (days: number | null, clear: boolean): string =>
  days === null
    ? 'notice is to be given before the meeting'
    : `notice is to be given ${days} ${clear ? 'clear ' : ''}${days === 1 ? 'day' : 'days'} before the meeting`;

export const ruleEn = ({
  days,
  clear,
  document,
  place,
}: Pick<DeviationSaid, 'days' | 'clear' | 'document' | 'place'>) =>
  `By “${document}”, ${place}, ${termEn(days, clear)}`;

export const shortEn = (deviation: DeviationSaid): string =>
  deviation.missing === null
    ? `${ruleEn(deviation)}; the first day for it was ${deviation.earliest ?? ''}`
    : `${ruleEn(deviation)}; still to be done: ${channelsEn[deviation.missing]}${deviation.people ? ` (${deviation.people} not served)` : ''}`;

const kind = (open: boolean) => (open ? 'public notice' : 'notice');

export const noticeEn: NoticeWording = {
  kind,
  title: ({ matter, procedure, open }) => `${open ? 'Public notice' : 'Notice'}: ${procedure}, ${matter}`,
  opening: ({ matter, document, time, place, procedure }) =>
    `${document === null ? '' : `Under “${document}”, `}a meeting (${procedure}) on “${matter}” will be held on ${time} at ${place}. The particulars are as follows:`,
  section: (n, heading, text) => `${n}. ${heading}:${text.startsWith('\n') ? '' : ' '}${text}`,
  headings: {
    time: 'Time',
    place: 'Place',
    content: 'Matter and main content',
    participants: 'Who takes part',
    observers: 'Observers',
    contact: 'Contact',
  },
  content: (matter, steps) => `${said(matter)}.${steps.length === 0 ? '' : ` Main content: ${steps.join('; ')}.`}`,
  group: (capacity, people) =>
    `${capitalised(capacitiesEn[capacity])}: ${people.map(({ name, standing }) => (standing === '' ? name : `${name} (${standing})`)).join(', ')}.`,
  crowd: (capacity, count) => `${capitalised(capacitiesEn[capacity])}: ${count} people.`,
  observers: (seats, contact) =>
    seats === 0
      ? 'There are no places for observers.'
      : `There ${seats === 1 ? 'is 1 place' : `are ${seats} places`} for observers. Residents who wish to follow the meeting register ${contact ? 'with the contact named below ' : ''}before it, as long as there are places.`,
  contact: (name, phone) =>
    `${[name, phone === '' ? '' : `telephone ${phone}`].filter((part) => part !== '').join(', ')}.`,
  changeBegins: 'Change: ',
  changeTitle: ({ matter, procedure, open, time, place }) =>
    `${open ? 'Public notice' : 'Notice'} of a change of ${[...(time ? ['time'] : []), ...(place ? ['place'] : [])].join(' and ')}: ${procedure}, ${matter}`,
  changeOpening: ({ procedure, former, time, place, reason }) =>
    `Change: the meeting (${procedure}) announced for ${former.time} at ${former.place} will be held ` +
    [...(time ? [`on ${time}`] : []), ...(place ? [`at ${place}`] : [])].join(' ') +
    ` instead. Reason: ${said(reason)}. The ${[...(time ? ['time'] : []), ...(place ? ['place'] : [])].join(' and ')} announced before no longer ${time && place ? 'hold' : 'holds'}; this notice takes the place of the former one.`,
  closing: () => 'This is hereby made known.',
  pending: '(to be settled)',
  organ: (community, body) => (body.includes(community) ? body : `${body}, ${community}`),
};
