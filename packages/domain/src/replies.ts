/**
 * Who said beforehand whether they will come. A reply may be changed until the meeting is opened; then it stands. It is about
 * one time: when the meeting is moved to another, all are asked anew.
 */
import type { MeetingCalled } from './acts/called.ts';
import type { Recorded } from './acts/event.ts';
import type { ReplyCommand } from './acts/replies.ts';
import { isDue, type Attendance, type SeatedPerson } from './attendance.ts';
import { accept, refuse, unchanged, type Circumstances, type Decision } from './decision.ts';
import type { AwayReason, ReplyWay } from './reply-words.ts';

export interface Reply {
  coming: boolean;
  /** Only of who cannot come; null: none was given. */
  reason: AwayReason | null;
  /** Null: said before the meeting was called. */
  way: ReplyWay | null;
  /** Who told it to the desk, by name; null: the person themself. */
  toldBy: string | null;
  at: number;
}

export interface Replies {
  /** For when the meeting is planned, ms since 1970. */
  about: number;
  /** Whoever is missing has not answered. */
  bySeat: Readonly<Record<string, Reply>>;
}

/** What replies look at. */
interface Replied {
  attendance: Attendance;
  replies: Replies;
}

export const replyOf = ({ bySeat }: Replies, seat: string): Reply | null =>
  Object.hasOwn(bySeat, seat) ? (bySeat[seat] ?? null) : null;

/**
 * 请假: due, said beforehand that they cannot come, and never came. 应到 = 实到 + 请假 + 缺席 at every moment, since each
 * who is due came, or is on leave, or is neither (documents.md 1.4).
 */
export const isOnLeave = ({ replies }: Pick<Replied, 'replies'>, person: SeatedPerson): boolean =>
  isDue(person) && person.presence.status === 'expected' && replyOf(replies, person.seat)?.coming === false;

export function repliesAsCalled({ people, plannedAt }: MeetingCalled, at: number): Replies {
  const said = people.flatMap(({ seat, reply }): [string, Reply][] =>
    reply ? [[seat, { coming: reply.coming, reason: reply.reason ?? null, way: null, toldBy: null, at }]] : [],
  );
  return { about: plannedAt, bySeat: Object.fromEntries(said) };
}

type Said = Pick<Reply, 'coming' | 'reason' | 'toldBy'> & { way: ReplyWay };

function give({ attendance, replies }: Replied, seat: string, said: Said): Decision {
  if (!Object.hasOwn(attendance.people, seat)) return refuse('no-such-seat');
  const { coming, way, toldBy } = said;
  const reason = coming ? null : said.reason;
  const former = replyOf(replies, seat);
  const parts = ({ coming, reason, way, toldBy }: Omit<Reply, 'at'>) => JSON.stringify([coming, reason, way, toldBy]);
  if (former && parts(former) === parts({ coming, reason, way, toldBy })) return unchanged();
  return accept({
    type: 'reply-given',
    seat,
    coming,
    ...(reason !== null && { reason }),
    way,
    ...(toldBy !== null && { toldBy }),
  });
}

export function decideReplies(meeting: Replied, command: ReplyCommand, { actor }: Circumstances): Decision {
  const { coming, reason = null } = command;
  if (command.type === 'give-reply') {
    return give(meeting, actor.seat, { coming, reason, way: 'own-page', toldBy: null });
  }
  return give(meeting, command.seat, { coming, reason, way: command.way, toldBy: command.toldBy ?? null });
}

export function evolveReplies(replies: Replies, { event, at }: Recorded): Replies {
  if (event.type === 'meeting-changed') {
    return event.plannedAt === replies.about ? replies : { about: event.plannedAt, bySeat: {} };
  }
  if (event.type !== 'reply-given') return replies;
  const { seat, coming, reason = null, way, toldBy = null } = event;
  return { ...replies, bySeat: { ...replies.bySeat, [seat]: { coming, reason, way, toldBy, at } } };
}
