import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect } from './connect.ts';
import { lockFolder } from './embedded-lock.ts';
import { migrate } from './migrate.ts';
import { aLog, makeDataDirIn, removeDataDir } from './testing-folders.ts';

const PREFIX = 'yishiting-tests-';
const ROOM_FOR_CLUSTERS = 2 * 1024 ** 3;

/** Memory where there is plenty: making and deleting clusters of a thousand files each is what database tests wait for. */
function whereTestsLie(): string {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > ROOM_FOR_CLUSTERS ? memory : tmpdir();
}

/** Clears away what earlier runs left that were killed; a folder whose lock is held belongs to a run under way. */
async function sweep(where: string): Promise<void> {
  for (const name of readdirSync(where).filter((entry) => entry.startsWith(PREFIX))) {
    try {
      const folder = join(where, name);
      const release = lockFolder(folder);
      await removeRun(folder);
      release();
    } catch {
      // In use, or another user's: neither is ours to clear.
    }
  }
}

async function removeRun(folder: string): Promise<void> {
  const dataDirs = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of dataDirs) await removeDataDir(join(folder, name));
  rmSync(folder, { recursive: true, force: true });
}

/** Vitest's global set-up of the database tests: one embedded Postgres for the run, with a migrated template in it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const where = whereTestsLie();
  const folder = mkdtempSync(join(where, PREFIX));
  const release = lockFolder(folder);
  chmodSync(folder, 0o711);
  await sweep(where);
  const { db, url, stop } = await connect({ dataDir: makeDataDirIn(folder), log: aLog() });
  await migrate(db);
  // A template may have no sessions.
  await db.destroy();
  project.provide('testFolder', folder);
  project.provide('postgresTemplate', url);
  return async () => {
    await stop();
    await removeRun(folder);
    release();
  };
}
