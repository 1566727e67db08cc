/** Makes a backup: every table as of one moment, the uploaded files and the keys, in one file. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { erasures, type Erasure } from '../erasures.ts';
import { erasedFiles } from '../files.ts';
import { installation } from '../installation.ts';
import { appliedMigrations } from '../migrate.ts';
import program from '../../package.json' with { type: 'json' };
import { type AddPart, type Digest, unfinished, writeArchive } from './archive.ts';
import { type ErasedFile, listErasedFiles, listErasures } from './erasure-list.ts';
import { backupFormat, formatVersion, type Manifest } from './manifest.ts';
import { manifestHashPath, manifestPath, readmePath, readmeText } from './manifest.ts';
import { backupRefusalFrom, NothingToBackUp } from './refusals.ts';
import { copyOf, headsOf, inSnapshot, kyselyOn, tablesOf } from './snapshot.ts';

export type BackupOrder = {
  /** The database, also one that a server works on at the moment. */
  readonly url: string;
  /** Where keys and uploaded files lie. */
  readonly dataDir: string;
  /** The folder the backup goes into; made when missing. */
  readonly folder: string;
  /** Another name than the usual one; never one that is there already. */
  readonly name?: string;
  /** Unix ms. */
  readonly now: number;
};

export type MadeBackup = { readonly file: string; readonly bytes: number; readonly manifest: Manifest };

/** The password of the built-in database opens that database alone; wherever the backup is restored there is another. */
const staysHere: ReadonlySet<string> = new Set(['postgres-password']);

const HOUR = 3_600_000;

/**
 * Makes a backup while everybody goes on working: `yishiting-<end of the installation's id>-<UTC time>.backup`, and lists
 * the erasures beside it. Either the whole file is there and on the disk, or none.
 * @throws NothingToBackUp, BackupDiskFull, BackupPlaceClosed; the database's own error
 */
export async function makeBackup({ url, dataDir, folder, name, now }: BackupOrder): Promise<MadeBackup> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await clearUnfinished(folder, now);
    return await inSnapshot(url, async (client) => {
      const described = await describe(client, now);
      const file = join(folder, name ?? nameOf(described.installation, now));
      const parts: Part[] = [];
      let manifest: Manifest | undefined;
      await writeArchive(file, now, async (add) => {
        const adding = noting(add, parts);
        await adding(readmePath, Readable.from([readmeText]));
        const tables = await addTables(client, adding);
        await addFolder(join(dataDir, 'keys'), 'keys', adding, staysHere);
        await addFolder(join(dataDir, 'files'), 'files', adding);
        manifest = { ...described, tables, parts, heads: await headsOf(client) };
        await addManifest(manifest, add);
      });
      await listErasures(folder, await erasuresKnown(client, manifest!));
      await listErasedFiles(folder, await erasedFilesKnown(client, manifest!));
      return { file, bytes: (await stat(file)).size, manifest: manifest! };
    });
  } catch (error) {
    throw backupRefusalFrom(error, folder);
  }
}

type Part = { path: string } & Digest;

const noting = (add: AddPart, parts: Part[]): AddPart => {
  return async (path, source) => {
    const digest = await add(path, source);
    parts.push({ path, ...digest });
    return digest;
  };
};

async function describe(client: pg.Client, madeAt: number) {
  const db = kyselyOn(client);
  const migrations = await appliedMigrations(db);
  const found = migrations.length > 0 ? await installation(db) : null;
  if (!found) throw new NothingToBackUp();
  return {
    format: backupFormat,
    formatVersion,
    id: randomUUID(),
    installation: found.id,
    madeAt,
    program: program.version,
    migrations,
  } as const;
}

async function addTables(client: pg.Client, add: AddPart): Promise<Manifest['tables']> {
  const copies = [];
  for (const table of await tablesOf(client)) {
    const path = `tables/${table.name}.copy`;
    const copy = client.query(copyTo(copyOf(table, 'to stdout')));
    await add(path, copy);
    copies.push({ table, path, copy });
  }
  // How many rows there were is told after the last byte; an answer to a later question means that it was told.
  await client.query('select');
  return copies.map(({ table, path, copy }) => {
    return { name: table.name, columns: [...table.columns], rows: copy.rowCount, path };
  });
}

/** A file that is erased while the backup is made is left out; a row never names a file that is not there yet. */
async function addFolder(
  folder: string,
  into: string,
  add: AddPart,
  without = new Set<string>() as ReadonlySet<string>,
) {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const [source, path] = [join(folder, entry.name), `${into}/${entry.name}`];
    if (entry.isDirectory()) await addFolder(source, path, add);
    if (!entry.isFile() || without.has(entry.name)) continue;
    const handle = await open(source).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (handle) await add(path, handle.createReadStream());
  }
}

async function addManifest(manifest: Manifest, add: AddPart): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  await add(manifestPath, Readable.from([Buffer.from(text)]));
  const sha256 = createHash('sha256').update(text).digest('hex');
  await add(manifestHashPath, Readable.from([Buffer.from(`${sha256}  ${manifestPath}\n`)]));
}

/** A database of an older schema may not know erasures yet. */
async function erasuresKnown(client: pg.Client, { tables }: Manifest): Promise<Erasure[]> {
  return tables.some(({ name }) => name === 'erasures') ? erasures(kyselyOn(client)) : [];
}

/** Nor the files of a meeting. */
async function erasedFilesKnown(client: pg.Client, { tables }: Manifest): Promise<ErasedFile[]> {
  return tables.some(({ name }) => name === 'files') ? erasedFiles(kyselyOn(client)) : [];
}

const backupName = /^yishiting-[0-9a-f]{12}-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.backup$/;

function nameOf(id: string, now: number): string {
  const time = new Date(now).toISOString().replace(/[-:.]/g, '');
  return `yishiting-${id.slice(-12)}-${time}.backup`;
}

/** When a backup was made (Unix ms), as its name says; null for a file of another name. */
function timeOf(name: string): number | null {
  const [found, ...digits] = backupName.exec(name) ?? [];
  if (!found) return null;
  const [year = 0, month = 0, day, hour, minute, second, ms] = digits.map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second, ms);
}

/** The backups in a folder with the time each was made (Unix ms), the oldest first; none when there is no such folder. */
export async function backupsIn(folder: string): Promise<{ file: string; madeAt: number }[]> {
  const names = await readdir(folder).catch(() => []);
  const found = names.flatMap((name) => {
    const madeAt = timeOf(name);
    return madeAt === null ? [] : [{ file: join(folder, name), madeAt }];
  });
  return found.sort((a, b) => a.madeAt - b.madeAt);
}

/** Deletes all but the newest backups of a folder. @returns the files deleted. */
export async function keepNewest(folder: string, count: number): Promise<string[]> {
  const old = (await backupsIn(folder)).slice(0, -count).map(({ file }) => file);
  for (const file of old) await rm(file, { force: true });
  return old;
}

/** What a run that was killed left behind; one under way is written to all the time. */
async function clearUnfinished(folder: string, now: number): Promise<void> {
  const left = (await readdir(folder)).filter((name) => name.endsWith(`.backup${unfinished}`));
  for (const name of left) {
    const file = join(folder, name);
    const touched = await stat(file).catch(() => null);
    if (touched && now - touched.mtimeMs > HOUR) await rm(file, { force: true });
  }
}
