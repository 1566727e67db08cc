/** Signing in and out: an account's grant is one among those of a browser, and ends alone. */
import type { Account } from '@yishiting/db/accounts';
import { grantAccount, revokeAccountGrants } from '@yishiting/db/grants';
import type { Tables } from '@yishiting/db/tables';
import type { Kysely } from 'kysely';
import type { Revocations } from './revocations.ts';
import { sessionFor, signedIn, type Browser, type Granted, type SessionNeeds } from './sessions.ts';

/**
 * Signs a browser in to a community; whoever was signed in to it there before is signed out of it.
 */
export async function signIn(
  needs: SessionNeeds & { revocations: Revocations },
  community: string,
  opened: Pick<Account, 'id'>,
  entering: Browser | null,
): Promise<Granted> {
  const at = needs.clock.now();
  const { granted, ended } = await needs.db.transaction().execute(async (tx) => {
    const former = await signedIn({ ...needs, db: tx }, entering, community);
    const ended = former && entering ? await endOn(tx, community, former.account, entering, at) : [];
    const granted = await sessionFor(tx, needs, entering);
    const { id: account } = opened;
    await grantAccount(tx, { id: needs.newId(), session: granted.browser.id, community, account, at });
    return { granted, ended };
  });
  needs.revocations.tell(ended);
  return granted;
}

/** Signs a browser out of a community; its seats and screens, and what it holds elsewhere, stay. */
export async function signOut(
  needs: SessionNeeds & { revocations: Revocations },
  community: string,
  browser: Browser | null,
): Promise<void> {
  const held = await signedIn(needs, browser, community);
  if (!held || !browser) return;
  needs.revocations.tell(await endOn(needs.db, community, held.account, browser, needs.clock.now()));
}

/** Signs an account out of every browser but this one: its password is another now. */
export async function signOutElsewhere(
  needs: SessionNeeds & { revocations: Revocations },
  community: string,
  account: string,
  browser: Browser | null,
): Promise<void> {
  const at = needs.clock.now();
  const but = browser ? { except: browser.id } : {};
  needs.revocations.tell(await revokeAccountGrants(needs.db, { community, account, session: null, ...but, at }));
}

const endOn = (db: Kysely<Tables>, community: string, account: string, { id: session }: Browser, at: number) =>
  revokeAccountGrants(db, { community, account, session, at });
