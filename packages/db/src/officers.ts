/** Who is in office in a community: whoever has an account or holds a post; and that somebody can always administer. */
import { type Kysely, sql } from 'kysely';
import { type HeldPost, heldAt } from './posts.ts';
import type { Post, Tables } from './tables.ts';

export type Officer = {
  readonly person: string;
  readonly name: string;
  /** The open account; null when the person cannot sign in. */
  readonly account: { readonly id: string; readonly login: string; readonly passwordChangedAt: number } | null;
  readonly posts: readonly HeldPost[];
};

/** Everybody of this community who has an open account or holds a post at an instant (ms), by name. */
export async function officers(db: Kysely<Tables>, community: string, at: number): Promise<Officer[]> {
  const posts = await heldAt(db, at)
    .where('community', '=', community)
    .select(['id', 'person', 'post', 'body'])
    .orderBy('held_from')
    .orderBy('id')
    .execute();
  const people = await db
    .selectFrom('people')
    .leftJoin('accounts', (join) =>
      join.onRef('accounts.person', '=', 'people.id').on('accounts.closed_at', 'is', null),
    )
    .where('people.community', '=', community)
    .where(({ or, eb }) =>
      or([
        eb('accounts.id', 'is not', null),
        eb('people.id', '=', sql<string>`any(${posts.map(({ person }) => person)}::uuid[])`),
      ]),
    )
    .select(['people.id', 'people.name', 'accounts.id as account', 'login', 'password_changed_at'])
    .orderBy('people.name')
    .orderBy('people.id')
    .execute();
  return people.map(({ id: person, name, account, login, password_changed_at: changedAt }) => ({
    person,
    name,
    account: account && login ? { id: account, login, passwordChangedAt: Number(changedAt) } : null,
    posts: posts.filter((one) => one.person === person).map(({ id, post, body }) => ({ id, post, body })),
  }));
}

/**
 * Gives a person an account, also one whose account was closed.
 * @returns its id, or null when the person has an open one
 * @throws 23505 when the login is taken (letter case does not tell logins apart)
 */
export async function giveAccount(
  db: Kysely<Tables>,
  given: {
    id: string;
    community: string;
    person: string;
    login: string;
    passwordHash: string;
    passwordChangedAt: number;
    at: number;
  },
): Promise<string | null> {
  const { id, community, person, login, passwordHash, passwordChangedAt, at } = given;
  const opened = { login, password_hash: passwordHash, password_changed_at: passwordChangedAt, created_at: at };
  const row = await db
    .insertInto('accounts')
    .values({ id, community, person, ...opened })
    .onConflict((conflict) =>
      conflict
        .columns(['community', 'person'])
        .doUpdateSet({ ...opened, failed_count: 0, locked_until: null, closed_at: null })
        .where('accounts.closed_at', 'is not', null),
    )
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The post that a person holds at an instant (ms), or null; only of this community. */
export async function heldPost(
  db: Kysely<Tables>,
  community: string,
  id: string,
  at: number,
): Promise<(HeldPost & { readonly person: string }) | null> {
  const query = heldAt(db, at).where('community', '=', community).where('id', '=', id);
  return (await query.select(['id', 'person', 'post', 'body']).executeTakeFirst()) ?? null;
}

/** Keeps the posts that somebody must always hold as they are until this transaction ends: of two who go at once one stays. */
export async function holdLastPosts(tx: Kysely<Tables>): Promise<void> {
  await tx
    .selectFrom('posts')
    .where('post', 'in', ['keeper', 'administrator'])
    .where('held_until', 'is', null)
    .select('id')
    .orderBy('id')
    .forUpdate()
    .execute();
}

/**
 * Would nobody else be left who holds this post and can sign in? Keepers count in the whole installation, administrators
 * in their community. Ask in the transaction that called `holdLastPosts`.
 */
export async function isLast(
  tx: Kysely<Tables>,
  { post, community, person, at }: { post: Post; community: string; person: string; at: number },
): Promise<boolean> {
  const other = await heldAt(tx, at)
    .innerJoin('accounts', 'accounts.person', 'posts.person')
    .where('posts.post', '=', post)
    .where('posts.person', '!=', person)
    .where('accounts.closed_at', 'is', null)
    .$if(post !== 'keeper', (query) => query.where('posts.community', '=', community))
    .select('posts.id')
    .executeTakeFirst();
  return other === undefined;
}
