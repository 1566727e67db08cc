/** Screens of a meeting: projectors and tablets, numbered as they come; what they show and what is prepared for them. */
import type { QueueEntry, ScreenContent, ScreenFrame, ScreenState } from '@yishiting/domain/screens';
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

export type ScreenInUse = ScreenState & {
  /** The session of its browser. */
  readonly session: string;
};

/** The projectors of a meeting that a browser is at `now` (ms), by number, and what each is to show. */
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
    .where('screens.kind', '=', 'projector')
    .where('grants.revoked_at', 'is', null)
    .where('browser_sessions.expires_at', '>', given.now as never)
    .select(['screens.id as screen', 'screens.number', 'screens.content', 'screens.blanked', 'screens.frame'])
    .select(['grants.granted_at', 'grants.session'])
    .orderBy('screens.number')
    .execute();
  return rows.map(({ granted_at, ...row }) => ({ ...row, since: Number(granted_at) }));
}

type These = { readonly community: string; readonly meeting: string; readonly screens: readonly string[] };

/** From now on these screens show this; `blank` covers what they show, and leaves it there. */
export async function showOn(db: Kysely<Tables>, these: These, content: ScreenContent): Promise<void> {
  const shown = content.kind === 'blank' ? { blanked: true } : { blanked: false, content: JSON.stringify(content) };
  await turning(db, these).set(shown).execute();
}

/** These screens show again what was covered. */
export async function uncover(db: Kysely<Tables>, these: These): Promise<void> {
  await turning(db, these).set({ blanked: false }).execute();
}

export async function frameOn(db: Kysely<Tables>, these: These, frame: ScreenFrame): Promise<void> {
  await turning(db, these)
    .set({ frame: JSON.stringify(frame) })
    .execute();
}

const turning = (db: Kysely<Tables>, { community, meeting, screens }: These) =>
  db
    .updateTable('screens')
    .where('community', '=', community)
    .where('meeting', '=', meeting)
    .where('id', 'in', screens.length === 0 ? [null as never] : [...screens]);

/** What is prepared for the screens of a meeting. */
export async function screenQueue(
  db: Kysely<Tables>,
  { community, meeting }: { community: string; meeting: string },
): Promise<readonly QueueEntry[]> {
  const row = await db
    .selectFrom('screen_queues')
    .where('community', '=', community)
    .where('meeting', '=', meeting)
    .select('entries')
    .executeTakeFirst();
  return row?.entries ?? [];
}

/** Changes what is prepared, one after the other where two do so at once. Belongs into a transaction. */
export async function changeScreenQueue<Said>(
  tx: Kysely<Tables>,
  { community, meeting }: { community: string; meeting: string },
  change: (queue: readonly QueueEntry[]) => { queue: readonly QueueEntry[]; said: Said },
): Promise<Said> {
  await tx
    .insertInto('screen_queues')
    .values({ community, meeting })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const held = tx.selectFrom('screen_queues').where('community', '=', community).where('meeting', '=', meeting);
  const { entries } = await held.select('entries').forUpdate().executeTakeFirstOrThrow();
  const { queue, said } = change(entries);
  if (queue !== entries) {
    await tx
      .updateTable('screen_queues')
      .set({ entries: JSON.stringify(queue) })
      .where('meeting', '=', meeting)
      .execute();
  }
  return said;
}
