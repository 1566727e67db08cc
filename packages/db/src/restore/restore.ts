/** Restores a backup into an empty data folder, or into an empty Postgres of one's own with the keys beside it. */
import { dirname, join } from 'node:path';
import {
  type ErasedFile,
  erasedFilesName,
  erasureListName,
  readErasedFiles,
  readErasureList,
} from '../backup/erasure-list.ts';
import { backupFolders, listErasuresBeside } from '../backup/folders.ts';
import type { Manifest } from '../backup/manifest.ts';
import { type Backup, openBackup } from '../backup/read-backup.ts';
import { RestoreDiskFull, TargetClosed } from '../backup/refusals.ts';
import { onConnection } from '../backup/snapshot.ts';
import { connect, type Log } from '../connect.ts';
import { lockFolder } from '../embedded-lock.ts';
import { makeDataDir } from '../embedded-place.ts';
import { type ListedErasure, sweepErased } from '../erasures.ts';
import { abandon } from '../uploads/keeping.ts';
import { type Loaded, loadBackup } from './load.ts';
import { clearWorkshop, putInPlace, refuseUnlessFree, unpack, workshopOf } from './place.ts';

export type RestoreOrder = {
  readonly file: string;
  /** Where keys and files go, and the database too unless `databaseUrl` is given. */
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  /** Lists of erasures besides the one beside the backup and those of the data folder. */
  readonly erasureLists?: readonly string[];
  /** Unix ms. */
  readonly now: number;
  readonly log: Log;
};

export type Restored = Loaded & { readonly manifest: Manifest };

/**
 * Restores a backup after checking every hash. Whatever happens on the way, the place is as empty as before or holds
 * everything; the backup itself is only read.
 * @throws NotABackup, BackupDamaged, BackupIsNewer, TargetNotEmpty, AlreadyRunning, RestoreDiskFull, TargetClosed, or
 *   another DatabaseRefusal of the database's start
 */
export async function restore(order: RestoreOrder): Promise<Restored> {
  const backup = await openBackup(order.file);
  try {
    const dataDir = makeDataDir(order.dataDir);
    const unlock = lockFolder(dataDir);
    try {
      await refuseUnlessFree(dataDir, backup, { embedded: !order.databaseUrl });
      return await restoreInto(dataDir, backup, order);
    } finally {
      unlock();
    }
  } finally {
    backup.close();
  }
}

async function restoreInto(dataDir: string, backup: Backup, order: RestoreOrder): Promise<Restored> {
  const where = order.databaseUrl ? 'DATABASE_URL' : dataDir;
  await clearWorkshop(dataDir);
  try {
    const workshop = makeDataDir(workshopOf(dataDir));
    await unpack(workshop, backup);
    const loaded = await load(workshop, backup, { ...order, dataDir, where });
    await putInPlace(dataDir);
    return { ...loaded, manifest: backup.manifest };
  } catch (error) {
    await clearWorkshop(dataDir);
    throw restoreRefusalFrom(error, where);
  }
}

async function load(workshop: string, backup: Backup, order: RestoreOrder & { where: string }): Promise<Loaded> {
  const { databaseUrl, where, now, log, dataDir } = order;
  const [list, files] = [await erasureLists(order), await erasedFileLists(order)];
  const connection = await connect({ databaseUrl, dataDir: workshop, log, poolSize: 2 });
  try {
    const loaded = await onConnection(connection.url, (client) =>
      loadBackup(client, backup, { where, now, list, files }),
    );
    await abandon(workshop, loaded.erasedFiles);
    if (loaded.erased > 0 || loaded.erasedFiles.length > 0) await sweepErased(connection.db);
    await listErasuresBeside(connection.db, dataDir);
    return loaded;
  } finally {
    await connection.stop();
  }
}

/** What was erased after the backup was made, as far as any list at hand knows it. */
async function erasureLists({ file, dataDir, erasureLists: named = [] }: RestoreOrder): Promise<ListedErasure[]> {
  const files = new Set([...named, ...beside(file, dataDir, erasureListName)]);
  return (await Promise.all([...files].map(readErasureList))).flat();
}

/** The same for files; a list that was named by hand has its own beside it. */
async function erasedFileLists({ file, dataDir, erasureLists: named = [] }: RestoreOrder): Promise<ErasedFile[]> {
  const byHand = named.map((list) => join(dirname(list), erasedFilesName));
  const files = new Set([...byHand, ...beside(file, dataDir, erasedFilesName)]);
  return (await Promise.all([...files].map(readErasedFiles))).flat();
}

const beside = (file: string, dataDir: string, name: string): string[] =>
  [dirname(file), ...Object.values(backupFolders(dataDir))].map((folder) => join(folder, name));

/** Errors of the disk and of Postgres (SQLSTATE 53100 disk full, 42501 no privilege) as the refusals they mean. */
function restoreRefusalFrom(error: unknown, where: string): unknown {
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100' || code === 'disk-full')
    return new RestoreDiskFull({ where });
  if (code === '42501') return new TargetClosed({ where, reason: message ?? code });
  return error;
}
