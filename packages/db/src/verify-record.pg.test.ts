import { chance, falsifications, falsificationsOfAFile, hashedFrom, names } from '@yishiting/domain/chain.fixtures';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { appendBatch } from './meeting-events.ts';
import { keepSeal, makeSealingKey, readSealingKey, sealsOf } from './record-seals.ts';
import { aDatabase } from './testing.ts';
import { aSealOn, buildRecord, ourKey, remove, rewrite } from './testing-record.ts';
import { buildCommunity, buildMeeting, nextEvents } from './testing-rows.ts';
import { forksBetween, verifyRecord } from './verify-record.ts';

const { db } = await aDatabase();
const other = await aDatabase();
const community = await buildCommunity(db);
const publicKeys = [ourKey];
const rounds = 8;

async function forget(meeting: string): Promise<void> {
  for (const table of ['record_seals', 'meeting_events', 'meetings'] as const) await remove(db, table, meeting);
}

describe('a database’s record', () => {
  it('[R1] stands: sealed, unsealed, grown since the seal, and not yet begun', async () => {
    const sealed = await buildRecord(db, community);
    const unbegun = await buildMeeting(db, community);
    const seals = await sealsOf(db, community.id);
    expect(seals).toHaveLength(1);
    expect(await verifyRecord(db, { publicKeys })).toEqual([]);
    expect(await verifyRecord(db, { publicKeys, seals: [...seals, aSealOn(community.id, sealed.events[8]!)] })).toEqual(
      [],
    );
    await forget(sealed.meeting);
    await forget(unbegun);
  });

  const held = { ...falsifications, removed: falsificationsOfAFile['removed']! };
  for (const [kind, falsify] of Object.entries(held)) {
    it(`[R1] ${kind}: found and named (seeds 1 to ${rounds})`, async () => {
      for (let seed = 1; seed <= rounds; seed += 1) {
        const any = chance(seed);
        const { meeting, events } = await buildRecord(db, community, { length: 4 + any(8), sealedAt: 1, seed });
        const { events: falsified, touched } = falsify(events, any);
        await rewrite(db, meeting, falsified, { headToo: kind !== 'cut off' });
        const findings = await verifyRecord(db, { publicKeys });
        expect(names(findings, touched), `seed ${seed}, version ${touched}: ${JSON.stringify(findings)}`).toBe(true);
        await forget(meeting);
      }
    });

    // With the chain computed anew, a changed hash is the true one again, and a gap shows as before.
    if (kind === 'changed hash' || kind === 'removed' || kind === 'added at the end') continue;
    it(`[R1] ${kind}, the whole chain and the head computed anew: convicted by seals (seeds 1 to ${rounds})`, async () => {
      for (let seed = 1; seed <= rounds; seed += 1) {
        const any = chance(seed);
        const length = 4 + any(8);
        const sealedAt = 1 + any(length);
        const { meeting, events } = await buildRecord(db, community, { length, sealedAt, seed });
        const { events: falsified, touched } = falsify(events, any);
        await rewrite(db, meeting, hashedFrom(falsified, 1), { headToo: true });
        const context = `seed ${seed}, sealed at ${sealedAt}, version ${touched}`;

        const byOwnSeals = await verifyRecord(db, { publicKeys });
        // Behind the last seal in the database, a perfect forgery shows to seals kept elsewhere only.
        expect(names(byOwnSeals, touched), `${context}: ${JSON.stringify(byOwnSeals)}`).toBe(touched <= sealedAt);
        if (touched > length) continue;
        const seals = [aSealOn(community.id, events[touched - 1 + any(length - touched + 1)]!)];
        const bySealsElsewhere = await verifyRecord(db, { publicKeys, seals });
        expect(names(bySealsElsewhere, touched), `${context}: ${JSON.stringify(bySealsElsewhere)}`).toBe(true);

        await remove(db, 'record_seals', meeting);
        expect(await verifyRecord(db, { publicKeys }), 'the forger did his work well').toEqual([]);
        expect(names(await verifyRecord(db, { publicKeys, seals }), touched), context).toBe(true);
        await forget(meeting);
      }
    });
  }

  it('[R1] names a head that was moved, up or down or sideways', async () => {
    const { meeting, events } = await buildRecord(db, community);
    const head = (changes: object) => db.updateTable('meetings').set(changes).where('id', '=', meeting).execute();
    await head({ head: 12 });
    expect(await verifyRecord(db, { publicKeys })).toEqual([{ meeting, code: 'cut-off', version: 10, upTo: 12 }]);
    await head({ head: 8, head_hash: events[7]!.hash });
    expect(await verifyRecord(db, { publicKeys })).toEqual([{ meeting, code: 'added', version: 9, position: 8 }]);
    await head({ head: 9 });
    expect(await verifyRecord(db, { publicKeys })).toEqual([{ meeting, code: 'does-not-follow', version: 10 }]);
    await forget(meeting);
  });

  it('[R1] names data that is spelled otherwise than it was hashed, or is no JSON at all', async () => {
    const { meeting } = await buildRecord(db, community);
    const spell = (data: string) =>
      db.transaction().execute(async (tx) => {
        await sql`set local session_replication_role = replica`.execute(tx);
        await sql`update meeting_events set data = ${data} where meeting = ${meeting} and version = 3`.execute(tx);
      });
    const row = await sql<{
      data: string;
    }>`select data from meeting_events where meeting = ${meeting} and version = 3`.execute(db);
    const data = row.rows[0]!.data;
    await spell(data.replace('{', '{ '));
    expect(await verifyRecord(db, { publicKeys })).toEqual([
      { meeting, code: 'not-canonical', version: 3, position: 2 },
    ]);
    for (const hostile of ['', '{', 'null', '[1]', '{"__proto__":{"version":3}}', '{"a":1e999}', '['.repeat(5000)]) {
      await spell(hostile);
      const findings = await verifyRecord(db, { publicKeys });
      expect(names(findings, 3), `${hostile.slice(0, 30)}: ${JSON.stringify(findings)}`).toBe(true);
    }
    await forget(meeting);
  });

  it('[R1] names a meeting that is gone, whole or without its events', async () => {
    const { meeting, events } = await buildRecord(db, community);
    const seals = [aSealOn(community.id, events[8]!)];
    await remove(db, 'meetings', meeting);
    expect(await verifyRecord(db, { publicKeys, seals })).toEqual([
      { meeting, code: 'meeting-missing', version: 1, upTo: 9 },
      { meeting, code: 'unknown-meeting', version: 1, upTo: 9 },
    ]);
    await remove(db, 'meeting_events', meeting);
    expect(await verifyRecord(db, { publicKeys, seals })).toEqual([
      { meeting, code: 'meeting-missing', version: 1, upTo: 9 },
    ]);
    await forget(meeting);
  });

  it('[R1] names seals by keys nobody knows', async () => {
    const { meeting, events } = await buildRecord(db, community);
    const foreign = aSealOn(community.id, events[2]!, readSealingKey(makeSealingKey()));
    await keepSeal(db, foreign);
    await keepSeal(db, foreign);
    expect(await verifyRecord(db, { publicKeys })).toEqual([
      { meeting, code: 'seal-by-unknown-key', version: 3, key: foreign.key },
    ]);
    expect(await verifyRecord(db, { publicKeys: null })).toEqual([]);
    await forget(meeting);
  });

  it('[R1] is read as of one moment, also while the meeting runs', async () => {
    const at = { community: community.id, epoch: 0, meeting: await buildMeeting(db, community) };
    let running = true;
    const meetingRuns = (async () => {
      let last: { version: number; hash: string } | null = null;
      while (running) {
        const events: ReturnType<typeof nextEvents> = nextEvents(at.meeting, last, 3);
        await appendBatch(db, { ...at, expectedHead: last?.version ?? 0, events });
        last = events.at(-1)!;
      }
      return last!.version;
    })();
    for (let round = 0; round < 20; round += 1) expect(await verifyRecord(db, { publicKeys })).toEqual([]);
    running = false;
    expect(await meetingRuns).toBeGreaterThan(20);
    await forget(at.meeting);
  });
});

describe('two databases grown from one backup', () => {
  it('[R13] part where the record says it was restored', async () => {
    const { meeting, events } = await buildRecord(db, community);
    const copy = await buildCommunity(other.db);
    await other.db
      .insertInto('meetings')
      .values({
        id: meeting,
        community: copy.id,
        body: copy.body,
        procedure: 'hearing',
        procedure_version: 1,
        matter: '老旧小区加装电梯',
        record_language: 'zh-CN',
        created_at: 0,
      })
      .execute();
    const restored = nextEvents(meeting, events[4]!, 3, { type: 'record-restored' });
    const there = { community: copy.id, epoch: 0, meeting };
    await appendBatch(other.db, { ...there, expectedHead: 0, events: events.slice(0, 5) });
    expect(await forksBetween(db, other.db), 'one is merely further on').toEqual([]);
    await appendBatch(other.db, { ...there, expectedHead: 5, events: restored });
    expect(await forksBetween(db, other.db)).toEqual([{ meeting, version: 6, restored: 'other' }]);
    expect(await forksBetween(other.db, db)).toEqual([{ meeting, version: 6, restored: 'one' }]);

    const seals = await sealsOf(db, community.id, meeting);
    expect(await verifyRecord(other.db, { publicKeys, seals })).toEqual([
      { meeting, code: 'forked', version: 6, upTo: 6 },
    ]);
    const theirs = [aSealOn(copy.id, restored[2]!)];
    expect(await verifyRecord(db, { publicKeys, seals: theirs })).toEqual([
      { meeting, code: 'rewritten', version: 7, upTo: 8 },
    ]);
    await forget(meeting);
  });
});
