import type { MeetingLine } from '@yishiting/domain/api';
import { expect, it } from 'vitest';
import { grouped, groupOf } from './grouping.ts';

const zone = 'Asia/Shanghai';
/** Half past midnight of the 11th in Shanghai, still the 10th in Greenwich. */
const now = Date.parse('2026-03-10T16:30:00Z');
const shanghai = (text: string) => Date.parse(`${text}:00+08:00`);

it.each([
  ['draft', '2026-03-11T00:00', 'today'],
  ['draft', '2026-03-11T23:59', 'today'],
  ['called', '2026-03-12T00:00', 'later'],
  ['called', '2026-03-10T23:59', 'earlier'],
  ['closed', '2026-03-11T00:10', 'today'],
  ['closed', '2026-03-12T00:10', 'earlier'],
  ['in-session', '2026-03-10T19:00', 'today'],
  ['adjourned', '2026-03-01T19:00', 'today'],
  ['draft', null, 'unplanned'],
  ['called', null, 'today'],
  ['closed', null, 'earlier'],
] as const)('%s, planned for %s: %s', (status, planned, group) => {
  expect(groupOf({ status, plannedAt: planned && shanghai(planned) }, now, zone)).toBe(group);
});

it('shows the next meeting first, and of earlier ones the last', () => {
  const line = (meeting: string, planned: string): MeetingLine => {
    const body = { id: 'b', name: '居委会' };
    return {
      meeting,
      matter: meeting,
      procedure: 'hearing',
      body,
      place: '',
      plannedAt: shanghai(planned),
      status: 'draft',
      noticePending: false,
      owed: [],
    };
  };
  const lines = [
    line('a', '2026-03-20T09:00'),
    line('b', '2026-03-12T09:00'),
    line('c', '2026-03-01T09:00'),
    line('d', '2026-03-09T09:00'),
  ];
  const shown = grouped(lines, now, zone).map(({ group, lines }) => [group, lines.map(({ meeting }) => meeting)]);
  expect(shown).toEqual([
    ['later', ['b', 'a']],
    ['earlier', ['d', 'c']],
  ]);
});
