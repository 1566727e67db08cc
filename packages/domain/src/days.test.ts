import { describe, expect, it } from 'vitest';
import { dayFromIso, dayOf, isoDay, writtenDay, writtenHour, writtenMoment, writtenWeekday } from './days.ts';

const on = (iso: string, timeZone = 'Asia/Shanghai') => isoDay(dayOf(Date.parse(iso), timeZone));

describe('a calendar day', () => {
  it.each([
    // An evening in UTC is the next morning in Shanghai.
    ['2026-11-30T15:59:59.999Z', 'Asia/Shanghai', '2026-11-30'],
    ['2026-11-30T16:00:00Z', 'Asia/Shanghai', '2026-12-01'],
    ['2026-11-30T16:00:00Z', 'UTC', '2026-11-30'],
    ['2024-02-28T23:59:00Z', 'UTC', '2024-02-28'],
    ['2024-02-28T23:59:00Z', 'Asia/Shanghai', '2024-02-29'],
    ['2026-12-31T20:00:00Z', 'Asia/Shanghai', '2027-01-01'],
    // Berlin puts its clocks forward on 29 March 2026 and back on 25 October.
    ['2026-03-28T23:30:00Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-03-29T22:30:00Z', 'Europe/Berlin', '2026-03-30'],
    ['2026-10-24T22:30:00Z', 'Europe/Berlin', '2026-10-25'],
    ['2026-10-25T22:30:00Z', 'Europe/Berlin', '2026-10-25'],
  ])('of %s in %s is %s', (instant, zone, day) => expect(on(instant, zone)).toBe(day));

  it('is a number that runs on over the ends of months and leap days', () => {
    const days = ['2024-02-28', '2024-02-29', '2024-03-01'].map(dayFromIso);
    expect(days).toEqual([days[0]!, days[0]! + 1, days[0]! + 2]);
    expect(dayFromIso('2026-03-01') - dayFromIso('2026-02-28')).toBe(1);
    expect(isoDay(dayFromIso('2026-11-25'))).toBe('2026-11-25');
    expect(dayFromIso('25 November')).toBeNaN();
  });

  it('is written as officials write it, without noughts before the month', () => {
    expect(writtenDay(dayFromIso('2026-03-01'), 'zh-CN')).toBe('2026年3月1日');
    expect(writtenDay(dayFromIso('2026-03-01'), 'en')).toBe('1 March 2026');
    const at = Date.parse('2026-03-10T01:00:00Z');
    expect(writtenMoment(at, 'Asia/Shanghai', 'zh-CN')).toBe('2026年3月10日（星期二）上午9:00');
    expect(writtenMoment(at + 5.5 * 3_600_000, 'Asia/Shanghai', 'zh-CN')).toBe('2026年3月10日（星期二）下午2:30');
    expect(writtenMoment(at, 'Asia/Shanghai', 'en')).toBe('Tuesday, 10 March 2026, 9:00');
  });
});

describe('an instant, as notices and papers write it', () => {
  it.each([
    ['2026-03-09T16:00:00Z', '上午0:00', '0:00'],
    ['2026-03-10T03:59:00Z', '上午11:59', '11:59'],
    ['2026-03-10T04:00:00Z', '下午12:00', '12:00'],
    ['2026-03-10T05:05:00Z', '下午1:05', '13:05'],
    ['2026-03-10T15:59:00Z', '下午11:59', '23:59'],
  ])('%s is %s on the wall of Shanghai', (instant, zh, other) => {
    expect(writtenHour(Date.parse(instant), 'Asia/Shanghai', 'zh-CN')).toBe(zh);
    expect(writtenHour(Date.parse(instant), 'Asia/Shanghai', 'en')).toBe(other);
  });

  it('follows the zone that is named, also over midnight', () => {
    const at = Date.parse('2026-12-31T16:30:00Z');
    expect(writtenMoment(at, 'Asia/Shanghai', 'zh-CN')).toBe('2027年1月1日（星期五）上午0:30');
    expect(writtenMoment(at, 'UTC', 'zh-CN')).toBe('2026年12月31日（星期四）下午4:30');
    expect(writtenWeekday(dayOf(at, 'Asia/Shanghai'), 'en')).toBe('Friday, 1 January 2027');
  });
});
