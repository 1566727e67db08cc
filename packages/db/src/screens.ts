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
