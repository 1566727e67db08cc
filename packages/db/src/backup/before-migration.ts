/** One backup before every migration: what an update changes in the tables cannot be taken back otherwise. */
import type { Kysely } from 'kysely';
import { appliedMigrations, pendingMigrations } from '../migrate.ts';
import type { Tables } from '../tables.ts';
import { keepNewest, makeBackup, type MadeBackup } from './backup.ts';
import { backupFolders, kept } from './folders.ts';
import { NothingToBackUp } from './refusals.ts';

/**
 * Makes a backup when migrations are pending on a database that holds something; call it before `migrate`.
 * @returns the backup, or null when none was needed. @throws what `makeBackup` throws: then do not migrate.
 */
export async function backupBeforeMigration(
  { db, url }: { db: Kysely<Tables>; url: string },
  { dataDir, now }: { dataDir: string; now: number },
): Promise<MadeBackup | null> {
  if ((await appliedMigrations(db)).length === 0 || (await pendingMigrations(db)).length === 0) return null;
  const folder = backupFolders(dataDir).beforeMigration;
  try {
    const made = await makeBackup({ url, dataDir, folder, now });
    await keepNewest(folder, kept.beforeMigration);
    return made;
  } catch (error) {
    if (error instanceof NothingToBackUp) return null;
    throw error;
  }
}
