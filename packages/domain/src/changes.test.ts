import { describe, expect, it } from 'vitest';
import type { MeetingCalled } from './acts/called.ts';
import type { MeetingEvent } from './acts/event.ts';
import { dayFromIso } from './days.ts';
import { aCalledMeeting, after, chair, given, li, minute, recorder, start, stranger, when } from './fixtures.ts';
import type { Language } from './language.ts';
import { evolve, type Meeting } from './meeting.ts';
import { sayFact } from './minutes-facts.ts';
import { mayWrite } from './minutes.ts';
import { draftChange } from './notice-change.ts';
import { draftNotice } from './notice-text.ts';
import { noticeDesk, noticesOf, shortfalls } from './notice.ts';
import { timeSat } from './session.ts';
import { mine, view } from './view.ts';

const day = 24 * 60 * minute;
const plannedAt = start + 10 * day;
const later = start + 12 * day;

function calledIn(language: Language): MeetingCalled {
  const base = { ...aCalledMeeting({ plannedAt, language }) };
  const words = draftNotice({
    ...base,
    ...{ organ: '居委会', timeZone: base.community.timeZone },
    people: base.people.map(({ name, capacities, standing = '' }) => ({ name, capacities, standing })),
    notice: { own: null, contact: '林晓燕', phone: '13800001234', observers: 10 },
  });
  return { ...base, notice: { way: 'to-be-served', text: { ...words, issuedAt: start } } };
}
const called = calledIn('zh-CN');
const served = (at: number): MeetingEvent => ({
  type: 'notice-served',
  notice: 0,
  channel: 'public-board',
  at,
  by: '周敏',
});
const text = { title: '变更公告', body: '一', signature: '居委会', issuedAt: start };
const moved = (given: Partial<MeetingEvent & { type: 'meeting-changed' }> = {}): MeetingEvent => ({
  ...{ type: 'meeting-changed', plannedAt: later, place: called.place, reason: '停电检修', notice: text },
  ...given,
});
const change = { type: 'change-meeting', plannedAt: later, reason: '停电检修' } as const;

describe('moving a called meeting', () => {
  it('fixes the new time, the reason and the notice that takes the former’s place', () => {
    const [event] = when(given([], called), change) as (MeetingEvent & { type: 'meeting-changed' })[];
    expect(event).toMatchObject({ type: 'meeting-changed', plannedAt: later, place: called.place, reason: '停电检修' });
    expect(event?.notice).toEqual({ ...draftChange(called, event!), issuedAt: expect.any(Number) });
    const own = { title: '更正', body: '改在大厅', signature: '居委会' };
    expect(when(given([], called), { ...change, notice: own })).toMatchObject([{ notice: own }]);
  });

  it('is for chair and staff, before the opening, and not into the past', () => {
    const meeting = given([], called);
    expect(when(meeting, change, stranger, { staff: true })).toHaveLength(1);
    for (const seat of [recorder, li]) expect(when(meeting, change, seat)).toEqual({ refused: 'not-entitled' });
    expect(when(after(meeting, { type: 'meeting-opened', present: 1 }), change)).toMatchObject({
      refused: 'wrong-phase',
    });
    expect(when(meeting, { ...change, plannedAt: start - minute })).toEqual({ refused: 'planned-in-past' });
    // Whose hour has come and whose room is locked moves next door.
    expect(
      when(meeting, { type: 'change-meeting', place: '大厅', reason: '门锁坏了' }, chair, { at: plannedAt + 1 }),
    ).toHaveLength(1);
  });

  it('changes nothing where time and place stay', () => {
    expect(when(given([], called), { ...change, plannedAt })).toEqual([]);
    expect(when(given([], called), { type: 'change-meeting', place: called.place, reason: '无' })).toEqual([]);
  });

  it('keeps time, place and notice in force, and what was announced before', () => {
    const meeting = given([moved(), moved({ place: '大厅', reason: '人多' })], called);
    expect(meeting.called).toMatchObject({ plannedAt: later, place: '大厅', notice: { way: 'to-be-served', text } });
    expect(meeting.changes).toMatchObject([
      {
        reason: '停电检修',
        former: { plannedAt, place: called.place, notice: called.notice.way === 'to-be-served' && called.notice.text },
      },
      { reason: '人多', former: { plannedAt: later, notice: text } },
    ]);
    expect(
      view(
        { meeting, live: { connected: new Set(), offlineSince: new Map(), joinCode: null } },
        { audience: 'projector' },
      ),
    ).toMatchObject({
      plannedAt: later,
      place: '大厅',
      changed: { reason: '人多', plannedAt: later, place: called.place },
      calledOff: null,
    });
    expect(noticeDesk(meeting).former.map(({ reason }) => reason)).toEqual(['停电检修', '人多']);
  });

  it('of a meeting called at once needs no notice', () => {
    const waived = { ...called, notice: { way: 'start-now', waiver: '同意' } as const };
    expect(when(given([], waived), change)).toEqual([{ ...change, type: 'meeting-changed', place: called.place }]);
    expect(noticeDesk(given([moved({ notice: undefined })], waived))).toMatchObject({ way: 'start-now', former: [] });
  });

  it('refuses private numbers in what everybody reads; the contact’s own number may stay', () => {
    const meeting = given([], called);
    expect(when(meeting, { ...change, reason: '找老李13911112222' })).toEqual({ refused: 'private-number' });
    const own = { title: '变更', body: '电话13800001234', signature: '居委会' };
    expect(when(meeting, { ...change, notice: own })).toHaveLength(1);
    expect(when(meeting, { ...change, notice: { ...own, body: '电话13800001235' } })).toEqual({
      refused: 'private-number',
    });
  });
});

describe('[H1] the clock of a notice that changed', () => {
  it.each([
    ['another time', moved()],
    ['another place alone', moved({ plannedAt, place: '大厅' })],
  ])('[H1] begins anew with %s: what was posted before counts for nothing', (_, event) => {
    const inTime = given([served(start)], called);
    expect(shortfalls(inTime, start + 3 * day)).toEqual([]);
    const changed = after(inTime, event);
    expect(noticesOf(changed)).toMatchObject([{ servedAt: null, earliest: null }]);
    expect(when(changed, { type: 'open-meeting' }, chair, { at: start + 20 * day })).toMatchObject({
      refused: 'notice-too-short',
      params: { missing: 'public-board' },
    });
    const again = after(changed, served(start + 4 * day));
    expect(noticesOf(again)).toMatchObject([{ earliest: dayFromIso('2026-11-29') }]);
    expect(shortfalls(again, start + 6 * day)).toHaveLength(1);
    expect(shortfalls(again, start + 7 * day)).toEqual([]);
  });

  it('[H1] takes no time at which only the former notice can have hung', () => {
    const record = { type: 'record-notice', notice: 0, channel: 'public-board', by: '周敏' } as const;
    const changed = after(given([], called), moved());
    const changedAt = changed.changes[0]!.at;
    const now = { at: changedAt + day };
    const early = when(changed, { ...record, at: changedAt - minute }, chair, now);
    expect(early).toEqual({ refused: 'notice-before-change' });
    // People say the minute.
    expect(when(changed, { ...record, at: changedAt - minute + 1 }, chair, now)).toHaveLength(1);
    expect(when(changed, { ...record, at: changedAt + 1 }, chair, now)).toHaveLength(1);
  });

  it('[H1] also of a meeting whose notice hung when it was called', () => {
    const hung = { ...called, notice: { way: 'served', servedAt: start - 5 * day } as const };
    expect(shortfalls(given([], hung), start)).toEqual([]);
    expect(shortfalls(given([moved()], hung), start)).toHaveLength(1);
    // A record older than the text has none that could be struck through; the new notice is drafted whole.
    expect(noticeDesk(given([moved()], hung)).former).toEqual([]);
    expect(draftChange(hung, { plannedAt: later, place: called.place, reason: '停电' }).body).toContain('一、会议时间');
  });

  it('[H1] what was recorded anew is no correction of what was recorded of the former notice', () => {
    const meeting = given([served(start), moved()], called);
    const recorded = {
      event: served(start + day),
      version: 9,
      at: start + day,
      seat: chair,
      actingAs: 'chair' as const,
    };
    expect(sayFact(meeting, recorded, evolve(meeting, recorded))?.fact?.text).not.toContain('更正');
  });
});

describe('the words of a change', () => {
  it('tell first what changed and why, then everything with the new time and place', () => {
    const { title, body, signature } = draftChange(called, {
      plannedAt: later,
      place: '一楼大厅',
      reason: '停电检修。',
    });
    expect(title).toBe('关于变更老旧小区加装电梯社区工作听证会时间、地点的公告');
    expect(signature).toBe('居委会');
    const [first, second, third] = body.split('\n');
    expect(first).toBe(
      '原定于2026年12月2日（星期三）上午9:00在社区会议室召开的社区工作听证会，现变更如下：会议时间变更为2026年12月4日（星期五）上午9:00，会议地点变更为一楼大厅。变更原因：停电检修。此前公告所载的时间、地点不再适用，以本公告为准。',
    );
    expect(second).toContain('定于2026年12月4日（星期五）上午9:00在一楼大厅召开');
    expect(third).toBe('一、会议时间：2026年12月4日（星期五）上午9:00');
    for (const part of ['李秀英（3号楼）', '设旁听席10个', '林晓燕，13800001234', '特此公告。'])
      expect(body).toContain(part);
    expect(body.split('\n').slice(1).join('\n')).not.toMatch(/12月2日|社区会议室/);
  });

  it('say the place as it was typed', () => {
    const { body } = draftChange(called, { plannedAt, place: '二楼$&$1室', reason: '停电' });
    expect(body).toContain('：二楼$&$1室');
    expect(body).not.toContain('社区会议室$1');
  });

  it('name what changed alone, and are told from the last announcement when it is moved again', () => {
    const [event] = when(given([], called), {
      type: 'change-meeting',
      place: '大厅',
      reason: '人多',
    }) as MeetingEvent[];
    const once = given([event!], called);
    const { title, body } = draftChange(once.called, { plannedAt: later, place: '大厅', reason: '停电' });
    expect(title).toBe('关于变更老旧小区加装电梯社区工作听证会时间的公告');
    expect(body.match(/原定于/g)).toHaveLength(1);
    expect(body).toContain('原定于2026年12月2日（星期三）上午9:00在大厅召开');
    expect(body).not.toContain('地点变更');
  });

  it('read naturally in English', () => {
    const { title, body } = draftChange(calledIn('en'), { plannedAt: later, place: called.place, reason: 'power cut' });
    expect(title).toMatch(/^Public notice of a change of time: /);
    expect(body.split('\n')[0]).toBe(
      'Change: the meeting (Hearing on community work) announced for Wednesday, 2 December 2026, 9:00 at 社区会议室 will be held on Friday, 4 December 2026, 9:00 instead. Reason: power cut. The time announced before no longer holds; this notice takes the place of the former one.',
    );
  });
});

describe('calling a meeting off', () => {
  const off: MeetingEvent = { type: 'meeting-called-off', reason: '项目中止' };
  const meeting = given([off], called);

  it('is for chair and staff, before the opening, with a reason, and for good', () => {
    const command = { type: 'call-off-meeting', reason: '项目中止' } as const;
    expect(when(given([], called), command)).toEqual([off]);
    expect(when(given([], called), command, stranger, { staff: true })).toEqual([off]);
    expect(when(given([], called), command, recorder)).toEqual({ refused: 'not-entitled' });
    expect(when(after(given([], called), { type: 'meeting-opened', present: 1 }), command)).toMatchObject({
      refused: 'wrong-phase',
    });
    for (const after of [command, change, { type: 'open-meeting', deviation: '照开' } as const])
      expect(when(meeting, after)).toMatchObject({ refused: 'wrong-phase', params: { phase: 'called-off' } });
  });

  it('leaves nothing but reading', () => {
    expect(
      view(
        { meeting, live: { connected: new Set(), offlineSince: new Map(), joinCode: null } },
        { audience: 'public' },
      ),
    ).toMatchObject({
      phase: 'called-off',
      calledOff: { reason: '项目中止' },
      openedAt: null,
      closedAt: null,
    });
    expect(timeSat(meeting.session, start + day)).toBe(0);
    expect(mayWrite(meeting, recorder)).toBe(false);
    expect(mine(meeting, recorder, null)?.minutes.writes).toBe(false);
  });
});

describe('the minutes of it', () => {
  const saying = (before: Meeting, event: MeetingEvent) => {
    const recorded = { event, version: 2, at: start, seat: chair, actingAs: 'chair' as const };
    return sayFact(before, recorded, evolve(before, recorded))?.fact?.text;
  };
  it.each([
    [
      'zh-CN',
      '会议时间由2026年12月2日上午9:00变更为2026年12月4日上午9:00，会议地点由“社区会议室”变更为“大厅”，原因：停电检修。变更公告另行张贴、送达。',
      '2026年11月22日上午9:00，会议取消，原因：项目中止。',
    ],
    [
      'en',
      'The meeting was moved from 09:00 on 2 December 2026 to 09:00 on 4 December 2026, and its place was changed from “社区会议室” to “大厅”; reason: 停电检修. A new notice was to be posted and served.',
      'The meeting was called off at 09:00 on 22 November 2026; reason: 项目中止.',
    ],
  ] as const)('stands as a clerk writes it (%s)', (language, change, off) => {
    const before = given([], calledIn(language));
    expect(saying(before, moved({ place: '大厅' }))).toBe(change);
    expect(saying(before, { type: 'meeting-called-off', reason: '项目中止。' })).toBe(off);
  });
});
