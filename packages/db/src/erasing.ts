/** Erasing a person's particulars to the end: the rows, the records' word of it, the list beside the backups, the disk. */
import { type Kysely, sql } from 'kysely';
import { listErasuresBeside } from './backup/folders.ts';
import { type Erasure, eraseParticulars, type ErasureOrder, erasures, sweepErased } from './erasures.ts';
import { finishErasingFiles } from './erasing-files.ts';
import { putOnRecord } from './system-facts.ts';
import type { Tables } from './tables.ts';

/**
 * Erases particulars of a person. When it returns, no row holds them any more, the records of the meetings the person
 * had a seat in say so, and a restore of an older backup will erase them again.
 * @returns the erasure, or null when there was nothing to erase
 */
export async function erasePerson(
  db: Kysely<Tables>,
  order: ErasureOrder,
  { dataDir }: { dataDir: string },
): Promise<Erasure | null> {
  const erasure = await eraseParticulars(db, order);
  if (!erasure) return null;
  await putErasureOnRecord(db, erasure, order.erasedAt);
  await listErasuresBeside(db, dataDir);
  await sweepErased(db);
  return erasure;
}

/** Takes up every erasure that was cut short, by a crash or by a long look at the database: for the quiet hour. */
export async function finishErasures(
  db: Kysely<Tables>,
  { dataDir, now }: { dataDir: string; now: number },
): Promise<void> {
  await finishErasingFiles(db, { dataDir, now });
  const all = await erasures(db);
  if (all.length === 0) return;
  for (const erasure of all) await putErasureOnRecord(db, erasure, now);
  await listErasuresBeside(db, dataDir);
  await sweepErased(db);
}

/** Has the records of the meetings that had been called by then say what kinds of particulars were erased; once each. */
export async function putErasureOnRecord(db: Kysely<Tables>, erasure: Erasure, now: number): Promise<void> {
  const { id, community, person, kinds, erasedAt } = erasure;
  const meetings = await db
    .selectFrom('seats')
    .innerJoin('meeting_events', 'meeting_events.meeting', 'seats.meeting')
    .where('seats.community', '=', community)
    .where('seats.person', '=', person)
    .where('meeting_events.version', '=', 1)
    .where('meeting_events.at', '<=', sql<number>`${erasedAt}::bigint`)
    .select('seats.meeting')
    .orderBy('seats.meeting')
    .execute();
  const event = { type: 'particulars-erased' as const, person, kinds: [...kinds] };
  for (const { meeting } of meetings) await putOnRecord(db, { community, meeting, event, cause: id, now });
}
