import { describe, expect, it } from 'vitest';
import { meetingCommandSchema } from './acts/command.ts';
import type { IdentityCommand } from './acts/identity.ts';
import {
  after,
  arrived,
  begun,
  chair,
  chen,
  confirmed,
  departed,
  given,
  li,
  nobodyConnected,
  observer,
  opened,
  recorder,
  stranger,
  when,
  zhou,
} from './fixtures.ts';
import type { MeetingEvent } from './acts/event.ts';
import { isChecked, remoteIn } from './identity.ts';
import type { Meeting } from './meeting.ts';
import { sayFact } from './minutes-facts.ts';
import { signInPaper } from './papers/sign-in-paper.ts';
import { mine, view } from './view.ts';

const check = (seat: string, more: Partial<IdentityCommand & { type: 'check-identity' }> = {}) =>
  ({ type: 'check-identity', seat, how: 'video', ...more }) as const;
const checked = (seat: string, by = '周敏'): MeetingEvent => ({ type: 'identity-checked', seat, how: 'video', by });
const withdrawn = (seat: string): MeetingEvent => ({
  type: 'identity-check-withdrawn',
  seat,
  reason: '视频中不是本人',
});
const isKnown = (meeting: Meeting, seat: string) => isChecked(meeting.attendance.people[seat]!);
const remote = given([arrived(li, 'remote'), arrived(chen, 'remote'), arrived(zhou)]);
const led = (meeting: Meeting) => view({ meeting, live: nobodyConnected }, { capacities: ['chair'], staff: false });
/** What the minutes say of the last of these facts, and what they no longer say. */
const told = (meeting: Meeting, event: MeetingEvent) => {
  const recorded = { event, version: meeting.version + 1, at: meeting.lastAt, seat: chair, actingAs: 'chair' } as const;
  return sayFact(meeting, recorded, after(meeting, event));
};

describe('checking who takes part from elsewhere', () => {
  it('records how, and by whom as the session says', () => {
    expect(when(remote, check(li, { how: 'document', note: '老年证' }), recorder)).toEqual([
      { type: 'identity-checked', seat: li, how: 'document', note: '老年证', by: '来人' },
    ]);
    expect(meetingCommandSchema.safeParse({ ...check(li), by: '别人' }).success).toBe(false);
  });

  it('is for those who are remote, on the list, and somebody else', () => {
    expect(when(remote, check(zhou))).toEqual({ refused: 'not-remote', params: { name: '周立新' } });
    expect(when(given(), check(li))).toEqual({ refused: 'not-remote', params: { name: '李秀英' } });
    expect(when(remote, check(stranger))).toEqual({ refused: 'no-such-seat' });
    expect(when(given([arrived(chair, 'remote')]), check(chair))).toEqual({ refused: 'own-identity' });
  });

  it('changes nothing when said twice, and says it anew when it was otherwise', () => {
    const once = after(remote, checked(li, '来人'));
    expect(when(once, check(li))).toEqual([]);
    expect(when(once, check(li, { how: 'voice' }))).toHaveLength(1);
  });

  it('[R6] takes no number of a card or a telephone into the record', () => {
    const noted = (note: string) => meetingCommandSchema.safeParse(check(li, { note })).success;
    expect(noted('2026年11月22日 9:05，出示老年证')).toBe(true);
    for (const number of ['330102195001011234', '１３８００００１２３４', '138-0000-1234', '3301 0219 5001 0112']) {
      expect(noted(`老年证 ${number}`), number).toBe(false);
      expect(meetingCommandSchema.safeParse({ ...withdrawn(li), reason: number }).success).toBe(false);
    }
  });

  it('holds for one stretch of remote presence', () => {
    const known = after(remote, checked(li));
    expect(isKnown(known, li)).toBe(true);
    // A lost connection is no fact, and whoever checks in twice has not left.
    expect(isKnown(after(known, confirmed(3)), li)).toBe(true);
    expect(isKnown(after(known, departed(li)), li)).toBe(false);
    expect(isKnown(after(known, departed(li), arrived(li, 'remote')), li)).toBe(false);
    expect(isKnown(after(known, arrived(li), arrived(li, 'remote')), li)).toBe(false);
    expect(when(after(known, departed(li), arrived(li, 'remote')), check(li), recorder)).toHaveLength(1);
  });

  it('stays with whoever takes the chair', () => {
    const { seat, person, name } = remote.attendance.people[li]!;
    const taken: MeetingEvent = {
      type: 'chair-taken',
      person: { seat, person, name, capacities: ['chair', 'member'] },
      from: chair,
    };
    expect(isKnown(after(remote, checked(li), taken), li)).toBe(true);
  });

  it('is withdrawn with the reason, and then never was; also when the person has left', () => {
    const known = after(remote, checked(li));
    for (const meeting of [known, after(known, departed(li))]) {
      expect(when(meeting, { ...withdrawn(li), type: 'withdraw-identity-check' } as IdentityCommand)).toEqual([
        withdrawn(li),
      ]);
    }
    expect(after(known, withdrawn(li)).attendance.people[li]).not.toHaveProperty('identity');
    expect(when(remote, { type: 'withdraw-identity-check', seat: li, reason: '误点' })).toEqual([]);
  });
});

describe('what follows from it', () => {
  const voting = after(remote, arrived(recorder, 'remote'), arrived(observer, 'remote'), opened, begun(1), checked(li));
  const ask = { type: 'open-vote', question: '方案二', purpose: 'sounding', method: 'yes-no-abstain' } as const;

  it('a sounding says how many on its roll are remote and how many of them were checked, and refuses nobody', () => {
    const asked = (meeting: Meeting) => when(after(meeting, confirmed(4)), ask);
    expect(asked(voting)).toMatchObject([{ roll: [li, chen, zhou], remote: { count: 2, checked: 1 } }]);
    const allHere = after(voting, arrived(li), arrived(chen));
    expect((asked(allHere) as object[])[0]).not.toHaveProperty('remote');
  });

  it('[R15] the minutes say who was checked, how and by whom; once where it is said anew; and that it was withdrawn', () => {
    expect(told(remote, { ...checked(li), note: '老年证' } as MeetingEvent)).toMatchObject({
      fact: { text: '李秀英线上参加会议，身份由周敏核对（视频见面；老年证）。' },
    });
    const known = after(remote, checked(li));
    expect(told(known, checked(li, '王建国'))).toMatchObject({ takesBack: [known.version] });
    // A new stretch is another check; the first stands, too.
    expect(told(after(known, departed(li), arrived(li, 'remote')), checked(li))).not.toHaveProperty('takesBack');
    const { fact, ...rest } = told(known, withdrawn(li)) as { fact: { text: string } };
    expect([fact.text, rest]).toEqual(['对李秀英的身份核对撤销，原因：视频中不是本人。', {}]);
  });

  it('[R15] the fact of a sounding says so, and that of an older record reads as before', () => {
    const opened = { type: 'vote-opened', vote: li, item: li, question: '方案二', roll: [li, chen, zhou] } as const;
    const put = { ...opened, purpose: 'sounding', method: 'yes-no-abstain' } as const;
    const said = (event: MeetingEvent) => (told(voting, event) as { fact: { text: string } }).fact.text;
    expect(said({ ...put, roll: [...put.roll], remote: { count: 2, checked: 1 } })).toContain(
      '应表态 3 人，其中线上 2 人，已核对身份 1 人。',
    );
    expect(said({ ...put, roll: [...put.roll] })).toContain('应表态 3 人。');
  });

  it('those who lead count whoever is remote and due', () => {
    expect(remoteIn(voting.attendance).map(({ name }) => name)).toEqual(['周敏', '李秀英', '陈国强']);
    expect(led(voting).people.bySeat[li]?.identity).toEqual({
      how: 'video',
      note: null,
      by: '周敏',
      at: expect.any(Number) as number,
      holds: true,
    });
  });

  it('the seat hears by whom, while it holds', () => {
    expect(mine(voting, li, null)?.identity).toEqual({ by: '周敏' });
    expect(mine(voting, chen, null)?.identity).toBeNull();
    expect(mine(after(voting, departed(li)), li, null)?.identity).toBeNull();
  });

  it('the sign-in sheet names who checked, also after the person has left', () => {
    const paper = signInPaper(led(after(voting, departed(li))), { now: 0 });
    const cells = paper?.rows.map((row) => row.join(' ')) ?? [];
    expect(cells.find((row) => row.includes('李秀英'))).toContain('（线上，已核对：周敏）');
    expect(cells.find((row) => row.includes('陈国强'))).toContain('（线上）');
  });
});
