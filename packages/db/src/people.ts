/** The register of a community: its people by the name they are called, and their particulars, which can be erased. */
import { createHash } from 'node:crypto';
import { canonical } from '@yishiting/domain/canonical';
import { sql, type Kysely } from 'kysely';
import type { ParticularKind, Tables } from './tables.ts';

export type Person = { readonly id: string; readonly name: string };

export type Particular = {
  readonly id: string;
  readonly kind: ParticularKind;
  readonly value: string;
  /** What an event may say of it: see `particularHash`. */
  readonly hash: string;
};

export async function addPerson(
  db: Kysely<Tables>,
  { id, community, name, at }: { id: string; community: string; name: string; at: number },
): Promise<void> {
  await db.insertInto('people').values({ id, community, name, created_at: at }).execute();
}

/** Corrects a name in the register; meetings keep the name that was called in them. */
export async function renamePerson(db: Kysely<Tables>, community: string, id: string, name: string): Promise<void> {
  await db.updateTable('people').set({ name }).where('community', '=', community).where('id', '=', id).execute();
}

/** A person of this community, also one who left the register; null for anybody else's. */
export async function person(db: Kysely<Tables>, community: string, id: string): Promise<Person | null> {
  const query = db.selectFrom('people').where('community', '=', community).where('id', '=', id);
  return (await query.select(['id', 'name']).executeTakeFirst()) ?? null;
}

/** A person of this community as the register has them; `leftAt` (ms): no longer on it. Null for anybody else's. */
export async function registered(
  db: Kysely<Tables>,
  community: string,
  id: string,
): Promise<(Person & { readonly leftAt: number | null }) | null> {
  const query = db.selectFrom('people').where('community', '=', community).where('id', '=', id);
  const row = await query.select(['id', 'name', 'left_at']).executeTakeFirst();
  return row ? { id: row.id, name: row.name, leftAt: row.left_at === null ? null : Number(row.left_at) } : null;
}

/** Everybody in the register now, by name. */
export async function peopleOf(db: Kysely<Tables>, community: string): Promise<Person[]> {
  return db
    .selectFrom('people')
    .where('community', '=', community)
    .where('left_at', 'is', null)
    .select(['id', 'name'])
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** Takes a person out of the register from now on; what they took part in still names them. */
export async function leaveRegister(db: Kysely<Tables>, community: string, id: string, at: number): Promise<void> {
  await db
    .updateTable('people')
    .set({ left_at: at })
    .where('community', '=', community)
    .where('id', '=', id)
    .where('left_at', 'is', null)
    .execute();
}

/** Takes somebody who left back into the register. */
export async function returnToRegister(db: Kysely<Tables>, community: string, id: string): Promise<void> {
  await db
    .updateTable('people')
    .set({ left_at: null })
    .where('community', '=', community)
    .where('id', '=', id)
    .execute();
}

/** Keeps others from changing a person's rows until this transaction ends. */
export async function holdPerson(tx: Kysely<Tables>, community: string, id: string): Promise<void> {
  await tx
    .selectFrom('people')
    .where('community', '=', community)
    .where('id', '=', id)
    .select('id')
    .forUpdate()
    .execute();
}

/**
 * The salted hash by which an event names a particular: SHA-256 (hex) over the RFC 8785 text of {kind, salt, value}.
 * With the row erased, nobody can try phone numbers against it, since the salt went with it.
 */
export function particularHash({ kind, value, salt }: { kind: ParticularKind; value: string; salt: string }): string {
  return createHash('sha256').update(canonical({ kind, salt, value })).digest('hex');
}

/** @param salt 128 random bits as 32 hex digits, new for each particular. @returns the hash an event may name. */
export async function addParticular(
  db: Kysely<Tables>,
  given: {
    id: string;
    community: string;
    person: string;
    kind: ParticularKind;
    value: string;
    salt: string;
    at: number;
  },
): Promise<string> {
  const { at, ...row } = given;
  await db
    .insertInto('particulars')
    .values({ ...row, entered_at: at })
    .execute();
  return particularHash(given);
}

/**
 * Puts a corrected value in the place of a person's particulars of that kind. What it replaces is remembered by hash, so
 * that a later erasure reaches backups made before the correction. In a transaction that holds the person.
 */
export async function correctParticular(
  tx: Kysely<Tables>,
  given: Parameters<typeof addParticular>[1],
): Promise<'unchanged' | 'corrected'> {
  const { id, community, person, kind, value, salt, at: entered_at } = given;
  const all = tx.selectFrom('particulars').where('community', '=', community).where('person', '=', person);
  const before = await all.where('kind', '=', kind).selectAll().execute();
  if (before.length === 1 && before[0]!.value === value) return 'unchanged';
  const superseded = before.flatMap((row) => [...row.superseded, particularHash(row)]);
  const gone = before.map((row) => row.id);
  if (gone.length > 0) await tx.deleteFrom('particulars').where('id', 'in', gone).execute();
  await tx
    .insertInto('particulars')
    .values({ id, community, person, kind, value, salt, entered_at, superseded })
    .execute();
  return 'corrected';
}

/** What is known of a person, oldest first; empty once erased. */
export async function particularsOf(db: Kysely<Tables>, community: string, id: string): Promise<Particular[]> {
  const rows = await db
    .selectFrom('particulars')
    .where('community', '=', community)
    .where('person', '=', id)
    .selectAll()
    .orderBy('entered_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ id: row.id, kind: row.kind, value: row.value, hash: particularHash(row) }));
}
/** Keeps whole lists from being entered side by side, until the transaction ends. */
export async function holdRegister(tx: Kysely<Tables>, community: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`register of ${community}`}, 0))`.execute(tx);
}
