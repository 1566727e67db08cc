import { describe, expect, it } from 'vitest';
import type { MeetingCalled } from './acts/called.ts';
import type { NoticeServed } from './acts/notice.ts';
import { dayFromIso, isoDay } from './days.ts';
import {
  aCalledMeeting,
  after,
  aRegisterRow,
  chair,
  chen,
  given,
  li,
  minute,
  observer,
  opened,
  recorder,
  start,
  stranger,
  when,
} from './fixtures.ts';
import { aCalledMediation, mediator } from './mediation.fixtures.ts';
import { sayFact } from './minutes-facts.ts';
import { evolve } from './meeting.ts';
import { demandedBy, earliestDay, latestDay, noticeDesk, noticesOf, shortfalls } from './notice.ts';
import { hearing } from './procedures/hearing.ts';
import type { Procedure } from './procedures/schema.ts';

const text = { title: '公告', body: '一、会议时间', signature: '居民委员会', issuedAt: start };
const toBeServed = { way: 'to-be-served', text } as const;
const day = 24 * 60 * minute;

/** A hearing whose notice demands these channels, this many days before, in this zone. */
function calledUnder(
  notices: Partial<{ days: number | null; clearDays: boolean; channels: NoticeServed['channel'][] | null }>[],
  notice: MeetingCalled['notice'] = toBeServed,
  timeZone = 'Asia/Shanghai',
): MeetingCalled {
  const [rule] = hearing.notices!;
  const rules = notices.map((one) => ({ ...rule!, value: { ...rule!.value, ...one } as never }));
  const procedure: Procedure = { ...hearing, notices: rules };
  const { community } = aCalledMeeting();
  return aCalledMeeting({ procedure, notice, community: { ...community, timeZone } });
}

const served = (given: Partial<NoticeServed> = {}): NoticeServed => ({
  type: 'notice-served',
  notice: 0,
  channel: 'public-board',
  at: start,
  by: '周敏',
  ...given,
});
const open = { type: 'open-meeting' } as const;

describe('counting the days of a notice', () => {
  it.each([
    ['2026-11-07', 3, false, '2026-11-10'],
    ['2026-11-07', 3, true, '2026-11-11'],
    ['2026-11-28', 3, false, '2026-12-01'],
    ['2024-02-27', 3, false, '2024-03-01'],
    ['2026-02-26', 3, false, '2026-03-01'],
    ['2026-12-30', 3, false, '2027-01-02'],
    // Rest days (10 and 11 October 2026 are Saturday and Sunday) move nothing.
    ['2026-10-08', 3, false, '2026-10-11'],
    ['2026-11-07', 0, false, '2026-11-07'],
    ['2026-11-07', 15, true, '2026-11-23'],
  ])('[H1] served on %s, %i days (clear: %s): not before %s', (from, days, clearDays, to) => {
    expect(isoDay(earliestDay(dayFromIso(from), { days, clearDays }))).toBe(to);
    expect(isoDay(latestDay(dayFromIso(to), { days, clearDays }))).toBe(from);
  });

  it.each([
    // Posted in the last minute of the 22nd, in each zone; three days later is the 25th.
    ['Asia/Shanghai', '2026-11-22T15:59:00Z', '2026-11-24T15:59:59Z', '2026-11-24T16:00:00Z'],
    ['UTC', '2026-11-22T23:59:00Z', '2026-11-24T23:59:59Z', '2026-11-25T00:00:00Z'],
    // Clocks go forward in the night of 29 March 2026 and back on 25 October: the days are counted, not the hours.
    ['Europe/Berlin', '2026-03-27T22:59:00Z', '2026-03-29T21:59:59Z', '2026-03-29T22:00:00Z'],
    ['Europe/Berlin', '2026-10-23T21:59:00Z', '2026-10-25T22:59:59Z', '2026-10-25T23:00:00Z'],
  ])('[H1] counts the days of %s', (zone, posted, tooEarly, inTime) => {
    const meeting = given([served({ at: Date.parse(posted) })], calledUnder([{}], toBeServed, zone));
    expect(shortfalls(meeting, Date.parse(tooEarly))).toHaveLength(1);
    expect(shortfalls(meeting, Date.parse(inTime))).toEqual([]);
  });

  it('[H1] begins with the last channel, and does not begin while one is missing', () => {
    const called = calledUnder([{ channels: ['public-board', 'main-entrances'] }]);
    const meeting = given([served({ at: start })], called);
    expect(noticesOf(meeting)).toMatchObject([{ servedAt: null, earliest: null }]);
    expect(shortfalls(meeting, start + 100 * day)).toHaveLength(1);
    const both = after(meeting, served({ channel: 'main-entrances', at: start + 2 * day }));
    expect(noticesOf(both)).toMatchObject([{ servedAt: start + 2 * day, earliest: dayFromIso('2026-11-27') }]);
    expect(shortfalls(both, start + 4 * day)).toHaveLength(1);
    expect(shortfalls(both, start + 5 * day)).toEqual([]);
  });

  it('[H1] asks for a notice without a stated time or way to be served, whenever', () => {
    const meeting = given([], calledUnder([{ days: null, channels: null }]));
    expect(shortfalls(meeting, start)).toHaveLength(1);
    expect(shortfalls(after(meeting, served({ channel: null })), start)).toEqual([]);
  });

  it('[H1] every notice that is demanded stands by itself', () => {
    const called = calledUnder([{ days: 3 }, { days: 5, channels: ['in-writing-to-superior'] }]);
    const meeting = given([served(), served({ notice: 1, channel: 'in-writing-to-superior' })], called);
    expect(shortfalls(meeting, start + 4 * day).map(({ notice }) => notice)).toEqual([1]);
  });

  it('knows what the hearing demands, and where that stands', () => {
    expect(demandedBy(hearing)).toMatchObject([
      { days: 3, clearDays: false, channels: ['public-board'], source: { place: '（三）4（1）' } },
    ]);
    expect(demandedBy({ ...hearing, notices: null })).toEqual([]);
  });
});

describe('opening', () => {
  const early = given([served({ at: start })], calledUnder([{}]));

  it('[H1] too early is refused, with the rule and where it stands', () => {
    expect(when(early, open, chair, { at: start + 2 * day })).toEqual({
      refused: 'notice-too-short',
      params: {
        days: 3,
        clear: 0,
        'document-zh-CN': '南门街道社区“四会”制度',
        'document-en': expect.any(String),
        place: '（三）4（1）',
        earliest: '2026-11-25',
      },
    });
    expect(when(early, open, chair, { at: start + 3 * day })).toMatchObject([
      { type: 'arrived' },
      { type: 'meeting-opened' },
    ]);
  });

  it('[H1] where a channel was never served is refused, naming it', () => {
    expect(when(given([], calledUnder([{}])), open)).toMatchObject({
      refused: 'notice-too-short',
      params: { missing: 'public-board' },
    });
  });

  it('[H1] too early for a reason is recorded with the reason; a reason that was not needed is not', () => {
    const deviation = '汛期将至，须当天议定';
    const facts = when(early, { ...open, deviation }, chair, { at: start + day });
    expect(facts).toMatchObject([{}, { type: 'meeting-opened', deviation: { notices: [0], reason: deviation } }]);
    const [, inTime] = when(early, { ...open, deviation }, chair, { at: start + 3 * day }) as object[];
    expect(inTime).toEqual({ type: 'meeting-opened', present: 1 });
  });

  it('[H1] after a notice that was waived is not refused', () => {
    const waived = given([], aCalledMeeting({ notice: { way: 'start-now', waiver: '到会人员一致同意' } }));
    expect(when(waived, open)).toMatchObject([{}, { type: 'meeting-opened' }]);
  });

  it('[H1] after a notice called as served counts from when it was served', () => {
    const called = (servedAt: number) => given([], aCalledMeeting({ notice: { way: 'served', servedAt } }));
    expect(when(called(start - 2 * day), open)).toMatchObject({ refused: 'notice-too-short' });
    expect(when(called(start - 3 * day), open)).toMatchObject([{}, { type: 'meeting-opened' }]);
  });

  it.each(['zh-CN', 'en'] as const)('[H1] the deviation stands in the minutes (%s)', (language) => {
    const called = { ...calledUnder([{}]), language };
    const meeting = given([served({ at: start })], called);
    const deviation = { notices: [0], reason: '汛期将至。' };
    const event = { type: 'meeting-opened' as const, present: 1, deviation };
    const recorded = { event, version: 3, at: start + day, seat: chair, actingAs: 'chair' as const };
    const said = sayFact(meeting, recorded, evolve(meeting, recorded));
    expect(said?.fact?.text).toBe(
      language === 'zh-CN'
        ? '2026年11月23日上午9:00，会议开始，应到 6 人，实到 1 人。会前公告未满规定的期限：按《南门街道社区“四会”制度》（三）4（1），应在会前3日公布或通知，最早应于2026年11月25日开会。主持人说明理由：汛期将至。'
        : 'The meeting opened at 09:00 on 23 November 2026; 1 of 6 were present. The notice had been too short: By “Nanmen Street: rules of the community’s four meetings”, （三）4（1）, notice is to be given 3 days before the meeting; the first day for it was 25 November 2026. The chair’s reason: 汛期将至.',
    );
  });
});

describe('recording that the notice was served', () => {
  const record = { type: 'record-notice', notice: 0, channel: 'public-board', at: start - minute, by: '周敏' } as const;
  const meeting = given([], calledUnder([{}]));

  it('is for staff, chair and recorder, until the meeting opens', () => {
    const fact = { ...record, type: 'notice-served' };
    for (const seat of [chair, recorder]) expect(when(meeting, record, seat)).toEqual([fact]);
    expect(when(meeting, record, stranger, { staff: true })).toEqual([fact]);
    for (const seat of [li, observer]) expect(when(meeting, record, seat)).toEqual({ refused: 'not-entitled' });
    expect(when(after(meeting, opened), record)).toMatchObject({ refused: 'wrong-phase' });
  });

  it('again corrects it; the same again changes nothing', () => {
    const known = after(meeting, served({ at: start - minute }));
    expect(when(known, record)).toEqual([]);
    const corrected = after(known, served({ at: start - day }));
    expect(noticesOf(corrected)[0]?.served).toEqual([
      { channel: 'public-board', serving: { at: start - day, by: '周敏', note: null } },
    ]);
  });

  it('is refused for what is not demanded, for a waived notice, and for a time that has not come', () => {
    expect(when(meeting, { ...record, notice: 1 })).toEqual({ refused: 'no-such-notice' });
    expect(when(meeting, { ...record, channel: null })).toEqual({ refused: 'no-such-notice' });
    expect(when(meeting, { ...record, at: start + 1 })).toEqual({ refused: 'notice-in-future' });
    const waived = given([], aCalledMeeting({ notice: { way: 'start-now', waiver: '同意' } }));
    expect(when(waived, record)).toEqual({ refused: 'no-such-notice' });
  });

  it('stands in the minutes once, and a correction says that it is one', () => {
    const saying = (before: typeof meeting, event: NoticeServed) => {
      const recorded = { event, version: 2, at: start, seat: chair, actingAs: 'chair' as const };
      const said = sayFact(before, recorded, evolve(before, recorded));
      return said?.fact?.text;
    };
    expect(saying(meeting, served())).toBe('会议公告于2026年11月22日上午9:00在居务公开栏张贴，经办人：周敏。');
    expect(saying(after(meeting, served()), served({ at: start - day, note: '时间登记有误' }))).toBe(
      '会议公告于2026年11月21日上午9:00在居务公开栏张贴，经办人：周敏，备注：时间登记有误（更正此前登记）。',
    );
  });

  it('is shown to those who prepare and lead, with the text and by whom', () => {
    expect(noticeDesk(after(meeting, served()))).toMatchObject({
      way: 'to-be-served',
      text,
      demanded: [{ served: [{ channel: 'public-board', serving: { by: '周敏' } }] }],
    });
    const waived = given([], aCalledMeeting({ notice: { way: 'start-now', waiver: '同意' } }));
    expect(noticeDesk(waived)).toEqual({ way: 'start-now', text: null, demanded: [], former: [] });
  });
});

describe('a notice in writing to each', () => {
  const called = aCalledMediation({ notice: toBeServed });
  const on = (seat: string, more: Partial<NoticeServed> = {}): NoticeServed =>
    served({ channel: 'in-writing-to-each', seat, how: 'in-person', ...more });
  const all = [recorder, li, chen, mediator];

  it('[H1] begins with the last of those who take part; chair and observers are not waited for', () => {
    const some = given(
      all.slice(1).map((seat) => on(seat)),
      called,
    );
    expect(noticesOf(some)).toMatchObject([{ servedAt: null, earliest: null }]);
    expect(noticesOf(some)[0]?.served.map(({ seat }) => seat)).toEqual(all);
    expect(when(some, open, chair, { at: start + 9 * day })).toMatchObject({
      refused: 'notice-too-short',
      params: { missing: 'in-writing-to-each', people: 1, place: '（二）4（1）' },
    });
    const whole = after(some, on(recorder, { at: start + day }));
    expect(noticesOf(whole)).toMatchObject([{ servedAt: start + day, earliest: dayFromIso('2026-11-26') }]);
    expect(shortfalls(whole, start + 3 * day)).toHaveLength(1);
    expect(shortfalls(whole, start + 4 * day)).toEqual([]);
  });

  it('[H1] waits for who is added to those who take part, and for a substitute in the place of whom they came in for', () => {
    const whole = given(
      all.map((seat) => on(seat)),
      called,
    );
    const added = { seat: stranger, person: aRegisterRow(99), name: '何平', capacities: ['party' as const], side: 2 };
    const more = after(whole, { type: 'person-added', person: added });
    expect(noticesOf(more)).toMatchObject([{ servedAt: null }]);
    const instead = after(whole, { type: 'person-added', person: added, substitutes: chen });
    expect(noticesOf(instead)[0]?.served.map(({ seat }) => seat)).toEqual([recorder, li, mediator, stranger]);
  });

  it('is recorded of one person at a time: how, when, by whom, with what was said of the receipt', () => {
    const command = { ...on(li, { note: '本人签收' }), type: 'record-notice' } as const;
    const meeting = given([], called);
    const { type: _, ...said } = command;
    expect(when(meeting, command, recorder, { at: start })).toEqual([{ type: 'notice-served', ...said }]);
    expect(when(after(meeting, { type: 'notice-served', ...said }), command)).toEqual([]);
    const { seat: _seat, ...ofNobody } = command;
    expect(when(meeting, ofNobody)).toEqual({ refused: 'no-such-notice' });
    expect(when(meeting, { ...command, seat: observer })).toEqual({ refused: 'no-such-seat' });
    expect(when(meeting, { ...command, seat: chair })).toEqual({ refused: 'no-such-seat' });
    const board = { type: 'record-notice', notice: 0, channel: 'public-board', at: start, by: '周敏' } as const;
    expect(when(given([], calledUnder([{}])), { ...board, seat: li })).toEqual({ refused: 'no-such-notice' });
  });

  it('stands in the minutes person by person', () => {
    const before = given([], called);
    const event = on(li, { note: '本人签收。' });
    const recorded = { event, version: 2, at: start, seat: chair, actingAs: 'chair' } as const;
    expect(sayFact(before, recorded, evolve(before, recorded))).toMatchObject({
      fact: { text: '会议通知于2026年11月22日上午9:00送达李秀英（当面送交），经办人：周敏，备注：本人签收。' },
    });
  });

  it('[H1] served before the calling, it was served on everybody on the list then', () => {
    const meeting = given([], aCalledMediation());
    expect(noticesOf(meeting)).toMatchObject([{ servedAt: start - 4 * day }]);
    expect(shortfalls(meeting, start)).toEqual([]);
  });
});
