/** The data folder a backup is restored into: what may be there already, where the work goes on, how it comes into place. */
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Measure } from '../backup/archive.ts';
import type { Backup } from '../backup/read-backup.ts';
import { TargetNotEmpty } from '../backup/refusals.ts';
import { placeOf } from '../embedded-place.ts';
import { stopPostmaster } from '../embedded-process.ts';

/** The work goes on in here until all of it is done; what a killed run left is cleared by the next. */
export const workshopOf = (dataDir: string): string => join(dataDir, 'restoring');

const database = ['database-lies-in', 'postgres'] as const;
const contents = ['keys', 'files'] as const;
const password = join('keys', 'postgres-password');

/**
 * Refuses a folder that holds other data. Files that are the same byte by byte may stay: whoever moves to a Postgres of
 * their own restores beside the keys of the database they come from.
 * @throws TargetNotEmpty
 */
export async function refuseUnlessFree(dataDir: string, backup: Backup, { embedded }: { embedded: boolean }) {
  const found: string[] = embedded ? database.filter((name) => existsSync(join(dataDir, name))) : [];
  for (const path of contents.flatMap((name) => filesUnder(dataDir, name))) {
    if (path === password && !embedded) continue;
    if (path === password || !(await isSame(join(dataDir, path), path, backup))) found.push(path);
  }
  if (found.length > 0) throw new TargetNotEmpty({ where: dataDir, found: found.slice(0, 3).join(', ') });
}

function filesUnder(dataDir: string, name: string): string[] {
  const folder = join(dataDir, name);
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((one) => one.isFile()).map((one) => relative(dataDir, join(one.parentPath, one.name)));
}

async function isSame(file: string, path: string, { manifest }: Backup): Promise<boolean> {
  const part = manifest.parts.find((one) => one.path === path.split(sep).join('/'));
  if (!part || (await stat(file)).size !== part.bytes) return false;
  const measure = new Measure();
  await pipeline(createReadStream(file), measure.resume());
  return measure.digest().sha256 === part.sha256;
}

/** Unpacks keys and uploaded files into the workshop, on the disk when it returns. */
export async function unpack(workshop: string, backup: Backup): Promise<void> {
  const paths = backup.manifest.parts.map(({ path }) => path);
  for (const path of paths.filter((one) => contents.some((name) => one.startsWith(`${name}/`)))) {
    const file = join(workshop, ...path.split('/'));
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const handle = await open(file, 'wx', 0o600);
    await pipeline(await backup.read(path), handle.createWriteStream({ flush: true }));
  }
}

/** Moves what the workshop holds into the data folder, the database last, since with it the folder counts as in use. */
export async function putInPlace(dataDir: string): Promise<void> {
  const workshop = workshopOf(dataDir);
  for (const name of [...contents, 'postgres.log', ...database]) await move(join(workshop, name), join(dataDir, name));
  await rm(workshop, { recursive: true, force: true });
}

async function move(from: string, to: string): Promise<void> {
  if (!existsSync(from)) return;
  if (!existsSync(to)) return rename(from, to);
  if (!(await stat(from)).isDirectory()) return rm(from);
  for (const name of readdirSync(from)) await move(join(from, name), join(to, name));
}

/** Clears the workshop away, also one that a killed run left with a Postgres in it. */
export async function clearWorkshop(dataDir: string): Promise<void> {
  const workshop = workshopOf(dataDir);
  if (!existsSync(workshop)) return;
  try {
    const place = placeOf(workshop, false);
    if (existsSync(place.cluster)) await stopPostmaster(place);
    if (place.home !== workshop) await rm(place.home, { recursive: true, force: true });
  } catch {
    // Its cluster is gone already: the folder that named it goes as well.
  }
  await rm(workshop, { recursive: true, force: true });
}
