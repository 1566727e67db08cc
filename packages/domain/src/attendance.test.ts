import { describe, expect, it } from 'vitest';
import { privacyNotice } from './acts/attendance.ts';
import { meetingCommandSchema } from './acts/command.ts';
import { chairOf, presentIn, seatedIn } from './attendance.ts';
import {
  adjourned,
  after,
  aPerson,
  aRegisterRow,
  arrived,
  aSeat,
  assembled,
  at,
  begun,
  chair,
  chen,
  confirmed,
  departed,
  given,
  li,
  minute,
  observer,
  opened,
  recorder,
  resumed,
  start,
  stranger,
  unit,
  voteOpened,
  when,
} from './fixtures.ts';
import type { Meeting } from './meeting.ts';
import { view } from './view.ts';

const checkIn = (way: 'here' | 'remote' = 'here') => ({ type: 'check-in', way, privacyNotice }) as const;
const confirm = (count: number) => ({ type: 'confirm-presence', count }) as const;
const names = (meeting: Meeting) => presentIn(meeting.attendance).map(({ name }) => name);

describe('checking in', () => {
  it('records who came, by what way and which notice they saw', () => {
    expect(when(given(), checkIn('remote'), li)).toEqual([{ type: 'arrived', seat: li, way: 'remote', privacyNotice }]);
  });

  it('changes nothing the second time, and notes when somebody online comes into the room', () => {
    const online = given([arrived(li, 'remote')]);
    expect(when(online, checkIn('remote'), li)).toEqual([]);
    expect(when(online, checkIn('here'), li)).toHaveLength(1);
  });

  it('asks for the notice in force', () => {
    const command = { type: 'check-in', way: 'here', privacyNotice: '2020-01' } as const;
    expect(when(given(), command, li)).toEqual({ refused: 'privacy-notice-outdated' });
  });

  it('lets people leave and come back', () => {
    const left = given([arrived(li), departed(li)]);
    expect(when(given([arrived(li)]), { type: 'leave' }, li)).toEqual([departed(li)]);
    expect(when(left, { type: 'leave' }, li)).toEqual([]);
    expect(when(left, checkIn(), li)).toHaveLength(1);
  });

  it('keeps when and how somebody first came, for the sign-in sheet that those who lead print', () => {
    const came = given([at(3, arrived(li, 'remote')), at(7, departed(li)), at(9, arrived(li))]);
    const shown = (capacity: 'chair' | 'member') =>
      view(
        { meeting: came, live: { connected: new Set(), offlineSince: new Map(), joinCode: null } },
        { capacities: [capacity], staff: false },
      ).people.bySeat;
    expect(shown('chair')[li]?.arrived).toEqual({ way: 'remote', at: start + 3 * minute });
    expect(shown('chair')[chen]?.arrived).toBeNull();
    expect(shown('member')[li]).not.toHaveProperty('arrived');
  });

  it('is done by the recorder for whoever has no phone, and without a notice seen', () => {
    expect(when(given(), { type: 'record-arrival', seat: li, way: 'here' }, recorder)).toEqual([arrived(li)]);
    expect(when(given(), { type: 'record-arrival', seat: stranger, way: 'here' }, recorder)).toEqual({
      refused: 'no-such-seat',
    });
    expect(when(given(), { type: 'record-departure', seat: stranger }, recorder)).toEqual({ refused: 'no-such-seat' });
    expect(when(given(), { type: 'record-departure', seat: li }, recorder)).toEqual([]);
  });
});

describe('[R17] the number present', () => {
  it('counts everyone but observers, and a lost connection is not leaving', () => {
    const meeting = given(assembled());
    expect(names(meeting)).toEqual(['王建国', '周敏', '李秀英', '陈国强', '周立新', '刘工']);
    const live = { connected: new Set<string>(), offlineSince: new Map([[li, 1]]), joinCode: null };
    expect(view({ meeting, live }, { audience: 'projector' }).attendance.present).toBe(6);
  });

  it('is confirmed only when it is the number on the list', () => {
    const meeting = given([opened, arrived(li), arrived(chen)]);
    expect(when(meeting, confirm(3))).toEqual({ refused: 'presence-differs', params: { count: 2 } });
    expect(when(meeting, confirm(2))).toEqual([confirmed(2)]);
    expect(when(after(meeting, confirmed(2)), confirm(2))).toEqual([]);
  });

  it.each([
    ['somebody leaves', [departed(li)]],
    ['somebody comes', [arrived(aSeat(9))]],
    ['a vote was opened upon it', [voteOpened()]],
    ['the meeting adjourned', [adjourned, resumed]],
  ])('is to be confirmed anew when %s', (_, facts) => {
    const listed = { type: 'person-added', person: aPerson(9) } as const;
    const meeting = given([...assembled(), listed]);
    expect(meeting.attendance.confirmed).not.toBeNull();
    expect(after(meeting, ...facts).attendance.confirmed).toBeNull();
  });

  it('stands when an observer comes or goes, or somebody online comes into the room', () => {
    const meeting = given(assembled());
    const later = after(meeting, departed(observer), arrived(observer), arrived(li, 'remote'));
    expect(later.attendance.confirmed).toEqual(meeting.attendance.confirmed);
  });
});

describe('adding a person who walks in', () => {
  const add = { type: 'add-person', person: aRegisterRow(9), capacities: ['member'] } as const;
  const register = { name: '吴强', seat: aSeat(9) };

  it('takes name and seat from the register, never from what was sent', () => {
    const person = { ...register, person: aRegisterRow(9), capacities: ['member'] };
    expect(when(given(), { ...add, capacities: ['member'] }, recorder, { register })).toEqual([
      { type: 'person-added', person },
    ]);
    expect(when(given(), { ...add, capacities: ['member'] }, recorder)).toEqual({ refused: 'not-found' });
    expect(meetingCommandSchema.safeParse({ ...add, name: '假名' }).success).toBe(false);
  });

  it('lists nobody twice', () => {
    expect(when(given(), { ...add, person: aRegisterRow(3), capacities: ['member'] }, recorder, { register })).toEqual({
      refused: 'person-already-listed',
      params: { name: '李秀英' },
    });
  });

  it('never hands out the chair', () => {
    expect(meetingCommandSchema.safeParse({ ...add, capacities: ['chair'] }).success).toBe(false);
  });

  it('puts them on no roll that is frozen already', () => {
    const person = { ...register, person: aRegisterRow(9), capacities: ['member' as const] };
    const meeting = given([...assembled(), voteOpened(), { type: 'person-added', person }, arrived(aSeat(9))]);
    const command = { type: 'cast-ballot', vote: voteOpened().vote, choice: 'yes' } as const;
    expect(when(meeting, command, aSeat(9))).toEqual({ refused: 'not-on-roll' });
  });
});

describe('[R17] taking the chair', () => {
  const take = { type: 'take-chair' } as const;
  const withPassword = { passwordGiven: true };
  const taken = (meeting: Meeting, seat: string, staff = false) => {
    const facts = when(meeting, take, seat, { ...withPassword, staff });
    if (!Array.isArray(facts)) throw new Error(facts.refused);
    return after(meeting, ...facts);
  };

  it('asks for the own password', () => {
    expect(when(given(), take, recorder)).toEqual({ refused: 'password-needed' });
  });

  it('goes to the recorder, who still keeps the record; the former chair stays and is still counted', () => {
    const before = given(assembled());
    const meeting = taken(before, recorder);
    expect(chairOf(meeting.attendance)).toMatchObject({ seat: recorder, capacities: ['chair', 'recorder'] });
    expect(meeting.attendance.people[chair]?.capacities).toEqual(['attendee']);
    expect(names(meeting)).toEqual(names(before));
    expect(meeting.attendance.confirmed).toEqual(before.attendance.confirmed);
    expect(when(meeting, { type: 'leave' }, chair)).toEqual([departed(chair)]);
    expect(when(meeting, { type: 'begin-item', item: 'x' }, chair)).toEqual({ refused: 'not-entitled' });
  });

  it('goes on to staff who had no seat, and there is one chair at every moment', () => {
    const meeting = taken(taken(given(assembled()), recorder), stranger, true);
    expect(seatedIn(meeting.attendance).filter(({ capacities }) => capacities.includes('chair'))).toHaveLength(1);
    expect(chairOf(meeting.attendance)?.seat).toBe(stranger);
    expect(meeting.attendance.people[recorder]?.capacities).toEqual(['recorder']);
  });

  it('counts whoever takes it from a seat without having checked in', () => {
    const meeting = given([arrived(chair), opened]);
    expect(when(meeting, take, recorder, withPassword)).toEqual([
      arrived(recorder),
      expect.objectContaining({ type: 'chair-taken', from: chair }),
    ]);
    expect(names(taken(meeting, recorder))).toEqual(['王建国', '周敏']);
    const online = given([arrived(recorder, 'remote'), opened]);
    expect(when(online, take, recorder, withPassword)).toHaveLength(1);
  });

  it('tells who holds it already', () => {
    const meeting = taken(given(assembled()), recorder);
    expect(when(meeting, take, recorder, withPassword)).toEqual({ refused: 'chair-already-yours' });
  });

  it('leaves the clock running and the item before the meeting', () => {
    const before = given([...assembled(), { type: 'clock-started', seconds: 180 }]);
    const meeting = taken(before, recorder);
    expect(meeting.clock).toEqual(before.clock);
    expect(meeting.agenda).toEqual(before.agenda);
  });

  it('counts staff who sat there as an observer from then on, so that the number is confirmed anew', () => {
    const meeting = taken(given(assembled()), observer, true);
    expect(presentIn(meeting.attendance)).toHaveLength(7);
    expect(meeting.attendance.confirmed).toBeNull();
  });
});

describe('ids', () => {
  it.each(['__proto__', 'constructor', 'toString', ''])(
    '%j never passes the door as a seat, an item or a vote',
    (id) => {
      for (const command of [
        { type: 'record-arrival', seat: id, way: 'here' },
        { type: 'begin-item', item: id },
        { type: 'cast-ballot', vote: id, choice: 'yes' },
        { type: 'enter-hand', vote: voteOpened().vote, seat: id, choice: 'yes', reason: '无手机' },
      ]) {
        expect(meetingCommandSchema.safeParse(command).success).toBe(false);
      }
    },
  );

  it('a seat the meeting does not know may do nothing', () => {
    for (const seat of ['__proto__', 'constructor', stranger]) {
      expect(when(given([opened, begun(1)]), checkIn(), seat)).toEqual({ refused: 'not-entitled' });
      expect(when(given([opened, begun(1)]), { type: 'open-meeting' }, seat)).toEqual({ refused: 'not-entitled' });
    }
    expect(when(given(), checkIn(), unit)).toHaveLength(1);
  });
});
