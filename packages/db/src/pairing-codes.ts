/** Codes that waiting screens show and the host types: hashed, for one use, over after a while. */
import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * Keeps a code for a browser's session, and of its former ones as many as several pages of one browser need.
 * @param most codes that may be open at `at` (ms) in all
 * @returns false when there are too many already, or just this one is somebody's
 */
export async function offerPairingCode(
  db: Kysely<Tables>,
  given: { codeHash: string; session: string; at: number; expiresAt: number; most: number },
): Promise<boolean> {
  const { codeHash, session, at, expiresAt, most } = given;
  await sql`
    delete from pairing_codes where code_hash in (
      select code_hash from pairing_codes where session = ${session}::uuid and used_at is null
      order by made_at desc, code_hash offset 4
    )
  `.execute(db);
  // A code that is over may be somebody's anew.
  const { rows } = await sql`
    insert into pairing_codes (code_hash, session, made_at, expires_at)
    select ${codeHash}, ${session}::uuid, ${at}::bigint, ${expiresAt}::bigint
    where (select count(*) from pairing_codes where expires_at > ${at} and used_at is null) < ${most}
    on conflict (code_hash) do update set community = null, screen = null, used_at = null,
      session = excluded.session, made_at = excluded.made_at, expires_at = excluded.expires_at
      where pairing_codes.expires_at <= ${at}
    returning code_hash
  `.execute(db);
  return rows.length > 0;
}

/** The session that waits with this code at `now` (ms), held until the transaction ends; null when nobody does. */
export async function holdPairingCode(tx: Kysely<Tables>, codeHash: string, now: number): Promise<string | null> {
  const row = await tx
    .selectFrom('pairing_codes')
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now as never)
    .where('session', 'is not', null)
    .select('session')
    .forUpdate()
    .executeTakeFirst();
  return row?.session ?? null;
}

/** Uses a code that is held: it serves nobody any more. */
export async function usePairingCode(
  tx: Kysely<Tables>,
  given: { codeHash: string; community: string; screen: string; at: number },
): Promise<void> {
  const { codeHash, community, screen, at } = given;
  await tx
    .updateTable('pairing_codes')
    .set({ community, screen, used_at: at })
    .where('code_hash', '=', codeHash)
    .execute();
}

export type Pairing = { readonly community: string; readonly meeting: string; readonly screen: string };

/**
 * What became of a session's own code at `now` (ms): the screen it is, with its community's short code; 'waiting' while
 * nobody typed the code; null when it is over, or never was this session's.
 */
export async function pairingOf(
  db: Kysely<Tables>,
  given: { codeHash: string; session: string; now: number },
): Promise<Pairing | 'waiting' | null> {
  const row = await db
    .selectFrom('pairing_codes')
    .leftJoin('screens', 'screens.id', 'pairing_codes.screen')
    .leftJoin('communities', 'communities.id', 'screens.community')
    .where('pairing_codes.code_hash', '=', given.codeHash)
    .where('pairing_codes.session', '=', given.session)
    .where('pairing_codes.expires_at', '>', given.now as never)
    .select(['communities.code as community', 'screens.meeting', 'screens.id as screen'])
    .executeTakeFirst();
  if (!row) return null;
  const { community, meeting, screen } = row;
  return community === null || meeting === null || screen === null ? 'waiting' : { community, meeting, screen };
}

/** Removes the codes that were over at `now` (ms). @returns how many. */
export async function sweepPairingCodes(db: Kysely<Tables>, now: number): Promise<number> {
  const gone = await db
    .deleteFrom('pairing_codes')
    .where('expires_at', '<=', now as never)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}
