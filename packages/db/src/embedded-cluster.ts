import { randomBytes } from 'node:crypto';
import { appendFileSync, closeSync, existsSync, fsyncSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { WrongMajor, refusalFrom } from './embedded-errors.ts';
import { handOver, runsAs, type Place } from './embedded-place.ts';
import { clearStalePid, readFrom, run, turnLog } from './embedded-process.ts';

export const SUPERUSER = 'postgres';
const SOCKET_PORT = 5432;
/** sun_path holds 108 bytes on Linux and 104 on macOS, with the closing zero. */
const LONGEST_SOCKET = 103;

export type Door = { socketFolder: string; port: number };

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A Unix socket in the cluster's own folder, which nobody else may enter; 127.0.0.1 where there is none or its path is too long. */
export async function chooseDoor(place: Place): Promise<Door> {
  const socket = join(place.cluster, `.s.PGSQL.${SOCKET_PORT}`);
  if (process.platform !== 'win32' && Buffer.byteLength(socket) <= LONGEST_SOCKET)
    return { socketFolder: place.cluster, port: SOCKET_PORT };
  return { socketFolder: '', port: await freePort() };
}

/** The password, made at the first start. It leads to everything, so it is on the disk before it is used. */
export function passwordOf(place: Place): { password: string; isNew: boolean } {
  const kept = existsSync(place.passwordFile) ? readFileSync(place.passwordFile, 'utf8').trim() : '';
  if (kept) return { password: kept, isNew: false };
  const password = randomBytes(24).toString('hex');
  const file = openSync(place.passwordFile, 'w', 0o600);
  writeFileSync(file, `${password}\n`);
  fsyncSync(file);
  closeSync(file);
  return { password, isNew: true };
}

/** Makes the cluster beside its final place and moves it there whole, so that a crash leaves none or all of it. */
export async function makeCluster(place: Place, password: string): Promise<void> {
  const workshop = mkdtempSync(join(place.home, 'new-'));
  const passwordFile = join(workshop, 'password');
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    handOver(passwordFile, place);
    handOver(workshop, place);
    const made = join(workshop, 'postgres');
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const keys = [`--username=${SUPERUSER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    const { code, said } = await run(place, 'initdb', ['-D', made, ...keys, ...locale, '--no-instructions']);
    if (code !== 0) throw refusalFrom(said, { path: place.home, log: place.log, port: 0, user: runsAs(place) });
    appendFileSync(join(made, 'postgresql.conf'), "\ninclude_if_exists = 'yishiting.conf'\n");
    renameSync(made, place.cluster);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** Settings of ours, written at every start; an office's own go by ALTER SYSTEM, which weighs more. */
function writeSettings(place: Place, door: Door): void {
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
  // The default method of these two leaves the last writes in the drive's cache at a power cut.
  const sync = { win32: 'wal_sync_method = fsync', darwin: 'wal_sync_method = fsync_writethrough' }[
    process.platform as string
  ];
  const lines = [
    '# Written at every start. Use ALTER SYSTEM for settings of your own.',
    `port = ${door.port}`,
    `listen_addresses = ${door.socketFolder ? "''" : "'127.0.0.1'"}`,
    `unix_socket_directories = ${quoted(door.socketFolder)}`,
    'unix_socket_permissions = 0700',
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    'max_wal_size = 256MB',
    'log_checkpoints = off',
    // Details and statements of refused rows can hold names and addresses.
    'log_error_verbosity = terse',
    'log_min_error_statement = panic',
    ...(sync ? [sync] : []),
  ];
  const file = join(place.cluster, 'yishiting.conf');
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  handOver(file, place);
}

/** Starts the cluster and waits until it takes clients, however long its recovery lasts. */
export async function launch(place: Place, door: Door): Promise<void> {
  clearStalePid(place.cluster);
  writeSettings(place, door);
  turnLog(place.log);
  closeSync(openSync(place.log, 'a', 0o600));
  handOver(place.log, place);
  // The children of a postmaster that was killed live on for a moment and hold its memory.
  for (let attempt = 1; ; attempt++) {
    const before = statSync(place.log).size;
    const args = ['start', '-D', place.cluster, '-l', place.log, '-w', '-t', '3600', '-s'];
    const { code, said } = await run(place, 'pg_ctl', args);
    if (code === 0) return;
    const words = said + readFrom(place.log, before);
    if (!/still in use|lock file .* already exists/.test(words) || attempt === 50)
      throw refusalFrom(words, { path: place.cluster, log: place.log, port: door.port, user: runsAs(place) });
    await wait(200);
    clearStalePid(place.cluster);
  }
}

/** Gives the superuser a new password with nobody else connected: the way in for who owns the files but lost the key. */
export async function setPasswordAlone(place: Place, password: string): Promise<void> {
  clearStalePid(place.cluster);
  const { code, said } = await run(
    place,
    'postgres',
    ['--single', '-D', place.cluster, 'postgres'],
    `ALTER ROLE ${SUPERUSER} PASSWORD '${password}'\n`,
  );
  if (code !== 0) throw refusalFrom(said, { path: place.cluster, log: place.log, port: 0, user: runsAs(place) });
}

/** @throws WrongMajor when the cluster was written by another major version than the binaries are */
export async function checkMajor(place: Place): Promise<void> {
  const { said } = await run(place, 'postgres', ['-V']);
  const found = readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8').trim();
  const needed = / (\d+)/.exec(said)?.[1] ?? '?';
  if (found !== needed) throw new WrongMajor({ path: place.cluster, found, needed });
}
