/** A browser has one session; it holds several grants side by side, and each ends by itself. */
import { accountGrant, seatGrants, screenGrants, type AccountGrant } from '@yishiting/db/grants';
import { postsOf, type HeldPost } from '@yishiting/db/posts';
import { beginSession, noteSeen, sessionByToken, type BrowserSession } from '@yishiting/db/sessions';
import type { Tables } from '@yishiting/db/tables';
import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import { tokenIn } from './cookies.ts';
import { isFirst } from './passwords.ts';
import { newToken, tokenHash } from './tokens.ts';

export interface SessionNeeds {
  db: Kysely<Tables>;
  clock: Clock;
  newId: () => string;
}

/** A browser as its session names it. */
export type Browser = Pick<BrowserSession, 'id'>;

const hour = 3_600_000;
/** Milliseconds: a browser not seen for so long has to enter again; that it came is noted so often at most. */
export const sessionTerm = { idle: 30 * 24 * hour, note: hour } as const;

/** The session of a request's Cookie header, or null. Only reads. */
export async function sessionOf(
  { db, clock }: Omit<SessionNeeds, 'newId'>,
  cookie: string | undefined,
): Promise<BrowserSession | null> {
  const token = tokenIn(cookie);
  return token === null ? null : sessionByToken(db, tokenHash(token), clock.now());
}

/** Notes at most once an hour that a browser came again. */
export async function noteComing({ db, clock }: Omit<SessionNeeds, 'newId'>, session: BrowserSession): Promise<void> {
  const now = clock.now();
  if (now - session.seenAt < sessionTerm.note) return;
  await noteSeen(db, session.id, now, now + sessionTerm.idle);
}

/** A browser that was granted something; `token` is for its cookie when it had no session before, else null. */
export interface Granted {
  browser: Browser;
  token: string | null;
}

/** The browser's session, or a new one when it has none. Belongs into the granting transaction. */
export async function sessionFor(
  tx: Kysely<Tables>,
  { clock, newId }: Omit<SessionNeeds, 'db'>,
  browser: Browser | null,
): Promise<Granted> {
  if (browser) return { browser, token: null };
  // A cookie that names no session is never adopted: somebody else may have planted it.
  const token = newToken();
  const now = clock.now();
  const begun = { id: newId(), tokenHash: tokenHash(token), at: now, expiresAt: now + sessionTerm.idle };
  return { browser: await beginSession(tx, begun), token };
}

/** Who is signed in: the account, and the posts its person holds now; with a first password none yet. */
export interface SignedIn extends AccountGrant {
  firstPassword: boolean;
  posts: HeldPost[];
  /** The bodies of which the person is staff now. */
  staffOf: string[];
}

export async function signedIn(
  { db, clock }: Omit<SessionNeeds, 'newId'>,
  browser: Browser | null,
  community: string,
): Promise<SignedIn | null> {
  const grant = browser && (await accountGrant(db, browser.id, community));
  if (!grant) return null;
  const firstPassword = isFirst(grant.passwordChangedAt);
  const posts = firstPassword ? [] : await postsOf(db, community, grant.person, clock.now());
  const staffOf = posts.flatMap(({ post, body }) => (post === 'staff' && body !== null ? [body] : []));
  return { ...grant, firstPassword, posts, staffOf };
}

/** The grant of this session for a seat, or null. */
export async function heldSeat(db: Kysely<Tables>, session: Browser, community: string, seat: string) {
  return (await seatGrants(db, session.id, community)).find((grant) => grant.seat === seat) ?? null;
}

/** The grant of this session for a screen, or null. */
export async function heldScreen(db: Kysely<Tables>, session: Browser, community: string, screen: string) {
  return (await screenGrants(db, session.id, community)).find((grant) => grant.screen === screen) ?? null;
}
