import { expect, it } from 'vitest';
import { rebased } from './rebased.ts';

const zone = 'Asia/Shanghai';
const nine = Date.parse('2026-12-01T01:00:00Z');
const from = { plannedAt: nine, place: '会议室' };
const untouched = { day: '2026-12-01', time: '09:00', place: '会议室', from };
const moved = { plannedAt: nine + 86_400_000, place: '会议室' };

it('a field that nobody touched follows when somebody else moves the meeting', () => {
  expect(rebased({ ...untouched, place: '大厅' }, moved, zone)).toEqual({
    day: '2026-12-02',
    time: '09:00',
    place: '大厅',
    from: moved,
  });
  const elsewhere = { plannedAt: nine, place: '二楼' };
  expect(rebased({ ...untouched, time: '10:00' }, elsewhere, zone)).toEqual({
    day: '2026-12-01',
    time: '10:00',
    place: '二楼',
    from: elsewhere,
  });
});

it('what was typed stays, and nothing happens where nothing was moved', () => {
  const typed = { ...untouched, day: '2026-12-05', place: '大厅' };
  expect(rebased(typed, moved, zone)).toEqual({ ...typed, from: moved });
  expect(rebased(typed, { ...from }, zone)).toBeNull();
});
