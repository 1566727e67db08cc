import { describe, expect, it } from 'vitest';
import type { MeetingEvent } from './acts/event.ts';
import {
  adjourned,
  after,
  anItemId,
  at,
  begun,
  closed,
  given,
  minute,
  opened,
  resumed,
  skipped,
  start,
  voteOpened,
  when,
} from './fixtures.ts';

const started: MeetingEvent = { type: 'clock-started', seconds: 180 };
const paused: MeetingEvent = { type: 'clock-paused' };
const goesOn: MeetingEvent = { type: 'clock-resumed' };
const running = given([opened, begun(1), at(10, started)]);

describe('the countdown', () => {
  it('runs out at an instant, so that nothing ticks over the wire', () => {
    expect(running.clock).toEqual({ status: 'running', seconds: 180, endsAt: start + 13 * minute });
  });

  it('keeps what is left while paused, also when it is overdrawn', () => {
    expect(after(running, at(12, paused)).clock).toEqual({ status: 'paused', seconds: 180, left: minute });
    const overdrawn = after(running, at(15, paused));
    expect(overdrawn.clock).toEqual({ status: 'paused', seconds: 180, left: -2 * minute });
    expect(after(overdrawn, at(20, goesOn)).clock).toEqual({
      status: 'running',
      seconds: 180,
      endsAt: start + 18 * minute,
    });
  });

  it('is started anew while it runs', () => {
    expect(when(running, { type: 'start-clock', seconds: 60 })).toEqual([{ type: 'clock-started', seconds: 60 }]);
  });

  it('changes nothing on a double tap', () => {
    expect(when(after(running, paused), { type: 'pause-clock' })).toEqual([]);
    expect(when(running, { type: 'resume-clock' })).toEqual([]);
    expect(when(given([opened]), { type: 'stop-clock' })).toEqual([]);
  });

  it('is neither paused nor resumed when there is none', () => {
    expect(when(given([opened]), { type: 'pause-clock' })).toEqual({ refused: 'clock-not-running' });
    expect(when(given([opened]), { type: 'resume-clock' })).toEqual({ refused: 'clock-not-paused' });
  });

  it('rests while the meeting is adjourned, and waits for a word after it', () => {
    const meeting = after(running, at(11, adjourned), at(60, resumed));
    expect(meeting.clock).toEqual({ status: 'paused', seconds: 180, left: 2 * minute });
  });

  it.each<[string, MeetingEvent]>([
    ['another item begins', begun(2)],
    ['the beginning of the item is undone', { type: 'step-undone', step: 3, undone: 'item-begun', item: anItemId(1) }],
    ['the meeting closes', closed],
    ['it is stopped', { type: 'clock-stopped' }],
  ])('goes away when %s', (_, fact) => {
    expect(after(running, fact).clock).toEqual({ status: 'off' });
  });

  it('stays when another item is skipped, the skip is undone, or a vote is opened', () => {
    const skip = after(running, skipped(3));
    const undone = when(skip, { type: 'undo-step', step: skip.version });
    if (!Array.isArray(undone)) throw new Error(undone.refused);
    expect(skip.clock).toEqual(running.clock);
    expect(after(skip, ...undone).clock).toEqual(running.clock);
    expect(after(running, voteOpened()).clock).toEqual(running.clock);
  });
});
