/** A browser's session: one row per browser that holds at least one grant; the cookie's token stands here hashed. */
import { type Kysely, type Selectable } from 'kysely';
import type { BrowserSessionsTable, Tables } from './tables.ts';

export type BrowserSession = {
  readonly id: string;
  /** When it was last seen (ms); noted at most once an hour. */
  readonly seenAt: number;
  readonly expiresAt: number;
};

export async function beginSession(
  db: Kysely<Tables>,
  given: { id: string; tokenHash: string; at: number; expiresAt: number },
): Promise<BrowserSession> {
  const { id, tokenHash, at, expiresAt } = given;
  await db
    .insertInto('browser_sessions')
    .values({ id, token_hash: tokenHash, created_at: at, seen_at: at, expires_at: expiresAt })
    .execute();
  return { id, seenAt: at, expiresAt };
}

/** The session of a token that has not expired at `now` (ms), or null. Only reads. */
export async function sessionByToken(
  db: Kysely<Tables>,
  tokenHash: string,
  now: number,
): Promise<BrowserSession | null> {
  const row = await db
    .selectFrom('browser_sessions')
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now as never)
    .selectAll()
    .executeTakeFirst();
  return row ? sessionOfRow(row) : null;
}

/** Notes that a browser came again, and puts off the end of its session. */
export async function noteSeen(db: Kysely<Tables>, session: string, at: number, expiresAt: number): Promise<void> {
  await db
    .updateTable('browser_sessions')
    .set({ seen_at: at, expires_at: expiresAt })
    .where('id', '=', session)
    .execute();
}

/** Removes the sessions that had expired at `now` (ms), with their grants. @returns how many. */
export async function sweepSessions(db: Kysely<Tables>, now: number): Promise<number> {
  const gone = await db
    .deleteFrom('browser_sessions')
    .where('expires_at', '<=', now as never)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

function sessionOfRow(row: Selectable<BrowserSessionsTable>): BrowserSession {
  return { id: row.id, seenAt: Number(row.seen_at), expiresAt: Number(row.expires_at) };
}
