/** Erasing a person's particulars: the rows go, the erasure stays on record, and is done again after a restore. */
import { setTimeout as wait } from 'node:timers/promises';
import { type Kysely, type Selectable, sql } from 'kysely';
import { particularHash } from './people.ts';
import type { ErasuresTable, ParticularKind, Tables } from './tables.ts';

/** One erasure as it is listed beside the backups: it holds nothing of what was erased. */
export type Erasure = {
  readonly id: string;
  readonly community: string;
  readonly person: string;
  readonly kinds: readonly ParticularKind[];
  /** The salted hashes by which events named what was erased. */
  readonly hashes: readonly string[];
  readonly reason: string;
  /** The person who ordered it, of the same register. */
  readonly erasedBy: string | null;
  readonly erasedAt: number;
};

export type ErasureOrder = Omit<Erasure, 'kinds' | 'hashes'> & {
  /** Only these kinds; everything when left out. */
  readonly kinds?: readonly ParticularKind[];
};

/**
 * Erases particulars of a person and notes it, in one transaction; to have an event for it, call it in `appendBatch`'s
 * rows. Afterwards `sweepErased` takes the bytes off the disk.
 * @returns the erasure, or null when there was nothing to erase.
 */
export async function eraseParticulars(db: Kysely<Tables>, order: ErasureOrder): Promise<Erasure | null> {
  if (!db.isTransaction) return db.transaction().execute((tx) => eraseParticulars(tx, order));
  const { id, community, person, reason, erasedBy, erasedAt, kinds } = order;
  const gone = await db
    .deleteFrom('particulars')
    .where('community', '=', community)
    .where('person', '=', person)
    .$if(kinds !== undefined, (query) => query.where('kind', 'in', [...kinds!]))
    .returning(['kind', 'value', 'salt', 'superseded'])
    .execute();
  if (gone.length === 0) return null;
  const erased = [...new Set(gone.map((row) => row.kind))].sort();
  // What was corrected before still stands in backups made before that.
  const hashes = gone.flatMap((row) => [...row.superseded, particularHash(row)]).sort();
  const erasure = { id, community, person, kinds: erased, hashes, reason, erasedBy, erasedAt };
  await noteErasure(db, erasure);
  return erasure;
}

/** Every erasure of the installation, oldest first: the list that is kept beside the backups. */
export async function erasures(db: Kysely<Tables>): Promise<Erasure[]> {
  const rows = await db.selectFrom('erasures').selectAll().orderBy('erased_at').orderBy('id').execute();
  return rows.map(erasureOfRow);
}

/** An erasure as it is listed beside the backups: without its reason, which may name what was erased. */
export type ListedErasure = Omit<Erasure, 'reason'>;

const repeatedReason = '恢复备份后按删除清单再次删除 / erased again after a restore, by the list beside the backups';

/**
 * Erases once more, in a database restored from an older backup, what the list says was erased: the particulars it names by
 * hash, and no newer ones. People the backup does not know are passed over.
 * @returns how many particulars were erased now.
 */
export async function repeatErasures(
  db: Kysely<Tables>,
  list: readonly (ListedErasure & { readonly reason?: string })[],
): Promise<number> {
  if (!db.isTransaction) return db.transaction().execute((tx) => repeatErasures(tx, list));
  let erased = 0;
  for (const erasure of list) {
    const { community, person, hashes, erasedBy, reason = repeatedReason } = erasure;
    if (!(await isKnown(db, community, person))) continue;
    erased += await eraseByHash(db, community, person, hashes);
    // Who ordered it may have come to the register after the backup.
    const orderedBy = erasedBy !== null && (await isKnown(db, community, erasedBy)) ? erasedBy : null;
    await noteErasure(db, { ...erasure, erasedBy: orderedBy, reason });
  }
  return erased;
}

async function isKnown(db: Kysely<Tables>, community: string, person: string): Promise<boolean> {
  const query = db.selectFrom('people').where('community', '=', community).where('id', '=', person).select('id');
  return (await query.executeTakeFirst()) !== undefined;
}

/** How long a sweep waits for older looks at the database (a backup under way) to end, in ms. */
const patience = 60_000;

/**
 * Writes the table anew without what was erased: a deleted row's bytes lie in the file until then. Not in a transaction.
 * Rows that an older snapshot still sees would be copied along, so it waits for those to end.
 * @returns false when one was still there after a minute: sweep again later.
 */
export async function sweepErased(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ mark: string }>`select pg_current_xact_id()::xid::text as mark`.execute(db);
  const mark = rows[0]!.mark;
  let seen = await isStillSeen(db, mark);
  for (let waited = 0; seen && waited < patience; waited += 200) {
    await wait(200);
    seen = await isStillSeen(db, mark);
  }
  await sql`vacuum (full) particulars, files, observer_registrations`.execute(db);
  return !seen;
}

/**
 * Is anything kept for somebody who looks at the database as it was before this transaction number: another session, one that
 * is only just being let in and has no database yet, the database's own housekeeping? And a transaction that is older and
 * still runs, in whatever database of the server, holds back how far the rewriting itself looks.
 */
async function isStillSeen(db: Kysely<Tables>, mark: string): Promise<boolean> {
  const { rows } = await sql<{ seen: boolean }>`
    select exists (
      select from pg_stat_activity
      where pid <> pg_backend_pid() and (
        (datname = current_database() or datname is null) and age(backend_xmin) > age(${mark}::text::xid)
        or age(backend_xid) > age(${mark}::text::xid)
      )
    ) as seen
  `.execute(db);
  return rows[0]!.seen;
}

async function eraseByHash(db: Kysely<Tables>, community: string, person: string, hashes: readonly string[]) {
  const rows = await db
    .selectFrom('particulars')
    .where('community', '=', community)
    .where('person', '=', person)
    .selectAll()
    .execute();
  const named = rows.filter((row) => hashes.includes(particularHash(row))).map((row) => row.id);
  if (named.length > 0) await db.deleteFrom('particulars').where('id', 'in', named).execute();
  return named.length;
}

async function noteErasure(db: Kysely<Tables>, erasure: Erasure): Promise<void> {
  const { id, community, person, kinds, hashes, reason, erasedBy, erasedAt } = erasure;
  await db
    .insertInto('erasures')
    .values({
      id,
      community,
      person,
      kinds: [...kinds],
      hashes: [...hashes],
      reason,
      erased_by: erasedBy,
      erased_at: erasedAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

function erasureOfRow(row: Selectable<ErasuresTable>): Erasure {
  const { id, community, person, kinds, hashes, reason } = row;
  return { id, community, person, kinds, hashes, reason, erasedBy: row.erased_by, erasedAt: Number(row.erased_at) };
}
