/** A seat is one person in one meeting; its id stands in the events. */
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export type Seat = { readonly id: string; readonly meeting: string; readonly person: string };

/**
 * Gives a person a seat in a meeting, or finds the one already given, also when two ask at once.
 * @param id the seat's id if it is a new one.
 * @returns the id that counts.
 * @throws 23503 when meeting and person are not both of this community.
 */
export async function seatPerson(
  db: Kysely<Tables>,
  {
    id,
    community,
    meeting,
    person,
    at,
  }: { id: string; community: string; meeting: string; person: string; at: number },
): Promise<string> {
  const given = await db
    .insertInto('seats')
    .values({ id, community, meeting, person, created_at: at })
    .onConflict((conflict) => conflict.columns(['meeting', 'person']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (given) return given.id;
  const there = db.selectFrom('seats').where('community', '=', community).where('meeting', '=', meeting);
  return (await there.where('person', '=', person).select('id').executeTakeFirstOrThrow()).id;
}

/** A seat of this meeting of this community; null otherwise. */
export async function seat(db: Kysely<Tables>, community: string, meeting: string, id: string): Promise<Seat | null> {
  const query = db.selectFrom('seats').where('community', '=', community).where('meeting', '=', meeting);
  return (await query.where('id', '=', id).select(['id', 'meeting', 'person']).executeTakeFirst()) ?? null;
}

/** The seats of a meeting, in the order in which they were given. */
export async function seatsOf(db: Kysely<Tables>, community: string, meeting: string): Promise<Seat[]> {
  return db
    .selectFrom('seats')
    .where('community', '=', community)
    .where('meeting', '=', meeting)
    .select(['id', 'meeting', 'person'])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** The seats a person has in any meeting of the community, the newest first. */
export async function seatsOfPerson(db: Kysely<Tables>, community: string, person: string): Promise<Seat[]> {
  return db
    .selectFrom('seats')
    .where('community', '=', community)
    .where('person', '=', person)
    .select(['id', 'meeting', 'person'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}
