import type { Reply } from '@yishiting/domain/replies';
import { expect, it } from 'vitest';
import { isAsked, repliesIn } from './replies.ts';

const reply = (coming: boolean): Reply => ({ coming, reason: null, way: 'phone', toldBy: null, at: 1 });
const arrived = { at: 2, way: 'here' as const };
const member = { capacities: ['member' as const], reply: null, arrived: null };

it('counts whoever is here as coming, whatever they said, and does not wait for who leads', () => {
  const due = [
    { ...member, reply: reply(true) },
    member,
    { ...member, reply: reply(false) },
    { ...member, reply: reply(false), arrived },
    { ...member, arrived },
    { ...member, capacities: ['chair' as const, 'member' as const] },
    { ...member, capacities: ['recorder' as const], reply: reply(false) },
  ];
  expect(repliesIn(due)).toEqual({ coming: 3, unanswered: 1, declined: 2 });
  expect(due.filter(isAsked)).toHaveLength(6);
});

it('lists everybody whom it counts, also a recorder of whom nothing was known until they came', () => {
  const recorder = { ...member, capacities: ['recorder' as const], arrived };
  expect(repliesIn([recorder])).toEqual({ coming: 1, unanswered: 0, declined: 0 });
  expect(isAsked(recorder)).toBe(true);
  expect(isAsked({ ...recorder, arrived: null })).toBe(false);
});
