/**
 * The chain of a meeting's record: every event carries a hash over itself and over the hash before it, so that nothing
 * can be changed, taken out, put in or moved without breaking it. An owner who computes the whole chain anew is caught
 * by a record seal only (record-seal.ts).
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod';
import { canonical, type JsonObject, type JsonValue } from './canonical.ts';

/** One fact as it stands in the record. `at` is Unix time in ms, `hash` 64 lower-case hex digits. */
export type RecordedEvent = {
  readonly meeting: string;
  readonly version: number;
  readonly type: string;
  readonly data: JsonObject;
  readonly seat: string;
  readonly actingAs: string;
  readonly commandId: string;
  /** The how-manieth event of its command, from 0. */
  readonly part: number;
  readonly at: number;
  readonly hash: string;
};

export type UnhashedEvent = Omit<RecordedEvent, 'hash'>;

/** What is wrong with a record, and where. `position` counts the events as they were handed over, from 0. */
export type ChainFinding =
  /** No event at all, or fields missing, strange or too many. */
  | { readonly code: 'unreadable'; readonly version: number | null; readonly position: number }
  /** An event that names another meeting. */
  | { readonly code: 'foreign'; readonly version: number; readonly position: number }
  /** Stands after a later version. */
  | { readonly code: 'out-of-order'; readonly version: number; readonly position: number }
  /** A version that is there twice; this is the one that does not fit, or the later one. */
  | { readonly code: 'added'; readonly version: number; readonly position: number }
  /** The versions from `version` to `upTo` were taken out of the middle. */
  | { readonly code: 'missing'; readonly version: number; readonly upTo: number }
  /** The event itself, or the hash of the one before it, was changed; or something before it was taken out or put in. */
  | { readonly code: 'does-not-follow'; readonly version: number }
  /** The event is whole but bore another version when it was written. */
  | { readonly code: 'renumbered'; readonly version: number; readonly was: number }
  /** The versions from `version` to `upTo` were cut off the end. */
  | { readonly code: 'cut-off'; readonly version: number; readonly upTo: number };

/** The hash that stands before version 1 of a meeting: it ties the chain to this meeting and to this way of hashing. */
export function beginning(meeting: string): string {
  return hashOf({ meeting, record: 'yishiting-record-1' });
}

/**
 * SHA-256 (hex) over the RFC 8785 form of all of the event but its hash, and of `previous`, the hash before it.
 * @throws NotCanonical when the event cannot be written as canonical JSON.
 */
export function eventHash(previous: string, event: UnhashedEvent): string {
  const { meeting, version, type, data, seat, actingAs, commandId, part, at } = event;
  return hashOf({ meeting, version, type, data, seat, actingAs, commandId, part, at, previous });
}

function hashOf(value: JsonValue): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(value))));
}

const recordedEvent = z.strictObject({
  meeting: z.string(),
  version: z.int().positive(),
  type: z.string(),
  // Looked at by the hash; parsing it would make a copy that has lost what was wrong with it.
  data: z.custom<JsonObject>((data) => typeof data === 'object' && data !== null && !Array.isArray(data)),
  seat: z.string(),
  actingAs: z.string(),
  commandId: z.string(),
  part: z.int().nonnegative(),
  at: z.int(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

type Placed = { readonly event: RecordedEvent; readonly position: number };

/**
 * Checks the events of one meeting in the order in which they are kept; an empty list of findings means the chain holds.
 * Never throws, whatever it is given. The end of the chain is beyond it: see `checkHead` and record seals.
 */
export function verifyChain(events: readonly unknown[], meeting = meetingOf(events)): ChainFinding[] {
  const findings: ChainFinding[] = [];
  const byVersion = placeByVersion(events, meeting, findings);
  let previous: string | null = beginning(meeting);
  let expected = 1;
  for (const version of [...byVersion.keys()].sort((a, b) => a - b)) {
    if (version > expected) {
      findings.push({ code: 'missing', version: expected, upTo: version - 1 });
      previous = null;
    }
    const kept = keepOne(byVersion.get(version)!, previous, findings);
    // After a gap the hash before is unknown: the gap is named, and the chain is taken up again from here.
    if (previous !== null) checkOne(previous, kept.event, findings);
    previous = kept.event.hash;
    expected = version + 1;
  }
  return findings;
}

/** Compares the end of a record with the head noted elsewhere (the meeting's row); `hash` is null for a head of 0. */
export function checkHead(
  events: readonly RecordedEvent[],
  head: { readonly version: number; readonly hash: string | null },
): ChainFinding[] {
  const last = lastOf(events);
  const version = last?.version ?? 0;
  if (version < head.version) return [{ code: 'cut-off', version: version + 1, upTo: head.version }];
  if (last && version > head.version) return [{ code: 'added', version, position: events.indexOf(last) }];
  return (last?.hash ?? null) === head.hash ? [] : [{ code: 'does-not-follow', version: version + 1 }];
}

/** The event with the highest version, wherever it stands. */
export function lastOf(events: readonly RecordedEvent[]): RecordedEvent | null {
  return events.reduce<RecordedEvent | null>((last, one) => (last && last.version >= one.version ? last : one), null);
}

/** The first version at which two records of one meeting part, or null when one is the beginning of the other. */
export function whereTheyPart(one: readonly RecordedEvent[], other: readonly RecordedEvent[]): number | null {
  const hashes = new Map(other.map((event) => [event.version, event.hash]));
  const parted = one.filter((event) => hashes.has(event.version) && hashes.get(event.version) !== event.hash);
  return parted.length === 0 ? null : Math.min(...parted.map((event) => event.version));
}

function meetingOf(events: readonly unknown[]): string {
  for (const event of events) {
    const read = readEvent(event);
    if (read) return read.meeting;
  }
  return '';
}

/** The event, unless something about it is strange; a getter or proxy that throws is as strange as a missing field. */
export function readEvent(event: unknown): RecordedEvent | null {
  try {
    const read = recordedEvent.safeParse(event);
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

function placeByVersion(events: readonly unknown[], meeting: string, findings: ChainFinding[]): Map<number, Placed[]> {
  const byVersion = new Map<number, Placed[]>();
  let highest = 0;
  events.forEach((given, position) => {
    const event = readEvent(given);
    if (!event) return void findings.push({ code: 'unreadable', version: versionOf(given), position });
    const { version } = event;
    if (event.meeting !== meeting) return void findings.push({ code: 'foreign', version, position });
    if (version < highest) findings.push({ code: 'out-of-order', version, position });
    highest = Math.max(highest, version);
    byVersion.set(version, [...(byVersion.get(version) ?? []), { event, position }]);
  });
  return byVersion;
}

function versionOf(given: unknown): number | null {
  try {
    const version = (given as { version?: unknown } | null)?.version;
    return Number.isSafeInteger(version) ? (version as number) : null;
  } catch {
    return null;
  }
}

function keepOne(sameVersion: readonly Placed[], previous: string | null, findings: ChainFinding[]): Placed {
  const kept = sameVersion.find((one) => previous !== null && follows(previous, one.event)) ?? sameVersion[0]!;
  for (const one of sameVersion) {
    if (one !== kept) findings.push({ code: 'added', version: one.event.version, position: one.position });
  }
  return kept;
}

function checkOne(previous: string, event: RecordedEvent, findings: ChainFinding[]): void {
  const { version } = event;
  if (follows(previous, event)) return;
  const was = [-3, -2, -1, 1, 2, 3]
    .map((shift) => version + shift)
    .find((other) => other > 0 && follows(previous, { ...event, version: other }));
  findings.push(was ? { code: 'renumbered', version, was } : { code: 'does-not-follow', version });
}

function follows(previous: string, event: RecordedEvent): boolean {
  try {
    return eventHash(previous, event) === event.hash;
  } catch {
    return false;
  }
}
