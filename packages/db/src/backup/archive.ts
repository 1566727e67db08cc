/** A backup's container is a zip archive, which any program will open in thirty years; here it is written and read as streams. */
import { createHash } from 'node:crypto';
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Readable, Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';
import yazl from 'yazl';

/** What went through a stream: how many bytes, and their SHA-256 in hex. */
export type Digest = { readonly bytes: number; readonly sha256: string };

/** Adds one part to the archive and resolves when all of it was read. */
export type AddPart = (path: string, source: Readable) => Promise<Digest>;

/** Until it is whole and on the disk, a file bears this ending, so that it never looks like a backup. */
export const unfinished = '.partial';

/** Lets bytes through and remembers what they were. */
export class Measure extends Transform {
  #hash = createHash('sha256');
  #bytes = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#hash.update(chunk);
    this.#bytes += chunk.length;
    done(null, chunk);
  }

  /** Once, after the end. */
  digest(): Digest {
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }
}

/**
 * Writes an archive under a temporary name and gives it its own once it is whole and on the disk; on any failure nothing
 * is left. Memory stays small whatever the size.
 * @param file where; must not be there
 * @param at the time its parts bear, Unix ms
 * @param fill adds the parts, one after the other
 */
export async function writeArchive(file: string, at: number, fill: (add: AddPart) => Promise<void>): Promise<void> {
  const partial = `${file}${unfinished}`;
  await refuseIfThere(file);
  const handle = await open(partial, 'wx', 0o600);
  try {
    await writeZip(handle, at, fill);
    await rename(partial, file);
    await syncFolder(dirname(file));
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/** Renaming would replace it without a word. */
async function refuseIfThere(file: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (found) throw Object.assign(new Error(`${file} is there already`), { code: 'EEXIST' });
}

async function writeZip(handle: FileHandle, at: number, fill: (add: AddPart) => Promise<void>): Promise<void> {
  const zip = new yazl.ZipFile();
  const output = zip.outputStream as Readable;
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => undefined);
  zip.on('error', broken.reject);
  // The stream brings everything to the disk and closes the file, also when it fails.
  const written = pipeline(output, handle.createWriteStream({ flush: true }));
  written.catch(broken.reject);
  const add: AddPart = async (path, source) => {
    const measure = new Measure();
    zip.addReadStream(measure, path, { mtime: new Date(at), mode: 0o100600 });
    try {
      await Promise.race([pipeline(source, measure), broken.promise]);
    } finally {
      source.destroy();
    }
    return measure.digest();
  };
  try {
    await fill(add);
    zip.end();
    await Promise.race([written, broken.promise]);
  } catch (error) {
    output.destroy(error as Error);
    await written.catch(() => undefined);
    throw error;
  }
}

/** Makes a new name in a folder last; Windows keeps folders by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

export type Archive = {
  /** The names of its parts, in the order in which they were written. */
  readonly paths: readonly string[];
  /** Throws for a part that is not there or cannot be unpacked; what comes out is believed only by its digest. */
  read(path: string): Promise<Readable>;
  close(): void;
};

/** Opens an archive for reading in any order. Rejects when the file is no zip, or its end is missing. */
export async function openArchive(file: string): Promise<Archive> {
  const zip = await yauzl.openPromise(file, { autoClose: false, strictFileNames: true });
  const entries = new Map<string, yauzl.Entry>();
  try {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  } catch (error) {
    zip.close();
    throw error;
  }
  return {
    paths: [...entries.keys()],
    read: async (path) => {
      const entry = entries.get(path);
      if (!entry) throw new Error(`${path} is missing`);
      return zip.openReadStreamPromise(entry);
    },
    close: () => zip.close(),
  };
}
