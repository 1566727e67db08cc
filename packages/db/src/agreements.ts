/** The texts of agreements as rows: the record names each by a hash, and whoever reads the record finds the words here. */
import { createHash, randomBytes } from 'node:crypto';
import { canonical } from '@yishiting/domain/canonical';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

interface Place {
  community: string;
  meeting: string;
}

/** The salted digest by which an event names a text: SHA-256 (hex) over the RFC 8785 form of {salt, text}. */
export const textDigest = (text: string, salt: string): string =>
  createHash('sha256').update(canonical({ salt, text })).digest('hex');

/** Keeps a text before it is put on record. @returns the digest to name it by */
export async function keepText(db: Kysely<Tables>, place: Place, text: string, at: number): Promise<string> {
  const salt = randomBytes(16).toString('hex');
  const digest = textDigest(text, salt);
  const { community, meeting } = place;
  await db.insertInto('agreement_texts').values({ meeting, digest, community, salt, text, written_at: at }).execute();
  return digest;
}

/** Takes texts away that no record names. */
export async function forgetTexts(db: Kysely<Tables>, { meeting }: Place, digests: readonly string[]): Promise<void> {
  if (digests.length === 0) return;
  await db.deleteFrom('agreement_texts').where('meeting', '=', meeting).where('digest', 'in', digests).execute();
}

/** Every text that is kept for a meeting, by its digest. */
export async function textsOf(db: Kysely<Tables>, { community, meeting }: Place): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('agreement_texts')
    .where('community', '=', community)
    .where('meeting', '=', meeting)
    .select(['digest', 'text'])
    .execute();
  return new Map(rows.map(({ digest, text }) => [digest, text]));
}

/** Keeps a whole text before it is frozen; the same one again is the same row. */
export async function keepFrozen(
  db: Kysely<Tables>,
  { community, meeting }: Place,
  { hash, text, at }: { hash: string; text: string; at: number },
): Promise<void> {
  await db
    .insertInto('frozen_agreements')
    .values({ meeting, hash, community, text, made_at: at })
    .onConflict((conflict) => conflict.columns(['meeting', 'hash']).doNothing())
    .execute();
}

/** The canonical form of a frozen text; null when there is none of that hash. */
export async function frozenText(
  db: Kysely<Tables>,
  { community, meeting }: Place,
  hash: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('frozen_agreements')
    .where('community', '=', community)
    .where('meeting', '=', meeting)
    .where('hash', '=', hash)
    .select('text')
    .executeTakeFirst();
  return row?.text ?? null;
}

/** Takes away a whole text that was not frozen after all. */
export async function forgetFrozen(db: Kysely<Tables>, { meeting }: Place, hash: string): Promise<void> {
  await db.deleteFrom('frozen_agreements').where('meeting', '=', meeting).where('hash', '=', hash).execute();
}

/** Takes every text of a meeting away that was kept before (ms since 1970), save those that its record names. */
export async function sweepTexts(
  db: Kysely<Tables>,
  { meeting }: Place,
  { digests: named, hashes }: { digests: readonly string[]; hashes: readonly string[] },
  before: number,
): Promise<void> {
  let whole = db.deleteFrom('frozen_agreements').where('meeting', '=', meeting).where('made_at', '<', before);
  if (hashes.length > 0) whole = whole.where('hash', 'not in', hashes);
  await whole.execute();
  let left = db.deleteFrom('agreement_texts').where('meeting', '=', meeting).where('written_at', '<', before);
  if (named.length > 0) left = left.where('digest', 'not in', named);
  await left.execute();
}
