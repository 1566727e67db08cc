/** Instants as the record writes them: by the community's clock, and the same on every machine. */
import type { MeetingCalled } from './acts/called.ts';
import type { Language } from './language.ts';

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Reads the clock of a time zone; UTC where the zone is unknown, and the text then says so. */
export function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const numbers = { year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  const read = (zone: string) => new Intl.DateTimeFormat('en-US', { ...numbers, hourCycle: 'h23', timeZone: zone });
  let clock: Intl.DateTimeFormat;
  try {
    clock = read(timeZone);
  } catch {
    clock = read('UTC');
  }
  clocks.set(timeZone, clock);
  return clock;
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** 上午9, 下午5: as notices and signs write the hour. */
const halfOfDay = (hour: number): string => `${hour < 12 ? '上午' : '下午'}${hour > 12 ? hour - 12 : hour}`;

/** Only the numbers come from the machine: its own sentences differ from one release to the next. */
const forms: Record<Language, (n: Record<string, string>) => string> = {
  'zh-CN': ({ year, month, day, hour, minute }) => `${year}年${month}月${day}日${halfOfDay(Number(hour))}:${minute}`,
  en: ({ year, month, day, hour, minute }) => `${hour}:${minute} on ${day} ${months[Number(month) - 1]} ${year}`,
};

/** @param at ms since 1970 */
export function writtenTime(
  { language, community }: Pick<MeetingCalled, 'language' | 'community'>,
  at: number,
): string {
  const clock = clockOf(community.timeZone);
  const numbers = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  const zone = clock.resolvedOptions().timeZone;
  const elsewhere = zone === 'UTC' && community.timeZone !== 'UTC' ? ' (UTC)' : '';
  return forms[language](numbers) + elsewhere;
}
