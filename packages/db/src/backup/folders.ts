/** Where backups lie under the data folder, and how many of each kind are kept. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { erasedFiles } from '../files.ts';
import { erasures } from '../erasures.ts';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import { listErasedFiles, listErasures } from './erasure-list.ts';

/** `byHand` is cleared by nobody but the keeper. */
export function backupFolders(dataDir: string): { byHand: string; nightly: string; beforeMigration: string } {
  const byHand = join(dataDir, 'backups');
  return { byHand, nightly: join(byHand, 'nightly'), beforeMigration: join(byHand, 'before-migration') };
}

/** A fortnight of nights; the schemas before the last three updates. */
export const kept = { nightly: 14, beforeMigration: 3 } as const;

/** Brings the list of erasures beside every kind of backup up to date. */
export async function listErasuresBeside(db: Kysely<Tables>, dataDir: string): Promise<void> {
  const [all, files] = [await erasures(db), await erasedFiles(db)];
  const folders = backupFolders(dataDir);
  for (const folder of Object.values(folders)) {
    if (folder !== folders.byHand && !existsSync(folder)) continue;
    await listErasures(folder, all);
    await listErasedFiles(folder, files);
  }
}
