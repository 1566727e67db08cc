/**
 * What people type together in a meeting's minutes. Updates are added in the meeting's group commit (`appendBatch`);
 * now and then they are compacted into one state. How updates become a document is the caller's business.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import { holdOwner } from './meeting-events.ts';
import type { Tables } from './tables.ts';

/** One update as it was typed. `at`: ms since 1970. */
export type TypedUpdate = {
  readonly update: Uint8Array;
  readonly seat: string;
  readonly at: number;
};

/** The seat of each client of the document, by the client's number in decimal. */
export type Authors = Readonly<Record<string, string>>;

export type StoredMinutes = {
  /** The last compacted state, or null. */
  readonly state: Uint8Array | null;
  /** Whose the clients in that state are. */
  readonly authors: Authors;
  /** The updates since, in their order. */
  readonly updates: readonly TypedUpdate[];
};

/** All stored updates in one: the state, its state vector, whose the clients are, and the words to read. */
export type CompactedMinutes = {
  readonly state: Uint8Array;
  readonly stateVector: Uint8Array;
  readonly authors: Authors;
  readonly readable: string;
};

/** Adds updates in their order, inside the transaction that commits them. The meeting's head must be held. */
export async function addUpdates(
  tx: Transaction<Tables>,
  meeting: string,
  updates: readonly TypedUpdate[],
): Promise<void> {
  if (updates.length === 0) return;
  const column = <T>(of: (update: TypedUpdate) => T) => updates.map(of);
  await sql`
    insert into minutes_updates (meeting, seq, update, seat, at)
    select ${meeting}, last.seq + typed.n, typed.update, typed.seat, typed.at
    from unnest(
      ${column(({ update }) => Buffer.from(update))}::bytea[], ${column(({ seat }) => seat)}::uuid[],
      ${column(({ at }) => at)}::bigint[]
    ) with ordinality as typed (update, seat, at, n), (
      select greatest(
        (select max(seq) from minutes_updates where meeting = ${meeting}),
        (select seq from minutes_snapshots where meeting = ${meeting}), 0
      ) as seq
    ) as last
  `.execute(tx);
}

/** Everything that was typed in a meeting and committed; nothing for a meeting the community does not have. */
export async function loadMinutes(db: Kysely<Tables>, community: string, meeting: string): Promise<StoredMinutes> {
  // One moment for both tables: between them updates may be compacted away.
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => (await read(tx, community, meeting)).stored);
}

/**
 * Puts all stored updates into one state.
 * @param merge pure; must keep everything it is given
 * @returns false when there was nothing to compact
 * @throws StaleOwner
 */
export async function compactMinutes(
  db: Kysely<Tables>,
  { community, epoch, meeting, at }: { community: string; epoch: number; meeting: string; at: number },
  merge: (stored: StoredMinutes) => CompactedMinutes,
): Promise<boolean> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      // A server that takes the community over waits for this, so that no stale state is put over a newer one.
      await holdOwner(tx, community, epoch);
      const { stored, seq } = await read(tx, community, meeting);
      if (stored.updates.length === 0) return false;
      const { state, stateVector, authors, readable } = merge(stored);
      const bytes = { state: Buffer.from(state), state_vector: Buffer.from(stateVector) };
      const row = { seq, ...bytes, authors: JSON.stringify(authors), readable, at };
      await tx
        .insertInto('minutes_snapshots')
        .values({ meeting, ...row })
        .onConflict((conflict) => conflict.column('meeting').doUpdateSet(row))
        .execute();
      await tx.deleteFrom('minutes_updates').where('meeting', '=', meeting).where('seq', '<=', seq).execute();
      return true;
    });
}

async function read(
  tx: Transaction<Tables>,
  community: string,
  meeting: string,
): Promise<{ stored: StoredMinutes; seq: number }> {
  const snapshot = await tx
    .selectFrom('minutes_snapshots')
    .innerJoin('meetings', 'meetings.id', 'minutes_snapshots.meeting')
    .where('meetings.id', '=', meeting)
    .where('meetings.community', '=', community)
    .select(['seq', 'state', 'authors'])
    .executeTakeFirst();
  const rows = await tx
    .selectFrom('minutes_updates')
    .innerJoin('meetings', 'meetings.id', 'minutes_updates.meeting')
    .where('meetings.id', '=', meeting)
    .where('meetings.community', '=', community)
    .select(['seq', 'update', 'seat', 'at'])
    .orderBy('seq')
    .execute();
  const updates = rows.map(({ update, seat, at }) => ({ update: bytesOf(update), seat, at: Number(at) }));
  const state = snapshot ? bytesOf(snapshot.state) : null;
  return { stored: { state, authors: snapshot?.authors ?? {}, updates }, seq: rows.at(-1)?.seq ?? snapshot?.seq ?? 0 };
}

/** A plain view of the bytes, not Node's own kind of it. */
const bytesOf = (buffer: Uint8Array): Uint8Array => new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
