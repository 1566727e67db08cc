import { describe, expect, it } from 'vitest';
import type { Capacity } from './capacities.ts';
import { invitedAs, invitedOf, misplaced, repliesTo, type ArrangedReply, type Listed } from './invited.ts';

const one = (
  person: string,
  reply: ArrangedReply,
  standsInFor: string | null = null,
): Listed & { capacities: ['member'] } => ({
  person,
  reply,
  standsInFor,
  capacities: ['member'],
});
const confirmed: ArrangedReply = { is: 'confirmed' };
const declined: ArrangedReply = { is: 'declined', reason: 'away', kept: false };
const kept: ArrangedReply = { is: 'declined', reason: null, kept: true };
const notAsked: ArrangedReply = { is: 'not-asked' };
const names = (people: readonly Listed[]) => people.map(({ person }) => person);

describe('a list of representatives agreed and confirmed', () => {
  it('calls all but who declined, and those too whom the host keeps', () => {
    const people = [one('张', confirmed), one('李', notAsked), one('王', declined), one('赵', kept)];
    expect(names(invitedOf(people))).toEqual(['张', '李', '赵']);
  });

  it('calls a substitute once the other has declined, and not before', () => {
    const substitute = one('何', confirmed, '张');
    expect(names(invitedOf([one('张', notAsked), substitute]))).toEqual(['张']);
    expect(names(invitedOf([one('张', declined), substitute]))).toEqual(['何']);
    expect(names(invitedOf([one('张', kept), substitute]))).toEqual(['张', '何']);
  });

  it('is counted so that the answers make the list, without substitutes in waiting and observers', () => {
    const people = [
      one('张', confirmed),
      one('李', { is: 'asked', at: 1 }),
      one('王', declined),
      one('赵', notAsked),
      one('何', confirmed, '张'),
      one('钱', notAsked, '王'),
    ];
    expect(repliesTo(people)).toEqual({ confirmed: 1, asked: 1, notAsked: 2, declined: 1 });
    expect(repliesTo([{ ...one('孙', notAsked), capacities: ['observer'] }]).notAsked).toBe(0);
    expect(repliesTo([{ ...one('王', notAsked), capacities: ['chair', 'member'] }]).notAsked).toBe(0);
    expect(repliesTo([{ ...one('周', declined), capacities: ['recorder'] }]).declined).toBe(1);
  });

  it('lets each have one substitute of the list', () => {
    expect(misplaced([one('张', declined), one('何', confirmed, '张')])).toEqual([]);
    expect(misplaced([one('何', confirmed, '张')]), 'not on the list').toEqual([0]);
    expect(misplaced([one('何', confirmed, '何')]), 'oneself').toEqual([0]);
    expect(misplaced([one('张', declined, '何'), one('何', confirmed, '张')]), 'a circle').toEqual([0, 1]);
    expect(misplaced([one('张', declined), one('何', confirmed, '张'), one('钱', confirmed, '张')])).toEqual([2]);
    expect(misplaced([one('张', declined), one('何', declined, '张'), one('钱', confirmed, '何')])).toEqual([]);
  });

  it('lets nobody stand in for the chair or an observer, nor come as one to stand in', () => {
    const as = (capacity: Capacity, listed: Listed) => ({ ...listed, capacities: [capacity] });
    const he = one('何', confirmed, '张');
    expect(misplaced([as('chair', one('张', kept)), he])).toEqual([1]);
    expect(misplaced([as('observer', one('张', kept)), he])).toEqual([1]);
    expect(misplaced([one('张', kept), as('observer', he)])).toEqual([1]);
    expect(misplaced([as('recorder', one('张', kept)), as('recorder', he)])).toEqual([]);
    expect(misplaced([as('chair', one('张', declined)), as('chair', he)]), 'only one is called').toEqual([]);
  });

  it('puts on record what was said, and no reason that was not given', () => {
    const seatOf = (person: string) => (person === '张' ? 'seat' : undefined);
    expect(invitedAs(one('何', confirmed, '张'), seatOf)).toEqual({ reply: { coming: true }, substitutes: 'seat' });
    expect(invitedAs(one('赵', kept), seatOf)).toEqual({ reply: { coming: false } });
    expect(invitedAs(one('王', declined, '钱'), seatOf)).toEqual({ reply: { coming: false, reason: 'away' } });
    expect(invitedAs(one('李', { is: 'asked', at: 1 }), seatOf)).toEqual({});
  });
});
