/** Between instants and what a clock on the wall of a place says; native inputs speak of the latter. */

/** Where every community of this installation lives until it says otherwise. */
export const houseZone = 'Asia/Shanghai';

/** As native inputs have them: `2026-03-10` and `09:05`. */
export interface WallTime {
  day: string;
  time: string;
}

/** What calendar and clock of a time zone say at an instant (ms since 1970). */
export function wallOf(at: number, timeZone: string): WallTime {
  const parts = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return { day: `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}` };
}

/**
 * The instant (ms since 1970) at which calendar and clock of a time zone say this; of two, where clocks are put back, the
 * first. Null when they never do: 30 February, an hour left out where clocks are put forward, a year before 1970.
 */
export function instantOf({ day, time }: WallTime, timeZone: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time) || day < '1970') return null;
  const asIfUtc = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(asIfUtc)) return null;
  const says = (at: number) => wallOf(at, timeZone);
  const offsetAt = (at: number) => {
    const wall = says(at);
    return Date.parse(`${wall.day}T${wall.time}:00Z`) - at;
  };
  // The offset a day before and a day after: one of them holds, whatever happens to the clocks in between.
  const aDay = 86_400_000;
  const tried = [offsetAt(asIfUtc - aDay), offsetAt(asIfUtc + aDay)].map((offset) => asIfUtc - offset);
  const fitting = tried.filter((at) => says(at).day === day && says(at).time === time);
  return fitting.length === 0 ? null : Math.min(...fitting);
}
