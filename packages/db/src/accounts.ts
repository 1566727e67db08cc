/** Sign-in of people: one account a person, its login unique in the community, its password only as a slow hash. */
import { type Kysely, type Selectable, sql } from 'kysely';
import type { AccountsTable, Tables } from './tables.ts';

export type Account = {
  readonly id: string;
  readonly person: string;
  readonly login: string;
  readonly passwordHash: string;
  /** When the password was set (ms): it is to be changed at least every half year (seed 000, 附录九). */
  readonly passwordChangedAt: number;
  readonly failedCount: number;
  readonly lockedUntil: number | null;
};

/** @throws 23505 when the person has an account, or the login is taken (letter case does not tell logins apart). */
export async function openAccount(
  db: Kysely<Tables>,
  given: { id: string; community: string; person: string; login: string; passwordHash: string; at: number },
): Promise<void> {
  const { id, community, person, login, passwordHash, at } = given;
  await db
    .insertInto('accounts')
    .values({ id, community, person, login, password_hash: passwordHash, password_changed_at: at, created_at: at })
    .execute();
}

/** The open account of this login, or null: a closed one is as good as none. */
export async function accountByLogin(db: Kysely<Tables>, community: string, login: string): Promise<Account | null> {
  const row = await db
    .selectFrom('accounts')
    .where('community', '=', community)
    .where(sql`lower(login)`, '=', sql`lower(${login})`)
    .where('closed_at', 'is', null)
    .selectAll()
    .executeTakeFirst();
  return row ? accountOfRow(row) : null;
}

export async function accountById(db: Kysely<Tables>, community: string, id: string): Promise<Account | null> {
  const row = await db
    .selectFrom('accounts')
    .where('community', '=', community)
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .selectAll()
    .executeTakeFirst();
  return row ? accountOfRow(row) : null;
}

/** Counts a wrong password; of many at once each is counted. @returns the failures since the last success. */
export async function countFailedSignIn(db: Kysely<Tables>, community: string, id: string): Promise<number> {
  const row = await db
    .updateTable('accounts')
    .set(({ eb }) => ({ failed_count: eb('failed_count', '+', 1) }))
    .where('community', '=', community)
    .where('id', '=', id)
    .returning('failed_count')
    .executeTakeFirstOrThrow();
  return row.failed_count;
}

/** Locks sign-in until an instant (ms); an earlier instant never shortens a lock. */
export async function lockAccount(db: Kysely<Tables>, community: string, id: string, until: number): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ locked_until: sql`greatest(locked_until, ${until}::bigint)` })
    .where('community', '=', community)
    .where('id', '=', id)
    .execute();
}

/** After a right password: failures and lock are forgotten. */
export async function forgetFailedSignIns(db: Kysely<Tables>, community: string, id: string): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ failed_count: 0, locked_until: null })
    .where('community', '=', community)
    .where('id', '=', id)
    .execute();
}

/** A new password lifts a lock as well. */
export async function changePassword(
  db: Kysely<Tables>,
  { community, id, passwordHash, at }: { community: string; id: string; passwordHash: string; at: number },
): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ password_hash: passwordHash, password_changed_at: at, failed_count: 0, locked_until: null })
    .where('community', '=', community)
    .where('id', '=', id)
    .execute();
}

/** Closes an account. Its login, which may be a phone number, is given up: the row keeps its own id in the place of it. */
export async function closeAccount(db: Kysely<Tables>, community: string, id: string, at: number): Promise<void> {
  await db
    .updateTable('accounts')
    .set({ closed_at: at, login: id })
    .where('community', '=', community)
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .execute();
}

function accountOfRow(row: Selectable<AccountsTable>): Account {
  return {
    id: row.id,
    person: row.person,
    login: row.login,
    passwordHash: row.password_hash,
    passwordChangedAt: Number(row.password_changed_at),
    failedCount: row.failed_count,
    lockedUntil: row.locked_until === null ? null : Number(row.locked_until),
  };
}
