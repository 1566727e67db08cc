/** Verifies the record of a whole database: every chain, its head, its seals, and seals that were kept elsewhere. */
import { canonical, type JsonValue } from '@yishiting/domain/canonical';
import {
  type ChainFinding,
  checkHead,
  readEvent,
  type RecordedEvent,
  verifyChain,
  whereTheyPart,
} from '@yishiting/domain/chain';
import { checkAgainstSeals, type RecordSeal, type SealFinding } from '@yishiting/domain/record-seal';
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { sealOfRow, verifyEd25519 } from './record-seals.ts';
import type { MeetingEventsTable, Tables } from './tables.ts';

/** What is wrong, in which meeting, at which version: codes and parameters, put into words by whoever shows them. */
export type RecordFinding = { readonly meeting: string } & (
  | ChainFinding
  | SealFinding
  /** The event is kept in another spelling than the canonical one that was hashed. */
  | { readonly code: 'not-canonical'; readonly version: number | null; readonly position: number }
  /** Events, up to version `upTo`, of a meeting that is not in the database. */
  | { readonly code: 'unknown-meeting'; readonly version: number; readonly upTo: number }
  /** A seal kept elsewhere knows `upTo` events of a meeting that is gone altogether. */
  | { readonly code: 'meeting-missing'; readonly version: number; readonly upTo: number }
  /** A file of an exported folder that is not there or cannot be read. */
  | { readonly code: 'file-missing'; readonly version: null; readonly file: string }
  /** A file of an exported folder whose bytes are not those that the event at `version` names; null: no event names it. */
  | { readonly code: 'file-altered'; readonly version: number | null; readonly file: string }
);

export type VerifyingOptions = {
  /** Seals kept elsewhere (printed, sent, another machine's), of whatever meetings. */
  readonly seals?: readonly RecordSeal[];
  /** The public keys that count (64 hex digits each); null lets every key count, which convicts no owner. */
  readonly publicKeys: readonly string[] | null;
};

/** A meeting's record as it was found somewhere, believed in nothing. */
export type FoundRecord = {
  readonly meeting: string;
  readonly head: { readonly version: number; readonly hash: string | null };
  /** In the order in which they are kept. */
  readonly events: readonly { readonly event: unknown; readonly canonical: boolean }[];
  readonly seals: readonly unknown[];
};

/** Verifies every meeting of a database as of one moment, also while meetings run. No finding means that the record stands. */
export function verifyRecord(db: Kysely<Tables>, options: VerifyingOptions): Promise<RecordFinding[]> {
  return asOfOneMoment(db, async (tx) => {
    const meetings = await tx.selectFrom('meetings').select('id').orderBy('id').execute();
    const findings: RecordFinding[] = [];
    for (const { id } of meetings) findings.push(...verifyFound(await findInDatabase(tx, id), options));
    findings.push(...missingMeetings(new Set(meetings.map((one) => one.id)), options.seals ?? []));
    return [...findings, ...(await eventsWithoutMeeting(tx))];
  });
}

/** How much there is to verify. `unsealed`: events after the last seal of their meeting, which the chain alone holds. */
export type RecordCount = { readonly meetings: number; readonly events: number; readonly unsealed: number };

/** How much there is to verify: meetings that were called, and the events of all. */
export async function countRecord(db: Kysely<Tables>): Promise<RecordCount> {
  const row = await db
    .selectFrom('meeting_events')
    .select(({ fn }) => [fn.count('meeting').distinct().as('meetings'), fn.countAll().as('events')])
    .executeTakeFirstOrThrow();
  const { rows } = await sql<{ unsealed: string }>`
    select count(*) as unsealed from meeting_events e
    where e.version > coalesce((select max(s.version) from record_seals s where s.meeting = e.meeting), 0)`.execute(db);
  return { meetings: Number(row.meetings), events: Number(row.events), unsealed: Number(rows[0]?.unsealed ?? 0) };
}

/** A meeting that went on differently in two databases, from `version` on. */
export type Fork = {
  readonly meeting: string;
  readonly version: number;
  /** Which of the two says there that it was restored from a backup; null when neither does: then one was rewritten. */
  readonly restored: 'one' | 'other' | 'both' | null;
};

/**
 * Compares two databases that grew from one backup: for each meeting that went on differently in them, the first version
 * that differs. Meetings that only one of them has, or where one is merely further on, are no forks.
 */
export async function forksBetween(one: Kysely<Tables>, other: Kysely<Tables>): Promise<Fork[]> {
  return asOfOneMoment(one, (here) =>
    asOfOneMoment(other, async (there) => {
      const forks: Fork[] = [];
      for (const { id } of await here.selectFrom('meetings').select('id').orderBy('id').execute()) {
        const fork = forkOf(id, readable(await findInDatabase(here, id)), readable(await findInDatabase(there, id)));
        if (fork) forks.push(fork);
      }
      return forks;
    }),
  );
}

function forkOf(meeting: string, ours: readonly RecordedEvent[], theirs: readonly RecordedEvent[]): Fork | null {
  const version = whereTheyPart(ours, theirs);
  if (version === null) return null;
  const isRestored = (events: readonly RecordedEvent[]) =>
    events.some((event) => event.version === version && event.type === 'record-restored');
  const [one, other] = [isRestored(ours), isRestored(theirs)];
  return { meeting, version, restored: one && other ? 'both' : one ? 'one' : other ? 'other' : null };
}

/** Verifies one meeting's record, wherever it was found. Never throws on what it is given. */
export function verifyFound(found: FoundRecord, { seals = [], publicKeys }: VerifyingOptions): RecordFinding[] {
  const { meeting } = found;
  const events = readable(found);
  const keys = publicKeys && new Set(publicKeys);
  const misspelt = found.events.flatMap((one, position) =>
    one.canonical ? [] : [{ code: 'not-canonical' as const, version: readEvent(one.event)?.version ?? null, position }],
  );
  return [
    ...misspelt,
    ...verifyChain(
      found.events.map((one) => one.event),
      meeting,
    ),
    ...checkHead(events, found.head),
    ...checkAgainstSeals(meeting, events, [...found.seals, ...seals], { verify: verifyEd25519, keys }),
  ].map((finding) => ({ meeting, ...finding }));
}

/** The meetings that seals kept elsewhere know of and that were not found. */
export function missingMeetings(found: ReadonlySet<string>, seals: readonly RecordSeal[]): RecordFinding[] {
  const lost = new Map<string, number>();
  for (const { meeting, version } of seals) {
    if (!found.has(meeting)) lost.set(meeting, Math.max(version, lost.get(meeting) ?? 0));
  }
  return [...lost].map(([meeting, upTo]) => ({ meeting, code: 'meeting-missing', version: 1, upTo }));
}

/** Runs a reader on a snapshot that no running meeting moves. */
export function asOfOneMoment<T>(db: Kysely<Tables>, read: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
}

/** A meeting's record as it lies in the database; without events when there is no such meeting. */
export async function findInDatabase(tx: Transaction<Tables>, meeting: string): Promise<FoundRecord> {
  const row = await tx
    .selectFrom('meetings')
    .where('id', '=', meeting)
    .select(['head', 'head_hash'])
    .executeTakeFirst();
  const events = await tx
    .selectFrom('meeting_events')
    .where('meeting', '=', meeting)
    .selectAll()
    .orderBy('version')
    .execute();
  const seals = await tx
    .selectFrom('record_seals')
    .where('meeting', '=', meeting)
    .selectAll()
    .orderBy('version')
    .execute();
  return {
    meeting,
    head: { version: row?.head ?? 0, hash: row?.head_hash ?? null },
    events: events.map(foundEvent),
    seals: seals.map(sealOfRow),
  };
}

/** The same event as the file of an export would say it; data that is no JSON makes it unreadable. */
function foundEvent(row: Selectable<MeetingEventsTable>): FoundRecord['events'][number] {
  const { meeting, version, type, seat, part, hash } = row;
  const data = readJson(row.data);
  const event = {
    meeting,
    version,
    type,
    data,
    seat,
    actingAs: row.acting_as,
    commandId: row.command_id,
    part,
    at: Number(row.at),
    hash,
  };
  return { event, canonical: isCanonical(row.data, data) };
}

/** The value of a JSON text, undefined when it is none. */
export function readJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** Is the text the canonical form of the value read from it? */
export function isCanonical(text: string, value: JsonValue | undefined): boolean {
  try {
    return value !== undefined && canonical(value) === text;
  } catch {
    return false;
  }
}

function readable(found: FoundRecord) {
  return found.events
    .map((one) => readEvent(one.event))
    .filter((event) => event?.meeting === found.meeting) as RecordedEvent[];
}

async function eventsWithoutMeeting(tx: Transaction<Tables>): Promise<RecordFinding[]> {
  const rows = await tx
    .selectFrom('meeting_events')
    .leftJoin('meetings', 'meetings.id', 'meeting_events.meeting')
    .where('meetings.id', 'is', null)
    .groupBy('meeting_events.meeting')
    .select('meeting_events.meeting')
    .select(({ fn }) => [fn.min('version').as('version'), fn.max('version').as('upTo')])
    .execute();
  return rows.map(({ meeting, version, upTo }) => ({ meeting, code: 'unknown-meeting', version, upTo }));
}
