/** What arranging and calling a meeting ask of the register: names, and seats for everybody at once. */
import { type Kysely, sql } from 'kysely';
import type { Person } from './people.ts';
import type { Tables } from './tables.ts';

/** The names of these people of the community's register; who is of another register is missing. */
export async function namesOf(
  db: Kysely<Tables>,
  community: string,
  people: readonly string[],
): Promise<Map<string, string>> {
  if (people.length === 0) return new Map();
  const rows = await db
    .selectFrom('people')
    .where('community', '=', community)
    .where('id', '=', sql<string>`any(${[...people]}::uuid[])`)
    .select(['id', 'name'])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** People in the register (or who left it) whose name contains the text (all for an empty one), by name, at most `most`. */
export async function searchPeople(
  db: Kysely<Tables>,
  community: string,
  text: string,
  most: number,
  { left = false } = {},
): Promise<Person[]> {
  return db
    .selectFrom('people')
    .where('community', '=', community)
    .where('left_at', left ? 'is not' : 'is', null)
    .where(sql`strpos(lower(name), lower(${text}))`, '>', 0)
    .select(['id', 'name'])
    .orderBy('name')
    .orderBy('id')
    .limit(most)
    .execute();
}

/** Everybody on the register now who is called by one of these names exactly, by name. */
export async function peopleNamed(db: Kysely<Tables>, community: string, names: readonly string[]): Promise<Person[]> {
  if (names.length === 0) return [];
  return db
    .selectFrom('people')
    .where('community', '=', community)
    .where('left_at', 'is', null)
    .where('name', '=', sql<string>`any(${[...names]}::text[])`)
    .select(['id', 'name'])
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** Gives everybody a seat in a meeting who has none. @returns each person's seat, the new ones and the old ones. */
export async function seatPeople(
  db: Kysely<Tables>,
  given: { community: string; meeting: string; at: number; seats: readonly { id: string; person: string }[] },
): Promise<Map<string, string>> {
  const { community, meeting, at, seats } = given;
  await sql`
    insert into seats (id, community, meeting, person, created_at)
    select new.id, ${community}, ${meeting}, new.person, ${at}
    from unnest(${seats.map(({ id }) => id)}::uuid[], ${seats.map(({ person }) => person)}::uuid[]) as new (id, person)
    on conflict (meeting, person) do nothing
  `.execute(db);
  const rows = await db
    .selectFrom('seats')
    .where('community', '=', community)
    .where('meeting', '=', meeting)
    .select(['id', 'person'])
    .execute();
  return new Map(rows.map(({ id, person }) => [person, id]));
}

/** Does no meeting of the installation answer to this short code? Ask inside the transaction that takes it. */
export async function isJoinCodeFree(db: Kysely<Tables>, code: string): Promise<boolean> {
  const row = await db.selectFrom('meetings').where('join_code', '=', code).select('id').executeTakeFirst();
  return row === undefined;
}

/** The address by which the links of a community name this server, as its host chose; null: the best one. */
export async function linkAddressOf(db: Kysely<Tables>, community: string): Promise<string | null> {
  const query = db.selectFrom('communities').where('id', '=', community).select('link_address');
  return (await query.executeTakeFirst())?.link_address ?? null;
}

export async function chooseLinkAddress(db: Kysely<Tables>, community: string, address: string | null): Promise<void> {
  await db.updateTable('communities').set({ link_address: address }).where('id', '=', community).execute();
}

/** The matters of the meetings that are open to the public, by meeting; of others nobody outside learns the matter. */
export async function publicMatters(db: Kysely<Tables>, community: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('meetings')
    .where('community', '=', community)
    .where('open_to_public', '=', true)
    .select(['id', 'matter'])
    .execute();
  return new Map(rows.map(({ id, matter }) => [id, matter]));
}

/** The names of these bodies of the community, also of those closed since. */
export async function bodyNames(
  db: Kysely<Tables>,
  community: string,
  bodies: readonly string[],
): Promise<Map<string, string>> {
  if (bodies.length === 0) return new Map();
  const rows = await db
    .selectFrom('bodies')
    .where('community', '=', community)
    .where('id', 'in', [...bodies])
    .select(['id', 'name'])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
