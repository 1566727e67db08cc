import { describe, expect, it } from 'vitest';
import { awayReasons } from './reply-words.ts';
import {
  aCalledMeeting,
  after,
  aPerson,
  aRegisterRow,
  arrived,
  aSeat,
  chair,
  chen,
  departed,
  given,
  li,
  nobodyConnected,
  opened,
  recorder,
  start,
  unit,
  when,
  zhou,
  type Fact,
} from './fixtures.ts';
import { forTheMinutes } from './for-the-minutes.ts';
import { sayFact } from './minutes-facts.ts';
import { decide, type Meeting } from './meeting.ts';
import { countsOf, rollOf } from './papers/roll.ts';
import { replied, substituteAdded } from './replies.fixtures.ts';
import { circumstances } from './fixtures.ts';
import { mine, view } from './view.ts';

const led = (meeting: Meeting) => view({ meeting, live: nobodyConnected }, { capacities: ['chair'], staff: false });
const followed = (meeting: Meeting) =>
  view({ meeting, live: nobodyConnected }, { capacities: ['member'], staff: false });
const addHe = (substitutes: string, capacities: ['member'] | ['observer'] = ['member']) =>
  ({ type: 'add-person', person: aRegisterRow(60), capacities, substitutes }) as const;
const he = aSeat(60);
const asHe = { register: { name: '何平', seat: he } };

describe('whether somebody will come', () => {
  it('is said by themself, and may be said otherwise until the opening', () => {
    expect(when(given(), { type: 'give-reply', coming: false, reason: 'work' }, li)).toEqual([
      { type: 'reply-given', seat: li, coming: false, reason: 'work', way: 'own-page' },
    ]);
    const declined = given([replied(false)]);
    expect(when(declined, { type: 'give-reply', coming: false }, li)).toEqual([]);
    expect(when(declined, { type: 'give-reply', coming: true }, li)).toEqual([replied(true)]);
    expect(when(after(declined, opened), { type: 'give-reply', coming: true }, li)).toMatchObject({
      refused: 'wrong-phase',
    });
  });

  it('keeps no reason of who comes', () => {
    expect(when(given(), { type: 'give-reply', coming: true, reason: 'work' }, li)).toEqual([replied(true)]);
  });

  it('is recorded by the desk with how and by whom it was told', () => {
    const told = { seat: li, coming: false, reason: 'away', way: 'phone', toldBy: '李明' } as const;
    expect(when(given(), { type: 'record-reply', ...told }, recorder)).toEqual([{ type: 'reply-given', ...told }]);
    expect(when(given(), { type: 'record-reply', ...told, seat: aSeat(99) })).toEqual({ refused: 'no-such-seat' });
  });

  it('is known of whom had said so before the calling', () => {
    const people = [
      aPerson(1, { capacities: ['chair'] }),
      { ...aPerson(3), reply: { coming: false, reason: 'away' as const } },
      { ...aPerson(4), reply: { coming: true } },
    ];
    const { replies } = given([], aCalledMeeting({ people }));
    expect(replies.bySeat[li]).toEqual({ coming: false, reason: 'away', way: null, toldBy: null, at: start });
    expect(replies.bySeat[chen]?.coming).toBe(true);
  });

  it('is asked anew when the meeting is moved to another time, and not when only the place is another', () => {
    const changed = { type: 'meeting-changed', place: '三楼议事厅', reason: '会议室停电' } as const;
    const declined = given([replied(false)]);
    const { plannedAt } = declined.called;
    expect(mine(after(declined, { ...changed, plannedAt }), li, null)?.reply).toMatchObject({ coming: false });
    const moved = after(declined, { ...changed, plannedAt: plannedAt + 86_400_000 });
    expect(mine(moved, li, null)?.reply).toBeNull();
    expect(led(moved).people.bySeat[li]).not.toHaveProperty('onLeave');
  });

  it('[R5] is shown with its reason to those who lead, to the seat itself, and to nobody else', () => {
    const meeting = given([replied(false, { reason: 'personal', way: 'phone', toldBy: '李明' })]);
    expect(led(meeting).people.bySeat[li]).toMatchObject({
      reply: { reason: 'personal', toldBy: '李明' },
      onLeave: true,
    });
    expect(mine(meeting, li, null)?.reply).toMatchObject({ coming: false, reason: 'personal' });
    expect(mine(meeting, chen, null)?.reply).toBeNull();
    const before = followed(meeting);
    expect(before.people.bySeat[li]).not.toHaveProperty('onLeave');
    // The same attendance after the opening: who is excused is then announced, and why is not.
    const after_ = followed(after(meeting, opened));
    expect(after_.people.bySeat[li]).toMatchObject({ onLeave: true });
    for (const shown of [before, after_]) {
      expect(JSON.stringify(shown)).not.toMatch(/personal|李明|"reply"/);
    }
  });
});

describe('a substitute', () => {
  it('takes the place of who is on the list and not here', () => {
    expect(when(given(), addHe(li), chair, asHe)).toEqual([
      {
        type: 'person-added',
        person: { seat: he, person: aRegisterRow(60), name: '何平', capacities: ['member'], standing: '3号楼2单元' },
        substitutes: li,
      },
    ]);
    const meeting = given([substituteAdded(60, li)]);
    expect(led(meeting).attendance.due).toBe(6);
    expect(led(meeting).people.bySeat[li]).toMatchObject({ replacedBy: he });
    expect(followed(meeting).people.bySeat[he]).toMatchObject({ substitutes: li });
    expect(mine(meeting, li, null)?.replacedBy).toBe('代替60');
  });

  it.each([
    ['the chair', chair, [] as Fact[]],
    ['somebody who is here', li, [arrived(li)]],
    ['somebody who has a substitute', li, [substituteAdded(61, li)]],
    ['an observer', aSeat(7), [] as Fact[]],
  ])('does not stand in for %s', (_, seat, facts) => {
    expect(when(given(facts), addHe(seat), chair, asHe)).toMatchObject({ refused: 'not-replaceable' });
  });

  it('does not come to listen, nor for a seat that is none', () => {
    expect(when(given(), addHe(li, ['observer']), chair, asHe)).toMatchObject({ refused: 'not-replaceable' });
    expect(when(given(), addHe(aSeat(99)), chair, asHe)).toMatchObject({ refused: 'no-such-seat' });
  });

  it('gives way to who comes after all, on record', () => {
    const meeting = given([substituteAdded(60, li)]);
    const events = when(meeting, { type: 'record-arrival', seat: li, way: 'here' });
    expect(events).toEqual([{ type: 'place-returned', seat: li, from: he }, arrived(li)]);
    const came = after(meeting, ...(events as Fact[]));
    expect(came.attendance.people[li]).not.toHaveProperty('replacedBy');
    expect(came.attendance.people[he]?.replacedBy).toBe(li);
    expect(countsOf(rollOf(led(came)))).toEqual({ due: 6, came: 1, leave: 0, absent: 5 });
    // And the substitute does not come in beside them.
    expect(when(came, { type: 'record-arrival', seat: he, way: 'here' })).toEqual({
      refused: 'place-taken',
      params: { name: '代替60', by: '李秀英' },
    });
  });

  it('who is here keeps the place until they have left', () => {
    const filled = given([substituteAdded(60, li), arrived(he)]);
    const comes = { type: 'check-in', way: 'here', privacyNotice: '2026-11' } as const;
    expect(when(filled, comes, li)).toMatchObject({ refused: 'place-taken' });
    expect(when(filled, { type: 'return-place', seat: li })).toMatchObject({ refused: 'place-taken' });
    expect(when(after(filled, departed(he)), comes, li)).toMatchObject([
      { type: 'place-returned' },
      { type: 'arrived' },
    ]);
  });

  it('named by mistake gives the place back', () => {
    const meeting = given([substituteAdded(60, li)]);
    const [event] = when(meeting, { type: 'return-place', seat: li }) as Fact[];
    const back = after(meeting, event!);
    expect(back.attendance.people[li]).not.toHaveProperty('replacedBy');
    expect(when(back, { type: 'return-place', seat: li })).toEqual([]);
    expect(when(back, { type: 'return-place', seat: aSeat(99) })).toEqual({ refused: 'no-such-seat' });
  });

  it('of a substitute fills the one place', () => {
    const meeting = given([substituteAdded(60, li), substituteAdded(61, he)]);
    expect(led(meeting).attendance.due).toBe(6);
    const events = when(meeting, { type: 'record-arrival', seat: li, way: 'here' }) as Fact[];
    expect(events[0]).toEqual({ type: 'place-returned', seat: li, from: aSeat(61) });
    expect(led(after(meeting, ...events)).attendance.due).toBe(6);
  });

  it('stands in the minutes by name, as the one they came in for does', () => {
    const meeting = given();
    const decided = decide(meeting, addHe(li), { ...circumstances(chair), ...asHe });
    if (decided.outcome === 'refused') throw new Error(decided.code);
    const recorded = { event: decided.events[0]!, version: 2, at: start, seat: chair, actingAs: 'chair' } as const;
    const next = after(meeting, decided.events[0]!);
    expect(sayFact(meeting, recorded, next)?.fact?.text).toBe('何平（代表）代替李秀英参会。');
    const back = {
      event: { type: 'place-returned', seat: li, from: he } as const,
      version: 3,
      at: start,
      seat: chair,
      actingAs: 'chair',
    } as const;
    expect(sayFact(next, back, after(next, back.event))?.fact?.text).toBe('李秀英仍由本人参会，何平不再代替。');
  });
});

describe('应到 = 实到 + 请假 + 缺席', () => {
  const says = (meeting: Meeting) => {
    const event = { ...opened, present: 1 } as const;
    const recorded = { event, version: 9, at: start, seat: chair, actingAs: 'chair' } as const;
    return sayFact(meeting, recorded as Parameters<typeof sayFact>[1], after(meeting, event))?.fact?.text;
  };

  it('is told at the opening where anybody is excused', () => {
    expect(says(given([arrived(chair), replied(false)]))).toBe(
      '2026年11月22日上午9:00，会议开始，应到 6 人，实到 1 人，请假 1 人，未到 4 人。',
    );
  });

  it('does not count who came all the same as excused', () => {
    expect(says(given([arrived(chair), replied(false), arrived(li)]))).toBe(
      '2026年11月22日上午9:00，会议开始，应到 6 人，实到 1 人。',
    );
    expect(says(given([replied(false), arrived(li), departed(li)]))).not.toContain('请假');
  });

  it('is told as before where nobody is', () => {
    expect(says(given([arrived(chair), replied(true)]))).toBe(
      '2026年11月22日上午9:00，会议开始，应到 6 人，实到 1 人。',
    );
    expect(forTheMinutes['reply-given']).toBe('no');
  });

  it('closes at every moment of a hundred random courses (seeds 1 to 100)', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      let state = seed;
      const random = (n: number) => {
        state = (state * 48_271) % 0x7fffffff;
        return state % n;
      };
      let meeting = given();
      for (let step = 0; step < 40; step += 1) {
        const seats = meeting.attendance.order;
        const seat = seats[random(seats.length)]!;
        const n = 60 + step;
        const coming = random(2) === 0;
        const commands = [
          () => when(meeting, { type: 'give-reply', coming, reason: awayReasons[random(3)]! }, seat),
          () => when(meeting, { type: 'record-arrival', seat, way: 'here' }),
          () => when(meeting, { type: 'record-departure', seat }),
          () => when(meeting, { type: 'return-place', seat }),
          () =>
            when(meeting, { ...addHe(seat), person: aRegisterRow(n) }, chair, {
              register: { name: `代替${n}`, seat: aSeat(n) },
            }),
          () =>
            when(meeting, { type: 'take-chair' }, [recorder, zhou, unit][random(3)]!, {
              staff: true,
              passwordGiven: true,
            }),
          () => (step > 20 ? when(meeting, { type: 'open-meeting' }, chair) : []),
        ];
        const events = commands[random(commands.length)]!();
        if (!Array.isArray(events)) continue;
        meeting = after(meeting, ...events);
        const shown = led(meeting);
        const roll = rollOf(shown);
        const { due, came, leave, absent } = countsOf(roll);
        const where = `seed ${seed}, step ${step}`;
        expect(came + leave + absent, where).toBe(due);
        expect(shown.attendance.due, where).toBe(due);
        // A place has one holder, and only its holder is here.
        const here = Object.values(meeting.attendance.people).filter(({ presence }) => presence.status === 'present');
        expect(
          here.every(({ replacedBy }) => replacedBy === undefined),
          where,
        ).toBe(true);
      }
    }
  });
});
