import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { connect, type Connection, type Options } from './connect.ts';
import { AlreadyRunning, Unreachable, UnsafeSettings, WrongMajor } from './embedded-errors.ts';
import { placeOf } from './embedded-place.ts';
import { livingPostmaster } from './embedded-process.ts';
import { aDataDir, aLog, urlFor } from './testing.ts';
import { anOwner, killHard } from './testing-owner.ts';

const open = new Set<Connection>();

async function start(options: Omit<Options, 'log'>): Promise<Connection> {
  const connection = await connect({ ...options, log: aLog() });
  open.add(connection);
  return connection;
}

afterEach(async () => {
  for (const connection of open) await connection.stop();
  open.clear();
});

const clusterOf = (dataDir: string) => placeOf(dataDir, false).cluster;
const kept = async ({ pool }: Connection) =>
  (await pool.query<{ what: string }>('select what from kept')).rows.map(({ what }) => what);
const codes = ({ warnings }: Connection) => warnings.map(({ code }) => code);

/** A cluster whose owner was killed after it committed 'before'. */
async function anOrphan() {
  const dataDir = aDataDir();
  const { owner, word } = await anOwner(dataDir, 'before');
  expect(word).toBe('ready');
  const postmaster = livingPostmaster(clusterOf(dataDir));
  await killHard(owner);
  return { dataDir, cluster: clusterOf(dataDir), pid: postmaster?.pid ?? 0 };
}

it('a first start makes a database in UTF8, C.UTF-8 and UTC that writes everything through', async () => {
  const dataDir = aDataDir();
  const { pool, warnings } = await start({ dataDir });
  const { rows } = await pool.query(`select current_setting('fsync') as fsync,
    current_setting('full_page_writes') as pages, current_setting('synchronous_commit') as commits,
    current_setting('TimeZone') as zone, current_setting('server_encoding') as encoding,
    current_setting('data_checksums') as checksums,
    (select datlocale from pg_database where datname = current_database()) as locale`);
  expect(rows[0]).toEqual({
    fsync: 'on',
    pages: 'on',
    commits: 'on',
    zone: 'UTC',
    encoding: 'UTF8',
    checksums: 'on',
    locale: 'C.UTF-8',
  });
  expect(warnings).toEqual([]);
  expect(statSync(join(dataDir, 'keys', 'postgres-password')).mode & 0o777).toBe(0o600);
});

it('nobody comes in by the network or without the password', async () => {
  const { pool, url } = await start({ dataDir: aDataDir() });
  const { rows } = await pool.query<{ addresses: string }>("select current_setting('listen_addresses') as addresses");
  expect(rows[0]?.addresses).toBe('');
  const wrong = new URL(url);
  wrong.password = 'guessed';
  await expect(start({ databaseUrl: wrong.href })).rejects.toThrow(Unreachable);
});

it('a path too long for a socket gets a port of 127.0.0.1', async () => {
  const dataDir = join(aDataDir(), '一个名字很长的目录'.repeat(5));
  mkdirSync(dataDir);
  const { pool } = await start({ dataDir });
  const { rows } = await pool.query<{ addresses: string }>("select current_setting('listen_addresses') as addresses");
  expect(rows[0]?.addresses).toBe('127.0.0.1');
});

it('a stop ends Postgres, and the next start finds everything', async () => {
  const dataDir = aDataDir();
  const first = await start({ dataDir });
  await first.pool.query("create table kept as select '南门街道' as what");
  await first.stop();
  expect(livingPostmaster(clusterOf(dataDir))).toBeUndefined();
  const second = await start({ dataDir });
  expect(await kept(second)).toEqual(['南门街道']);
  expect(codes(second)).toEqual([]);
});

it('[R2] a Postgres orphaned by a SIGKILL is adopted with everything in it', async () => {
  const { dataDir, cluster, pid } = await anOrphan();
  const next = await start({ dataDir });
  expect(codes(next)).toEqual(['adopted']);
  expect(livingPostmaster(cluster)?.pid).toBe(pid);
  expect(await kept(next)).toEqual(['before']);
});

it('[R2] server and Postgres killed together come back with what was committed', async () => {
  const { dataDir, pid } = await anOrphan();
  process.kill(pid, 'SIGKILL');
  const next = await start({ dataDir });
  expect(codes(next)).toEqual([]);
  expect(await kept(next)).toEqual(['before']);
});

it('[R2] a stale postmaster.pid is no obstacle, also when its number now belongs to a stranger', async () => {
  const { dataDir, cluster, pid } = await anOrphan();
  const { user } = placeOf(dataDir, false);
  // A process of Postgres' own user: Postgres itself takes such a one for a sister and refuses to start.
  const stranger = spawn('sleep', ['600'], { cwd: '/', ...(user ? { uid: user.uid, gid: user.gid } : {}) });
  process.kill(pid, 'SIGKILL');
  await vi.waitFor(() => expect(livingPostmaster(cluster)).toBeUndefined());
  const file = join(cluster, 'postmaster.pid');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(stranger.pid)));
  const next = await start({ dataDir });
  expect(await kept(next)).toEqual(['before']);
  expect(stranger.exitCode).toBeNull();
  await killHard(stranger);
});

it('[R2] an orphan that does not know our password is ended, and the folder opened with a new one', async () => {
  const { dataDir, cluster, pid } = await anOrphan();
  const file = join(dataDir, 'keys', 'postgres-password');
  writeFileSync(file, 'another');
  const next = await start({ dataDir });
  expect(codes(next)).toEqual(['password-renewed']);
  expect(livingPostmaster(cluster)?.pid).not.toBe(pid);
  expect(await kept(next)).toEqual(['before']);
  await next.stop();
  rmSync(file);
  const last = await start({ dataDir });
  expect(codes(last)).toEqual(['password-renewed']);
  expect(await kept(last)).toEqual(['before']);
});

it('[R2] a Postgres killed under a living server is brought back', async () => {
  const dataDir = aDataDir();
  const connection = await start({ dataDir });
  await connection.pool.query("create table kept as select 'before' as what");
  const pidNow = () => livingPostmaster(clusterOf(dataDir))?.pid ?? 0;
  const before = pidNow();
  process.kill(before, 'SIGKILL');
  await vi.waitFor(() => expect([0, before]).not.toContain(pidNow()), { timeout: 30_000 });
  await vi.waitFor(async () => expect(await kept(connection)).toEqual(['before']), { timeout: 30_000 });
});

it('a second start on the same data is refused, and a backup may join', async () => {
  const dataDir = aDataDir();
  const first = await start({ dataDir });
  await expect(start({ dataDir })).rejects.toThrow(AlreadyRunning);
  expect((await anOwner(dataDir, 'second')).word).toBe('already-running');
  const joined = await start({ dataDir, ifRunning: 'join' });
  await joined.pool.query("create table kept as select 'joined' as what");
  await joined.stop();
  expect(await kept(first)).toEqual(['joined']);
});

it('[R2] the embedded database is refused with fsync off, and left stopped', async () => {
  const dataDir = aDataDir();
  const first = await start({ dataDir });
  await first.pool.query('alter system set fsync = off');
  await first.stop();
  const refusal = await start({ dataDir }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(UnsafeSettings);
  expect(refusal).toMatchObject({ code: 'unsafe-settings', facts: { settings: 'fsync' } });
  expect(livingPostmaster(clusterOf(dataDir))).toBeUndefined();
});

it('[R2] a database of one’s own is warned about with fsync, full_page_writes or synchronous_commit off', async () => {
  const { pool, url } = await start({ dataDir: aDataDir() });
  await pool.query('alter system set fsync = off');
  await pool.query('alter system set full_page_writes = off');
  await pool.query('alter system set synchronous_commit = off');
  await pool.query('select pg_reload_conf()');
  await vi.waitFor(async () => {
    const { warnings } = await start({ databaseUrl: url });
    expect(warnings).toEqual([
      { code: 'unsafe-setting', setting: 'fsync' },
      { code: 'unsafe-setting', setting: 'full_page_writes' },
      { code: 'unsafe-setting', setting: 'synchronous_commit' },
    ]);
  });
});

it('a database of one’s own that cannot hold Chinese, or is not there, is refused in a sentence without its password', async () => {
  const { pool, url } = await start({ dataDir: aDataDir() });
  await pool.query("create database old encoding 'LATIN1' locale 'C' locale_provider libc template template0");
  await expect(start({ databaseUrl: urlFor(url, 'old') })).rejects.toMatchObject({ code: 'wrong-encoding' });
  const refusal = await start({ databaseUrl: 'postgres://me:secret@127.0.0.1:1/none' }).catch((error: Error) => error);
  expect(refusal).toMatchObject({ code: 'unreachable', facts: { where: '127.0.0.1:1/none' } });
  expect(JSON.stringify(refusal) + (refusal as Error).message).not.toContain('secret');
});

it('data of another major version are refused and not touched', async () => {
  const dataDir = aDataDir();
  await (await start({ dataDir })).stop();
  writeFileSync(join(clusterOf(dataDir), 'PG_VERSION'), '17\n');
  await expect(start({ dataDir })).rejects.toThrow(WrongMajor);
  expect(existsSync(join(clusterOf(dataDir), 'postmaster.pid'))).toBe(false);
});
