/** The installation itself: one row that says which it is, and how often it grew on from a backup. */
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export type Installation = {
  readonly id: string;
  readonly madeAt: number;
  /** How often its database was restored from a backup. */
  readonly forks: number;
  /** When somebody went through the set-up page; null until then. */
  readonly setUpAt: number | null;
};

/** Makes the row at the first start; later starts change nothing. */
export async function foundInstallation(db: Kysely<Tables>, { id, at }: { id: string; at: number }): Promise<void> {
  await db
    .insertInto('installation')
    .values({ id, made_at: at })
    .onConflict((conflict) => conflict.column('one').doNothing())
    .execute();
}

/** Null in a database no server has started on. */
export async function installation(db: Kysely<Tables>): Promise<Installation | null> {
  const row = await db.selectFrom('installation').selectAll().executeTakeFirst();
  if (!row) return null;
  const setUpAt = row.set_up_at === null ? null : Number(row.set_up_at);
  return { id: row.id, madeAt: Number(row.made_at), forks: row.forks, setUpAt };
}

/** Puts a new one-time link to the set-up page in the place of the one before. `tokenHash`: the token as it is kept. */
export async function offerSetUp(db: Kysely<Tables>, tokenHash: string): Promise<void> {
  await db.updateTable('installation').set({ set_up_token_hash: tokenHash }).execute();
}

/** Does this token open the set-up page? Using it is `useSetUp`. */
export async function mayEnterSetUp(db: Kysely<Tables>, tokenHash: string): Promise<boolean> {
  const row = await db
    .selectFrom('installation')
    .where('set_up_token_hash', '=', tokenHash)
    .select('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Uses up the one-time link; false when it is not the one offered, or was used already. Of two at once one is told true. */
export async function useSetUp(db: Kysely<Tables>, tokenHash: string, at: number): Promise<boolean> {
  const used = await db
    .updateTable('installation')
    .set({ set_up_token_hash: null, set_up_at: at })
    .where('set_up_token_hash', '=', tokenHash)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

/**
 * After a restore: counts the fork and ends every lease that was held when the backup was made. Belongs into the
 * restore's transaction; the meetings get their `record-restored` under new leases.
 * @returns the number of this fork, from 1.
 */
export async function noteFork(db: Kysely<Tables>): Promise<number> {
  await db
    .updateTable('communities')
    .set(({ eb }) => ({ epoch: eb('epoch', '+', 1) }))
    .execute();
  const row = await db
    .updateTable('installation')
    .set(({ eb }) => ({ forks: eb('forks', '+', 1) }))
    .returning('forks')
    .executeTakeFirstOrThrow();
  return row.forks;
}
