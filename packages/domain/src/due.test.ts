import { expect, it } from 'vitest';
import { dayFromIso, isoDay } from './days.ts';
import { dueAfter, dueBefore } from './due.ts';
import { hearing } from './procedures/hearing.ts';

const held = dayFromIso('2026-11-26');

it('names the last day for the notice of a hearing, and where that stands', () => {
  const [notice, ...others] = dueBefore(hearing, held);
  expect(others).toEqual([]);
  expect(notice).toMatchObject({ days: 3, channels: ['public-board'], source: { place: '（三）4（1）' } });
  expect(isoDay(notice!.latest!)).toBe('2026-11-23');
});

it('counts the duties after it from the day after the meeting, over the end of a month', () => {
  const due = dueAfter(hearing, { held: held - 1, closed: held }).map(({ duty, days, last }) => [
    duty,
    days,
    last === null ? null : isoDay(last),
  ]);
  expect(due).toEqual([
    ['draw-up-minutes', 7, '2026-12-03'],
    ['file-minutes', 7, '2026-12-03'],
    ['post-result', null, null],
  ]);
});

it('knows of none where the procedure names none', () => {
  expect(dueBefore({ ...hearing, notices: null }, held)).toEqual([]);
  expect(dueAfter({ ...hearing, duties: null }, { held, closed: held })).toEqual([]);
});
