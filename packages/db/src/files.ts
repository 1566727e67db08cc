/** The files of a meeting as rows: what each is called, what its bytes are, who brought it, whether the record names it. */
import { createHash, randomBytes } from 'node:crypto';
import type { FileKind, MediaType } from '@yishiting/domain/acts/files';
import { canonical } from '@yishiting/domain/canonical';
import { uploadLimits } from '@yishiting/domain/files';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { FilesTable, Tables } from './tables.ts';
import { abandon, doubt, inDoubt, settle } from './uploads/keeping.ts';

export interface FileRow {
  id: string;
  community: string;
  meeting: string;
  item: string | null;
  kind: FileKind;
  title: string;
  media: MediaType;
  bytes: number;
  digest: string;
  uploadedAt: number;
  onRecord: boolean;
  /** Null once erased. */
  kept: { name: string; sha256: string; salt: string } | null;
}

/** The salted hash by which an event names a file: SHA-256 (hex) over the RFC 8785 text of {salt, sha256}. */
export const fileDigest = (sha256: string, salt: string): string =>
  createHash('sha256').update(canonical({ salt, sha256 })).digest('hex');

export interface NewFile extends Pick<
  FileRow,
  'id' | 'community' | 'meeting' | 'item' | 'kind' | 'title' | 'media' | 'bytes' | 'uploadedAt'
> {
  name: string;
  sha256: string;
  /** The person of the register who brought it. */
  uploadedBy: string;
}

/**
 * Adds a file whose bytes are on the disk already.
 * @returns the row and whether the meeting was called by then; `full` past the meeting's limits; null without the meeting
 */
export async function addFile(
  db: Kysely<Tables>,
  given: NewFile,
  limits: { meetingBytes: number; files: number } = uploadLimits,
): Promise<{ row: FileRow; called: boolean } | 'full' | null> {
  const { id, community, meeting, item, kind, title, media, bytes, name, sha256 } = given;
  const salt = randomBytes(16).toString('hex');
  return db.transaction().execute(async (tx) => {
    // Held until the end, so that two at once are counted one after the other, and none slips past the calling.
    const held = await tx
      .selectFrom('meetings')
      .where('id', '=', meeting)
      .where('community', '=', community)
      .select('head')
      .forUpdate()
      .executeTakeFirst();
    if (!held) return null;
    const { rows } = await sql<{ files: number; bytes: string; last: number }>`
      select count(*)::int as files, coalesce(sum(bytes), 0) as bytes, coalesce(max(position), 0) as last
      from files where meeting = ${meeting} and erased_at is null`.execute(tx);
    const there = rows[0]!;
    if (there.files >= limits.files || Number(there.bytes) + bytes > limits.meetingBytes) return 'full';
    const row = await tx
      .insertInto('files')
      .values({
        ...{ id, community, meeting, item, kind, title, media, bytes, name, sha256, salt },
        position: there.last + 1,
        digest: fileDigest(sha256, salt),
        uploaded_by: given.uploadedBy,
        uploaded_at: given.uploadedAt,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return { row: fileOfRow(row), called: held.head > 0 };
  });
}

/** The files of a meeting in their order. */
export async function filesOf(db: Kysely<Tables>, community: string, meeting: string): Promise<FileRow[]> {
  const query = db.selectFrom('files').where('community', '=', community).where('meeting', '=', meeting);
  return (await query.selectAll().orderBy('position').orderBy('id').execute()).map(fileOfRow);
}

/** A file of this meeting of this community; null for anybody else's. */
export async function fileById(
  db: Kysely<Tables>,
  { community, meeting, file }: { community: string; meeting: string; file: string },
): Promise<FileRow | null> {
  const query = db.selectFrom('files').where('community', '=', community).where('meeting', '=', meeting);
  const row = await query.where('id', '=', file).selectAll().executeTakeFirst();
  return row ? fileOfRow(row) : null;
}

/** Puts the files of a draft in this order; those not named come after, as they were. */
export async function orderFiles(db: Kysely<Tables>, meeting: string, order: readonly string[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const [position, id] of order.entries()) {
      const files = tx.updateTable('files').where('meeting', '=', meeting).where('id', '=', id);
      await files.set({ position: position - order.length }).execute();
    }
  });
}

/** The record names these files now: in the transaction that commits it. */
export async function putFilesOnRecord(tx: Kysely<Tables>, meeting: string, files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  const named = tx
    .updateTable('files')
    .where('meeting', '=', meeting)
    .where('id', 'in', [...files]);
  await named.set({ on_record: true }).execute();
}

/**
 * Takes a file away that no record names, with its bytes.
 * @returns false when there is no such file, or the record names it
 */
export async function removeFile(
  db: Kysely<Tables>,
  dataDir: string,
  { meeting, file }: { meeting: string; file: string },
): Promise<boolean> {
  await doubt(dataDir, [file]);
  const rows = db.deleteFrom('files').where('meeting', '=', meeting).where('id', '=', file);
  const gone = await rows.where('on_record', '=', false).returning('id').execute();
  if (gone.length > 0) await abandon(dataDir, [file]);
  else await settle(dataDir, file);
  return gone.length > 0;
}

/** Every file of the installation whose bytes were erased: what is listed beside the backups. */
export async function erasedFiles(db: Kysely<Tables>): Promise<{ id: string; erasedAt: number }[]> {
  const rows = db.selectFrom('files').where('erased_at', 'is not', null).select(['id', 'erased_at']);
  return (await rows.orderBy('erased_at').execute()).map((row) => ({ id: row.id, erasedAt: Number(row.erased_at) }));
}

/**
 * At a start, before anybody comes: removes what an upload, a removal or an erasure left half done. Files that a called
 * meeting's record never came to name go with their rows; files in doubt go unless a row vouches for them.
 */
export async function sweepFiles(db: Kysely<Tables>, dataDir: string): Promise<void> {
  const called = db.selectFrom('meetings').where('head', '>', 0).select('id');
  const unnamed = db.selectFrom('files').where('on_record', '=', false).where('meeting', 'in', called).select('id');
  const lost = (await unnamed.execute()).map(({ id }) => id);
  await doubt(dataDir, lost);
  if (lost.length > 0) await db.deleteFrom('files').where('id', 'in', lost).execute();
  await clearDoubts(db, dataDir, await inDoubt(dataDir));
}

const isId = (name: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name);

/** Settles what rows vouch for and removes the rest. */
export async function clearDoubts(db: Kysely<Tables>, dataDir: string, doubted: readonly string[]): Promise<void> {
  const ids = doubted.filter(isId);
  if (ids.length === 0) return;
  const kept = db.selectFrom('files').where('id', 'in', ids).where('erased_at', 'is', null).select('id');
  const vouched = new Set((await kept.execute()).map(({ id }) => id));
  for (const id of ids) await (vouched.has(id) ? settle(dataDir, id) : abandon(dataDir, [id]));
}

function fileOfRow(row: Selectable<FilesTable>): FileRow {
  const { id, community, meeting, item, kind, title, media, bytes, digest, name, sha256, salt } = row;
  const kept = name === null || sha256 === null || salt === null ? null : { name, sha256, salt };
  const known = { id, community, meeting, item, kind, title, media: media as MediaType, bytes, digest, kept };
  return { ...known, uploadedAt: Number(row.uploaded_at), onRecord: row.on_record };
}
