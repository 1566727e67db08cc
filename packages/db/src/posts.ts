/** Posts give power, for a time: keeper of the installation, administrator of a community, and the posts of a body. */
import type { Kysely } from 'kysely';
import type { Post, Tables } from './tables.ts';

export type HeldPost = {
  readonly id: string;
  readonly post: Post;
  /** Null for keeper and administrator, who belong to no body. */
  readonly body: string | null;
};

/** @throws 23514 when a keeper or administrator is given a body, or another post none. */
export async function givePost(
  db: Kysely<Tables>,
  given: { id: string; community: string; person: string; body: string | null; post: Post; from: number },
): Promise<void> {
  const { from, ...row } = given;
  await db
    .insertInto('posts')
    .values({ ...row, held_from: from })
    .execute();
}

/** Ends a post at an instant (ms); one that has ended stays as it was. */
export async function endPost(db: Kysely<Tables>, community: string, id: string, at: number): Promise<void> {
  await db
    .updateTable('posts')
    .set({ held_until: at })
    .where('community', '=', community)
    .where('id', '=', id)
    .where('held_until', 'is', null)
    .execute();
}

/** The posts a person of this community holds at an instant (ms). */
export async function postsOf(db: Kysely<Tables>, community: string, person: string, at: number): Promise<HeldPost[]> {
  return heldAt(db, at)
    .where('community', '=', community)
    .where('person', '=', person)
    .select(['id', 'post', 'body'])
    .orderBy('held_from')
    .orderBy('id')
    .execute();
}

/** The people who hold a post at an instant (ms); `body` null for keeper and administrator. */
export async function holdersOf(
  db: Kysely<Tables>,
  { community, post, body, at }: { community: string; post: Post; body: string | null; at: number },
): Promise<string[]> {
  const rows = await heldAt(db, at)
    .where('community', '=', community)
    .where('post', '=', post)
    .where('body', body === null ? 'is' : '=', body)
    .select('person')
    .orderBy('held_from')
    .orderBy('id')
    .execute();
  return rows.map((row) => row.person);
}

/** The keepers of the installation at an instant (ms), of whichever community's register. */
export async function keepers(db: Kysely<Tables>, at: number): Promise<{ community: string; person: string }[]> {
  return heldAt(db, at).where('post', '=', 'keeper').select(['community', 'person']).orderBy('held_from').execute();
}

/** The posts held at an instant (ms). */
export function heldAt(db: Kysely<Tables>, at: number) {
  return db
    .selectFrom('posts')
    .where('held_from', '<=', at)
    .where(({ or, eb }) => or([eb('held_until', 'is', null), eb('held_until', '>', at)]));
}
