/** For tests: a recorded and sealed meeting, and the hands of somebody who may do anything to the database. */
import { createPublicKey } from 'node:crypto';
import { canonical } from '@yishiting/domain/canonical';
import type { RecordedEvent } from '@yishiting/domain/chain';
import { aRecord } from '@yishiting/domain/chain.fixtures';
import type { RecordSeal } from '@yishiting/domain/record-seal';
import { type Kysely, sql } from 'kysely';
import { appendBatch } from './meeting-events.ts';
import { keepSeal, makeSealingKey, publicKeyOf, readSealingKey, sealHead } from './record-seals.ts';
import type { Tables } from './tables.ts';
import { buildMeeting } from './testing-rows.ts';

const sealingKey = readSealingKey(makeSealingKey());
export const ourKey = publicKeyOf(createPublicKey(sealingKey));

export function aSealOn(community: string, event: RecordedEvent, key = sealingKey): RecordSeal {
  const { meeting, version, hash, at } = event;
  return sealHead({ community, meeting, version, head: hash, at }, key);
}

/** A meeting with a record of its own, sealed in the database at `sealedAt`. */
export async function buildRecord(
  db: Kysely<Tables>,
  community: { id: string; body: string },
  { length = 9, sealedAt = 6, seed = 1 } = {},
) {
  const meeting = await buildMeeting(db, community);
  const events = aRecord({ meeting, length, seed });
  const { epoch } = await db
    .selectFrom('communities')
    .where('id', '=', community.id)
    .select('epoch')
    .executeTakeFirstOrThrow();
  await appendBatch(db, { community: community.id, epoch, meeting, expectedHead: 0, events });
  await keepSeal(db, aSealOn(community.id, events[sealedAt - 1]!));
  return { meeting, events };
}

/** Puts falsified events in the place of the true ones, past every trigger and foreign key; the head follows if told so. */
export async function rewrite(
  db: Kysely<Tables>,
  meeting: string,
  events: readonly RecordedEvent[],
  { headToo }: { headToo: boolean },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await tx.deleteFrom('meeting_events').where('meeting', '=', meeting).execute();
    for (const { data, actingAs, commandId, ...rest } of events) {
      const row = { ...rest, data: canonical(data), acting_as: actingAs, command_id: commandId };
      await tx.insertInto('meeting_events').values(row).execute();
    }
    const last = events.at(-1);
    const head = { head: last?.version ?? 0, head_hash: last?.hash ?? null };
    if (headToo) await tx.updateTable('meetings').set(head).where('id', '=', meeting).execute();
  });
}

/** Takes rows away, past every trigger. */
export async function remove(
  db: Kysely<Tables>,
  table: 'record_seals' | 'meeting_events' | 'meetings',
  meeting: string,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    const column = table === 'meetings' ? 'id' : 'meeting';
    await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${meeting}`.execute(tx);
  });
}
