/** The register of a community: its people by the name they are called, and their particulars, which can be erased. */
import { createHash } from 'node:crypto';
import { canonical } from '@yishiting/domain/canonical';
import type { Kysely } from 'kysely';
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
