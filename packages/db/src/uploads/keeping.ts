/**
 * Uploaded bytes on the disk, outside anything that is served as pages. A file is taken in under `uploading/` and lies
 * under `files/` by its id once it is whole. The name under `uploading/` stays until the row is committed: whatever still
 * has one at the next start is in doubt, and is kept only if a row vouches for it.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, link, mkdir, open, readdir, rename, rm, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { MediaType } from '@yishiting/domain/acts/files';
import { bytesAt, mediaOf } from './media.ts';
import { keptOfJpeg } from './jpeg.ts';
import { keptOfPng, keptOfWebp, type Part } from './pictures.ts';

export const fileOf = (dataDir: string, id: string): string => join(dataDir, 'files', id);
const incoming = (dataDir: string, id = ''): string => join(dataDir, 'uploading', id);

/** Why bytes were not taken in. */
export type NotTaken = 'file-too-large' | 'file-empty' | 'file-type' | 'upload-cut' | 'disk-full';

export interface Taken {
  media: MediaType;
  bytes: number;
  /** SHA-256 of what is kept, hex. */
  sha256: string;
}

class TooLarge extends Error {}

export interface Intake {
  dataDir: string;
  id: string;
  source: Readable;
  /** Bytes; reading stops at the first beyond. */
  limit: number;
  /** Milliseconds without a byte after which the sender is given up. */
  patience: number;
}

/**
 * Takes bytes in, tells what they are, leaves the notes of pictures out, and puts them on the disk under their id. Never
 * holds the whole in memory. When it is refused, nothing is left on the disk.
 */
export async function takeIn({ dataDir, id, source, limit, patience }: Intake): Promise<Taken | NotTaken> {
  try {
    for (const folder of ['files', 'uploading']) await mkdir(join(dataDir, folder), { recursive: true, mode: 0o700 });
    const bytes = await receive(incoming(dataDir, id), source, limit, patience);
    const kept = bytes === 0 ? 'file-empty' : await keepUnder(dataDir, id, bytes);
    if (typeof kept === 'string') await abandon(dataDir, [id]);
    return kept;
  } catch (error) {
    await abandon(dataDir, [id]);
    return whyNot(error);
  }
}

function whyNot(error: unknown): NotTaken {
  if (error instanceof TooLarge) return 'file-too-large';
  const { code } = error as { code?: string };
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full';
  const cut = ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR', 'EPIPE', 'HPE_INVALID_EOF_STATE'];
  if (code !== undefined && cut.includes(code)) return 'upload-cut';
  throw error;
}

/** The source is never destroyed: whoever sent too much is to be told so on the same connection. */
async function receive(file: string, source: Readable, limit: number, patience: number): Promise<number> {
  const handle = await open(file, 'wx', 0o600);
  try {
    const chunks = source.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>;
    for (let bytes = 0; ;) {
      const { done, value } = await inTime(chunks.next(), patience);
      if (done) {
        await handle.sync();
        return bytes;
      }
      bytes += value.length;
      if (bytes > limit) throw new TooLarge();
      await handle.writeFile(value);
    }
  } finally {
    await handle.close();
  }
}

async function inTime<T>(work: Promise<T>, patience: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('nothing came'), { code: 'ABORT_ERR' })), patience);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    // Whatever becomes of it now, somebody has looked.
    work.catch(() => undefined);
  }
}

async function keepUnder(dataDir: string, id: string, size: number): Promise<Taken | NotTaken> {
  const file = incoming(dataDir, id);
  const handle = await open(file, 'r');
  let media: MediaType | null;
  try {
    media = await mediaOf(handle, file, size);
    const parts = media?.startsWith('image/') ? await partsOf(handle, media, size) : undefined;
    if (!media || parts === null) return 'file-type';
    if (parts) await writeParts(`${file}.kept`, handle, parts);
  } finally {
    await handle.close();
  }
  if (media.startsWith('image/')) await rename(`${file}.kept`, file);
  const { bytes, sha256 } = await measure(file);
  await place(dataDir, id);
  return { media, bytes, sha256 };
}

function partsOf(handle: FileHandle, media: MediaType, size: number): Promise<Part[] | null> {
  if (media === 'image/jpeg') return keptOfJpeg(handle, size);
  return media === 'image/png' ? keptOfPng(handle, size) : keptOfWebp(handle, size);
}

const piece = 256 * 1024;

async function writeParts(file: string, from: FileHandle, parts: readonly Part[]): Promise<void> {
  const bytes = async function* () {
    for (const part of parts) {
      if (Buffer.isBuffer(part)) yield part;
      else {
        for (let at = part.from; at < part.to; at += piece)
          yield await bytesAt(from, at, Math.min(piece, part.to - at));
      }
    }
  };
  const to = await open(file, 'wx', 0o600);
  await pipeline(Readable.from(bytes()), to.createWriteStream({ flush: true }));
}

/** Size and SHA-256 (hex) of a file. */
export async function measure(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** The same bytes under their lasting name, on the disk when it returns. */
async function place(dataDir: string, id: string): Promise<void> {
  const [from, to] = [incoming(dataDir, id), fileOf(dataDir, id)];
  // A disk without hard links (a memory stick) gets a copy.
  await link(from, to).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOSPC' || error.code === 'EDQUOT') throw error;
    await copyFile(from, to);
    const handle = await open(to, 'r+');
    await handle.sync().finally(() => handle.close());
  });
  await syncFolder(join(dataDir, 'files'));
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** A committed row vouches for the file: it is in doubt no more. */
export async function settle(dataDir: string, id: string): Promise<void> {
  await rm(incoming(dataDir, id), { force: true });
}

/** Removes files for good, the sign of doubt last. */
export async function abandon(dataDir: string, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await rm(fileOf(dataDir, id), { force: true });
    await rm(incoming(dataDir, `${id}.kept`), { force: true });
    await rm(incoming(dataDir, id), { force: true });
  }
}

/** Puts files in doubt before their rows go: if the process ends in between, the next start finishes it. */
export async function doubt(dataDir: string, ids: readonly string[]): Promise<void> {
  await mkdir(incoming(dataDir), { recursive: true, mode: 0o700 });
  for (const id of ids) {
    // Never over one that is there: it may be the very same file under its other name.
    await writeFile(incoming(dataDir, id), '', { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/** Ids of the files that are in doubt. */
export async function inDoubt(dataDir: string): Promise<string[]> {
  const names = await readdir(incoming(dataDir)).catch(() => []);
  return [...new Set(names.map((name) => name.replace(/\.kept$/, '')))];
}
