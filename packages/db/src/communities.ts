/** Communities and their bodies: everything else belongs to one of them. */
import { isWellFormed } from '@yishiting/domain/text';
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { clearDoubts } from './files.ts';
import type { CommunitiesTable, Tables } from './tables.ts';
import { doubt } from './uploads/keeping.ts';

export type Community = {
  readonly id: string;
  /** The piece of the address that names it: a-z, 0-9 and hyphen, such as `nmsf01`. */
  readonly code: string;
  readonly name: string;
  /** Fixed for good at founding; only a demonstration can be removed. */
  readonly demonstration: boolean;
  readonly timeZone: string;
  readonly recordLanguage: 'zh-CN' | 'en';
  readonly createdAt: number;
};

export type Body = { readonly id: string; readonly name: string };

/** @throws the database's unique violation (23505) when the code is taken. */
export async function foundCommunity(
  db: Kysely<Tables>,
  { id, code, name, demonstration, timeZone, recordLanguage, createdAt }: Community,
): Promise<void> {
  await db
    .insertInto('communities')
    .values({
      id,
      code,
      name,
      demonstration,
      time_zone: timeZone,
      record_language: recordLanguage,
      created_at: createdAt,
    })
    .execute();
}

/** The community a path names, or null; a path may hold what Postgres would not even compare. */
export async function communityByCode(db: Kysely<Tables>, code: string): Promise<Community | null> {
  if (!isWellFormed(code)) return null;
  const row = await db.selectFrom('communities').where('code', '=', code).selectAll().executeTakeFirst();
  return row ? communityOfRow(row) : null;
}

export async function communityById(db: Kysely<Tables>, id: string): Promise<Community | null> {
  const row = await db.selectFrom('communities').where('id', '=', id).selectAll().executeTakeFirst();
  return row ? communityOfRow(row) : null;
}

/** Every community of the installation, oldest first: for starting up and for the keeper. */
export async function communities(db: Kysely<Tables>): Promise<Community[]> {
  const rows = await db.selectFrom('communities').selectAll().orderBy('created_at').orderBy('id').execute();
  return rows.map(communityOfRow);
}

export async function renameCommunity(db: Kysely<Tables>, community: string, name: string): Promise<void> {
  await db.updateTable('communities').set({ name }).where('id', '=', community).execute();
}

function communityOfRow(row: Selectable<CommunitiesTable>): Community {
  const { id, code, name, demonstration } = row;
  const createdAt = Number(row.created_at);
  return { id, code, name, demonstration, timeZone: row.time_zone, recordLanguage: row.record_language, createdAt };
}

/** @throws 23505 when the community has a body of this name. */
export async function addBody(
  db: Kysely<Tables>,
  { id, community, name, position, at }: { id: string; community: string; name: string; position: number; at: number },
): Promise<void> {
  await db.insertInto('bodies').values({ id, community, name, position, created_at: at }).execute();
}

/** The bodies that exist as of `at` (ms), in their order. */
export async function bodiesOf(db: Kysely<Tables>, community: string, at: number): Promise<Body[]> {
  return db
    .selectFrom('bodies')
    .where('community', '=', community)
    .where(({ or, eb }) => or([eb('closed_at', 'is', null), eb('closed_at', '>', at)]))
    .select(['id', 'name'])
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** Closes a body; its meetings stay. Closing it again changes nothing. */
export async function closeBody(db: Kysely<Tables>, community: string, body: string, at: number): Promise<void> {
  await db
    .updateTable('bodies')
    .set({ closed_at: at })
    .where('community', '=', community)
    .where('id', '=', body)
    .where('closed_at', 'is', null)
    .execute();
}

/** Those that hang on a meeting, then those that hang on the community, each before what it refers to. */
const ofMeetings = [
  'vote_outcomes',
  'vote_choices',
  'votes',
  'minutes_updates',
  'minutes_snapshots',
  'files',
  'duties',
  'record_seals',
  'meeting_events',
] as const;
const ofCommunity = [
  'observer_registrations',
  'grants',
  'pairing_codes',
  'screens',
  'screen_queues',
  'video_meetings',
  'host_notes',
  'agreement_texts',
  'frozen_agreements',
  'links',
  'agenda_items',
  'seats',
  'meeting_people',
  'meetings',
  'posts',
  'accounts',
  'erasures',
  'particulars',
  'people',
  'bodies',
] as const;

/**
 * Removes a demonstration with everything in it. Ask for its lease first.
 * @returns false when there is no such community, or it is a real one: nothing is removed then.
 */
export async function removeDemonstration(
  db: Kysely<Tables>,
  community: string,
  { dataDir }: { dataDir: string },
): Promise<boolean> {
  const files = (await db.selectFrom('files').where('community', '=', community).select('id').execute()).map(
    ({ id }) => id,
  );
  await doubt(dataDir, files);
  const removed = await db.transaction().execute(async (tx) => {
    const demonstration = await tx
      .selectFrom('communities')
      .where('id', '=', community)
      .where('demonstration', '=', true)
      .select('id')
      .forUpdate()
      .executeTakeFirst();
    if (!demonstration) return false;
    await removeRows(tx, community);
    await tx.deleteFrom('communities').where('id', '=', community).execute();
    return true;
  });
  // Those of a real community stay: their rows still vouch for them.
  await clearDoubts(db, dataDir, files);
  return removed;
}

async function removeRows(tx: Transaction<Tables>, community: string): Promise<void> {
  const votes = sql`(select id from votes where community = ${community})`;
  const meetings = sql`(select id from meetings where community = ${community})`;
  for (const table of ofMeetings) {
    const condition = table.startsWith('vote_') ? sql`vote in ${votes}` : sql`meeting in ${meetings}`;
    await sql`delete from ${sql.table(table)} where ${condition}`.execute(tx);
  }
  for (const table of ofCommunity) {
    await sql`delete from ${sql.table(table)} where community = ${community}`.execute(tx);
  }
}
