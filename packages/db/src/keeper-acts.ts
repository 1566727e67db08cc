/** What was done to the installation itself, on record in rows that the backup takes along. */
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { KeeperAct, Tables } from './tables.ts';

/** @param about the id of the account that was reset, or of the backup that was restored */
export async function noteKeeperAct(
  db: Kysely<Tables>,
  { act, at, about = null }: { act: KeeperAct; at: number; about?: string | null },
): Promise<void> {
  await db.insertInto('keeper_acts').values({ id: randomUUID(), act, at, about }).execute();
}

/** Everything noted, oldest first. */
export async function keeperActs(db: Kysely<Tables>): Promise<{ act: KeeperAct; at: number; about: string | null }[]> {
  const rows = await db.selectFrom('keeper_acts').select(['act', 'at', 'about']).orderBy('at').orderBy('id').execute();
  return rows.map(({ act, at, about }) => ({ act, at: Number(at), about }));
}
