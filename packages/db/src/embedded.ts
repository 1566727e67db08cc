import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import {
  SUPERUSER,
  checkMajor,
  chooseDoor,
  launch,
  makeCluster,
  passwordOf,
  setPasswordAlone,
} from './embedded-cluster.ts';
import type { Door } from './embedded-cluster.ts';
import { StartFailed, UnsafeSettings, refusalFrom } from './embedded-errors.ts';
import { lockFolder } from './embedded-lock.ts';
import { isElsewhere, makeDataDir, placeOf, type Place } from './embedded-place.ts';
import { livingPostmaster, readFrom, run, stillLives, stopPostmaster } from './embedded-process.ts';

/** Something the keeper of the installation should read, though the database works. */
export type Warning =
  | { code: 'data-elsewhere'; path: string }
  | { code: 'adopted'; pid: number }
  | { code: 'password-renewed'; path: string }
  | { code: 'unsafe-setting'; setting: string };

/** The way of speaking that pino has. */
export type Log = Record<'info' | 'warn' | 'error', (facts: object, sentence: string) => void>;

export type Embedded = { url: string; warnings: Warning[]; stop(): Promise<void> };

const DATABASE = 'yishiting';
const SAFE = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;
/** By which address clients of a running cluster come in. */
function urlOf(door: Door, password: string, database: string): string {
  const host = door.socketFolder ? encodeURIComponent(door.socketFolder) : '127.0.0.1';
  return `postgres://${SUPERUSER}:${password}@localhost/${database}?host=${host}&port=${door.port}&sslmode=disable`;
}

async function ask<Row extends pg.QueryResultRow>(url: string, query: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, query_timeout: 30_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Row>(query)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const isWrongPassword = (error: unknown) => (error as { code?: string }).code === '28P01';

/**
 * A postmaster that an earlier process of ours left running on this cluster when it was killed: kept when it opens to our
 * password, works on our folder and is of our version, else ended. Sessions of the dead process are cut first, so that
 * none of its statements is still under way when we begin to read.
 */
async function adopt(place: Place, password: string): Promise<(Door & { pid: number }) | undefined> {
  const orphan = livingPostmaster(place.cluster);
  if (!orphan) return undefined;
  try {
    const url = urlOf(orphan, password, 'postgres');
    const query = `select current_setting('data_directory') as folder, current_setting('server_version') as version,
      (select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity
        where application_name = '${DATABASE}' and pid <> pg_backend_pid())`;
    const [answer] = await ask<{ folder: string; version: string }>(url, query);
    const { said } = await run(place, 'postgres', ['-V']);
    if (orphan.ready && answer?.folder === place.cluster && said.includes(` ${answer.version}`)) return orphan;
  } catch {
    // It does not know us, or is just coming up or going down: it is ended below.
  }
  await stopPostmaster(place);
  return undefined;
}

/** The database itself, and whether the settings keep what is acknowledged. */
async function prepareDatabase(place: Place, door: Door, password: string): Promise<void> {
  const url = urlOf(door, password, 'postgres');
  const [found] = await ask<Record<(typeof SAFE)[number] | 'exists', string>>(
    url,
    `select ${SAFE.map((name) => `current_setting('${name}') as ${name}`)},
      (select datname from pg_database where datname = '${DATABASE}') as exists`,
  );
  const off = SAFE.filter((name) => found?.[name] === 'off');
  if (off.length > 0) throw new UnsafeSettings({ settings: off.join(', '), path: place.cluster });
  if (!found?.exists) await ask(url, `create database ${DATABASE}`);
}

/** Brings the cluster up by whichever way it needs; leaves nothing running when it refuses. */
async function open(place: Place, warnings: Warning[]): Promise<{ door: Door; password: string }> {
  const { password, isNew } = passwordOf(place);
  const isFirst = !existsSync(place.cluster);
  if (isFirst) await makeCluster(place, password);
  await checkMajor(place);
  const orphan = isFirst ? undefined : await adopt(place, password);
  if (orphan) warnings.push({ code: 'adopted', pid: orphan.pid });
  const door = orphan ?? (await chooseDoor(place));
  const renew = async () => {
    await stopPostmaster(place);
    await setPasswordAlone(place, password);
    warnings.push({ code: 'password-renewed', path: place.passwordFile });
    await launch(place, door);
  };
  try {
    if (isNew && !isFirst) await renew();
    else if (!orphan) await launch(place, door);
    try {
      await prepareDatabase(place, door, password);
    } catch (error) {
      if (!isWrongPassword(error)) throw error;
      await renew();
      await prepareDatabase(place, door, password);
    }
  } catch (error) {
    await stopPostmaster(place);
    throw error;
  }
  return { door, password };
}

/** Watches the postmaster and brings it back whenever it dies while we live (killed, or its disk was full). */
function keepUp(place: Place, door: Door, log: Log): { end(): Promise<void> } {
  const ending = new AbortController();
  const pause = (ms: number) => wait(ms, undefined, { ref: false, signal: ending.signal });
  const watch = async () => {
    for (let failures = 0; ;) {
      await pause(failures === 0 ? 250 : Math.min(10_000, 500 * 2 ** failures));
      if (stillLives(place.cluster)) continue;
      try {
        log.warn({ code: 'database-died' }, 'The built-in database ended unexpectedly and is being started again.');
        await launch(place, door);
        failures = 0;
      } catch (error) {
        failures++;
        log.error({ code: (error as { code?: string }).code ?? 'start-failed' }, (error as Error).message);
      }
    }
  };
  const watching = watch().catch(() => undefined);
  return {
    end: async () => {
      ending.abort();
      await watching;
    },
  };
}

/**
 * The Postgres that lives in a data folder, started, adopted or brought back as needed and watched from then on.
 * @param dataDir the folder; made when missing
 * @returns a URL for its database and `stop`, which ends Postgres (fast) and gives the folder back
 * @throws a DatabaseRefusal, each with a code, facts and a sentence
 */
export async function startEmbedded(dataDir: string, log: Log): Promise<Embedded> {
  const folder = makeDataDir(dataDir);
  const locks = [lockFolder(folder)];
  const unlock = () => locks.forEach((release) => release());
  try {
    const place = placeOf(folder, true);
    if (isElsewhere(place)) locks.push(lockFolder(place.home));
    const warnings: Warning[] = isElsewhere(place) ? [{ code: 'data-elsewhere', path: place.home }] : [];
    const { door, password } = await open(place, warnings);
    const watch = keepUp(place, door, log);
    return {
      url: urlOf(door, password, DATABASE),
      warnings,
      stop: async () => {
        await watch.end();
        await stopPostmaster(place);
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw asRefusal(error, folder);
  }
}

/** A system error met on the way as the refusal it means. */
function asRefusal(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const isSystem = error instanceof Error && 'syscall' in error;
  if (!isSystem) return error;
  return refusalFrom(`${code} ${error.message}`, { path, log: path, port: 0, user: '' });
}

/**
 * Joins the database of a data folder while another process runs it (a backup beside the open room).
 * @throws StartFailed when no Postgres answers there within ten seconds
 */
export async function joinEmbedded(dataDir: string): Promise<Embedded> {
  const place = placeOf(makeDataDir(dataDir), false);
  for (let attempt = 1; ; attempt++) {
    const running = livingPostmaster(place.cluster);
    if (running?.ready) {
      const url = urlOf(running, readFileSync(place.passwordFile, 'utf8').trim(), DATABASE);
      return { url, warnings: [], stop: () => Promise.resolve() };
    }
    if (attempt === 50) throw new StartFailed({ log: place.log, lastLines: readFrom(place.log, 0) });
    await wait(200);
  }
}
