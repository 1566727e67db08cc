import { dayFromIso } from '@yishiting/domain/days';
import type { NoticeDesk, NoticeState } from '@yishiting/domain/notice';
import { expect, it } from 'vitest';
import { standingOf } from './standing.ts';

const zone = 'Asia/Shanghai';
const at = (iso: string) => Date.parse(iso);
const words = { 'zh-CN': '制度', en: 'rules' };

function aNotice(given: Partial<NoticeState> = {}): NoticeState {
  const source = { document: words, place: '1', quote: '3日前' };
  const rule = { notice: 0, days: 3, clearDays: false, channels: ['public-board' as const], source };
  return {
    ...rule,
    served: [],
    servedAt: at('2026-11-22T09:00:00+08:00'),
    earliest: dayFromIso('2026-11-25'),
    ...given,
  };
}
const desk = (...demanded: NoticeState[]): NoticeDesk => ({ way: 'to-be-served', text: null, demanded, former: [] });

it('[H1] is short until the first minute of the day, by the clock of the place', () => {
  expect(standingOf(desk(aNotice()), at('2026-11-24T23:59:59+08:00'), zone).short).toHaveLength(1);
  expect(standingOf(desk(aNotice()), at('2026-11-25T00:00:00+08:00'), zone)).toEqual({
    short: [],
    earliest: dayFromIso('2026-11-25'),
  });
});

it('[H1] names the latest of several days, and none while a channel is missing', () => {
  const later = aNotice({ notice: 1, earliest: dayFromIso('2026-11-27') });
  expect(standingOf(desk(aNotice(), later), at('2026-11-25T09:00:00+08:00'), zone)).toEqual({
    short: [later],
    earliest: dayFromIso('2026-11-27'),
  });
  const missing = aNotice({ servedAt: null, earliest: null });
  expect(standingOf(desk(missing), at('2027-01-01T09:00:00+08:00'), zone)).toEqual({
    short: [missing],
    earliest: null,
  });
  expect(standingOf(desk(), 0, zone)).toEqual({ short: [], earliest: null });
});
