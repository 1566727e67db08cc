/**
 * Observers who register for a called meeting. They are rows and never in the record: a name and one way to reach the
 * person, until the meeting has no more need of them.
 */
import { type Kysely, type Selectable, sql } from 'kysely';
import { addPerson } from './people.ts';
import type { ObserverRegistrationsTable, ObserverState } from './observers-table.ts';
import type { Tables } from './tables.ts';

export type Registration = {
  readonly id: string;
  readonly number: number;
  readonly state: ObserverState;
  /** Null once the person cancelled or was taken in: then the record has the name. */
  readonly name: string | null;
  /** How to reach them; only while the registration stands. */
  readonly contact: string | null;
  readonly byHand: boolean;
  readonly at: number;
  /** Why it was struck. */
  readonly reason: string | null;
  readonly person: string | null;
  readonly seat: string | null;
};

export type Registering = {
  readonly id: string;
  readonly community: string;
  readonly meeting: string;
  readonly name: string;
  readonly contact: string;
  readonly codeHash: string;
  /** The browser's session; null where staff enter somebody by hand. */
  readonly browser: string | null;
  readonly at: number;
};

export type Registered =
  | { outcome: 'registered'; number: number }
  | { outcome: 'full' }
  | { outcome: 'closed' }
  /** This browser has registered as many as one may. */
  | { outcome: 'by-one'; most: number }
  /** More come in a minute than people type. */
  | { outcome: 'too-fast' };

/** So many one browser may register for a meeting: a family's phone. */
export const mostByOne = 3;
/** So many registrations of a meeting are taken in a minute: what a script sends beyond that waits, and staff see it coming. */
export const mostInAMinute = 30;
const minute = 60_000;

/** Those who hold a place. */
const placed: readonly ObserverState[] = ['registered', 'taken-in'];
export const holdsPlace = ({ state }: Pick<Registration, 'state'>): boolean => placed.includes(state);

/**
 * Takes a place for somebody, if there is one. The row of the meeting is held meanwhile, so that the last place is given
 * once. The same code again, or the same person again from the same browser, is the same registration.
 */
export async function registerObserver(db: Kysely<Tables>, asked: Registering): Promise<Registered> {
  if (!db.isTransaction) return db.transaction().execute((tx) => registerObserver(tx, asked));
  const { community, meeting, codeHash, browser } = asked;
  const row = await db
    .selectFrom('meetings')
    .where('community', '=', community)
    .where('id', '=', meeting)
    .select(['status', 'notice'])
    .forNoKeyUpdate()
    .executeTakeFirst();
  const places = row?.notice.observers ?? 0;
  if (!row || places === 0) return { outcome: 'closed' };
  const known = await byCode(db, meeting, codeHash);
  if (known) return { outcome: 'registered', number: known.number };
  if (row.status !== 'called') return { outcome: 'closed' };
  const again = await sameAgain(db, asked);
  if (again !== null) return { outcome: 'registered', number: again };
  const counts = await countsOf(db, meeting, browser, asked.at);
  if (counts.placed >= places) return { outcome: 'full' };
  if (browser !== null && counts.mine >= mostByOne) return { outcome: 'by-one', most: mostByOne };
  if (browser !== null && counts.lately >= mostInAMinute) return { outcome: 'too-fast' };
  const number = counts.last + 1;
  const { id, name, contact, at } = asked;
  await db
    .insertInto('observer_registrations')
    .values({ id, community, meeting, number, name, contact, code_hash: codeHash, browser, registered_at: at })
    .execute();
  return { outcome: 'registered', number };
}

/** Whoever lost the page and fills it in again on the same phone keeps the number, and the new code counts. */
async function sameAgain(db: Kysely<Tables>, asked: Registering): Promise<number | null> {
  if (asked.browser === null) return null;
  const row = await db
    .updateTable('observer_registrations')
    .set({ code_hash: asked.codeHash })
    .where('meeting', '=', asked.meeting)
    .where('browser', '=', asked.browser)
    .where('state', '=', 'registered')
    .where('name', '=', asked.name)
    .where('contact', '=', asked.contact)
    .returning('number')
    .executeTakeFirst();
  return row?.number ?? null;
}

async function countsOf(db: Kysely<Tables>, meeting: string, browser: string | null, at: number) {
  const { rows } = await sql<{ placed: number; mine: number; lately: number; last: number }>`
    select
      count(*) filter (where state = any(${placed}::text[]))::int as placed,
      count(*) filter (where browser = ${browser}::uuid and state = any(${placed}::text[]))::int as mine,
      count(*) filter (where browser is not null and registered_at > ${at - minute}::bigint)::int as lately,
      coalesce(max(number), 0)::int as last
    from observer_registrations where meeting = ${meeting}::uuid
  `.execute(db);
  return rows[0]!;
}

/** How many hold a place. */
export async function placesTaken(db: Kysely<Tables>, meeting: string): Promise<number> {
  const { count } = await db
    .selectFrom('observer_registrations')
    .where('meeting', '=', meeting)
    .where('state', 'in', [...placed])
    .select((all) => all.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The registration that a code leads to; null when it leads nowhere. */
export async function byCode(db: Kysely<Tables>, meeting: string, codeHash: string): Promise<Registration | null> {
  const query = db.selectFrom('observer_registrations').where('meeting', '=', meeting);
  const row = await query.where('code_hash', '=', codeHash).selectAll().executeTakeFirst();
  return row ? registrationOf(row) : null;
}

/** Everybody who registered for a meeting, by number. */
export async function observersOf(db: Kysely<Tables>, community: string, meeting: string): Promise<Registration[]> {
  const rows = await db
    .selectFrom('observer_registrations')
    .where('community', '=', community)
    .where('meeting', '=', meeting)
    .selectAll()
    .orderBy('number')
    .execute();
  return rows.map(registrationOf);
}

/** Gives the place back and erases name and contact at once. @returns false when it did not stand any more. */
export async function cancelRegistration(db: Kysely<Tables>, meeting: string, codeHash: string): Promise<boolean> {
  const done = await db
    .updateTable('observer_registrations')
    .set({ state: 'cancelled', name: null, contact: null })
    .where('meeting', '=', meeting)
    .where('code_hash', '=', codeHash)
    .where('state', '=', 'registered')
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Strikes registrations that stand, for a reason that the person can read; how to reach them is erased. @returns how many. */
export async function strikeRegistrations(
  db: Kysely<Tables>,
  meeting: string,
  { ids, reason }: { ids: readonly string[]; reason: string },
): Promise<number> {
  if (ids.length === 0) return 0;
  const done = await db
    .updateTable('observer_registrations')
    .set({ state: 'struck', contact: null, reason })
    .where('meeting', '=', meeting)
    .where('id', 'in', [...ids])
    .where('state', '=', 'registered')
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}

/**
 * The row of the register for somebody who is about to be taken in, made once however many tap.
 * @param newPerson the id if it is a new one
 * @returns null when the registration does not stand
 */
export async function personForObserver(
  db: Kysely<Tables>,
  given: { community: string; meeting: string; id: string; newPerson: string; at: number },
): Promise<string | null> {
  const { community, meeting, id, newPerson, at } = given;
  return db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('observer_registrations')
      .where('community', '=', community)
      .where('meeting', '=', meeting)
      .where('id', '=', id)
      .where('state', '=', 'registered')
      .select(['name', 'person'])
      .forUpdate()
      .executeTakeFirst();
    if (!row?.name) return null;
    if (row.person) return row.person;
    await addPerson(tx, { id: newPerson, community, name: row.name, at });
    await tx.updateTable('observer_registrations').set({ person: newPerson }).where('id', '=', id).execute();
    return newPerson;
  });
}

/** Notes that somebody is in the meeting now: the record has the name, so the row keeps neither that nor the contact. */
export async function noteTakenIn(db: Kysely<Tables>, id: string, seat: string): Promise<void> {
  await db
    .updateTable('observer_registrations')
    .set({ state: 'taken-in', name: null, contact: null, seat })
    .where('id', '=', id)
    .where('state', '=', 'registered')
    .execute();
}

/** Deletes all registrations of a meeting; for `appendBatch`'s rows, when it closes. */
export async function forgetObservers(db: Kysely<Tables>, meeting: string): Promise<void> {
  await db.deleteFrom('observer_registrations').where('meeting', '=', meeting).execute();
}

/**
 * Deletes the registrations of meetings that are over, and of those called off whose planned day is more than a day ago:
 * until then people have to be told. @returns how many.
 */
export async function sweepObservers(db: Kysely<Tables>, now: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from observer_registrations using meetings
    where meetings.id = observer_registrations.meeting and (
      meetings.status = 'closed'
      or (meetings.status = 'called-off' and meetings.planned_at < ${now - 1440 * minute}::bigint)
    )
  `.execute(db);
  return Number(numAffectedRows ?? 0n);
}

function registrationOf(row: Selectable<ObserverRegistrationsTable>): Registration {
  const { id, number, state, name, contact, reason, person, seat } = row;
  const at = Number(row.registered_at);
  return { id, number, state, name, contact, byHand: row.browser === null, at, reason, person, seat };
}
