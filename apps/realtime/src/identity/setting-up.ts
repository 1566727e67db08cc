/** The first community: set up once, with the link that the server printed; and a way back for a keeper's lost password. */
import { changePassword, openAccount } from '@yishiting/db/accounts';
import { addBody, communityByCode, communityById, foundCommunity } from '@yishiting/db/communities';
import { noteKeeperAct } from '@yishiting/db/keeper-acts';
import { installation, mayEnterSetUp, offerSetUp, useSetUp } from '@yishiting/db/installation';
import { addPerson, person as personOf } from '@yishiting/db/people';
import { givePost, keepers } from '@yishiting/db/posts';
import { accountOfPerson } from '@yishiting/db/sign-ins';
import type { Tables } from '@yishiting/db/tables';
import type { Kysely } from 'kysely';
import { hashPassword } from './passwords.ts';
import type { SessionNeeds } from './sessions.ts';
import { newToken, tokenHash } from './tokens.ts';

export interface SetUp {
  token: string;
  community: string;
  body: string;
  name: string;
  login: string;
  password: string;
}

/**
 * Founds the community with its first body and the person who holds every post in it, and uses up the link.
 * @returns null when the link is not the one offered, or somebody has set up a community already
 */
export async function setUpCommunity(
  { db, clock, newId }: SessionNeeds,
  given: SetUp,
): Promise<{ community: string; code: string; account: string } | null> {
  const hash = tokenHash(given.token);
  // Looked at first, since hashing a password is dear; of two at once `useSetUp` tells one true.
  if (!(await mayEnterSetUp(db, hash))) return null;
  const passwordHash = await hashPassword(given.password);
  const at = clock.now();
  return db.transaction().execute(async (tx) => {
    const before = await installation(tx);
    if (before?.setUpAt != null || !(await useSetUp(tx, hash, at))) return null;
    const [id, body, person, account] = [newId(), newId(), newId(), newId()];
    const code = await freeCode(tx);
    const founded = { id, code, name: given.community, demonstration: false, createdAt: at };
    await foundCommunity(tx, { ...founded, timeZone: 'Asia/Shanghai', recordLanguage: 'zh-CN' });
    await addBody(tx, { id: body, community: id, name: given.body, position: 0, at });
    await addPerson(tx, { id: person, community: id, name: given.name, at });
    await openAccount(tx, { id: account, community: id, person, login: given.login, passwordHash, at });
    for (const post of ['keeper', 'administrator', 'staff'] as const) {
      await givePost(tx, { id: newId(), community: id, person, body: post === 'staff' ? body : null, post, from: at });
    }
    return { community: id, code, account };
  });
}

/** Puts a new one-time link in the place of the one before, for set-up or for a lost password. @returns its token, told once */
export async function offerLink(db: Kysely<Tables>): Promise<string> {
  const token = newToken();
  await offerSetUp(db, tokenHash(token));
  return token;
}

export interface LostPassword {
  community: { id: string; code: string; name: string };
  account: { id: string; login: string };
  /** The keeper's row in the community's register. */
  person: string;
}

/** The first keeper who has an account: whose password a link of `npm run reset-keeper` renews. Null before set-up. */
async function keeperToReset(db: Kysely<Tables>, at: number): Promise<LostPassword | null> {
  for (const { community: id, person } of await keepers(db, at)) {
    const account = await accountOfPerson(db, id, person);
    const community = await communityById(db, id);
    if (account && community) return { community, account, person };
  }
  return null;
}

/** Whose password the link renews, to be seen before it is done; null when the link is not the one offered. */
export async function keeperNamed(
  { db, clock }: Pick<SessionNeeds, 'db' | 'clock'>,
  token: string,
): Promise<{ community: string; name: string; login: string } | null> {
  if (!(await mayEnterSetUp(db, tokenHash(token)))) return null;
  const lost = await keeperToReset(db, clock.now());
  const name = lost && (await personOf(db, lost.community.id, lost.person))?.name;
  return lost && name ? { community: lost.community.name, name, login: lost.account.login } : null;
}

/**
 * Gives the first keeper who has an account a new password, and uses up the link.
 * @returns null when the link is not the one offered, or there is no keeper yet
 */
export async function resetKeeper(
  { db, clock }: SessionNeeds,
  given: { token: string; password: string },
): Promise<{ community: string; code: string; account: string; login: string } | null> {
  const hash = tokenHash(given.token);
  if (!(await mayEnterSetUp(db, hash))) return null;
  const passwordHash = await hashPassword(given.password);
  const at = clock.now();
  return db.transaction().execute(async (tx) => {
    const setUpAt = (await installation(tx))?.setUpAt;
    if (setUpAt == null) return null;
    const lost = await keeperToReset(tx, at);
    if (!lost || !(await useSetUp(tx, hash, setUpAt))) return null;
    const { community, account } = lost;
    await changePassword(tx, { community: community.id, id: account.id, passwordHash, at });
    await noteKeeperAct(tx, { act: 'keeper-reset', at, about: account.id });
    return { community: community.id, code: community.code, account: account.id, login: account.login };
  });
}

/** A code that can be read out: `shequ` (社区), or the next free number behind it. */
async function freeCode(tx: Kysely<Tables>): Promise<string> {
  for (let n = 1; ; n += 1) {
    const code = n === 1 ? 'shequ' : `shequ-${n}`;
    if (!(await communityByCode(tx, code))) return code;
  }
}
