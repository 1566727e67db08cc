/** Instants as papers need them, worded as everywhere else (days.ts). */
import { dayOf, writtenHour, writtenMoment } from '../days.ts';
import type { Language } from '../language.ts';

/** Year, month, day, hour, minute, second in UTC. */
export type UtcParts = [number, number, number, number, number, number];

export function utcParts(at: number): UtcParts {
  const time = new Date(at);
  const day = [time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate()] as const;
  return [...day, time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds()];
}

/** From when to when; the day once where it is the same. */
export function paperSpan(from: number, to: number, timeZone: string, language: Language): string {
  const sameDay = dayOf(from, timeZone) === dayOf(to, timeZone);
  const end = (sameDay ? writtenHour : writtenMoment)(to, timeZone, language);
  return `${writtenMoment(from, timeZone, language)}${language === 'zh-CN' ? '至' : ' to '}${end}`;
}
