/** A meeting's arrangement as it is typed: half a date and a number that is none yet have their place in it. */
import type { Procedure } from '@yishiting/domain/procedures/schema';
import type { Language } from '@yishiting/domain/language';
import type { Arrangement, ArrangementRequest } from '@yishiting/domain/api';
import type { NoticeWords } from '@yishiting/domain/acts/notice';
import type { ArrangedReply } from '@yishiting/domain/invited';
import { inCanonicalOrder, type Capacity } from '@yishiting/domain/capacities';
import { instantOf, wallOf } from '#lib/ui/zoned.ts';

export interface FormPerson {
  person: string;
  name: string;
  capacities: Capacity[];
  standing: string;
  reply: ArrangedReply;
  /** Whom of the list they stand in for; null: nobody. */
  standsInFor: string | null;
  /** Of a party: on which side; null: nobody said, or no party. */
  side: number | null;
}
export interface FormItem {
  /** Stays with the item while it is moved. */
  key: string;
  title: string;
  step: string | null;
  /** As typed; empty: none planned. */
  minutes: string;
}
export interface FormNotice {
  own: NoticeWords | null;
  contact: string;
  phone: string;
  /** As typed; empty: nothing is said of observers. */
  observers: string;
}
export interface Form {
  matter: string;
  description: string;
  place: string;
  day: string;
  time: string;
  language: Language;
  people: FormPerson[];
  agenda: FormItem[];
  notice: FormNotice;
}

/** What the page itself sees to be wrong, before the server is asked. */
export type FormCode =
  'empty' | 'no-capacity' | 'too-many-capacities' | 'not-minutes' | 'half-a-time' | 'no-such-time' | 'not-seats';

export function formOf(there: Arrangement, timeZone: string): Form {
  const { matter, description, place, plannedAt, language, people, agenda, notice } = there;
  const wall = plannedAt === null ? { day: '', time: '' } : wallOf(plannedAt, timeZone);
  return {
    ...{ matter, description, place, ...wall, language },
    people: people.map((person) => ({ ...person, capacities: [...person.capacities] })),
    agenda: agenda.map(({ item, title, step, minutes }) => {
      return { key: item, title, step, minutes: minutes === null ? '' : String(minutes) };
    }),
    notice: { ...notice, observers: notice.observers === null ? '' : String(notice.observers) },
  };
}

/**
 * A title as the procedure words its step, in the language of the record; one that was put otherwise by hand stays. For
 * when that language is chosen anew.
 */
export function titleIn(
  { title, step }: Pick<FormItem, 'title' | 'step'>,
  { agenda }: Pick<Procedure, 'agenda'>,
  language: Language,
): string {
  const titles = agenda?.find(({ value }) => value.id === step)?.value.title;
  return titles && Object.values(titles).includes(title) ? titles[language] : title;
}

/** The ids of the items that stand there, by the key that {@link formOf} gives them. */
export const itemsOf = ({ agenda }: Arrangement): Record<string, string> =>
  Object.fromEntries(agenda.map(({ item }) => [item, item]));

/**
 * A form that {@link wrongIn} finds nothing wrong with, as the server takes it.
 * @param items the server's ids of the items that it has, by their key
 */
export function requestOf(
  form: Form,
  timeZone: string,
  items: Readonly<Record<string, string>> = {},
): ArrangementRequest {
  const { matter, description, place, language, people, agenda, notice } = form;
  return {
    ...{ matter, description, place, plannedAt: instantOf(form, timeZone), language },
    people: people.map(({ person, capacities, standing, reply, standsInFor, side }) => {
      const on = capacities.includes('party') ? side : null;
      return { person, capacities: [...capacities], standing, reply: { ...reply }, standsInFor, side: on };
    }),
    agenda: agenda.map(({ key, title, step, minutes }) => {
      const item = items[key];
      return { ...(item !== undefined && { item }), title, step, minutes: minutesIn(minutes) };
    }),
    notice: { ...notice, observers: seatsIn(notice.observers) },
  };
}

const digits: Readonly<Record<string, string>> = Object.fromEntries(
  [...'０１２３４５６７８９'].map((d, n) => [d, String(n)]),
);

/** A whole number as typed, full-width digits as well; null when nothing is, NaN when it is none between these. */
function wholeIn(text: string, least: number, most: number): number | null {
  const typed = text.replace(/[０-９]/g, (digit) => digits[digit] ?? digit).trim();
  if (typed === '') return null;
  const number = /^\d{1,5}$/.test(typed) ? Number(typed) : NaN;
  return number >= least && number <= most ? number : NaN;
}
const minutesIn = (text: string) => wholeIn(text, 1, 1440);
export const seatsIn = (text: string) => wholeIn(text, 0, 10_000);

/** What is wrong, by field; people are named by their id and items by their key, so that moving them moves the finding. */
export function wrongIn(form: Form, timeZone: string): Record<string, FormCode> {
  const wrong: Record<string, FormCode> = {};
  if (form.matter.trim() === '') wrong['matter'] = 'empty';
  if ((form.day === '') !== (form.time === '')) wrong['plannedAt'] = 'half-a-time';
  else if (form.day !== '' && instantOf(form, timeZone) === null) wrong['plannedAt'] = 'no-such-time';
  for (const { person, capacities } of form.people) {
    if (capacities.length === 0) wrong[`people.${person}.capacities`] = 'no-capacity';
    if (capacities.length > 4) wrong[`people.${person}.capacities`] = 'too-many-capacities';
  }
  for (const { key, title, minutes } of form.agenda) {
    if (title.trim() === '') wrong[`agenda.${key}.title`] = 'empty';
    if (Number.isNaN(minutesIn(minutes))) wrong[`agenda.${key}.minutes`] = 'not-minutes';
  }
  const { own, observers } = form.notice;
  if (Number.isNaN(seatsIn(observers))) wrong['notice.observers'] = 'not-seats';
  for (const part of ['title', 'body', 'signature'] as const) {
    if (own?.[part].trim() === '') wrong[`notice.${part}`] = 'empty';
  }
  return wrong;
}

/** The server's findings (`people.3.capacities`), by the ids and keys of the form that it was sent. */
export function byKey(fields: Readonly<Record<string, string>>, sent: Form): Record<string, string> {
  const keyed = Object.entries(fields).map(([path, code]) => {
    const [list, place, ...rest] = path.split('.');
    const key =
      list === 'people'
        ? sent.people[Number(place)]?.person
        : list === 'agenda'
          ? sent.agenda[Number(place)]?.key
          : null;
    return [key && place !== undefined ? [list, key, ...rest].join('.') : path, code] as const;
  });
  return Object.fromEntries(keyed);
}

/** Where the server keeps a reply, the order of its parts is no longer that of the form. */
function saidIn(reply: ArrangedReply = { is: 'not-asked' }): unknown[] {
  if (reply.is === 'asked') return [reply.is, reply.at];
  return reply.is === 'declined' ? [reply.is, reply.reason, reply.kept] : [reply.is];
}

/** Equal for arrangements that the server would store alike: it trims, composes, and orders capacities. */
export function stampOf({
  matter,
  description,
  place,
  plannedAt,
  language,
  people,
  agenda,
  notice,
}: ArrangementRequest): string {
  const stored = (text: string) => text.replace(/\r\n?/g, '\n').normalize('NFC').trim();
  return JSON.stringify([
    [matter, description, place].map(stored),
    plannedAt,
    language,
    people.map(({ person, capacities, standing, reply, standsInFor = null, side = null }) => {
      return [person, inCanonicalOrder(capacities), stored(standing), saidIn(reply), standsInFor, side];
    }),
    agenda.map(({ title, step, minutes }) => [stored(title), step, minutes]),
    notice && [
      notice.own && [notice.own.title, notice.own.body, notice.own.signature].map(stored),
      [notice.contact, notice.phone].map(stored),
      notice.observers,
    ],
  ]);
}

/** The list with one of its lines moved; unchanged when there is no such place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const line = list[from];
  if (line === undefined || to < 0 || to >= list.length) return [...list];
  const rest = list.filter((_, place) => place !== from);
  return [...rest.slice(0, to), line, ...rest.slice(to)];
}
