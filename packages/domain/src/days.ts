/**
 * Calendar days, counted whole: what a regulation means by "N days" is days on the calendar of the place, never 24 hours.
 * A day is a number, days since 1 January 1970, so that adding and comparing need no calendar.
 */
import type { Language } from './language.ts';
import { clockOf } from './minutes-time.ts';

const ms = 86_400_000;

/** The calendar day of an instant (ms since 1970) in a time zone. */
export function dayOf(at: number, timeZone: string): number {
  const numbers = Object.fromEntries(
    clockOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(numbers['year'] ?? 0, (numbers['month'] ?? 1) - 1, numbers['day'] ?? 1) / ms;
}

/** `2026-11-25` */
export const isoDay = (day: number): string => new Date(day * ms).toISOString().slice(0, 10);

/** The day that {@link isoDay} wrote; NaN for anything else. */
export const dayFromIso = (text: string): number =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) / ms : NaN;

const weekdays = {
  'zh-CN': [...'日一二三四五六'].map((n) => `星期${n}`),
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const satisfies Record<Language, readonly string[]>;
const months = 'January February March April May June July August September October November December'.split(' ');

/** 2026年11月25日 / 25 November 2026 */
export function writtenDay(day: number, language: Language): string {
  const date = new Date(day * ms);
  const [year, month, of] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  return language === 'zh-CN' ? `${year}年${month + 1}月${of}日` : `${of} ${months[month]} ${year}`;
}

/** 2026年11月25日（星期三） / Wednesday, 25 November 2026 */
export function writtenWeekday(day: number, language: Language): string {
  const weekday = weekdays[language][new Date(day * ms).getUTCDay()] ?? '';
  const date = writtenDay(day, language);
  return language === 'zh-CN' ? `${date}（${weekday}）` : `${weekday}, ${date}`;
}

/** 上午9:00 / 9:00, by the clock of the time zone. */
export function writtenHour(at: number, timeZone: string, language: Language): string {
  const parts = clockOf(timeZone).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const hour = Number(of('hour'));
  if (language === 'en') return `${hour}:${of('minute')}`;
  return `${hour < 12 ? '上午' : '下午'}${hour > 12 ? hour - 12 : hour}:${of('minute')}`;
}

/** 2026年11月25日（星期三）上午9:00 / Wednesday, 25 November 2026, 9:00 */
export function writtenMoment(at: number, timeZone: string, language: Language): string {
  const day = writtenWeekday(dayOf(at, timeZone), language);
  return `${day}${language === 'zh-CN' ? '' : ', '}${writtenHour(at, timeZone, language)}`;
}
