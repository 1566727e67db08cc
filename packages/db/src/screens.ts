/** Screens of a meeting: projectors and tablets, numbered as they come. */
import { type Kysely, sql } from 'kysely';
import type { ScreenKind, Tables } from './tables.ts';

/**
 * Adds the next screen of a meeting, also when two ask at once. Belongs into a transaction.
 * @returns its number from 1, or null when the community has no such meeting.
 */
export async function addScreen(
  tx: Kysely<Tables>,
  given: { id: string; community: string; meeting: string; kind: ScreenKind; at: number },
): Promise<number | null> {
  const { id, community, meeting, kind, at } = given;
  const held = tx.selectFrom('meetings').where('community', '=', community).where('id', '=', meeting);
  if (!(await held.select('id').forNoKeyUpdate().executeTakeFirst())) return null;
  const { rows } = await sql<{ number: number }>`
    insert into screens (id, community, meeting, number, kind, created_at)
    select ${id}::uuid, ${community}::uuid, ${meeting}::uuid, coalesce(max(number), 0) + 1, ${kind}, ${at}::bigint
    from screens where meeting = ${meeting} returning number
  `.execute(tx);
  return rows[0]!.number;
}

export type ScreenInUse = {
  readonly screen: string;
  readonly number: number;
  /** Since when (ms) its browser is this screen. */
  readonly since: number;
  /** The session of its browser. */
  readonly session: string;
};

/** The screens of a meeting that a browser is at `now` (ms), by number. */
export async function screensInUse(
  db: Kysely<Tables>,
  given: { community: string; meeting: string; now: number },
): Promise<ScreenInUse[]> {
  const rows = await db
    .selectFrom('screens')
    .innerJoin('grants', 'grants.screen', 'screens.id')
    .innerJoin('browser_sessions', 'browser_sessions.id', 'grants.session')
    .where('screens.community', '=', given.community)
    .where('screens.meeting', '=', given.meeting)
    .where('grants.revoked_at', 'is', null)
    .where('browser_sessions.expires_at', '>', given.now as never)
    .select(['screens.id as screen', 'screens.number', 'grants.granted_at', 'grants.session'])
    .orderBy('screens.number')
    .execute();
  return rows.map(({ granted_at, ...row }) => ({ ...row, since: Number(granted_at) }));
}
