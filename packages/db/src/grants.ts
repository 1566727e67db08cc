/** What a browser's session may do: grants for an account, seats and screens side by side, each revoked by itself. */
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export type AccountGrant = {
  readonly id: string;
  readonly account: string;
  readonly person: string;
  readonly login: string;
  readonly passwordChangedAt: number;
};
export type SeatGrant = {
  readonly id: string;
  readonly meeting: string;
  readonly seat: string;
  readonly person: string;
  /** The name in the register. */
  readonly name: string;
};
export type ScreenGrant = {
  readonly id: string;
  readonly meeting: string;
  readonly screen: string;
  readonly number: number;
};

type Given = { readonly id: string; readonly session: string; readonly community: string; readonly at: number };

export async function grantAccount(db: Kysely<Tables>, { at, ...row }: Given & { account: string }): Promise<void> {
  await db
    .insertInto('grants')
    .values({ ...row, kind: 'account', granted_at: at })
    .execute();
}

/** `link`: the personal link by which the seat was entered. */
export async function grantSeat(
  db: Kysely<Tables>,
  { at, ...row }: Given & { meeting: string; seat: string; link: string },
): Promise<void> {
  await db
    .insertInto('grants')
    .values({ ...row, kind: 'seat', granted_at: at })
    .execute();
}

export async function grantScreen(db: Kysely<Tables>, { at, ...row }: Given & { screen: string }): Promise<void> {
  await db
    .insertInto('grants')
    .values({ ...row, kind: 'screen', granted_at: at })
    .execute();
}

/** The account by which this session is signed in to this community (the last one), unless it was closed; or null. */
export async function accountGrant(
  db: Kysely<Tables>,
  session: string,
  community: string,
): Promise<AccountGrant | null> {
  const row = await db
    .selectFrom('grants')
    .innerJoin('accounts', 'accounts.id', 'grants.account')
    .where('grants.session', '=', session)
    .where('grants.community', '=', community)
    .where('grants.revoked_at', 'is', null)
    .where('accounts.closed_at', 'is', null)
    .select([
      'grants.id',
      'accounts.id as account',
      'accounts.person',
      'accounts.login',
      'accounts.password_changed_at',
    ])
    .orderBy('grants.granted_at', 'desc')
    .orderBy('grants.id', 'desc')
    .executeTakeFirst();
  if (!row) return null;
  const { id, account, person, login } = row;
  return { id, account, person, login, passwordChangedAt: Number(row.password_changed_at) };
}

/** The seats of this community that this session holds, first entered first. */
export async function seatGrants(db: Kysely<Tables>, session: string, community: string): Promise<SeatGrant[]> {
  return db
    .selectFrom('grants')
    .innerJoin('seats', 'seats.id', 'grants.seat')
    .innerJoin('people', 'people.id', 'seats.person')
    .where('grants.session', '=', session)
    .where('grants.community', '=', community)
    .where('grants.revoked_at', 'is', null)
    .select(['grants.id', 'seats.meeting', 'seats.id as seat', 'seats.person', 'people.name'])
    .orderBy('grants.granted_at')
    .orderBy('grants.id')
    .execute();
}

/** The screens of this community that this session is. */
export async function screenGrants(db: Kysely<Tables>, session: string, community: string): Promise<ScreenGrant[]> {
  return db
    .selectFrom('grants')
    .innerJoin('screens', 'screens.id', 'grants.screen')
    .where('grants.session', '=', session)
    .where('grants.community', '=', community)
    .where('grants.revoked_at', 'is', null)
    .select(['grants.id', 'screens.meeting', 'screens.id as screen', 'screens.number'])
    .orderBy('grants.granted_at')
    .orderBy('grants.id')
    .execute();
}

/** Revokes the grants of one account, on one session or (null) on all but `except`. @returns the grants revoked now. */
export async function revokeAccountGrants(
  db: Kysely<Tables>,
  given: { community: string; account: string; session: string | null; except?: string; at: number },
): Promise<string[]> {
  const { community, account, session, except, at } = given;
  const rows = await db
    .updateTable('grants')
    .set({ revoked_at: at })
    .where('community', '=', community)
    .where('account', '=', account)
    .where('revoked_at', 'is', null)
    .$if(session !== null, (query) => query.where('session', '=', session))
    .$if(except !== undefined, (query) => query.where('session', '!=', except!))
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Revokes every grant of a community, of accounts, seats and screens. @returns the grants revoked now. */
export async function revokeAllGrants(
  db: Kysely<Tables>,
  { community, at }: { community: string; at: number },
): Promise<string[]> {
  const rows = await db
    .updateTable('grants')
    .set({ revoked_at: at })
    .where('community', '=', community)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Revokes every device's grant of these seats of a meeting. @returns the grants revoked now. */
export async function revokeSeatGrants(
  db: Kysely<Tables>,
  given: { community: string; meeting: string; seats: readonly string[]; at: number },
): Promise<string[]> {
  const { community, meeting, seats, at } = given;
  if (seats.length === 0) return [];
  const rows = await db
    .updateTable('grants')
    .set({ revoked_at: at })
    .where('community', '=', community)
    .where('meeting', '=', meeting)
    .where('seat', 'in', [...seats])
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Revokes every browser's grant of this screen of a meeting. @returns the grants revoked now. */
export async function revokeScreenGrants(
  db: Kysely<Tables>,
  given: { community: string; meeting: string; screen: string; at: number },
): Promise<string[]> {
  const { community, meeting, screen, at } = given;
  const rows = await db
    .updateTable('grants')
    .from('screens')
    .set({ revoked_at: at })
    .whereRef('screens.id', '=', 'grants.screen')
    .where('screens.id', '=', screen)
    .where('screens.meeting', '=', meeting)
    .where('grants.community', '=', community)
    .where('grants.revoked_at', 'is', null)
    .returning('grants.id')
    .execute();
  return rows.map(({ id }) => id);
}
