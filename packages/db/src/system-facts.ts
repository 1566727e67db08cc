/** Facts that the installation itself puts on record, apart from any command: restored from a backup, particulars erased. */
import { createHash } from 'node:crypto';
import { type CustodyEvent, systemSeat } from '@yishiting/domain/acts/custody';
import { lineOf } from '@yishiting/domain/recorded';
import type { Kysely } from 'kysely';
import { appendBatch, findCommand, HeadMoved, StaleOwner } from './meeting-events.ts';
import type { Tables } from './tables.ts';

export type SystemFact = {
  readonly community: string;
  readonly meeting: string;
  readonly event: CustodyEvent;
  /** What the fact comes from; the same cause puts it on record once. */
  readonly cause: string;
  /** Unix ms. */
  readonly now: number;
};

/** A live room commits in between; after so many times something else is wrong. */
const attempts = 20;

/**
 * Puts a fact on a meeting's record, after its last event and under whatever lease holds. A room that has the meeting open
 * finds that the head moved, reads the record anew and lets the batch under way be tried again.
 * @returns false when the meeting was not called yet, or the fact is on record already.
 */
export async function putOnRecord(db: Kysely<Tables>, fact: SystemFact): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await putOnce(db, fact);
    } catch (error) {
      const overtaken = error instanceof HeadMoved || error instanceof StaleOwner;
      if (!overtaken || db.isTransaction || attempt === attempts) throw error;
    }
  }
}

async function putOnce(db: Kysely<Tables>, { community, meeting, event, cause, now }: SystemFact): Promise<boolean> {
  const commandId = createHash('sha256').update(`${event.type} ${cause}`).digest('hex').slice(0, 32);
  const stands = await whereItStands(db, community, meeting);
  if (!stands || (await findCommand(db, meeting, systemSeat, commandId)).length > 0) return false;
  const { epoch, version, hash, at } = stands;
  const signed = { meeting, seat: systemSeat, actingAs: 'system' as const, commandId, at: Math.max(now, at) };
  const line = lineOf(event, 0, { version, hash }, signed);
  await appendBatch(db, { community, epoch, meeting, expectedHead: version, events: [line] });
  return true;
}

async function whereItStands(db: Kysely<Tables>, community: string, meeting: string) {
  const row = await db
    .selectFrom('meetings')
    .innerJoin('communities', 'communities.id', 'meetings.community')
    .innerJoin('meeting_events', (join) =>
      join.onRef('meeting_events.meeting', '=', 'meetings.id').onRef('meeting_events.version', '=', 'meetings.head'),
    )
    .where('meetings.id', '=', meeting)
    .where('communities.id', '=', community)
    .select(['communities.epoch', 'meetings.head as version', 'meeting_events.hash', 'meeting_events.at'])
    .executeTakeFirst();
  return row && { ...row, at: Number(row.at) };
}

/** Every meeting that was called, of all communities. */
export async function calledMeetings(db: Kysely<Tables>): Promise<{ id: string; community: string }[]> {
  return db.selectFrom('meetings').where('head', '>', 0).select(['id', 'community']).orderBy('id').execute();
}
