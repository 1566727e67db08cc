import { describe, expect, it } from 'vitest';
import type { MeetingCommand } from './acts/command.ts';
import {
  aCalledMeeting,
  after,
  anItemId,
  aPerson,
  by,
  chair,
  closed,
  frozen,
  given,
  li,
  nobodyConnected,
  opened,
  recorder,
  when,
  wovenMinutes,
  type Fact,
} from './fixtures.ts';
import type { Meeting } from './meeting.ts';
import { minutesHash } from './minutes-text.ts';
import { standing } from './supplements-view.ts';
import { view } from './view.ts';
import { anId } from './chain.fixtures.ts';

const item = anItemId(1);
const { text } = wovenMinutes('李秀英：赞成方案一。', '陈国强：不赞成。');
const hidden = {
  kind: 'fact',
  version: 9,
  fact: 'hand-entered',
  text: '李秀英的表态由工作人员代录，原因：手有旧伤。',
} as const;
const woven = {
  ...text,
  sections: text.sections.map((one) => (one.item === item ? { ...one, blocks: [...one.blocks, hidden] } : one)),
};
const final: Fact[] = [opened, closed, ...frozen({ text: woven, hash: minutesHash(woven), dropped: [] })];
const over = given(final);
const correction = { section: item, quote: '赞成方案一', words: '赞成方案二', reason: '笔误' } as const;
const propose = { type: 'propose-supplement', ...correction } as const;
const supplement = anId(0x9001);

/** Carries the command out, as whoever sits there. */
function done(meeting: Meeting, command: MeetingCommand, seat: string): Meeting {
  const events = when(meeting, command, seat);
  if (!Array.isArray(events)) throw new Error(`refused: ${events.refused}`);
  return after(meeting, ...events.map((fact) => by(seat, fact)));
}
const proposed = done(over, propose, recorder);
const stands = done(proposed, { type: 'confirm-supplement', supplement }, chair);
const seen = (meeting: Meeting, capacities: ('chair' | 'member' | 'observer')[]) =>
  view({ meeting, live: nobodyConnected }, { capacities, staff: false }).minutes;

describe('a supplement to final minutes', () => {
  it('stands once the other of chair and recorder confirms it, dated, with both behind it', () => {
    expect(when(proposed, { type: 'confirm-supplement', supplement }, recorder)).toEqual({
      refused: 'supplement-awaits-other',
      params: { capacity: 'chair' },
    });
    const [shown] = standing(seen(stands, ['member'])!.supplements);
    expect(shown).toMatchObject({
      ...correction,
      behind: { chair: { name: '王建国', at: stands.lastAt }, recorder: { name: '周敏', at: proposed.lastAt } },
      standsAt: stands.lastAt,
    });
    expect(when(stands, { type: 'confirm-supplement', supplement }, chair)).toEqual([]);
  });

  it('leaves the final text and its hash as they are', () => {
    expect(stands.minutes).toEqual(over.minutes);
    expect(seen(stands, ['member'])!.sections).toEqual(seen(over, ['member'])!.sections);
  });

  it('is confirmed once more, in both capacities, by one person who holds both', () => {
    const people = [aPerson(1, { name: '王建国', capacities: ['chair', 'recorder'] }), aPerson(3, { name: '李秀英' })];
    const alone = done(given(final, aCalledMeeting({ people })), propose, chair);
    expect(seen(alone, ['member'])!.supplements.order).toEqual([]);
    expect(when(alone, { type: 'confirm-supplement', supplement }, chair)).toEqual([
      { type: 'supplement-confirmed', supplement, as: ['chair', 'recorder'] },
    ]);
  });

  it('quotes words that stand in that section, however its lines are broken', () => {
    expect(when(over, { ...propose, quote: '赞成方案一。\n陈国强：不赞成' }, chair)).toHaveLength(1);
    expect(when(over, { ...propose, quote: null }, chair)).toHaveLength(1);
    expect(when(over, { ...propose, quote: '赞成方案三' }, chair)).toEqual({ refused: 'quote-not-found' });
    expect(when(over, { ...propose, section: 'opening' }, chair)).toEqual({ refused: 'quote-not-found' });
    expect(when(over, { ...propose, section: anItemId(9) }, chair)).toEqual({ refused: 'no-such-item' });
  });

  it('[R5] quotes nothing that only those who lead read in the minutes', () => {
    expect(when(over, { ...propose, quote: '手有旧伤' }, chair)).toEqual({ refused: 'quote-not-found' });
  });

  it('is for final minutes, and for chair and recorder', () => {
    expect(when(given([opened, closed]), propose, chair)).toEqual({ refused: 'minutes-not-frozen' });
    expect(when(over, propose, li)).toEqual({ refused: 'not-entitled' });
    expect(when(proposed, { type: 'confirm-supplement', supplement: anId(9) }, chair)).toEqual({
      refused: 'no-such-supplement',
    });
  });

  it('can be withdrawn with a reason before it stands, and not afterwards', () => {
    const withdraw = { type: 'withdraw-supplement', supplement, reason: '重复' } as const;
    const withdrawn = done(proposed, withdraw, chair);
    expect(when(withdrawn, { type: 'confirm-supplement', supplement }, chair)).toEqual({
      refused: 'supplement-withdrawn',
    });
    expect(when(withdrawn, withdraw, recorder)).toEqual([]);
    expect(when(stands, withdraw, chair)).toEqual({ refused: 'supplement-stands' });
  });

  it('[R5] is seen by those who lead from its proposal on, by the others once it stands, never by screens', () => {
    for (const meeting of [
      proposed,
      done(proposed, { type: 'withdraw-supplement', supplement, reason: '重' }, chair),
    ]) {
      expect(seen(meeting, ['chair'])!.supplements.order).toEqual([supplement]);
      expect(JSON.stringify(seen(meeting, ['member']))).not.toContain('笔误');
    }
    expect(seen(stands, ['observer'])!.supplements.order).toEqual([supplement]);
    const wall = JSON.stringify(view({ meeting: stands, live: nobodyConnected }, { audience: 'projector' }));
    expect(wall).not.toContain('笔误');
  });
});
