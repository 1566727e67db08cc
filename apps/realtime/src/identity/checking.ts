/**
 * Checks a login and its password: whoever guesses waits longer each time, and learns neither from words nor from time
 * which logins there are.
 */
import { accountByLogin, changePassword, forgetFailedSignIns, type Account } from '@yishiting/db/accounts';
import { claimTry } from '@yishiting/db/sign-ins';
import type { Tables } from '@yishiting/db/tables';
import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import { memory, patience, type WrongGuesses } from './limits.ts';
import { hashPassword, isCheap, isNobodysPassword, isPassword } from './passwords.ts';

export interface CheckingNeeds {
  db: Kysely<Tables>;
  clock: Clock;
  /** Wrong passwords for logins that nobody has. */
  nobodysTries: WrongGuesses;
}

/** `wait`: milliseconds until the next try is looked at. */
export type Checked<Right> = { is: 'right'; who: Right } | { is: 'wrong' } | { is: 'too-fast'; wait: number };

/** The account that a login and its password open. */
export async function checkLogin(
  needs: CheckingNeeds,
  community: string,
  { login, password }: { login: string; password: string },
): Promise<Checked<Account>> {
  const account = await accountByLogin(needs.db, community, login);
  if (account) return checkPassword(needs, community, account, password);
  const wait = needs.nobodysTries.wrong(`${community} ${login.toLowerCase()}`, needs.clock.now());
  if (wait > 0) return { is: 'too-fast', wait };
  await isNobodysPassword(password);
  return { is: 'wrong' };
}

/** Whether the password is this account's. A try is counted before it is looked at: many at once do not pass for one. */
export async function checkPassword(
  { db, clock }: CheckingNeeds,
  community: string,
  account: Account,
  password: string,
): Promise<Checked<Account>> {
  const limits = { ...patience.password, memory };
  const wait = await claimTry(db, { community, account: account.id, now: clock.now(), limits });
  if (wait > 0) return { is: 'too-fast', wait };
  if (!(await isPassword(password, account.passwordHash))) return { is: 'wrong' };
  await forgetFailedSignIns(db, community, account.id);
  if (isCheap(account.passwordHash)) await makeDearer(db, community, account, password);
  return { is: 'right', who: account };
}

/** The same password, hashed at today's cost; when it was set stays as it was. */
async function makeDearer(db: Kysely<Tables>, community: string, account: Account, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await changePassword(db, { community, id: account.id, passwordHash, at: account.passwordChangedAt });
}
