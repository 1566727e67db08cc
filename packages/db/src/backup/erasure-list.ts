/**
 * The list of erasures that lies beside the backups: an older backup still holds what was erased since, and restoring it
 * erases that again. The list itself holds ids and salted hashes only.
 */
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { particularKinds } from '@yishiting/domain/acts/custody';
import type { Erasure, ListedErasure } from '../erasures.ts';
import { ErasureListDamaged } from './refusals.ts';

export const erasureListName = 'erasures.json';

const listed = z.object({
  id: z.uuid(),
  community: z.uuid(),
  person: z.uuid(),
  kinds: z.array(z.enum(particularKinds)),
  hashes: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
  erasedBy: z.uuid().nullable(),
  erasedAt: z.int(),
});

/** The reason is free text and may name what was erased: it stays in the database. */
const withoutReason = ({ id, community, person, kinds, hashes, erasedBy, erasedAt }: Erasure): ListedErasure => {
  return { id, community, person, kinds: [...kinds], hashes: [...hashes], erasedBy, erasedAt };
};

/** Adds erasures to the list in a folder of backups; those already listed stay, whatever the database still knows. */
export async function listErasures(folder: string, erasures: readonly Erasure[]): Promise<void> {
  const known = await readErasureList(join(folder, erasureListName));
  const all = new Map([...erasures.map(withoutReason), ...known].map((one) => [one.id, one]));
  if (all.size === known.length) return;
  await writeList(folder, erasureListName, [...all.values()]);
}

/** Puts a list into a folder, the oldest erasure first; whole or not at all. */
async function writeList(folder: string, name: string, list: { id: string; erasedAt: number }[]): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const inOrder = list.sort((a, b) => a.erasedAt - b.erasedAt || (a.id < b.id ? -1 : 1));
  const file = join(folder, name);
  const handle = await open(`${file}.new`, 'w', 0o600);
  try {
    await handle.writeFile(`[${inOrder.map((one) => `\n${JSON.stringify(one)}`).join(',')}\n]\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
}

/**
 * The list in a file; empty when there is no such file.
 * @throws ErasureListDamaged when it is no such list: an erasure must not be passed over
 */
export const readErasureList = (file: string): Promise<ListedErasure[]> => readList(file, listed);

/** The files that were erased: their ids alone, with when. */
export const erasedFilesName = 'erased-files.json';
const listedFile = z.object({ id: z.uuid(), erasedAt: z.int() });
export type ErasedFile = z.infer<typeof listedFile>;

/** As `listErasures`, for files. */
export async function listErasedFiles(folder: string, erased: readonly ErasedFile[]): Promise<void> {
  const known = await readErasedFiles(join(folder, erasedFilesName));
  const all = new Map([...erased, ...known].map((one) => [one.id, one]));
  if (all.size > known.length) await writeList(folder, erasedFilesName, [...all.values()]);
}

export const readErasedFiles = (file: string): Promise<ErasedFile[]> => readList(file, listedFile);

async function readList<T>(file: string, one: z.ZodType<T>): Promise<T[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]';
    throw error;
  });
  try {
    return z.array(one).parse(JSON.parse(text));
  } catch {
    throw new ErasureListDamaged({ file });
  }
}
