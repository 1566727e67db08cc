/** Personal links: used by a tap, never by opening; the first device takes one, and a further device needs another. */
import { grantSeat, revokeSeatGrants, seatGrants } from '@yishiting/db/grants';
import { holdLink, makeLinks, noteLinkUsed, revokeLinks, type Link } from '@yishiting/db/links';
import type { Tables } from '@yishiting/db/tables';
import type { Kysely } from 'kysely';
import type { Place } from '../room/outcomes.ts';
import type { Revocations } from './revocations.ts';
import { sessionFor, type Browser, type SessionNeeds } from './sessions.ts';
import { newToken, tokenHash } from './tokens.ts';

export type Entering =
  /** `token`: for the cookie of a browser that had none. */
  | { outcome: 'entered'; meeting: string; seat: string; token: string | null }
  /** Unknown, revoked, or of another community: all alike. */
  | { outcome: 'link-void' }
  /** Another device has taken it. */
  | { outcome: 'link-in-use'; meeting: string; seat: string };

/** Uses a link for this browser. Tapping twice, or again later on the same device, leads to the same seat. */
export async function enter(
  needs: SessionNeeds,
  community: string,
  linkToken: string,
  session: Browser | null,
): Promise<Entering> {
  return needs.db.transaction().execute(async (tx) => {
    const link = await holdLink(tx, community, tokenHash(linkToken));
    if (!link || link.revokedAt !== null) return { outcome: 'link-void' };
    const { meeting, seat } = link;
    const held = session ? await seatGrants(tx, session.id, community) : [];
    if (held.some((grant) => grant.seat === seat)) return { outcome: 'entered', meeting, seat, token: null };
    if (link.firstUsedAt !== null) return { outcome: 'link-in-use', meeting, seat };
    return take(tx, needs, community, link, session);
  });
}

async function take(
  tx: Kysely<Tables>,
  needs: SessionNeeds,
  community: string,
  { id: link, meeting, seat }: Link,
  entering: Browser | null,
): Promise<Entering> {
  const at = needs.clock.now();
  const { browser, token } = await sessionFor(tx, needs, entering);
  await noteLinkUsed(tx, link, at);
  await grantSeat(tx, { id: needs.newId(), session: browser.id, community, meeting, seat, link, at });
  return { outcome: 'entered', meeting, seat, token };
}

/** New links for these seats, by seat; those not yet used are void from now on. A token is told here and never again. */
export async function makePersonalLinks(
  { db, clock, newId }: SessionNeeds,
  place: Place,
  seats: readonly string[],
): Promise<Map<string, string>> {
  const tokens = new Map(seats.map((seat) => [seat, newToken()]));
  const links = [...tokens].map(([seat, token]) => ({ id: newId(), seat, tokenHash: tokenHash(token) }));
  await makeLinks(db, { ...place, at: clock.now(), links });
  return tokens;
}

/** Ends every device of these seats, at once, and voids their links. */
export async function revokeSeats(
  { db, clock }: SessionNeeds,
  revocations: Revocations,
  place: Place,
  seats: readonly string[],
): Promise<number> {
  const at = clock.now();
  const grants = await db.transaction().execute(async (tx) => {
    await revokeLinks(tx, { ...place, seats, at });
    return revokeSeatGrants(tx, { ...place, seats, at });
  });
  revocations.tell(grants);
  return grants.length;
}
