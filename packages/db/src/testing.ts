import { randomBytes } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { afterAll, inject, onTestFinished } from 'vitest';
import { makePool } from './connect.ts';
import type { Tables } from './tables.ts';
import { aLog, makeDataDirIn, removeDataDir } from './testing-folders.ts';

export { aLog } from './testing-folders.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The Postgres of this test run: the URL of its migrated template. */
    postgresTemplate: string;
    /** The folder of this test run, swept away with every Postgres in it. */
    testFolder: string;
  }
}

export type TestDatabase = { db: Kysely<Tables>; pool: pg.Pool; url: string };

/** The same server's URL for another of its databases. */
export function urlFor(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/**
 * A migrated, empty database of this test file's own on the run's Postgres; dropped when the file is done.
 * Call it at the top of a *.pg.test.ts: `const { db } = await aDatabase();`
 */
export async function aDatabase(): Promise<TestDatabase> {
  const template = inject('postgresTemplate');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const office = makePool(urlFor(template, 'postgres'), aLog(), 1);
  await office.query(`create database ${name} template ${new URL(template).pathname.slice(1)}`);
  const url = urlFor(template, name);
  const pool = makePool(url, aLog());
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  afterAll(async () => {
    // Not waited for: it would wait for ever for a connection that a test lost. The database is dropped with force.
    if (!pool.ending) void pool.end();
    await office.query(`drop database if exists ${name} with (force)`);
    await office.end();
  });
  return { db, pool, url };
}

/**
 * An empty data folder for a test that starts a server of its own; it goes with its Postgres, also an orphaned one, when
 * the test is done (called at the top of a file: when the file is).
 */
export function aDataDir(): string {
  const dataDir = makeDataDirIn(inject('testFolder'));
  const remove = () => removeDataDir(dataDir);
  try {
    onTestFinished(remove);
  } catch {
    afterAll(remove);
  }
  return dataDir;
}
