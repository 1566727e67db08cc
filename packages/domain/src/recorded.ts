/**
 * Between a fact and its line in the record. Old lines are read for ever: a type whose meaning changed gets an
 * upcaster here, and the line itself stays as it was written.
 */
import { meetingEventSchema, type ActingAs, type MeetingEvent, type Recorded } from './acts/event.ts';
import type { JsonObject } from './canonical.ts';
import { capacities } from './capacities.ts';
import { beginning, eventHash, type RecordedEvent } from './chain.ts';

const actors: readonly string[] = [...capacities, 'staff', 'seal-keeper', 'system'];
const isActingAs = (text: string): text is ActingAs => actors.includes(text);

/**
 * A line of the record as a fact.
 * @throws when the line is of a type or shape that this program does not know: the program is older than the record
 */
export function factOf(line: RecordedEvent): Recorded {
  if (!isActingAs(line.actingAs)) throw new Error(`Event ${line.version} acts in an unknown capacity`);
  const event = meetingEventSchema.parse({ ...line.data, type: line.type });
  return { event, version: line.version, at: line.at, seat: line.seat, actingAs: line.actingAs };
}

/** Where a record stands: its last version and hash. */
export interface Head {
  version: number;
  hash: string;
}

export const headBefore = (meeting: string): Head => ({ version: 0, hash: beginning(meeting) });

/** Who acted, by which command, when. */
export interface Signed {
  meeting: string;
  seat: string;
  actingAs: ActingAs;
  commandId: string;
  at: number;
}

/** A fact as the next line of the record, hashed onto the head. `part` counts the facts of one command from 0. */
export function lineOf(
  event: MeetingEvent,
  part: number,
  head: Head,
  { meeting, seat, actingAs, commandId, at }: Signed,
): RecordedEvent {
  const { type, ...rest } = event;
  // Through JSON and back, so that a field left undefined is left out, now as when the line is read again.
  const data: JsonObject = JSON.parse(JSON.stringify(rest));
  const line = { meeting, version: head.version + 1, type, data, seat, actingAs, commandId, part, at };
  return { ...line, hash: eventHash(head.hash, line) };
}
