/** Opens a backup and believes nothing of it before every hash is checked. */
import { createHash } from 'node:crypto';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { open } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { type Archive, Measure, openArchive } from './archive.ts';
import {
  anyManifest,
  formatVersion,
  type Manifest,
  manifestHashPath,
  manifestPath,
  manifestSchema,
} from './manifest.ts';
import { BackupDamaged, BackupIsNewer, BackupPlaceClosed, NotABackup } from './refusals.ts';
import { knownMigrations } from '../migrate.ts';

export type Backup = {
  readonly file: string;
  readonly manifest: Manifest;
  /** The bytes of a part, checked once more while they are read: the stream fails at its end when they are others. */
  read(path: string): Promise<Readable>;
  close(): void;
};

/**
 * Opens a backup after checking that it is whole: every part is there with its hash, and none besides.
 * @throws NotABackup, BackupDamaged, BackupIsNewer, BackupPlaceClosed
 */
export async function openBackup(file: string): Promise<Backup> {
  await refuseUnlessZip(file);
  const archive = await openArchive(file).catch((error: Error) => {
    throw new BackupDamaged({ file, what: error.message });
  });
  try {
    const manifest = await readManifest(file, archive);
    refuseUnlessKnown(file, manifest);
    const read = (path: string) => readPart(file, manifest, archive, path);
    refuseUnlessComplete(file, manifest, archive);
    for (const { path } of manifest.parts) await pipeline(await read(path), nowhere());
    return { file, manifest, read, close: () => archive.close() };
  } catch (error) {
    archive.close();
    throw error;
  }
}

/** A zip begins with these bytes; a file cut off still has them. */
async function refuseUnlessZip(file: string): Promise<void> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw new BackupPlaceClosed({ path: file, reason: error.code ?? error.message });
  });
  try {
    const { buffer: start } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    if (start.toString('latin1') !== 'PK\u0003\u0004') throw new NotABackup({ file });
  } catch (error) {
    if (error instanceof NotABackup) throw error;
    throw new BackupPlaceClosed({ path: file, reason: (error as NodeJS.ErrnoException).code ?? String(error) });
  } finally {
    await handle.close();
  }
}

async function readManifest(file: string, archive: Archive): Promise<Manifest> {
  if (!archive.paths.includes(manifestPath)) throw new NotABackup({ file });
  const damaged = (what: string) => new BackupDamaged({ file, what });
  const [text, hashText] = await Promise.all(
    [manifestPath, manifestHashPath].map(async (path) => buffer(await archive.read(path))),
  ).catch((error: Error) => {
    throw damaged(error.message);
  });
  const sha256 = createHash('sha256').update(text!).digest('hex');
  if (hashText!.toString() !== `${sha256}  ${manifestPath}\n`) throw damaged(manifestPath);
  const said: unknown = JSON.parse(text!.toString());
  const any = anyManifest.safeParse(said);
  if (!any.success) throw new NotABackup({ file });
  if (any.data.formatVersion > formatVersion) throw new BackupIsNewer({ file, program: any.data.program });
  const read = manifestSchema.safeParse(said);
  if (!read.success) throw damaged(manifestPath);
  return read.data;
}

/** Its schema must be one that this program had, so that tables can be made as they were. */
function refuseUnlessKnown(file: string, { migrations, program }: Manifest): void {
  const known = knownMigrations();
  const same = migrations.every((name, i) => name === known[i]);
  if (!same) throw new BackupIsNewer({ file, program });
}

function refuseUnlessComplete(file: string, { parts, tables }: Manifest, archive: Archive): void {
  const listed = new Set(parts.map(({ path }) => path));
  const missing = [...listed, ...tables.map(({ path }) => path)].find((path) => !archive.paths.includes(path));
  const strange = archive.paths.find((path) => !listed.has(path) && path !== manifestPath && path !== manifestHashPath);
  if (missing ?? strange) throw new BackupDamaged({ file, what: (missing ?? strange)! });
}

async function readPart(file: string, { parts }: Manifest, archive: Archive, path: string): Promise<Readable> {
  const damaged = () => new BackupDamaged({ file, what: path });
  const expected = parts.find((part) => part.path === path);
  if (!expected) throw damaged();
  const source = await archive.read(path).catch(() => {
    throw damaged();
  });
  async function* checked() {
    const measure = new Measure();
    try {
      yield* source.compose(measure) as AsyncIterable<Buffer>;
    } catch {
      throw damaged();
    }
    const { bytes, sha256 } = measure.digest();
    if (bytes !== expected!.bytes || sha256 !== expected!.sha256) throw damaged();
  }
  return Readable.from(checked(), { objectMode: false });
}

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });
