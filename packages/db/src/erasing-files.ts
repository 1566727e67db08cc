/** Erasing a file of a meeting to the end: bytes, name and salt, the record's word of it, the list beside the backups. */
import type { ErasureGround } from '@yishiting/domain/acts/custody';
import type { Kysely } from 'kysely';
import { listErasuresBeside } from './backup/folders.ts';
import { sweepErased } from './erasures.ts';
import { putOnRecord } from './system-facts.ts';
import type { Tables } from './tables.ts';
import { abandon, doubt, settle } from './uploads/keeping.ts';

export interface ErasedRow {
  file: string;
  community: string;
  meeting: string;
  /** Null where a restore erased it again: the list beside the backups does not say. */
  ground: ErasureGround | null;
}

export interface FileErasure {
  community: string;
  meeting: string;
  file: string;
  /** The person of the register who ordered it. */
  erasedBy: string;
  /** Unix ms. */
  erasedAt: number;
  ground: ErasureGround;
  /** In words; kept in the row alone. */
  reason: string;
}

/**
 * Erases a file that the record names. When it returns, neither row nor disk holds its bytes or name, the record says so,
 * and a restore of an older backup will erase it again.
 * @returns false when there is no such file, the record does not name it, or it was erased before
 */
export async function eraseFile(
  db: Kysely<Tables>,
  order: FileErasure,
  { dataDir }: { dataDir: string },
): Promise<boolean> {
  const { file } = order;
  await doubt(dataDir, [file]);
  const erased = await eraseFileRow(db, order);
  if (!erased) {
    await settle(dataDir, file);
    return false;
  }
  await putFileErasureOnRecord(db, erased, order.erasedAt);
  await listErasuresBeside(db, dataDir);
  await abandon(dataDir, [file]);
  await sweepErased(db);
  return true;
}

/** Empties the row of a file; null when there is nothing to erase. In a restore nobody known orders it. */
export async function eraseFileRow(
  db: Kysely<Tables>,
  given: Partial<FileErasure> & Pick<FileErasure, 'file' | 'erasedAt'>,
): Promise<ErasedRow | null> {
  const { file, erasedAt, erasedBy = null, meeting, community, ground = null, reason = null } = given;
  const row = await db
    .updateTable('files')
    .where('id', '=', file)
    .where('erased_at', 'is', null)
    .where('on_record', '=', true)
    .$if(meeting !== undefined, (query) => query.where('meeting', '=', meeting!))
    .$if(community !== undefined, (query) => query.where('community', '=', community!))
    .set({ name: null, sha256: null, salt: null, erased_at: erasedAt, erased_by: erasedBy })
    .set({ erased_ground: ground, erased_reason: reason })
    .returning(['id as file', 'community', 'meeting', 'erased_ground as ground'])
    .executeTakeFirst();
  return row ?? null;
}

/** Has the record say that a file was erased; once. */
export async function putFileErasureOnRecord(db: Kysely<Tables>, erased: ErasedRow, now: number): Promise<void> {
  const { community, meeting, file, ground } = erased;
  const event = { type: 'file-erased', file, ...(ground && { ground }) } as const;
  await putOnRecord(db, { community, meeting, event, cause: file, now });
}

/** Takes up erasures of files that were cut short. */
export async function finishErasingFiles(db: Kysely<Tables>, { dataDir, now }: { dataDir: string; now: number }) {
  const rows = db
    .selectFrom('files')
    .where('erased_at', 'is not', null)
    .select(['id as file', 'community', 'meeting', 'erased_ground as ground']);
  const erased = await rows.execute();
  if (erased.length === 0) return;
  for (const one of erased) await putFileErasureOnRecord(db, one, now);
  await listErasuresBeside(db, dataDir);
  const files = erased.map(({ file }) => file);
  await abandon(dataDir, files);
}
