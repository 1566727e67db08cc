import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect } from './connect.ts';
import { lockFolder } from './embedded-lock.ts';
import { migrate } from './migrate.ts';
import { aLog, makeDataDirIn, removeDataDir } from './testing-folders.ts';

const PREFIX = 'yishiting-tests-';

/** Clears away what earlier runs left that were killed; a folder whose lock is held belongs to a run under way. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    try {
      const folder = join(tmpdir(), name);
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
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  const release = lockFolder(folder);
  chmodSync(folder, 0o711);
  await sweep();
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
