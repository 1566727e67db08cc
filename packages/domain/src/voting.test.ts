import { describe, expect, it } from 'vitest';
import type { MeetingEvent } from './acts/event.ts';
import type { Choice, Counts, VoteOpened } from './acts/voting.ts';
import {
  aCalledMeeting,
  after,
  arrived,
  assembled,
  aVoteId,
  by,
  chair,
  chen,
  confirmed,
  departed,
  given,
  li,
  opened,
  recorder,
  voteOpened,
  when,
  zhou,
  type Fact,
} from './fixtures.ts';
import type { Meeting } from './meeting.ts';
import { answersIn, ballotOf, handsOf, voteUnderWay } from './voting.ts';

const vote = aVoteId(1);
const put = { type: 'open-vote', question: '方案二', purpose: 'sounding', method: 'yes-no-abstain' } as const;
const cast = (choice: Choice) => ({ type: 'cast-ballot', vote, choice }) as const;
const ballot = (seat: string, choice: Choice): Fact => by(seat, { type: 'ballot-cast', vote, choice });
const changed = (seat: string, choice: Choice): Fact => by(seat, { type: 'ballot-changed', vote, choice });
const close: Fact = { type: 'vote-closed', vote };
const count: Fact = { type: 'counting-begun', vote };
const hand = (seat: string, choice: Choice) =>
  ({ type: 'enter-hand', vote, seat, choice, reason: '没有手机' }) as const;
const running = given([...assembled(), voteOpened()]);
const establish = { type: 'establish-vote', vote } as const;
const established = after(running, close, {
  type: 'vote-established',
  vote,
  roll: 3,
  returned: 0,
  counts: { yes: 0, no: 0, abstain: 0 },
});
const published = after(established, { type: 'vote-published', vote });
const annulled = after(running, { type: 'vote-annulled', vote, reason: '表述有误' });

describe('opening a vote', () => {
  it('freezes the roll: the members present, and nobody else', () => {
    const meeting = given([...assembled(), departed(zhou), confirmed(5)]);
    expect(when(meeting, put)).toMatchObject([{ type: 'vote-opened', roll: [li, chen], question: '方案二' }]);
  });

  it('puts a chair and a recorder who vote on the roll', () => {
    const people = aCalledMeeting().people.map((person) =>
      person.seat === chair || person.seat === recorder
        ? { ...person, capacities: [...person.capacities, 'member' as const] }
        : person,
    );
    const meeting = given(assembled(), aCalledMeeting({ people }));
    expect(when(meeting, put)).toMatchObject([{ roll: [chair, recorder, li, chen, zhou] }]);
  });

  it('[R17] asks for the number present to be confirmed, for each vote anew', () => {
    expect(when(given(assembled().slice(0, -1)), put)).toEqual({ refused: 'presence-unconfirmed' });
    expect(when(published, put)).toEqual({ refused: 'presence-unconfirmed' });
    expect(when(after(published, confirmed(6)), put)).toHaveLength(1);
  });

  it('asks for an item to be before the meeting, and for somebody who may answer', () => {
    expect(when(given([opened, arrived(li), confirmed(1)]), put)).toEqual({ refused: 'no-current-item' });
    const nobody = [departed(li), departed(chen), departed(zhou), confirmed(3)];
    expect(when(given([...assembled(), ...nobody]), put)).toEqual({ refused: 'roll-empty' });
  });

  it('waits for the vote before it', () => {
    expect(when(running, put)).toEqual({ refused: 'vote-running' });
    expect(voteUnderWay(after(running, close, count).voting)?.vote).toBe(vote);
    expect(voteUnderWay(established.voting)).toBeUndefined();
  });
});

describe('[R16] casting a ballot', () => {
  it('counts once on a double tap, and may be changed until the vote is closed', () => {
    expect(when(running, cast('yes'), li)).toEqual([{ type: 'ballot-cast', vote, choice: 'yes' }]);
    const once = after(running, ballot(li, 'yes'));
    expect(when(once, cast('yes'), li)).toEqual([]);
    expect(when(once, cast('no'), li)).toEqual([{ type: 'ballot-changed', vote, choice: 'no' }]);
    expect(when(after(once, close), cast('no'), li)).toEqual({ refused: 'vote-not-open' });
  });

  it('belongs to whoever is on the roll', () => {
    const arrivedLater = given([...assembled(), departed(zhou), voteOpened({ roll: [li, chen] }), arrived(zhou)]);
    expect(when(arrivedLater, cast('yes'), zhou)).toEqual({ refused: 'not-on-roll' });
    expect(when(running, cast('yes'), chair)).toEqual({ refused: 'not-entitled' });
    expect(when(running, { ...cast('yes'), vote: aVoteId(9) }, li)).toEqual({ refused: 'no-such-vote' });
  });

  it('stands when its voter leaves, who then casts none until back', () => {
    const left = after(running, ballot(li, 'yes'), departed(li), departed(chen));
    expect(ballotOf(left.voting.votes[vote]!, li)).toMatchObject({ choice: 'yes' });
    expect(when(left, cast('no'), chen)).toEqual({ refused: 'not-present' });
    expect(when(after(left, arrived(chen)), cast('no'), chen)).toHaveLength(1);
  });
});

describe('closing and counting', () => {
  it('goes its course, and a double tap changes nothing', () => {
    expect(when(running, { type: 'close-vote', vote })).toEqual([close]);
    const closed = after(running, close);
    expect(when(closed, { type: 'close-vote', vote })).toEqual([]);
    expect(when(closed, { type: 'begin-counting', vote })).toEqual([count]);
    expect(when(after(closed, count), { type: 'begin-counting', vote })).toEqual([]);
    expect(when(after(closed, count), { type: 'close-vote', vote })).toEqual({ refused: 'vote-not-open' });
    expect(when(running, { type: 'begin-counting', vote })).toEqual({ refused: 'vote-not-closed' });
  });

  it('takes a hand by name while counting, for whoever is on the roll and gave none by device', () => {
    const counting = after(running, ballot(li, 'yes'), close, count);
    expect(when(counting, hand(chen, 'no'), recorder)).toEqual([{ ...hand(chen, 'no'), type: 'hand-entered' }]);
    expect(when(counting, hand(li, 'no'), recorder)).toEqual({ refused: 'already-cast' });
    expect(when(counting, hand(chair, 'no'), recorder)).toEqual({ refused: 'not-on-roll' });
    expect(when(after(running, close), hand(chen, 'no'), recorder)).toEqual({ refused: 'vote-not-counting' });
  });

  it('[R16] corrects a hand entered wrongly until the result is established: the last one counts, once', () => {
    const counting = after(running, close, count, { ...hand(chen, 'no'), type: 'hand-entered' });
    expect(when(counting, hand(chen, 'no'), recorder)).toEqual([]);
    expect(when(counting, { ...hand(chen, 'no'), reason: '手机没电' }, recorder)).toHaveLength(1);
    expect(when(counting, hand(chen, 'yes'), recorder)).toEqual([{ ...hand(chen, 'yes'), type: 'hand-entered' }]);
    const corrected = after(counting, { ...hand(chen, 'yes'), type: 'hand-entered' });
    expect(handsOf(corrected.voting.votes[vote]!)).toEqual({ [chen]: { choice: 'yes' } });
    expect(when(corrected, establish)).toMatchObject([{ returned: 1, counts: { yes: 1, no: 0, abstain: 0 } }]);
    expect(when(established, hand(chen, 'no'), recorder)).toEqual({ refused: 'vote-not-counting' });
  });
});

describe('establishing the result', () => {
  it('adds all ways: the last ballot of each, and the hands', () => {
    const counted = after(running, ballot(li, 'yes'), ballot(chen, 'yes'), changed(chen, 'abstain'), close, count, {
      ...hand(zhou, 'no'),
      type: 'hand-entered',
    });
    expect(when(counted, establish)).toEqual([
      { type: 'vote-established', vote, roll: 3, returned: 3, counts: { yes: 1, no: 1, abstain: 1 } },
    ]);
  });

  it('comes after closing, with or without counting, and once', () => {
    expect(when(running, establish)).toEqual({ refused: 'vote-not-closed' });
    expect(when(after(running, close), establish)).toHaveLength(1);
    expect(when(established, establish)).toEqual([]);
    expect(when(published, establish)).toEqual([]);
    expect(when(annulled, establish)).toEqual({ refused: 'vote-not-closed' });
  });
});

describe('a vote by name', () => {
  const counted = (asked: Partial<VoteOpened>, counts: Counts, ...facts: Fact[]) => {
    const open = given([...assembled(), voteOpened(asked)]);
    return after(open, ...facts, close, { type: 'vote-established', vote, roll: 3, returned: 2, counts });
  };
  const counts = { yes: 1, no: 1, abstain: 0 };
  const answersOf = ({ voting }: Meeting) => answersIn(voting.votes[vote]!);

  it('says who answered what once it is established, and not before', () => {
    const facts = [ballot(li, 'yes'), ballot(chen, 'no')];
    expect(answersOf(after(given([...assembled(), voteOpened({ named: true })]), ...facts, close))).toBeNull();
    const answers = { yes: [li], no: [chen], abstain: [], unanswered: [zhou] };
    const done = counted({ named: true }, counts, ...facts);
    expect(answersOf(done)).toEqual(answers);
    expect(answersOf(after(done, { type: 'vote-published', vote }))).toEqual(answers);
    expect(answersOf(after(done, { type: 'vote-annulled', vote, reason: '有误' }))).toBeNull();
  });

  it('[R12] is none where an older program opened it', () => {
    expect(answersOf(counted({}, counts, ballot(li, 'yes')))).toBeNull();
  });

  it('says it of each variant, and of each grade', () => {
    const variants = ['均摊', '按面积'];
    const marked = (marks: object) => by(li, { type: 'ballot-cast', vote, ...marks });
    const several = { named: true, method: 'choose-several', variants, most: 2 } as const;
    expect(
      answersOf(
        counted(several, { variants: [1, 1], abstain: 1 }, marked({ chosen: [1, 2] }), ballot(chen, 'abstain')),
      ),
    ).toEqual({ variants: [[li], [li]], abstain: [chen], unanswered: [zhou] });
    const graded = { named: true, method: 'grade', variants, grades: ['好', '差'] } as const;
    expect(
      answersOf(
        counted(
          { ...graded, grades: ['好', '差'] },
          {
            grades: [
              [0, 1],
              [1, 0],
            ],
            abstain: 0,
          },
          marked({ graded: [2, 1] }),
        ),
      ),
    ).toEqual({
      grades: [
        [[], [li]],
        [[li], []],
      ],
      abstain: [],
      unanswered: [chen, zhou],
    });
  });
});

describe('soundings on variants', () => {
  const variants = ['均摊', '按层递增', '按面积'];
  const several = { method: 'choose-several', variants, most: 2 } as const;
  const graded = { method: 'grade', variants, grades: ['优先考虑', '可以接受', '不宜采用'] } as const;
  const on = (asked: Partial<VoteOpened>) => given([...assembled(), voteOpened(asked)]);
  const chosen = (...numbers: number[]) => ({ type: 'cast-ballot', vote, chosen: numbers }) as const;

  it('put what is asked into the record, and nothing more for a yes or no', () => {
    const ask = { ...put, ...several, variants: [...variants] };
    expect(when(given(assembled()), ask)).toMatchObject([{ type: 'vote-opened', ...several }]);
    const [plain] = when(given(assembled()), put) as MeetingEvent[];
    expect(Object.keys(plain!).sort()).toEqual([
      ...['item', 'method', 'named', 'purpose', 'question', 'roll', 'type', 'vote'],
    ]);
  });

  it('[R16] count a ballot once on a double tap, whatever its method', () => {
    const running = on({ ...several, variants: [...variants] });
    expect(when(running, chosen(3, 1), li)).toEqual([{ type: 'ballot-cast', vote, chosen: [1, 3] }]);
    const once = after(running, by(li, { type: 'ballot-cast', vote, chosen: [1, 3] }));
    expect(when(once, chosen(1, 3), li)).toEqual([]);
    expect(when(once, chosen(2), li)).toEqual([{ type: 'ballot-changed', vote, chosen: [2] }]);
    expect(when(once, cast('abstain'), li)).toEqual([{ type: 'ballot-changed', vote, choice: 'abstain' }]);
    expect(when(once, chosen(4), li)).toEqual({ refused: 'no-such-variant' });
    expect(when(once, cast('yes'), li)).toEqual({ refused: 'marks-unfit' });
  });

  it('add ballots and hands by variant and grade, with those who abstain', () => {
    const asked = { ...graded, variants: [...variants], grades: [...graded.grades] };
    const counting = after(on(asked), by(li, { type: 'ballot-cast', vote, graded: [1, 2, 3] }), close, count);
    const byHand = { type: 'enter-hand', vote, seat: chen, graded: [1, 3, 3], reason: '没有手机' } as const;
    const entered = { ...byHand, type: 'hand-entered', graded: [1, 3, 3] } as const;
    const hands = { ...byHand, graded: [...byHand.graded] };
    expect(when(counting, hands, recorder)).toEqual([entered]);
    const all = after(
      counting,
      { ...entered, graded: [1, 3, 3] },
      {
        ...hand(zhou, 'abstain'),
        type: 'hand-entered',
      },
    );
    expect(when(all, hands, recorder)).toEqual([]);
    const grades = [
      [2, 0, 0],
      [0, 1, 1],
      [0, 0, 2],
    ];
    expect(when(all, establish)).toEqual([
      { type: 'vote-established', vote, roll: 3, returned: 3, counts: { grades, abstain: 1 } },
    ]);
    const told = after(all, { type: 'vote-established', vote, roll: 3, returned: 3, counts: { grades, abstain: 1 } });
    expect(told.voting.votes[vote]).toMatchObject({ ...graded, counts: { grades } });
  });

  it('refuse a hand that does not fit, too', () => {
    const counting = after(on({ method: 'choose-one', variants }), close, count);
    expect(when(counting, hand(chen, 'no'), recorder)).toEqual({ refused: 'marks-unfit' });
    expect(when(counting, { ...hand(chen, 'no'), choice: undefined, chosen: [1, 2] }, recorder)).toEqual({
      refused: 'too-many-variants',
      params: { most: 1 },
    });
  });
});

describe('publishing and annulling', () => {
  it('publishes what is established, once, and nothing else', () => {
    expect(when(established, { type: 'publish-vote', vote })).toEqual([{ type: 'vote-published', vote }]);
    expect(when(published, { type: 'publish-vote', vote })).toEqual([]);
    expect(when(running, { type: 'publish-vote', vote })).toEqual({ refused: 'vote-not-established' });
    expect(when(annulled, { type: 'publish-vote', vote })).toEqual({ refused: 'vote-not-established' });
  });

  it('annuls with a reason until the result is published, and forgets the tally', () => {
    const annul = { type: 'annul-vote', vote, reason: '表述有误' } as const;
    for (const meeting of [running, after(running, close), established]) expect(when(meeting, annul)).toHaveLength(1);
    expect(when(annulled, annul)).toEqual([]);
    expect(when(published, annul)).toEqual({ refused: 'vote-already-published' });
    const after2 = after(established, { type: 'vote-annulled', vote, reason: '有误' });
    expect(after2.voting.votes[vote]).not.toHaveProperty('counts');
  });
});
