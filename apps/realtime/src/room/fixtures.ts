/** A room without a database and without a network, for tests that stop it at will. */
import type { TypedUpdate } from '@yishiting/db/minutes';
import type { CalledPerson, MeetingCalled } from '@yishiting/domain/acts/called';
import type { MeetingCommand } from '@yishiting/domain/acts/command';
import type { RecordedEvent } from '@yishiting/domain/chain';
import { hearing } from '@yishiting/domain/procedures/hearing';
import { mediation } from '@yishiting/domain/procedures/mediation';
import type { EndCode } from '@yishiting/domain/end-codes';
import type { Down } from '@yishiting/domain/protocol';
import { headBefore, lineOf } from '@yishiting/domain/recorded';
import type { Given } from './decisions.ts';
import type { RoomSocket } from './hall.ts';
import type { Entry, RecordKeeper } from './record-keeper.ts';
import type { Room, RoomListener } from './room.ts';

/** An id that reads as its number: `idOf(7)` ends in …0007. */
export const idOf = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
/** A command id that reads as its number. */
export const commandIdOf = (n: number): string => String(n).padStart(32, '0');

export const meetingId = idOf(1);
/** Seats of {@link aCalling}: 11 leads, 12 keeps the minutes, 21 and up are members. */
export const seatOf = { chair: idOf(11), recorder: idOf(12), member: (n: number) => idOf(20 + n) };
export const itemOf = (n: number): string => idOf(900 + n);

const person = (n: number, name: string, ...capacities: CalledPerson['capacities']): CalledPerson => ({
  seat: idOf(n),
  person: idOf(n + 100_000),
  name,
  capacities,
});

/** The calling of a hearing with `members` members and five items. */
export function aCalling({ members = 3 } = {}): MeetingCalled {
  return {
    type: 'meeting-called',
    community: { id: idOf(2), name: '示范社区', demonstration: true, timeZone: 'Asia/Shanghai' },
    body: { id: idOf(3), name: '示范社区居民委员会' },
    matter: '加装电梯',
    description: '',
    place: '二楼会议室',
    plannedAt: 1_000,
    language: 'zh-CN',
    procedure: hearing,
    people: [
      person(11, '王主任', 'chair'),
      person(12, '李记录', 'recorder'),
      ...Array.from({ length: members }, (_, n) => person(21 + n, `代表${n + 1}`, 'member')),
    ],
    agenda: [1, 2, 3, 4, 5].map((n) => ({ item: itemOf(n), title: `第${n}项`, step: null, minutes: 10 })),
    notice: { way: 'start-now', waiver: '全体到会人员同意' },
  };
}

/** The calling of a mediation: 21 and 22 are the parties, 23 only looks on. */
export function aCallingOfMediation(): MeetingCalled {
  const calling = aCalling({ members: 0 });
  const party = (n: number, name: string, side: number) => ({ ...person(n, name, 'party'), side });
  return {
    ...calling,
    matter: '楼上卫生间漏水',
    procedure: mediation,
    people: [...calling.people, party(21, '李秀英', 1), party(22, '陈国强', 2), person(23, '赵强', 'observer')],
  };
}

/** The record right after calling. */
export function aRecord(calling = aCalling()): RecordedEvent[] {
  const signed = {
    meeting: meetingId,
    seat: seatOf.chair,
    actingAs: 'staff' as const,
    commandId: commandIdOf(0),
    at: 500,
  };
  return [lineOf(calling, 0, headBefore(meetingId), signed)];
}

/** A record in memory whose commits a test can hold up, let fail, or let succeed without an answer. */
export class MemoryRecord implements RecordKeeper {
  lines: RecordedEvent[];
  /** What was typed in the minutes, in the order in which it was committed. */
  typed: TypedUpdate[] = [];
  commits: Entry[][] = [];
  /** Called before a commit takes effect. Throwing makes it fail; a promise that never settles makes it hang. */
  before: (entries: readonly Entry[], typed: readonly TypedUpdate[]) => unknown = () => undefined;
  /** Called after it took effect, before the room hears of it: throwing loses the answer. */
  after: (entries: readonly Entry[], typed: readonly TypedUpdate[]) => unknown = () => undefined;
  beforeLoad: () => unknown = () => undefined;

  constructor(lines = aRecord()) {
    this.lines = lines;
  }

  async load(): Promise<RecordedEvent[]> {
    await this.beforeLoad();
    return [...this.lines];
  }

  async commit(
    head: { version: number },
    entries: readonly Entry[],
    _: unknown,
    typed: readonly TypedUpdate[] = [],
  ): Promise<void> {
    await this.before(entries, typed);
    if (this.lines.length !== head.version) throw new Error('HeadMoved');
    this.lines = [...this.lines, ...entries.map(({ line }) => line)];
    this.typed = [...this.typed, ...typed];
    this.commits.push([...entries]);
    await this.after(entries, typed);
  }

  cause(error: unknown): 'data' | 'disk-full' | 'other' {
    const { cause } = error as { cause?: unknown };
    return cause === 'data' || cause === 'disk-full' ? cause : 'other';
  }
}

let ids = 1_000_000;
/** A command as the door hands it in, given by a seat. */
export function given(seat: string, command: MeetingCommand, { id = ++ids, at = 2_000, staff = false } = {}): Given {
  const actor = { seat, person: idOf(100_000 + ids), name: '某人', staff };
  return { commandId: commandIdOf(id), command, receivedAt: at, circumstances: { actor, newId: () => idOf(++ids) } };
}

/** What a room says to its house, kept for the test. */
export class ListenerLog implements RoomListener {
  changes: number[] = [];
  reloads = 0;
  ends = 0;
  troubles: string[] = [];

  changed(room: Room): void {
    this.changes.push(room.meeting.version);
  }
  reloaded(): void {
    this.reloads += 1;
  }
  ended(): void {
    this.ends += 1;
  }
  trouble(_: Room, what: string): void {
    this.troubles.push(what);
  }
}

/** One end of a connection without a network: what it was told is kept in order. */
export class TestSocket implements RoomSocket {
  told: Down[] = [];
  following: string | null = null;
  endedBy: EndCode | null = null;

  send(message: Down): void {
    // As a wire would: what is changed later does not change what was told.
    this.told.push(JSON.parse(JSON.stringify(message)) as Down);
  }
  follow(audience: string): void {
    this.following = audience;
  }
  end(code: EndCode): void {
    this.endedBy = code;
  }
}
