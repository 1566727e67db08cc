import { describe, expect, it } from 'vitest';
import {
  adjourned,
  arrived,
  assembled,
  at,
  begun,
  chair,
  closed,
  departed,
  given,
  li,
  minute,
  observer,
  opened,
  resumed,
  skipped,
  start,
  voteOpened,
  when,
} from './fixtures.ts';

const vote = voteOpened().vote;
const established = {
  type: 'vote-established',
  vote,
  roll: 3,
  returned: 0,
  counts: { yes: 0, no: 0, abstain: 0 },
} as const;

describe('opening', () => {
  it('records how many are present, observers not counted', () => {
    const meeting = given([arrived(chair), arrived(li), arrived(observer)]);
    expect(when(meeting, { type: 'open-meeting' })).toEqual([{ type: 'meeting-opened', present: 2 }]);
  });

  it('[R17] counts whoever opens it, who may never have checked in or had left', () => {
    expect(when(given([arrived(li)]), { type: 'open-meeting' })).toEqual([
      arrived(chair),
      { type: 'meeting-opened', present: 2 },
    ]);
    expect(when(given([arrived(chair), departed(chair)]), { type: 'open-meeting' })).toEqual([
      arrived(chair),
      { type: 'meeting-opened', present: 1 },
    ]);
    expect(when(given([arrived(chair, 'remote')]), { type: 'open-meeting' })).toEqual([
      { type: 'meeting-opened', present: 1 },
    ]);
  });

  it('changes nothing on a double tap, and is no way back from an adjournment or the end', () => {
    expect(when(given([opened]), { type: 'open-meeting' })).toEqual([]);
    expect(when(given([opened, adjourned]), { type: 'open-meeting' })).toEqual({
      refused: 'wrong-phase',
      params: { phase: 'adjourned' },
    });
    expect(when(given([opened, closed]), { type: 'open-meeting' })).toMatchObject({ refused: 'wrong-phase' });
  });
});

describe('adjourning', () => {
  it('records the reason when one is given, and goes on from there', () => {
    expect(when(given([opened]), { type: 'adjourn-meeting', reason: '停电' })).toEqual([
      { type: 'meeting-adjourned', reason: '停电' },
    ]);
    expect(when(given([opened]), { type: 'adjourn-meeting' })).toEqual([{ type: 'meeting-adjourned' }]);
    expect(when(given([opened, adjourned]), { type: 'adjourn-meeting' })).toEqual([]);
    expect(when(given([opened, adjourned]), { type: 'resume-meeting' })).toEqual([{ type: 'meeting-resumed' }]);
    expect(when(given([opened]), { type: 'resume-meeting' })).toEqual([]);
  });

  it('keeps when the meeting was opened', () => {
    const meeting = given([at(10, opened), at(20, adjourned), at(60, resumed), at(90, closed)]);
    expect(meeting.session).toEqual({
      status: 'closed',
      openedAt: start + 10 * minute,
      sat: 40 * minute,
      closedAt: start + 90 * minute,
    });
  });

  it('waits for a vote that is under way', () => {
    expect(when(given([...assembled(), voteOpened()]), { type: 'adjourn-meeting' })).toEqual({
      refused: 'vote-running',
    });
  });
});

describe('closing', () => {
  const settled = [skipped(2), skipped(3)];

  it('records how many are still present, and changes nothing the second time', () => {
    expect(when(given([...assembled(), ...settled]), { type: 'close-meeting' })).toEqual([
      { type: 'meeting-closed', present: 6 },
    ]);
    expect(when(given([opened, closed]), { type: 'close-meeting' })).toEqual([]);
  });

  it('names the items still to come', () => {
    expect(when(given([opened, begun(1)]), { type: 'close-meeting' })).toEqual({
      refused: 'items-pending',
      params: { title: '项目介绍', count: 2 },
    });
  });

  it('waits for a vote under way, and for a result that nobody announced', () => {
    const running = given([...assembled(), ...settled, voteOpened()]);
    expect(when(running, { type: 'close-meeting' })).toEqual({ refused: 'vote-running' });
    const unpublished = given([...assembled(), ...settled, voteOpened(), established]);
    expect(when(unpublished, { type: 'close-meeting' })).toEqual({
      refused: 'result-unpublished',
      params: { question: '费用分摊采用方案二' },
    });
    for (const settling of [
      { type: 'vote-published', vote } as const,
      { type: 'vote-annulled', vote, reason: '有误' } as const,
    ]) {
      const meeting = given([...assembled(), ...settled, voteOpened(), established, settling]);
      expect(when(meeting, { type: 'close-meeting' })).toHaveLength(1);
    }
  });

  it('ends attendance, agenda, clock and votes', () => {
    const meeting = given([...assembled(), closed]);
    for (const command of [
      { type: 'leave' },
      { type: 'add-item', title: '物业费', minutes: null, after: null },
      { type: 'start-clock', seconds: 60 },
      { type: 'annul-vote', vote, reason: '有误' },
      { type: 'undo-step', step: 9 },
    ] as const) {
      expect(when(meeting, command), command.type).toEqual({ refused: 'wrong-phase', params: { phase: 'closed' } });
    }
  });
});
