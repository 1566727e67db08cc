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

const hour = 3_600_000;
it.each([
  ['Asia/Shanghai', '2026-01-01', '2027-01-01', 31 * hour],
  ['Asia/Kathmandu', '2026-01-01', '2027-01-01', 31 * hour],
  ['Pacific/Apia', '2026-01-01', '2027-01-01', 31 * hour],
  // Clocks put back by half an hour, and forward; by an hour, and forward.
  ['Australia/Lord_Howe', '2026-04-04', '2026-04-06', hour / 4],
  ['Australia/Lord_Howe', '2026-10-03', '2026-10-05', hour / 4],
  ['America/St_Johns', '2026-10-31', '2026-11-02', hour / 4],
  ['America/St_Johns', '2026-03-07', '2026-03-09', hour / 4],
])('comes back to the same wall in %s from %s on', (zone, from, to, step) => {
  for (let at = utc(from); at < utc(to); at += step) {
    const wall = wallOf(at, zone);
    const back = instantOf(wall, zone) ?? NaN;
    expect(wallOf(back, zone), `${at}`).toEqual(wall);
    // Where an hour comes twice, it is the first.
    expect([at, at - hour / 2, at - hour], `${at}`).toContain(back);
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
