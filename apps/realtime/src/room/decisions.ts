/** Commands and typing on their way to the record: a batch is decided in order, and nothing of it is told before it is committed. */
import type { TypedUpdate } from '@yishiting/db/minutes';
import type { MeetingCommand } from '@yishiting/domain/acts/command';
import type { Circumstances } from '@yishiting/domain/decision';
import { decide, evolve, meetingAsCalled, type Meeting } from '@yishiting/domain/meeting';
import { mayWrite } from '@yishiting/domain/minutes';
import { sayFact } from '@yishiting/domain/minutes-facts';
import { heard, type FactSaid, type Told, type WovenMinutes } from '@yishiting/domain/minutes-text';
import type { Answer } from '@yishiting/domain/protocol';
import type { RecordedEvent } from '@yishiting/domain/chain';
import { factOf, lineOf, type Head } from '@yishiting/domain/recorded';
import type { Entry } from './record-keeper.ts';

/** A command as the door hands it in: parsed, and with the actor whom the session names. */
export interface Given {
  commandId: string;
  command: MeetingCommand;
  /** When it came in, ms since 1970. */
  receivedAt: number;
  circumstances: Omit<Circumstances, 'at' | 'minutes'>;
}

/** What somebody typed in the minutes, as their door hands it in: looked through, and with the seat whom the session names. */
export interface Typed {
  update: Uint8Array;
  seat: string;
  /** When it came in, ms since 1970. */
  receivedAt: number;
}

/** A meeting together with the end of its record. */
export interface State {
  meeting: Meeting;
  head: Head;
}

/** What was decided: the facts that follow or the update to keep, and the answer to be given once they are committed. */
export interface Decided {
  entries: Entry[];
  typed: TypedUpdate[];
  answer: Answer;
}

/** Commands are told apart by seat and id: another seat's id reveals nothing. */
export const keyOf = (seat: string, commandId: string): string => `${seat} ${commandId}`;

/** The state that a record tells, and what the minutes say of it; null when the meeting was never called. */
export function readRecord(lines: readonly RecordedEvent[]): { state: State; said: FactSaid[] } | null {
  const last = lines.at(-1);
  let meeting: Meeting | null = null;
  const told: Told[] = [];
  for (const line of lines) {
    const recorded = factOf(line);
    const after: Meeting = meeting ? evolve(meeting, recorded) : meetingAsCalled(recorded);
    const words = sayFact(meeting, recorded, after);
    if (words) told.push(words);
    meeting = after;
  }
  if (!meeting || !last) return null;
  return { state: { meeting, head: { version: last.version, hash: last.hash } }, said: heard([], told) };
}

/** Decides one command against a state, and gives the state after it. */
function decideOne(
  meetingId: string,
  state: State,
  given: Given,
  minutes: WovenMinutes | undefined,
): { decided: Decided; after: State } {
  // A clock that was set back must not put a fact before the one above it.
  const at = Math.max(given.receivedAt, state.meeting.lastAt);
  const decision = decide(state.meeting, given.command, { ...given.circumstances, at, ...(minutes && { minutes }) });
  if (decision.outcome === 'refused') {
    const { code, params } = decision;
    const answer: Answer = { answer: 'refused', code, ...(params && { params }) };
    return { decided: { entries: [], typed: [], answer }, after: state };
  }
  const { seat } = given.circumstances.actor;
  const signed = { meeting: meetingId, seat, actingAs: decision.actingAs, commandId: given.commandId, at };
  const entries: Entry[] = [];
  let after = state;
  for (const [part, event] of decision.events.entries()) {
    const line = lineOf(event, part, after.head, signed);
    const recorded = { event, version: line.version, at, seat, actingAs: decision.actingAs };
    const meeting = evolve(after.meeting, recorded);
    entries.push({ line, recorded, said: sayFact(after.meeting, recorded, meeting) });
    after = { meeting, head: { version: line.version, hash: line.hash } };
  }
  const answer: Answer = { answer: entries.length > 0 ? 'accepted' : 'unchanged' };
  return { decided: { entries, typed: [], answer }, after };
}

/** Whether the seat may still write, after all that was decided before. */
function decideTyped({ meeting }: State, { update, seat, receivedAt }: Typed): Decided {
  if (!mayWrite(meeting, seat)) return { entries: [], typed: [], answer: { answer: 'refused', code: 'not-entitled' } };
  return { entries: [], typed: [{ update, seat, at: receivedAt }], answer: { answer: 'accepted' } };
}

/**
 * Decides what came in, in its order, each against the state that the ones before it leave.
 * @param minutes the text as committed, for commands that rest on it
 */
export function decideAll(
  meetingId: string,
  state: State,
  batch: readonly (Given | Typed)[],
  minutes?: WovenMinutes,
): { decided: Decided[]; entries: Entry[]; typed: TypedUpdate[]; after: State } {
  let after = state;
  const decided = batch.map((asked) => {
    if ('update' in asked) return decideTyped(after, asked);
    const one = decideOne(meetingId, after, asked, minutes);
    after = one.after;
    return one.decided;
  });
  const entries = decided.flatMap((one) => one.entries);
  return { decided, entries, typed: decided.flatMap((one) => one.typed), after };
}
