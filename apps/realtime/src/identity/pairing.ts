/** Pairing a screen: a browser shows a code, those who lead type it, and the browser is a projector of their meeting. */
import { randomBytes } from 'node:crypto';
import { grantScreen, revokeScreenGrants, screenGrants } from '@yishiting/db/grants';
import { holdPairingCode, offerPairingCode, usePairingCode } from '@yishiting/db/pairing-codes';
import { addScreen } from '@yishiting/db/screens';
import { beginSession, noteSeen, type BrowserSession } from '@yishiting/db/sessions';
import type { Tables } from '@yishiting/db/tables';
import { pairingAlphabet, type ScreenAnswer } from '@yishiting/domain/api';
import type { Kysely } from 'kysely';
import type { Place } from '../room/outcomes.ts';
import type { Revocations } from './revocations.ts';
import { sessionTerm, type SessionNeeds } from './sessions.ts';
import { newToken, tokenHash } from './tokens.ts';

/** Milliseconds. `session`: a browser that only ever waited is forgotten so long after its last code. */
export const pairingTerm = { code: 10 * 60_000, session: 60 * 60_000 } as const;
/** Screens that may wait at one time, so that nobody fills the database with them. */
export const mostWaiting = 1_000;

/** A code as it is kept; null for what can be none. Small letters, spaces and hyphens are as good. */
export function pairingCodeHash(typed: string): string | null {
  const code = typed.replace(/[\s-]/g, '').toUpperCase();
  return code.length === 6 && [...code].every((one) => pairingAlphabet.includes(one)) ? tokenHash(code) : null;
}

/** 32 letters and digits, so that five bits of a random byte choose each alike. */
const newCode = (): string => [...randomBytes(6)].map((byte) => pairingAlphabet[byte & 31]).join('');

/**
 * A new code for this browser, which gets a session where it has none.
 * @returns the code, and the token for the cookie of a browser that had none; null when too many screens wait
 */
export async function offerCode(
  { db, clock, newId }: SessionNeeds,
  browser: BrowserSession | null,
): Promise<{ code: string; token: string | null } | null> {
  const at = clock.now();
  const token = newToken();
  return db.transaction().execute(async (tx) => {
    const until = at + pairingTerm.session;
    const begun = { id: newId(), tokenHash: tokenHash(token), at, expiresAt: until };
    const session = browser ?? (await beginSession(tx, begun));
    if (session.expiresAt < until) await noteSeen(tx, session.id, at, until);
    const code = newCode();
    const given = { session: session.id, at, expiresAt: at + pairingTerm.code, most: mostWaiting };
    if (await offerPairingCode(tx, { codeHash: tokenHash(code), ...given })) {
      return { code, token: browser ? null : token };
    }
    if (!browser) await tx.deleteFrom('browser_sessions').where('id', '=', session.id).execute();
    return null;
  });
}

/** The browser that waits with this code becomes a projector of the meeting; null when none waits with it. */
export async function pairScreen(needs: SessionNeeds, place: Place, typed: string): Promise<ScreenAnswer | null> {
  const codeHash = pairingCodeHash(typed);
  if (codeHash === null) return null;
  const at = needs.clock.now();
  return needs.db.transaction().execute(async (tx) => {
    const session = await holdPairingCode(tx, codeHash, at);
    const made = session && (await projectorFor(tx, needs, place, session));
    if (!made) return null;
    await usePairingCode(tx, { codeHash, community: place.community, screen: made.screen, at });
    await noteSeen(tx, session, at, at + sessionTerm.idle);
    return made;
  });
}

/** The projector of the meeting that this session is already, or a new one; null when there is no such meeting. */
export async function projectorFor(
  tx: Kysely<Tables>,
  { clock, newId }: Omit<SessionNeeds, 'db'>,
  place: Place,
  session: string,
): Promise<ScreenAnswer | null> {
  const { community, meeting } = place;
  const held = (await screenGrants(tx, session, community)).find((grant) => grant.meeting === meeting);
  if (held) return { screen: held.screen, number: held.number };
  const [screen, at] = [newId(), clock.now()];
  const number = await addScreen(tx, { id: screen, ...place, kind: 'projector', at });
  if (number === null) return null;
  await grantScreen(tx, { id: newId(), session, community, screen, at });
  return { screen, number };
}

/** Ends a screen of the meeting at once, wherever it is shown. @returns on how many browsers */
export async function disconnectScreen(
  { db, clock }: SessionNeeds,
  revocations: Revocations,
  place: Place,
  screen: string,
): Promise<number> {
  const grants = await revokeScreenGrants(db, { ...place, screen, at: clock.now() });
  revocations.tell(grants);
  return grants.length;
}
