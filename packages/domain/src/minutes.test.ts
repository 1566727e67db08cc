import { describe, expect, it } from 'vitest';
import { anId } from './chain.fixtures.ts';
import {
  aPerson,
  aCalledMeeting,
  anItemId,
  assembled,
  aSeat,
  by,
  chair,
  chen,
  closed,
  given,
  li,
  proposalStated,
  recorder,
  skipped,
  stranger,
  when,
  wovenMinutes,
  type Fact,
} from './fixtures.ts';
import { mayWrite } from './minutes.ts';

const minutes = wovenMinutes('李秀英：一层住户不应分摊。');
const changed = wovenMinutes('李秀英：一层住户少分摊。');
const circulated: Fact[] = [
  ...assembled(),
  skipped(2),
  skipped(3),
  proposalStated(),
  closed,
  { type: 'minutes-circulated' },
];
const confirmedBy = (seat: string, as: 'chair' | 'recorder', hash = minutes.hash): Fact =>
  by(seat, { type: 'minutes-confirmed', hash, as: [as] });
const frozen: Fact[] = [
  ...circulated,
  confirmedBy(chair, 'chair'),
  confirmedBy(recorder, 'recorder'),
  { type: 'minutes-frozen', hash: minutes.hash, text: minutes.text, dropped: [] },
];
const confirm = { type: 'confirm-minutes', hash: minutes.hash } as const;

describe('who writes in the minutes', () => {
  it('[R15] is chair and recorder from the calling on, and whom they admitted', () => {
    const called = given();
    expect([chair, recorder, li, stranger].map((seat) => mayWrite(called, seat))).toEqual([true, true, false, false]);
    expect(when(called, { type: 'admit-writer', seat: li }, recorder)).toEqual([{ type: 'writer-admitted', seat: li }]);
    const admitted = given([{ type: 'writer-admitted', seat: li }]);
    expect([li, chen].map((seat) => mayWrite(admitted, seat))).toEqual([true, false]);
    expect(when(admitted, { type: 'admit-writer', seat: li })).toEqual([]);
    const dismissed = given([
      { type: 'writer-admitted', seat: li },
      { type: 'writer-dismissed', seat: li },
    ]);
    expect(mayWrite(dismissed, li)).toBe(false);
    expect(when(called, { type: 'dismiss-writer', seat: li })).toEqual([]);
    expect(when(called, { type: 'admit-writer', seat: stranger })).toEqual({ refused: 'no-such-seat' });
  });

  it('[R15] is nobody once they are frozen', () => {
    const meeting = given([{ type: 'writer-admitted', seat: li }, ...frozen]);
    expect([chair, recorder, li].map((seat) => mayWrite(meeting, seat))).toEqual([false, false, false]);
    expect(when(meeting, { type: 'admit-writer', seat: chen })).toEqual({ refused: 'minutes-not-drafting' });
  });

  it('is no longer who lost the chair', () => {
    const meeting = given([
      {
        type: 'chair-taken',
        person: aPerson(2, { name: '周敏', capacities: ['chair', 'recorder'] }),
        from: chair,
      },
    ]);
    expect([chair, recorder].map((seat) => mayWrite(meeting, seat))).toEqual([false, true]);
  });
});

describe('the course of the minutes', () => {
  const ended = [...circulated.slice(0, -1)];

  it('is circulated once the meeting is closed, and not while nothing is written', () => {
    expect(when(given(assembled()), { type: 'circulate-minutes' }, recorder, { minutes })).toMatchObject({
      refused: 'wrong-phase',
    });
    const empty = wovenMinutes('  \n');
    expect(when(given(ended), { type: 'circulate-minutes' }, recorder, { minutes: empty })).toEqual({
      refused: 'minutes-empty',
    });
    expect(when(given(ended), { type: 'circulate-minutes' }, recorder)).toEqual({ refused: 'try-again' });
    expect(when(given(ended), { type: 'circulate-minutes' }, recorder, { minutes })).toEqual([
      { type: 'minutes-circulated' },
    ]);
    expect(when(given(circulated), { type: 'circulate-minutes' }, chair, { minutes })).toEqual([]);
  });

  it('is confirmed by chair and recorder each, and frozen with the second', () => {
    expect(when(given(ended), confirm, chair, { minutes })).toEqual({ refused: 'minutes-not-circulated' });
    expect(when(given(circulated), confirm, recorder, { minutes })).toEqual([
      { type: 'minutes-confirmed', hash: minutes.hash, as: ['recorder'] },
    ]);
    const once = given([...circulated, confirmedBy(recorder, 'recorder')]);
    expect(when(once, confirm, recorder, { minutes })).toEqual([]);
    expect(when(once, confirm, chair, { minutes })).toEqual([
      { type: 'minutes-confirmed', hash: minutes.hash, as: ['chair'] },
      { type: 'minutes-frozen', hash: minutes.hash, text: minutes.text, dropped: [] },
    ]);
    expect(given(frozen).minutes).toMatchObject({ status: 'frozen', hash: minutes.hash, text: minutes.text });
  });

  it('refuses a confirmation of another text than the present one', () => {
    expect(when(given(circulated), confirm, chair, { minutes: changed })).toEqual({ refused: 'minutes-changed' });
    expect(when(given(circulated), confirm, chair)).toEqual({ refused: 'try-again' });
  });

  it('[R15] does not freeze what only one has confirmed: a change voids the confirmation before it', () => {
    const once = given([...circulated, confirmedBy(recorder, 'recorder')]);
    const other = { type: 'confirm-minutes', hash: changed.hash } as const;
    expect(when(once, other, chair, { minutes: changed })).toEqual([
      { type: 'minutes-confirmed', hash: changed.hash, as: ['chair'] },
    ]);
  });

  it('is confirmed in both capacities by the recorder who had to take the chair', () => {
    const people = [...aCalledMeeting().people.slice(2), aPerson(8, { capacities: ['chair', 'recorder'] })];
    const meeting = given([proposalStated(), closed, { type: 'minutes-circulated' }], aCalledMeeting({ people }));
    expect(when(meeting, confirm, aSeat(8), { minutes })).toMatchObject([
      { type: 'minutes-confirmed', as: ['chair', 'recorder'] },
      { type: 'minutes-frozen' },
    ]);
  });

  it('changes no more once frozen', () => {
    const meeting = given(frozen);
    expect(when(meeting, confirm, chair, { minutes })).toEqual([]);
    for (const command of [
      { type: 'share-minutes', shared: true },
      { type: 'circulate-minutes' },
      { type: 'confirm-minutes', hash: changed.hash },
    ] as const) {
      expect(when(meeting, command, chair, { minutes })).toEqual({ refused: 'minutes-not-drafting' });
    }
  });
});

describe('amendments', () => {
  const wanted = { section: anItemId(3), words: '一层住户不分摊。', reason: '记录有误' };
  const proposed: Fact = by(li, { type: 'amendment-proposed', amendment: anId(7), ...wanted });

  it('are proposed by those who took part while the minutes are circulated', () => {
    expect(when(given(circulated), { type: 'propose-amendment', ...wanted }, li)).toMatchObject([
      { type: 'amendment-proposed', ...wanted },
    ]);
    const drafting = given(circulated.slice(0, -1));
    expect(when(drafting, { type: 'propose-amendment', ...wanted }, li)).toEqual({ refused: 'minutes-not-circulated' });
    const elsewhere = { type: 'propose-amendment', ...wanted, section: anItemId(77) } as const;
    expect(when(given(circulated), elsewhere, li)).toEqual({ refused: 'no-such-item' });
  });

  it('are each decided before anybody confirms', () => {
    const meeting = given([...circulated, proposed]);
    expect(when(meeting, confirm, chair, { minutes })).toEqual({ refused: 'amendments-undecided' });
    const decision = { type: 'decide-amendment', amendment: anId(7), taken: false, reason: '与录音不符' } as const;
    const [decided] = when(meeting, decision, recorder) as [Fact];
    expect(decided).toEqual({ ...decision, type: 'amendment-decided' });
    const settled = given([...circulated, proposed, decided]);
    expect(settled.minutes.amendments).toMatchObject([{ seat: li, decision: { taken: false, reason: '与录音不符' } }]);
    expect(when(settled, decision, recorder)).toEqual([]);
    expect(when(settled, confirm, chair, { minutes })).toHaveLength(1);
    const { reason: _, ...bare } = decision;
    for (const unsaid of [bare, { ...decision, reason: '  ' }]) {
      expect(when(meeting, unsaid, chair)).toEqual({ refused: 'reason-needed' });
    }
    expect(when(meeting, { ...bare, taken: true }, chair)).toHaveLength(1);
    expect(when(meeting, { ...decision, amendment: anId(8) }, chair)).toEqual({ refused: 'no-such-amendment' });
  });
});
