/** Tries at an account's password, claimed before the password is looked at, so that many at once are not one try. */
import { type Kysely, sql } from 'kysely';
import { accountById, type Account } from './accounts.ts';
import type { Tables } from './tables.ts';

/** Tries without a wait, the longest wait and after how long tries are forgotten, in ms. */
export type TryLimits = { readonly free: number; readonly longest: number; readonly memory: number };

/**
 * Claims one try at an account's password as of `now` (ms) and counts it as failed; a right password then forgets it
 * (`forgetFailedSignIns`). Beyond the free ones each claimed try locks the account, 1 s first and twice as long each time.
 * @returns 0 when the try may be made, else how long (ms) to wait. Of several at once only those not locked out go on.
 */
export async function claimTry(
  db: Kysely<Tables>,
  { community, account, now, limits }: { community: string; account: string; now: number; limits: TryLimits },
): Promise<number> {
  const { free, longest, memory } = limits;
  const wrong = sql`case when locked_until < ${now}::bigint - ${memory}::bigint then 1 else failed_count + 1 end`;
  const wait = sql`case when ${wrong} <= ${free}::int then 0
    else least(${longest}::bigint, 1000 * (2 ^ least(${wrong} - ${free}::int - 1, 30))::bigint) end`;
  const claimed = await sql`
    update accounts set failed_count = ${wrong}, locked_until = ${now}::bigint + ${wait}
    where community = ${community} and id = ${account} and coalesce(locked_until, 0) <= ${now}::bigint
  `.execute(db);
  if (claimed.numAffectedRows === 1n) return 0;
  const row = await db
    .selectFrom('accounts')
    .where('community', '=', community)
    .where('id', '=', account)
    .select('locked_until')
    .executeTakeFirst();
  return Math.max(1, Number(row?.locked_until ?? 0) - now);
}

/** The open account of a person of this community, or null: for whoever confirms an act with their own password. */
export async function accountOfPerson(db: Kysely<Tables>, community: string, person: string): Promise<Account | null> {
  const row = await db
    .selectFrom('accounts')
    .where('community', '=', community)
    .where('person', '=', person)
    .where('closed_at', 'is', null)
    .select('id')
    .executeTakeFirst();
  return row ? accountById(db, community, row.id) : null;
}
