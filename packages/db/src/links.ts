/** Personal links: each leads one person to one seat, is taken by the first device, and is kept hashed. */
import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

export type Link = {
  readonly id: string;
  readonly meeting: string;
  readonly seat: string;
  readonly firstUsedAt: number | null;
  readonly revokedAt: number | null;
};

/** Makes new links for seats of a meeting, and voids those of the same seats that nobody has used. One transaction. */
export async function makeLinks(
  db: Kysely<Tables>,
  given: {
    community: string;
    meeting: string;
    at: number;
    links: readonly { id: string; seat: string; tokenHash: string }[];
  },
): Promise<void> {
  if (!db.isTransaction) return db.transaction().execute((tx) => makeLinks(tx, given));
  const { community, meeting, at, links } = given;
  if (links.length === 0) return;
  const seats = links.map(({ seat }) => seat);
  await db
    .updateTable('links')
    .set({ revoked_at: at })
    .where('community', '=', community)
    .where('meeting', '=', meeting)
    .where('seat', 'in', seats)
    .where('first_used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
  await sql`
    insert into links (id, community, meeting, seat, token_hash, made_at)
    select new.id, ${community}, ${meeting}, new.seat, new.token_hash, ${at}
    from unnest(${links.map(({ id }) => id)}::uuid[], ${seats}::uuid[], ${links.map(({ tokenHash }) => tokenHash)}::text[])
      as new (id, seat, token_hash)
  `.execute(db);
}

/** Voids every link of these seats, used or not. */
export async function revokeLinks(
  db: Kysely<Tables>,
  given: { community: string; meeting: string; seats: readonly string[]; at: number },
): Promise<void> {
  const { community, meeting, seats, at } = given;
  if (seats.length === 0) return;
  await db
    .updateTable('links')
    .set({ revoked_at: at })
    .where('community', '=', community)
    .where('meeting', '=', meeting)
    .where('seat', 'in', [...seats])
    .where('revoked_at', 'is', null)
    .execute();
}

/** The link of a token in this community, held until the transaction ends so that one of two devices is first; or null. */
export async function holdLink(tx: Kysely<Tables>, community: string, tokenHash: string): Promise<Link | null> {
  const row = await tx
    .selectFrom('links')
    .where('community', '=', community)
    .where('token_hash', '=', tokenHash)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  const instant = (value: string | number | null) => (value === null ? null : Number(value));
  const { id, meeting, seat } = row;
  return { id, meeting, seat, firstUsedAt: instant(row.first_used_at), revokedAt: instant(row.revoked_at) };
}

/** The seats of a meeting to which these tokens lead, by the token's hash; those unknown or taken back are left out. */
export async function linkedSeats(
  db: Kysely<Tables>,
  given: { community: string; meeting: string; tokenHashes: readonly string[] },
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('links')
    .where('community', '=', given.community)
    .where('meeting', '=', given.meeting)
    .where('token_hash', '=', sql<string>`any(${[...given.tokenHashes]}::text[])`)
    .where('revoked_at', 'is', null)
    .select(['token_hash', 'seat'])
    .execute();
  return new Map(rows.map(({ token_hash, seat }) => [token_hash, seat]));
}

export async function noteLinkUsed(tx: Kysely<Tables>, link: string, at: number): Promise<void> {
  await tx.updateTable('links').set({ first_used_at: at }).where('id', '=', link).execute();
}
