/** The record of a meeting in the database: written by `appendBatch` alone, read whole and in order. */
import { canonical, NotCanonical, parseCanonicalObject } from '@yishiting/domain/canonical';
import type { RecordedEvent } from '@yishiting/domain/chain';
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { MeetingEventsTable, Tables } from './tables.ts';

/** Another server has taken the community since: this one may write nothing more in it. */
export class StaleOwner extends Error {
  override name = 'StaleOwner';
}

/** The meeting's head is not where the batch was decided upon: load the meeting anew. */
export class HeadMoved extends Error {
  override name = 'HeadMoved';
}

export type Batch = {
  readonly community: string;
  /** The epoch of the lease under which the batch was decided. */
  readonly epoch: number;
  readonly meeting: string;
  /** The version the batch follows; 0 for a meeting's first events. */
  readonly expectedHead: number;
  /** Chained, with versions expectedHead + 1, + 2, …; none only where there are rows: the head then stays, and is held. */
  readonly events: readonly RecordedEvent[];
  /** Writes the rows that belong to these events (or to this moment of the meeting), in the same transaction. */
  readonly rows?: (tx: Transaction<Tables>) => Promise<void>;
};

/**
 * Appends events to a meeting's record: head, events and rows in one transaction, or nothing. When it returns, all is
 * committed; given a transaction it becomes part of that.
 * @throws StaleOwner, HeadMoved; NotCanonical; the database's error, of which `isRefusedForItsData` tells the kind.
 *   After a lost connection the outcome is unknown: ask `findCommand`.
 */
export async function appendBatch(db: Kysely<Tables>, batch: Batch): Promise<void> {
  refuseUnlessGapless(batch);
  const dataTexts = batch.events.map(dataText);
  const append = async (tx: Transaction<Tables>) => {
    await moveHead(tx, batch);
    if (batch.events.length > 0) await insertEvents(tx, batch.events, dataTexts);
    await batch.rows?.(tx);
  };
  await (db.isTransaction ? append(db as Transaction<Tables>) : db.transaction().execute(append));
}

/** Was a batch refused for what is written in it (no canonical form; SQLSTATE classes 22 data, 23 constraint), rather than failed? */
export function isRefusedForItsData(error: unknown): boolean {
  if (error instanceof NotCanonical) return true;
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^2[23][0-9A-Z]{3}$/.test(code);
}

/** All events of a meeting, oldest first; empty when the community has no such meeting. Throws on a damaged row. */
export async function loadEvents(db: Kysely<Tables>, community: string, meeting: string): Promise<RecordedEvent[]> {
  const rows = await db
    .selectFrom('meeting_events')
    .innerJoin('meetings', 'meetings.id', 'meeting_events.meeting')
    .where('meetings.id', '=', meeting)
    .where('meetings.community', '=', community)
    .selectAll('meeting_events')
    .orderBy('version')
    .execute();
  return rows.map(eventOfRow);
}

/** The events a command of a seat left in a meeting, in order of their part; empty when it was never accepted. */
export async function findCommand(
  db: Kysely<Tables>,
  meeting: string,
  seat: string,
  commandId: string,
): Promise<RecordedEvent[]> {
  const rows = await db
    .selectFrom('meeting_events')
    .where('meeting', '=', meeting)
    .where('seat', '=', seat)
    .where('command_id', '=', commandId)
    .selectAll()
    .orderBy('part')
    .execute();
  return rows.map(eventOfRow);
}

/** @throws NotCanonical when the data is not the canonical text it was written as. */
export function eventOfRow(row: Selectable<MeetingEventsTable>): RecordedEvent {
  const { meeting, version, type, seat, part, hash } = row;
  const data = parseCanonicalObject(row.data);
  return {
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
}

function refuseUnlessGapless({ meeting, expectedHead, events, rows }: Batch): void {
  const gapless = events.every((event, i) => event.meeting === meeting && event.version === expectedHead + i + 1);
  if (!gapless || (events.length === 0 && !rows)) throw new Error('a batch is the next events of one meeting');
}

/** The text to keep. The other fields pass too: the driver would turn a lone surrogate into U+FFFD without a word. */
function dataText({ data, type, seat, actingAs, commandId }: RecordedEvent): string {
  canonical([type, seat, actingAs, commandId]);
  return canonical(data);
}

async function moveHead(tx: Transaction<Tables>, { community, epoch, meeting, expectedHead, events }: Batch) {
  const last = events.at(-1);
  // The shared lock on the owner's row makes a server that takes the community wait for this commit, so that it loads
  // everything its predecessor acknowledged.
  const owner = sql`owner as (select id from communities where id = ${community} and epoch = ${epoch} for share)`;
  const here = sql`meetings.id = ${meeting} and meetings.community = owner.id and meetings.head = ${expectedHead}`;
  const held = last
    ? sql`with ${owner} update meetings set head = ${last.version}, head_hash = ${last.hash} from owner where ${here}
        returning head`
    : sql`with ${owner} select head from meetings, owner where ${here} for no key update of meetings`;
  if ((await held.execute(tx)).rows.length === 1) return;
  await holdOwner(tx, community, epoch);
  throw new HeadMoved(`meeting ${meeting} is not at version ${expectedHead}`);
}

/**
 * Makes a server that takes the community wait until this transaction is over.
 * @throws StaleOwner when another has taken it already
 */
export async function holdOwner(tx: Transaction<Tables>, community: string, epoch: number): Promise<void> {
  const owned = await tx
    .selectFrom('communities')
    .where('id', '=', community)
    .where('epoch', '=', epoch)
    .select('id')
    .forShare()
    .executeTakeFirst();
  if (!owned) throw new StaleOwner(`epoch ${epoch} of community ${community} is over`);
}

async function insertEvents(
  tx: Transaction<Tables>,
  events: readonly RecordedEvent[],
  dataTexts: readonly string[],
): Promise<void> {
  const column = <T>(of: (event: RecordedEvent) => T) => events.map(of);
  await sql`
    insert into meeting_events (meeting, version, type, data, seat, acting_as, command_id, part, at, hash)
    select * from unnest(
      ${column((event) => event.meeting)}::uuid[], ${column((event) => event.version)}::int[],
      ${column((event) => event.type)}::text[], ${dataTexts}::text[],
      ${column((event) => event.seat)}::text[], ${column((event) => event.actingAs)}::text[],
      ${column((event) => event.commandId)}::text[], ${column((event) => event.part)}::int[],
      ${column((event) => event.at)}::bigint[], ${column((event) => event.hash)}::text[]
    )
  `.execute(tx);
}
