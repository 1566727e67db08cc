import { expect, it } from 'vitest';
import { instantOf, wallOf } from './zoned.ts';

const utc = (text: string) => Date.parse(text);

it('reads the wall of Shanghai wherever the browser stands', () => {
  expect(wallOf(utc('2026-03-10T01:05:00Z'), 'Asia/Shanghai')).toEqual({ day: '2026-03-10', time: '09:05' });
  expect(wallOf(utc('2026-12-31T16:00:00Z'), 'Asia/Shanghai')).toEqual({ day: '2027-01-01', time: '00:00' });
  expect(instantOf({ day: '2026-03-10', time: '09:05' }, 'Asia/Shanghai')).toBe(utc('2026-03-10T01:05:00Z'));
  expect(instantOf({ day: '2027-01-01', time: '00:00' }, 'Asia/Shanghai')).toBe(utc('2026-12-31T16:00:00Z'));
});

it('follows clocks that are put forward and back', () => {
  const zone = 'America/New_York';
  expect(instantOf({ day: '2026-07-01', time: '12:00' }, zone)).toBe(utc('2026-07-01T16:00:00Z'));
  expect(instantOf({ day: '2026-03-08', time: '03:00' }, zone)).toBe(utc('2026-03-08T07:00:00Z'));
  expect(instantOf({ day: '2026-03-08', time: '02:30' }, zone), 'an hour that is left out').toBeNull();
  expect(instantOf({ day: '2026-11-01', time: '01:30' }, zone), 'the first of two').toBe(utc('2026-11-01T05:30:00Z'));
});

it('comes back to the same wall from every hour of a year, in zones of odd offsets', () => {
  for (const zone of ['Asia/Shanghai', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns', 'Pacific/Apia']) {
    for (let at = utc('2026-01-01T00:00:00Z'); at < utc('2027-01-01T00:00:00Z'); at += 3_600_000) {
      const back = instantOf(wallOf(at, zone), zone);
      // Where an hour comes twice, it is the first.
      expect(back === at || back === at - 3_600_000 || back === at - 1_800_000, `${zone} ${at}`).toBe(true);
      expect(wallOf(back ?? 0, zone)).toEqual(wallOf(at, zone));
    }
  }
});

it('knows what is no day and no time', () => {
  for (const [day, time] of [
    ['2026-02-30', '09:00'],
    ['2026-13-01', '09:00'],
    ['', '09:00'],
    ['2026-02-01', ''],
    ['2026-02-01', '24:00'],
    ['0002-03-10', '09:00'],
    ['12026-03-10', '09:00'],
  ] as const) {
    expect(instantOf({ day, time }, 'Asia/Shanghai'), `${day} ${time}`).toBeNull();
  }
});
