/**
 * How early a notice must go out. "N days before" means: day of the meeting − day of the notice ≥ N on the calendar of
 * the community, never moved by rest days; a community may ask for N clear days (≥ N + 1). The clock starts when the last
 * channel that the procedure demands has been served; a channel that reaches each person by themself, when the last of
 * those who take part has been.
 */
import type { MeetingCalled } from './acts/called.ts';
import type { Recorded } from './acts/event.ts';
import type { NoticeCommand, NoticeServed, NoticeText, ServingWay } from './acts/notice.ts';
import { seatedIn, type Attendance } from './attendance.ts';
import type { Capacity } from './capacities.ts';
import { dayOf, isoDay } from './days.ts';
import { accept, refuse, unchanged, type Circumstances, type Decision, type Refusal } from './decision.ts';
import { channelsToEach } from './procedures/calling.ts';
import type { Procedure } from './procedures/schema.ts';
import { rulesOn, type Words } from './procedures/stated.ts';
import { isDue } from './substitution.ts';

export type NoticeChannel = NoticeServed['channel'];

/** One notice that a procedure demands, with where that stands. */
export interface DemandedNotice {
  /** Its place in the procedure's notices. */
  notice: number;
  /** Null: no time is stated; it must have been served, whenever. */
  days: number | null;
  clearDays: boolean;
  /** Every one is demanded; null stands for the one way that the host chose where none is stated. */
  channels: NoticeChannel[];
  source: { document: Words; place: string; quote: string };
}

/** What is known of one channel. `by` is null where the calling alone told of it. */
export interface Serving {
  at: number;
  by: string | null;
  note: string | null;
  /** How it came to a person's hands; absent where nobody said, and of a board. */
  how?: ServingWay;
}
/** By {@link keyOf}. */
export type Servings = Readonly<Record<string, Serving>>;

const keyOf = (notice: number, channel: NoticeChannel, seat?: string): string =>
  seat === undefined ? `${notice} ${channel ?? ''}` : `${notice} ${channel ?? ''} ${seat}`;

/** @param seat by a channel that reaches each person by themself: whom */
export const servingOf = (servings: Servings, notice: number, channel: NoticeChannel, seat?: string): Serving | null =>
  servings[keyOf(notice, channel, seat)] ?? null;

const isToEach = (channel: NoticeChannel): boolean => channel !== null && channelsToEach.includes(channel);

/** On whom such a notice is served: everybody who takes part, save the chair, who convenes the meeting. */
const isServed = (person: { capacities: readonly Capacity[]; replacedBy?: string }): boolean =>
  isDue(person) && !person.capacities.includes('chair');

/** The notices that a procedure demands of every meeting held by it, in its order. */
export function demandedBy(procedure: Pick<Procedure, 'notices' | 'documents'>): DemandedNotice[] {
  const always = new Set(rulesOn(procedure.notices, null));
  return (procedure.notices ?? []).flatMap((rule, notice) => {
    const [source] = rule.sources;
    const document = source && procedure.documents[source.document]?.title;
    if (!always.has(rule) || !source || !document) return [];
    const { days, clearDays, channels } = rule.value;
    const { place, quote, corrected } = source;
    return [
      { notice, days, clearDays, channels: channels ?? [null], source: { document, place, quote: corrected ?? quote } },
    ];
  });
}

/** The first calendar day (days.ts) on which the meeting may be held when the notice's last channel was served that day. */
export const earliestDay = (servedOn: number, { days, clearDays }: { days: number; clearDays: boolean }): number =>
  servedOn + days + (clearDays ? 1 : 0);

/** The last calendar day on which the last channel may be served for a meeting held that day. */
export const latestDay = (heldOn: number, { days, clearDays }: { days: number; clearDays: boolean }): number =>
  heldOn - days - (clearDays ? 1 : 0);

/** What the calling itself says: a notice served before it was served by every channel that is demanded. */
export function noticeAsCalled({ procedure, notice, people }: MeetingCalled): Servings {
  if (notice.way !== 'served') return {};
  const serving: Serving = { at: notice.servedAt, by: null, note: null };
  return Object.fromEntries(
    demandedBy(procedure).flatMap(({ notice: n, channels }) =>
      channels.flatMap((channel) => {
        const keys = isToEach(channel) ? people.map(({ seat }) => keyOf(n, channel, seat)) : [keyOf(n, channel)];
        return keys.map((key) => [key, serving] as const);
      }),
    ),
  );
}

/** The notice in force; null where the meeting was called without one, and in records older than the text. */
export const noticeInForce = ({ notice }: Pick<MeetingCalled, 'notice'>): NoticeText | null =>
  notice.way === 'start-now' ? null : (notice.text ?? null);

export function evolveNotice(servings: Servings, { event }: Recorded): Servings {
  // [H1] A notice with another time or place is another notice: none of its channels has been served.
  if (event.type === 'meeting-changed') return {};
  if (event.type !== 'notice-served') return servings;
  const { notice, channel, at, by, note = null, seat, how } = event;
  return { ...servings, [keyOf(notice, channel, seat)]: { at, by, note, ...(how && { how }) } };
}

interface Noticed {
  called: MeetingCalled;
  notice: Servings;
  attendance: Attendance;
}

/**
 * Records that a channel was served, or corrects it; what the procedure does not demand starts no clock, nor does [H1] a
 * posting before the last change, which can only have been of the former notice.
 */
export function decideNotice(
  { called, notice, attendance, changes }: Noticed & { changes: readonly Change[] },
  command: NoticeCommand,
  { at }: Circumstances,
): Decision {
  const demanded = demandedBy(called.procedure).find((one) => one.notice === command.notice);
  if (called.notice.way === 'start-now' || !demanded?.channels.includes(command.channel))
    return refuse('no-such-notice');
  if (isToEach(command.channel) !== (command.seat !== undefined)) return refuse('no-such-notice');
  if (command.seat !== undefined && !seatedIn(attendance).some((one) => one.seat === command.seat && isServed(one)))
    return refuse('no-such-seat');
  if (command.at > at) return refuse('notice-in-future');
  const changedAt = changes.at(-1)?.at;
  // People say the minute, the record knows the millisecond.
  if (changedAt !== undefined && command.at + 60_000 <= changedAt) return refuse('notice-before-change');
  const known = servingOf(notice, command.notice, command.channel, command.seat);
  const same =
    known?.at === command.at &&
    known.by === command.by &&
    known.note === (command.note ?? null) &&
    known.how === command.how;
  return same ? unchanged() : accept({ ...command, type: 'notice-served' });
}

/** A notice as far as it was served. */
export interface NoticeState extends DemandedNotice {
  /** By channel; one that reaches each person by themself stands here once for each, with the `seat`. */
  served: { channel: NoticeChannel; seat?: string; serving: Serving | null }[];
  /** When the last channel was served; null while one was not. */
  servedAt: number | null;
  /** First day of a lawful opening; null while a channel was not served, or where no time is stated. */
  earliest: number | null;
}

/** Every notice the procedure demands, with what was served; none where the notice was waived. */
export function noticesOf({ called, notice, attendance }: Noticed): NoticeState[] {
  if (called.notice.way === 'start-now') return [];
  return demandedBy(called.procedure).map((demanded): NoticeState => {
    const { days, clearDays, channels } = demanded;
    const served = channels.flatMap((channel): NoticeState['served'] => {
      if (!isToEach(channel)) return [{ channel, serving: servingOf(notice, demanded.notice, channel) }];
      const each = seatedIn(attendance).filter(isServed);
      return each.map(({ seat }) => ({ channel, seat, serving: servingOf(notice, demanded.notice, channel, seat) }));
    });
    const times = served.flatMap(({ serving }) => serving?.at ?? []);
    const servedAt = times.length === 0 || times.length < served.length ? null : Math.max(...times);
    const earliest =
      servedAt === null || days === null
        ? null
        : earliestDay(dayOf(servedAt, called.community.timeZone), { days, clearDays });
    return { ...demanded, served, servedAt, earliest };
  });
}

/** Does this notice stand against opening on that day? */
export const isShort = ({ servedAt, earliest }: Pick<NoticeState, 'servedAt' | 'earliest'>, day: number): boolean =>
  servedAt === null || (earliest !== null && day < earliest);

/** The notices that stand against opening at this instant [H1]. */
export const shortfalls = (meeting: Noticed, at: number): NoticeState[] =>
  noticesOf(meeting).filter((state) => isShort(state, dayOf(at, meeting.called.community.timeZone)));

/** The refusal, with the rule and where it stands. */
export function tooShort({ days, clearDays, source, served, earliest }: NoticeState): Refusal {
  const missing = served.find(({ serving }) => serving === null);
  const people = served.filter(({ seat, serving }) => seat !== undefined && serving === null).length;
  return refuse('notice-too-short', {
    ...(days !== null && { days }),
    clear: clearDays ? 1 : 0,
    'document-zh-CN': source.document['zh-CN'],
    'document-en': source.document.en,
    place: source.place,
    ...(missing && { missing: missing.channel ?? 'unstated' }),
    ...(people > 0 && { people }),
    ...(earliest !== null && { earliest: isoDay(earliest) }),
  });
}

/** One change of time or place, with what was announced before it. */
export interface Change {
  /** When it was recorded, ms since 1970. */
  at: number;
  reason: string;
  former: { plannedAt: number; place: string; notice: NoticeText | null };
}

/** The notice as those who prepare and lead see it: its text, and what was served by whom. */
export interface NoticeDesk {
  way: MeetingCalled['notice']['way'];
  /** Null where the meeting was called at once, and in records older than the text. */
  text: NoticeText | null;
  demanded: NoticeState[];
  /** Notices that another took the place of, the oldest first: when, and why. */
  former: { text: NoticeText; replacedAt: number; reason: string }[];
}

/** The notices that were in force before time or place changed, the oldest first. */
export const formerNotices = (changes: readonly Change[]): NoticeDesk['former'] =>
  changes.flatMap(({ at, reason, former }) => (former.notice ? [{ text: former.notice, replacedAt: at, reason }] : []));

export function noticeDesk(meeting: Noticed & { changes: readonly Change[] }): NoticeDesk {
  const { called, changes } = meeting;
  const text = noticeInForce(called);
  return { way: called.notice.way, text, demanded: noticesOf(meeting), former: formerNotices(changes) };
}
