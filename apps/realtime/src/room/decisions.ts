/** Commands on their way to the record: a batch is decided in order, and nothing of it is told before it is committed. */
import type { MeetingCommand } from '@yishiting/domain/acts/command';
import type { Circumstances } from '@yishiting/domain/decision';
import { decide, evolve, meetingAsCalled, type Meeting } from '@yishiting/domain/meeting';
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
  circumstances: Omit<Circumstances, 'at'>;
}

/** A meeting together with the end of its record. */
export interface State {
  meeting: Meeting;
  head: Head;
}

/** What was decided of a command: the facts that follow, and the answer to be given once they are committed. */
export interface Decided {
  entries: Entry[];
  answer: Answer;
}

/** Commands are told apart by seat and id: another seat's id reveals nothing. */
export const keyOf = (seat: string, commandId: string): string => `${seat} ${commandId}`;

/** The state that a record tells; null when the meeting was never called. */
export function stateOf(lines: readonly RecordedEvent[]): State | null {
  const [first, ...later] = lines;
  if (!first) return null;
  const told = later.reduce((state, line) => evolve(state, factOf(line)), meetingAsCalled(factOf(first)));
  const last = lines.at(-1) ?? first;
  return { meeting: told, head: { version: last.version, hash: last.hash } };
}

/** Decides one command against a state, and gives the state after it. */
function decideOne(meetingId: string, state: State, given: Given): { decided: Decided; after: State } {
  // A clock that was set back must not put a fact before the one above it.
  const at = Math.max(given.receivedAt, state.meeting.lastAt);
  const decision = decide(state.meeting, given.command, { ...given.circumstances, at });
  if (decision.outcome === 'refused') {
    const { code, params } = decision;
    return { decided: { entries: [], answer: { answer: 'refused', code, ...(params && { params }) } }, after: state };
  }
  const { seat } = given.circumstances.actor;
  const signed = { meeting: meetingId, seat, actingAs: decision.actingAs, commandId: given.commandId, at };
  const entries: Entry[] = [];
  let after = state;
  for (const [part, event] of decision.events.entries()) {
    const line = lineOf(event, part, after.head, signed);
    const recorded = { event, version: line.version, at, seat, actingAs: decision.actingAs };
    entries.push({ line, recorded });
    after = { meeting: evolve(after.meeting, recorded), head: { version: line.version, hash: line.hash } };
  }
  return { decided: { entries, answer: { answer: entries.length > 0 ? 'accepted' : 'unchanged' } }, after };
}

/** Decides commands in their order, each against the state that the ones before it leave. */
export function decideAll(
  meetingId: string,
  state: State,
  batch: readonly Given[],
): { decided: Decided[]; entries: Entry[]; after: State } {
  let after = state;
  const decided = batch.map((given) => {
    const one = decideOne(meetingId, after, given);
    after = one.after;
    return one.decided;
  });
  return { decided, entries: decided.flatMap(({ entries }) => entries), after };
}
