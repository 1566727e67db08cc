/**
 * Record seals: an Ed25519 signature over the head of a meeting's chain at a moment. A seal that is kept elsewhere
 * convicts even an owner who computes the whole chain anew, as long as the key is not theirs to use.
 */
import * as z from 'zod';
import type { MeetingEvent } from './acts/event.ts';
import { canonical } from './canonical.ts';
import { type ChainFinding, lastOf, type RecordedEvent } from './chain.ts';

/** What a seal says: up to `version` the record of this meeting has the head hash `head`, as of `at` (ms). */
export type SealedHead = {
  readonly community: string;
  readonly meeting: string;
  readonly version: number;
  readonly head: string;
  readonly at: number;
};

/**
 * After each of these the record is sealed: what is confirmed or published once the meeting is closed needs a seal of its
 * own to vouch for it.
 */
export const sealedAfter: ReadonlySet<string> = new Set([
  'meeting-closed',
  'minutes-frozen',
  'supplement-confirmed',
  'result-published',
  'meeting-called-off',
] satisfies MeetingEvent['type'][]);

/** `key`: the raw public key, 64 hex digits; `signature`: 128 hex digits over the UTF-8 bytes of `sealText`. */
export type RecordSeal = SealedHead & { readonly key: string; readonly signature: string };

export const recordSeal = z.strictObject({
  community: z.string(),
  meeting: z.string(),
  version: z.int().positive(),
  head: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.int(),
  key: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});

/** Is `signature` (hex) the Ed25519 signature of `text` (as UTF-8) under `key` (hex)? Answers false rather than throwing. */
export type VerifySignature = (key: string, text: string, signature: string) => boolean;

export type SealFinding =
  | { readonly code: 'seal-unreadable'; readonly version: number | null }
  /** Made with a key that is not among those this installation is known by. */
  | { readonly code: 'seal-by-unknown-key'; readonly version: number; readonly key: string }
  /** The signature does not belong to what the seal says. */
  | { readonly code: 'seal-false'; readonly version: number; readonly key: string }
  /** A true seal at `upTo` says another head: something from `version` (after the last seal that holds) to `upTo` was rewritten. */
  | { readonly code: 'rewritten'; readonly version: number; readonly upTo: number }
  /** The event that a seal names is gone, and with it the proof for the events from `version` (after the last seal that holds) to `upTo`. */
  | { readonly code: 'in-doubt'; readonly version: number; readonly upTo: number }
  /** The true seal at `upTo` says another head, or is beyond the end, and at `version` the record itself says that it was restored from a backup: it grew on apart from the sealed one. */
  | { readonly code: 'forked'; readonly version: number; readonly upTo: number };

/** The text a record seal signs: the RFC 8785 form of {at, community, head, meeting, version}. */
export function sealText({ community, meeting, version, head, at }: SealedHead): string {
  return canonical({ community, meeting, version, head, at });
}

/**
 * Holds the events of one meeting against its seals, of whatever origin (the database's own, a list kept elsewhere).
 * Seals of other meetings are passed over. `keys`: the public keys that count, null to let every key count.
 * Never throws on hostile seals; a seal that does not count convicts nobody.
 */
export function checkAgainstSeals(
  meeting: string,
  events: readonly RecordedEvent[],
  seals: readonly unknown[],
  { verify, keys }: { readonly verify: VerifySignature; readonly keys: ReadonlySet<string> | null },
): (ChainFinding | SealFinding)[] {
  const findings: (ChainFinding | SealFinding)[] = [];
  const hashes = new Map(events.map((event) => [event.version, event.hash]));
  const last = lastOf(events)?.version ?? 0;
  let holdsUpTo = 0;
  let sealedUpTo = 0;
  for (const seal of sealsThatCount(meeting, seals, verify, keys, findings)) {
    sealedUpTo = seal.version;
    if (seal.version > last) continue;
    if (hashes.get(seal.version) === seal.head) holdsUpTo = seal.version;
    else findings.push(parting(events, holdsUpTo, seal.version));
  }
  if (sealedUpTo <= last) return findings;
  // A record that says it was restored before the sealed event grew on apart from the sealed one.
  const restored = restoredIn(events, holdsUpTo, last);
  const doubtfulUpTo = restored ? restored.version - 1 : last;
  if (holdsUpTo < doubtfulUpTo) findings.push({ code: 'in-doubt', version: holdsUpTo + 1, upTo: doubtfulUpTo });
  if (restored) findings.push({ code: 'forked', version: restored.version, upTo: sealedUpTo });
  return [...findings, { code: 'cut-off', version: last + 1, upTo: sealedUpTo }];
}

function parting(events: readonly RecordedEvent[], holdsUpTo: number, upTo: number): SealFinding {
  const restored = restoredIn(events, holdsUpTo, upTo);
  return restored
    ? { code: 'forked', version: restored.version, upTo }
    : { code: 'rewritten', version: holdsUpTo + 1, upTo };
}

/** The first event after `after`, up to `upTo`, by which the record says that it was restored from a backup. */
function restoredIn(events: readonly RecordedEvent[], after: number, upTo: number): RecordedEvent | undefined {
  return events.find(({ type, version }) => type === 'record-restored' && version > after && version <= upTo);
}

function sealsThatCount(
  meeting: string,
  given: readonly unknown[],
  verify: VerifySignature,
  keys: ReadonlySet<string> | null,
  findings: (ChainFinding | SealFinding)[],
): RecordSeal[] {
  // The database's list and one kept elsewhere mostly hold the same seals.
  const counting = new Map<string, RecordSeal>();
  for (const one of given) {
    const read = recordSeal.safeParse(one);
    if (!read.success) {
      findings.push({ code: 'seal-unreadable', version: null });
      continue;
    }
    const seal = read.data;
    const { version, key } = seal;
    if (seal.meeting !== meeting) continue;
    if (keys && !keys.has(key)) findings.push({ code: 'seal-by-unknown-key', version, key });
    else if (!verify(key, sealText(seal), seal.signature)) findings.push({ code: 'seal-false', version, key });
    else counting.set(key + seal.signature + sealText(seal), seal);
  }
  return [...counting.values()].sort((a, b) => a.version - b.version);
}
