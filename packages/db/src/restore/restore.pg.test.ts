import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemSeat } from '@yishiting/domain/acts/custody';
import { Kysely, PostgresDialect } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { rounds } from '../../../../scripts/rounds.mjs';
import { makeBackup } from '../backup/backup.ts';
import { anEmptyDatabase, aStream, awkward, buildInstallation } from '../backup/testing-backup.ts';
import { connect, makePool } from '../connect.ts';
import { keeperActs } from '../keeper-acts.ts';
import { takeLease } from '../lease.ts';
import { appendBatch, loadEvents } from '../meeting-events.ts';
import { keepSeal, sealsOf } from '../record-seals.ts';
import { tableNames, type Tables } from '../tables.ts';
import { aDatabase, aDataDir, aLog } from '../testing.ts';
import { aSealOn, ourKey, remove } from '../testing-record.ts';
import { nextEvents, testNow } from '../testing-rows.ts';
import { forksBetween, verifyRecord } from '../verify-record.ts';
import { restore } from './restore.ts';

const { db, url } = await aDatabase();
const installed = await buildInstallation(db);
const publicKeys = [ourKey];
const log = aLog();
const now = testNow + 86_400_000;

function opened(ownUrl: string): { db: Kysely<Tables>; pool: ReturnType<typeof makePool> } {
  const pool = makePool(ownUrl, log, 3);
  onTestFinished(() => pool.end());
  return { db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), pool };
}

const backupNow = (folder = aDataDir()) => makeBackup({ url, dataDir: installed.dataDir, folder, now });

/** Every row as text, so that nothing that a reader would round off is overlooked. */
async function everyRow(of: Kysely<Tables>, without: readonly string[] = []): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {};
  for (const table of tableNames.filter((name) => !without.includes(name))) {
    const found = await of
      .selectFrom(table)
      .select(({ fn, ref }) => fn<string>('to_jsonb', [ref(table as never)]).as('row'))
      .execute();
    rows[table] = found.map(({ row }) => JSON.stringify(row)).sort();
  }
  return rows;
}

describe('a backup that is restored', () => {
  it(`[R13] while a meeting runs: into an empty folder and a Postgres of one's own, every head as it was (${rounds('backups')} rounds)`, async () => {
    const { community, records, dataDir } = installed;
    const { meeting, events } = records[0]!;
    let last = events.at(-1)!;
    for (let round = 1; round <= rounds('backups'); round += 1) {
      const stream = aStream(db, community.id, meeting, last);
      const { file, manifest } = await backupNow();
      await stream.stop();
      last = stream.acknowledged.at(-1)!;

      const folder = aDataDir();
      const own = await anEmptyDatabase();
      const ownKeys = aDataDir();
      await restore({ file, dataDir: folder, now, log });
      await restore({ file, dataDir: ownKeys, databaseUrl: own, now: now + 1, log });
      const embedded = await connect({ dataDir: folder, log });
      try {
        for (const restored of [embedded.db, opened(own).db]) {
          for (const head of manifest.heads) {
            const found = await loadEvents(restored, head.community, head.meeting);
            const [atHead, after] = found.slice(head.version - 1);
            expect(atHead, `round ${round}`).toMatchObject({ version: head.version, hash: head.hash });
            expect(after).toMatchObject({ type: 'record-restored', actingAs: 'system', seat: systemSeat });
            expect(after!.data).toEqual({ backup: manifest.id, fork: 1 });
            expect(found).toHaveLength(head.version + 1);
          }
          expect(await verifyRecord(restored, { publicKeys })).toEqual([]);
        }
      } finally {
        await embedded.stop();
      }
      const ahead = manifest.heads.find((head) => head.meeting === meeting)!;
      expect(stream.acknowledged.find((event) => event.version === ahead.version)?.hash).toBe(ahead.hash);
      for (const keys of [folder, ownKeys]) {
        for (const path of [
          ['keys', 'record-seal.pem'],
          ['files', '签名', '甲 方.svg'],
          ['files', 'photo.jpg'],
        ]) {
          expect(readFileSync(join(keys, ...path)).equals(readFileSync(join(dataDir, ...path))), path.join('/')).toBe(
            true,
          );
        }
      }
      expect(readdirSync(folder).sort()).not.toContain('restoring');
    }
  });

  it('[R13] holds every row of every table to the last character', async () => {
    const { file } = await backupNow();
    const own = await anEmptyDatabase();
    const { manifest } = await restore({ file, dataDir: aDataDir(), databaseUrl: own, now, log });
    expect(await keeperActs(opened(own).db)).toEqual([{ act: 'backup-restored', at: now, about: manifest.id }]);
    const changed = ['installation', 'keeper_acts', 'communities', 'meetings', 'meeting_events'];
    const [before, after] = [await everyRow(db, changed), await everyRow(opened(own).db, changed)];
    expect(after).toEqual(before);
    expect(JSON.stringify(before['particulars'])).toContain(JSON.stringify(JSON.stringify(awkward)).slice(3, -3));
    expect(Object.keys(before)).toHaveLength(tableNames.length - changed.length);
  });

  it('[R13] goes on with its meeting, and the fork is named in both databases', async () => {
    const { community, records } = installed;
    const { meeting } = records[1]!;
    const { file } = await backupNow();
    const own = await anEmptyDatabase();
    const { fork } = await restore({ file, dataDir: aDataDir(), databaseUrl: own, now, log });
    expect(fork).toBe(1);
    const there = opened(own);
    expect(await forksBetween(db, there.db), 'nothing has parted yet').toEqual([]);

    const goOn = async (on: Kysely<Tables>, epoch: number, count: number) => {
      const before = await loadEvents(on, community.id, meeting);
      const events = nextEvents(meeting, before.at(-1)!, count);
      await appendBatch(on, { community: community.id, epoch, meeting, expectedHead: before.length, events });
      await keepSeal(on, aSealOn(community.id, events.at(-1)!));
      return before.length + 1;
    };
    const partedAt = await goOn(db, 0, 5);
    const lease = (await takeLease(there.pool, community.id))!;
    expect(lease.epoch, 'a lease from before the backup must not fit').toBeGreaterThan(1);
    expect(await goOn(there.db, lease.epoch, 2), 'after record-restored').toBe(partedAt + 1);
    await lease.release();

    expect(await verifyRecord(db, { publicKeys })).toEqual([]);
    expect(await verifyRecord(there.db, { publicKeys })).toEqual([]);
    const [ours, theirs] = [await sealsOf(db, community.id), await sealsOf(there.db, community.id)];
    await remove(there.db, 'record_seals', meeting);
    // Of the true record's seals one is beyond the end of this one, and one is not.
    const sealedEarlier = aSealOn(community.id, (await loadEvents(db, community.id, meeting))[partedAt]!);
    const forked = { meeting, code: 'forked', version: partedAt };
    expect(await verifyRecord(there.db, { publicKeys, seals: ours })).toContainEqual({ ...forked, upTo: partedAt + 4 });
    expect(await verifyRecord(there.db, { publicKeys, seals: [sealedEarlier] })).toEqual([
      { ...forked, upTo: partedAt + 1 },
    ]);
    // The seals alone cannot say which of the two is the restored one; the record beside it can.
    expect(await verifyRecord(db, { publicKeys, seals: theirs })).toMatchObject([
      { meeting, code: 'rewritten', upTo: partedAt + 2 },
    ]);
    expect(await forksBetween(db, there.db)).toEqual([{ meeting, version: partedAt, restored: 'other' }]);
    expect(await forksBetween(there.db, db)).toEqual([{ meeting, version: partedAt, restored: 'one' }]);
  });
});
