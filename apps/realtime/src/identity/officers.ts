/** Accounts and posts as administrators give and end them. What ends, ends at once on open connections, and somebody stays. */
import { randomInt } from 'node:crypto';
import { accountById, changePassword, closeAccount } from '@yishiting/db/accounts';
import { revokeAccountGrants } from '@yishiting/db/grants';
import { giveAccount, heldPost, holdLastPosts, isLast } from '@yishiting/db/officers';
import { endPost, postsOf } from '@yishiting/db/posts';
import { accountOfPerson } from '@yishiting/db/sign-ins';
import type { Tables } from '@yishiting/db/tables';
import type { FirstPassword } from '@yishiting/domain/register';
import type { Kysely } from 'kysely';
import { hashPassword, neverChanged } from './passwords.ts';
import type { Revocations } from './revocations.ts';
import type { SessionNeeds } from './sessions.ts';

type Needs = SessionNeeds & { revocations: Revocations };
type Place = { community: string };

/** Letters and digits that are told apart when read out; 2^59 of them. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
function newFirstPassword(): string {
  const four = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return [four(), four(), four()].join('-');
}

/** Gives a person of the register a sign-in. `login-taken`: by somebody else; `account-open`: the person has one. */
export async function openAccountFor(
  { db, clock, newId }: Needs,
  { community, person, login }: Place & { person: string; login: string },
): Promise<FirstPassword | 'login-taken' | 'account-open'> {
  const password = newFirstPassword();
  const passwordHash = await hashPassword(password);
  const given = { id: newId(), community, person, login, passwordHash, passwordChangedAt: neverChanged };
  try {
    const account = await giveAccount(db, { ...given, at: clock.now() });
    return account === null ? 'account-open' : { account, login, password };
  } catch (error) {
    if ((error as { code?: unknown }).code === '23505') return 'login-taken';
    throw error;
  }
}

/** A new first password for whoever forgot theirs; the account is signed out everywhere. Not for a keeper. */
export async function renewFirstPassword(
  needs: Needs,
  { community, account: id }: Place & { account: string },
): Promise<FirstPassword | 'not-found' | 'keeper-account'> {
  const { db, clock, revocations } = needs;
  const at = clock.now();
  const account = await accountById(db, community, id);
  if (!account) return 'not-found';
  const held = await postsOf(db, community, account.person, at);
  if (held.some(({ post }) => post === 'keeper')) return 'keeper-account';
  const password = newFirstPassword();
  const passwordHash = await hashPassword(password);
  const ended = await db.transaction().execute(async (tx) => {
    await changePassword(tx, { community, id, passwordHash, at: neverChanged });
    return signOutEverywhere(tx, community, id, at);
  });
  revocations.tell(ended);
  return { account: id, login: account.login, password };
}

type Ended = 'ended' | 'not-found' | 'last-administrator' | 'last-keeper';

/** Closes an account and all that is open on it. */
export async function endAccount(
  { db, clock, revocations }: Needs,
  { community, account: id }: Place & { account: string },
): Promise<Ended> {
  const at = clock.now();
  const done = await db.transaction().execute(async (tx): Promise<Ended | string[]> => {
    await holdLastPosts(tx);
    const account = await accountById(tx, community, id);
    if (!account) return 'not-found';
    const { person } = account;
    const held = (await postsOf(tx, community, person, at)).map(({ post }) => post);
    // The graver reason first, whatever the order in which the posts were given.
    for (const post of ['keeper', 'administrator'] as const) {
      if (held.includes(post) && (await isLast(tx, { post, community, person, at }))) return `last-${post}`;
    }
    await closeAccount(tx, community, id, at);
    return signOutEverywhere(tx, community, id, at);
  });
  if (typeof done === 'string') return done;
  revocations.tell(done);
  return 'ended';
}

/** Ends a post of a body or of an administrator, and what its holder's account has open; a keeper's post is not ended here. */
export async function endHeldPost(
  { db, clock, revocations }: Needs,
  { community, post: id }: Place & { post: string },
): Promise<Exclude<Ended, 'last-keeper'>> {
  const at = clock.now();
  const done = await db.transaction().execute(async (tx) => {
    await holdLastPosts(tx);
    const held = await heldPost(tx, community, id, at);
    if (!held || held.post === 'keeper') return 'not-found';
    const { post, person } = held;
    if (post === 'administrator' && (await isLast(tx, { post, community, person, at }))) return 'last-administrator';
    await endPost(tx, community, id, at);
    const account = await accountOfPerson(tx, community, person);
    return account ? signOutEverywhere(tx, community, account.id, at) : [];
  });
  if (typeof done === 'string') return done;
  revocations.tell(done);
  return 'ended';
}

const signOutEverywhere = (tx: Kysely<Tables>, community: string, account: string, at: number) =>
  revokeAccountGrants(tx, { community, account, session: null, at });
