import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { AlreadyRunning, Unreachable, WrongEncoding } from './embedded-errors.ts';
import { joinEmbedded, startEmbedded, type Embedded, type Log, type Warning } from './embedded.ts';
import type { Tables } from './tables.ts';

export type { Log, Warning } from './embedded.ts';

export type Options = {
  /** A Postgres of one's own; without it the embedded one in `dataDir`. */
  databaseUrl?: string | undefined;
  dataDir?: string | undefined;
  log: Log;
  /** What to do when another process runs the data in `dataDir`: the room refuses, a backup joins. */
  ifRunning?: 'refuse' | 'join';
  /** Connections side by side, 10 unless told. */
  poolSize?: number;
};

export type Connection = {
  db: Kysely<Tables>;
  pool: pg.Pool;
  /** With the password: never for a log. */
  url: string;
  warnings: Warning[];
  /** Lets running queries end, closes the pool and stops the embedded Postgres. */
  stop(): Promise<void>;
};

/** How long running queries may take to end once we stop, in ms. */
const PATIENCE = 5_000;

/** A pool whose connections may break, idle or in use, without ending the process; the next query gets a new one. */
export function makePool(url: string, log: Log, poolSize = 10): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'yishiting',
    max: poolSize,
    connectionTimeoutMillis: 10_000,
  });
  // One in use breaks twice: whoever uses it hears of it from their query, and nobody listens to what comes after.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', (error) => log.warn({ code: 'connection-lost' }, `A database connection broke: ${error.message}`));
  return pool;
}

/** Host, port and database of a URL, without its user and password. */
function whereOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return 'DATABASE_URL';
  }
}

/** Settings of a Postgres of one's own: what risks the record is told, what cannot hold it is refused. */
async function examine(pool: pg.Pool, url: string): Promise<Warning[]> {
  const safe = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;
  const shown = safe.map((name) => `current_setting('${name}') as ${name}`).join(', ');
  const query = `select ${shown}, current_setting('server_encoding') as server_encoding`;
  const { rows } = await pool.query<Record<string, string>>(query).catch((error: Error) => {
    throw new Unreachable({ where: whereOf(url), reason: error.message || (error as { code?: string }).code || '?' });
  });
  const encoding = rows[0]?.['server_encoding'] ?? '';
  if (encoding !== 'UTF8') throw new WrongEncoding({ where: whereOf(url), encoding });
  return safe.filter((name) => rows[0]?.[name] === 'off').map((setting) => ({ code: 'unsafe-setting', setting }));
}

async function openEmbedded({ dataDir, log, ifRunning }: Options): Promise<Embedded> {
  if (!dataDir) throw new Error('connect needs databaseUrl or dataDir');
  try {
    return await startEmbedded(dataDir, log);
  } catch (error) {
    if (ifRunning === 'join' && error instanceof AlreadyRunning) return joinEmbedded(dataDir);
    throw error;
  }
}

const SENTENCES: Record<Warning['code'], string> = {
  'data-elsewhere':
    'Postgres does not run as root and may not enter the data folder, so the database is kept in another.',
  adopted: 'A database left running by an earlier start that was killed has been taken over.',
  'password-renewed': 'The password of the built-in database was lost or did not fit; it has a new one.',
  'unsafe-setting': 'This database runs with a safety setting off: a power cut could lose acknowledged records.',
};

/**
 * Opens the database: a Postgres of one's own by URL, else the embedded one under `dataDir`.
 * Whether fsync, full_page_writes and synchronous_commit are on is read either way: the embedded one is refused
 * without them, one's own is warned about [R2].
 * @throws a DatabaseRefusal (`embedded-errors.ts`): code, facts, a sentence in both languages
 */
export async function connect(options: Options): Promise<Connection> {
  const { databaseUrl, log, poolSize } = options;
  const embedded = databaseUrl ? undefined : await openEmbedded(options);
  const url = embedded?.url ?? databaseUrl ?? '';
  const pool = makePool(url, log, poolSize);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const close = async () => {
    // A connection that is never given back must not keep Postgres from being stopped properly.
    await Promise.race([closePool(db, pool), new Promise((resolve) => setTimeout(resolve, PATIENCE).unref())]);
    await embedded?.stop();
  };
  try {
    const warnings = [...(embedded?.warnings ?? []), ...(await examine(pool, url))];
    for (const warning of warnings) log.warn(warning, SENTENCES[warning.code]);
    return { db, pool, url, warnings, stop: once(close) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Kysely ends its pool only when it has asked something; a pool left open would keep the process for ten seconds. */
async function closePool(db: Kysely<Tables>, pool: pg.Pool): Promise<void> {
  await db.destroy();
  if (!pool.ending) await pool.end();
}

/** A second stop waits for the first. */
function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= work());
}
