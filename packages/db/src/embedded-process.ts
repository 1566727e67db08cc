import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, readlinkSync, readSync, renameSync, statSync } from 'node:fs';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { NotPermitted } from './embedded-errors.ts';
import { runsAs, type Place } from './embedded-place.ts';

export type Postmaster = { pid: number; port: number; socketFolder: string; ready: boolean };

/** Our environment without what would steer Postgres or its client (PGDATA, PGOPTIONS …); messages in English, to be read here. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}

export type Outcome = { code: number | null; said: string };

/**
 * Runs one of the binaries as Postgres' user and waits for its end.
 * @param input what it reads from its standard input
 */
export function run(
  place: Place,
  binary: 'initdb' | 'pg_ctl' | 'postgres',
  args: string[],
  input = '',
): Promise<Outcome> {
  const program = join(place.binaries, 'bin', process.platform === 'win32' ? `${binary}.exe` : binary);
  const child = spawn(program, args, {
    ...(place.user ? { uid: place.user.uid, gid: place.user.gid } : {}),
    cwd: place.home,
    env: cleanEnvironment(),
    windowsHide: true,
    // A window of its own on Windows, a session of its own elsewhere: Ctrl-C in our terminal must reach us alone,
    // so that accepted work is committed before Postgres stops.
    detached: process.platform !== 'win32',
  });
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => (said += chunk.toString());
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EACCES' ? new NotPermitted({ path: program, user: runsAs(place) }) : error),
    );
    // Not 'close': on Windows the server inherits these pipes and keeps them open.
    child.on('exit', (code) => setImmediate(() => resolve({ code, said })));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** What postmaster.pid says, or undefined without one that can be read. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  try {
    const [pid, , , port, socketFolder, , , status] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    if (!Number(pid)) return undefined;
    return {
      pid: Number(pid),
      port: Number(port),
      socketFolder: socketFolder ?? '',
      ready: status?.trim() === 'ready',
    };
  } catch {
    return undefined;
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** In a container root may not read another user's cwd; the command line, empty for a dead process, is open to all. */
function worksOn(pid: number, cluster: string): boolean {
  try {
    if (readlinkSync(`/proc/${pid}/cwd`) === cluster) return true;
  } catch {
    // Its command line tells as well.
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster);
  } catch {
    return false;
  }
}

/**
 * Whether a process lives and is the postmaster of this cluster: not a stranger that was given the same number since, nor
 * a dead one whose parent has not looked (in a container without an init).
 */
function isPostmaster(pid: number, cluster: string): boolean {
  if (!exists(pid)) return false;
  if (process.platform === 'linux') return worksOn(pid, cluster);
  const asked =
    process.platform === 'win32'
      ? spawnSync('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'], { windowsHide: true })
      : spawnSync('ps', ['-p', String(pid), '-o', 'comm=']);
  return asked.stdout.toString().includes('postgres');
}

/** A quick look, several times a second, at a postmaster that was ours a moment ago. */
export function stillLives(cluster: string): boolean {
  const found = readPostmaster(cluster);
  if (!found) return false;
  return process.platform === 'linux' ? isPostmaster(found.pid, cluster) : exists(found.pid);
}

/** The postmaster of this cluster if one lives. */
export function livingPostmaster(cluster: string): Postmaster | undefined {
  const found = readPostmaster(cluster);
  return found && isPostmaster(found.pid, cluster) ? found : undefined;
}

/** Takes away a postmaster.pid whose process is gone; Postgres would take a stranger of the same number for a sister. */
export function clearStalePid(cluster: string): void {
  const file = join(cluster, 'postmaster.pid');
  if (existsSync(file) && !livingPostmaster(cluster)) rmSync(file, { force: true });
}

const LOG_LIMIT = 2 * 1024 * 1024;

/** Keeps the log and one older one, two megabytes each. */
export function turnLog(log: string): void {
  if (existsSync(log) && statSync(log).size > LOG_LIMIT) renameSync(log, `${log}.1`);
}

/** What stands in a file from a byte on (its last 64 kB). */
export function readFrom(file: string, from: number): string {
  if (!existsSync(file)) return '';
  const size = statSync(file).size;
  const start = Math.max(from > size ? 0 : from, size - 65_536);
  const buffer = Buffer.alloc(size - start);
  const handle = openSync(file, 'r');
  readSync(handle, buffer, 0, buffer.length, start);
  closeSync(handle);
  return buffer.toString();
}

/** Ends the postmaster of a cluster: fast (clients are cut, everything is written), and at once if that takes a minute. */
export async function stopPostmaster(place: Place): Promise<void> {
  for (const mode of ['fast', 'immediate']) {
    if (!livingPostmaster(place.cluster)) return;
    await run(place, 'pg_ctl', ['stop', '-D', place.cluster, '-m', mode, '-w', '-t', '60', '-s']);
  }
  if (livingPostmaster(place.cluster)) throw new NotPermitted({ path: place.cluster, user: runsAs(place) });
}
