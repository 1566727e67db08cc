/** Instants as official papers write them: 2026年3月10日（星期二）上午9:00. */
import type { Language } from '../language.ts';

const fields = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  weekday: 'short',
  hourCycle: 'h23',
} as const;
const shortWeekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Only numbers come from the machine: its own sentences differ from one release to the next. UTC where a zone is unknown. */
function wallClock(at: number, timeZone: string): Record<string, number> {
  const format = (zone: string) => new Intl.DateTimeFormat('en-US', { ...fields, timeZone: zone }).formatToParts(at);
  let parts: Intl.DateTimeFormatPart[];
  try {
    parts = format(timeZone);
  } catch {
    parts = format('UTC');
  }
  const number = ({ type, value }: Intl.DateTimeFormatPart) =>
    type === 'weekday' ? shortWeekdays.indexOf(value) : Number(value);
  return Object.fromEntries(parts.map((part) => [part.type, number(part)]));
}

/** Year, month, day, hour, minute, second in UTC. */
export type UtcParts = [number, number, number, number, number, number];

export function utcParts(at: number): UtcParts {
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = wallClock(at, 'UTC');
  return [year, month, day, hour, minute, second];
}

const weekdaysZh = [...'日一二三四五六'];
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = 'January February March April May June July August September October November December'.split(' ');

const two = (value: number | undefined): string => String(value ?? 0).padStart(2, '0');

function halfDay(hour: number): string {
  if (hour < 6) return `凌晨${hour}`;
  if (hour < 12) return `上午${hour}`;
  if (hour === 12) return '中午12';
  return hour < 18 ? `下午${hour - 12}` : `晚上${hour - 12}`;
}

/** The day alone: 2026年3月10日 (GB/T 9704: arabic figures, no 01月). */
export function paperDay(at: number, timeZone: string, language: Language): string {
  const wall = wallClock(at, timeZone);
  const { year, month = 1, day } = wall;
  return language === 'zh-CN' ? `${year}年${month}月${day}日` : `${day} ${months[month - 1]} ${year}`;
}

/** The hour: 上午9:00. */
export function paperHour(at: number, timeZone: string, language: Language): string {
  const { hour = 0, minute } = wallClock(at, timeZone);
  return language === 'zh-CN' ? `${halfDay(hour)}:${two(minute)}` : `${two(hour)}:${two(minute)}`;
}

/** Day, day of the week and hour. */
export function paperTime(at: number, timeZone: string, language: Language): string {
  const { weekday = 0 } = wallClock(at, timeZone);
  const [day, hour] = [paperDay(at, timeZone, language), paperHour(at, timeZone, language)];
  return language === 'zh-CN' ? `${day}（星期${weekdaysZh[weekday]}）${hour}` : `${weekdays[weekday]}, ${day}, ${hour}`;
}

/** From when to when; the day once where it is the same. */
export function paperSpan(from: number, to: number, timeZone: string, language: Language): string {
  const sameDay = paperDay(from, timeZone, language) === paperDay(to, timeZone, language);
  const end = (sameDay ? paperHour : paperTime)(to, timeZone, language);
  return `${paperTime(from, timeZone, language)}${language === 'zh-CN' ? '至' : ' to '}${end}`;
}
