import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type Kysely, sql } from 'kysely';
import { expect, it } from 'vitest';
import { openArchive } from './backup/archive.ts';
import { makeBackup } from './backup/backup.ts';
import { backupFolders } from './backup/folders.ts';
import { anEmptyDatabase, buildInstallation, onDatabase, salt } from './backup/testing-backup.ts';
import { connect } from './connect.ts';
import { erasePerson, finishErasures } from './erasing.ts';
import { erasures } from './erasures.ts';
import { loadEvents } from './meeting-events.ts';
import { migrate } from './migrate.ts';
import { addParticular, particularsOf } from './people.ts';
import { restore } from './restore/restore.ts';
import { tableNames, type Tables } from './tables.ts';
import { aDataDir, aLog } from './testing.ts';
import { ourKey } from './testing-record.ts';
import { buildPerson, testNow } from './testing-rows.ts';
import { verifyRecord } from './verify-record.ts';

const log = aLog();
const erasedAt = testNow + 86_400_000;

/** The files of a cluster that hold any of the texts; the log of changes (pg_wal) is written over in time. */
function filesWith(cluster: string, texts: readonly string[]): string[] {
  const files = readdirSync(cluster, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('/pg_wal/'))
    .filter((file) => texts.some((text) => readFileSync(file).includes(text)));
}

async function rowsWith(db: Kysely<Tables>, texts: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const table of tableNames) {
    const { rows } = await sql<{ text: string }>`select t::text as text from ${sql.table(table)} t`.execute(db);
    if (rows.some(({ text }) => texts.some((secret) => text.includes(secret)))) found.push(table);
  }
  return found;
}

async function everyByteOf(file: string): Promise<Buffer> {
  const archive = await openArchive(file);
  const bytes = await Promise.all(archive.paths.map(async (path) => buffer(await archive.read(path))));
  archive.close();
  return Buffer.concat(bytes);
}

it('[R11] what is erased is in no row, no file of the database, no later backup, and goes again with an older one', async () => {
  const dataDir = aDataDir();
  const cluster = join(dataDir, 'postgres');
  const { db, pool, url, stop } = await connect({ dataDir, log });
  await migrate(db);
  const { community, person, phone, records } = await buildInstallation(db);
  // Too long for a page, and of a kind that does not shrink: it lies in a table of its own beside the rows.
  const long = randomBytes(20_000).toString('base64');
  const secrets = [phone, long.slice(500, 600)];
  const particular = { id: randomUUID(), community: community.id, person, kind: 'address' as const, salt, at: testNow };
  await addParticular(db, { ...particular, value: long });
  for (let other = 0; other < 50; other += 1) {
    await addParticular(db, { ...particular, id: randomUUID(), kind: 'remark', value: `${phone} ${other}` });
  }
  // Other people's rows stay between and behind them.
  const neighbour = await buildPerson(db, community.id, '陈国强');
  const kept = { ...particular, person: neighbour, kind: 'phone' as const, value: '0571-88001234' };
  await addParticular(db, { ...kept, id: randomUUID() });
  await sql`analyze`.execute(db);
  await sql`checkpoint`.execute(db);
  expect(filesWith(cluster, secrets).length, 'looking finds it while it is there').toBeGreaterThan(1);
  expect(await rowsWith(db, secrets)).toEqual(['particulars']);
  const { byHand } = backupFolders(dataDir);
  const older = await makeBackup({ url, dataDir, folder: byHand, now: testNow });
  expect((await everyByteOf(older.file)).includes(phone)).toBe(true);

  // Somebody takes a long look at the database as it was before.
  const looking = await pool.connect();
  await looking.query('begin isolation level repeatable read read only');
  await looking.query('select from people');
  const order = { id: randomUUID(), community: community.id, person, erasedBy: person, erasedAt };
  const erasing = erasePerson(db, { ...order, reason: '本人要求' }, { dataDir });
  await expect.poll(() => particularsOf(db, community.id, person)).toEqual([]);
  await looking.query('commit');
  looking.release();
  const erasure = (await erasing)!;
  expect(erasure.kinds).toEqual(['address', 'phone', 'remark']);

  await sql`checkpoint`.execute(db);
  expect(filesWith(cluster, secrets), 'at once').toEqual([]);
  expect(filesWith(cluster, ['0571-88001234'])).toHaveLength(1);

  for (const { meeting, events } of records) {
    const last = (await loadEvents(db, community.id, meeting)).at(-1)!;
    expect(last).toMatchObject({ version: events.length + 1, type: 'particulars-erased', actingAs: 'system' });
    expect(last.data).toEqual({ person, kinds: ['address', 'phone', 'remark'] });
  }
  await finishErasures(db, { dataDir, now: erasedAt + 1 });
  expect(await loadEvents(db, community.id, records[0]!.meeting), 'is on record once').toHaveLength(
    records[0]!.events.length + 1,
  );
  expect(await verifyRecord(db, { publicKeys: [ourKey] })).toEqual([]);
  expect(await rowsWith(db, secrets)).toEqual([]);
  const later = await makeBackup({ url, dataDir, folder: aDataDir(), now: erasedAt + 1 });
  for (const secret of secrets) expect((await everyByteOf(later.file)).includes(secret)).toBe(false);
  await stop();
  expect(filesWith(cluster, secrets)).toEqual([]);

  const list = readFileSync(join(byHand, 'erasures.json'), 'utf8');
  expect(JSON.parse(list)).toEqual([
    {
      id: order.id,
      community: community.id,
      person,
      kinds: erasure.kinds,
      hashes: erasure.hashes,
      erasedBy: person,
      erasedAt,
    },
  ]);
  for (const text of [...secrets, '本人要求', '李秀英', salt]) expect(list).not.toContain(text);
  expect(readFileSync(join(dirname(later.file), 'erasures.json'), 'utf8')).toBe(list);

  const restoredInto = aDataDir();
  const { erased } = await restore({ file: older.file, dataDir: restoredInto, now: erasedAt + 2, log });
  expect(erased).toBe(53);
  const restored = await connect({ dataDir: restoredInto, log });
  expect(await rowsWith(restored.db, secrets)).toEqual([]);
  expect(await erasures(restored.db)).toMatchObject([{ id: order.id, erasedBy: person, kinds: erasure.kinds }]);
  const told = await loadEvents(restored.db, community.id, records[0]!.meeting);
  expect(told.slice(-2).map(({ type }) => type)).toEqual(['record-restored', 'particulars-erased']);
  expect(await verifyRecord(restored.db, { publicKeys: [ourKey] })).toEqual([]);
  await restored.stop();
  expect(filesWith(join(restoredInto, 'postgres'), secrets)).toEqual([]);
  expect(readFileSync(join(backupFolders(restoredInto).byHand, 'erasures.json'), 'utf8')).toBe(list);
});

it('[R11] a list that cannot be read stops the restore; one named by hand counts as well', async () => {
  const dataDir = aDataDir();
  const own = await anEmptyDatabase();
  await onDatabase(own, async (db) => {
    await migrate(db);
    const { community, person } = await buildInstallation(db, { meetings: 1 });
    const { file } = await makeBackup({ url: own, dataDir, folder: backupFolders(dataDir).byHand, now: testNow });
    const elsewhere = aDataDir();
    const order = { id: randomUUID(), community: community.id, person, reason: '', erasedBy: null, erasedAt };
    await erasePerson(db, order, { dataDir });
    const list = join(backupFolders(dataDir).byHand, 'erasures.json');
    renameSync(list, join(elsewhere, 'list.json'));

    const forgetful = await anEmptyDatabase();
    const into = { dataDir: aDataDir(), now: erasedAt, log };
    expect(await restore({ ...into, file, databaseUrl: forgetful })).toMatchObject({ erased: 0 });
    const told = { ...into, dataDir: aDataDir(), erasureLists: [join(elsewhere, 'list.json')] };
    expect(await restore({ ...told, file, databaseUrl: await anEmptyDatabase() })).toMatchObject({ erased: 2 });
    writeFileSync(list, '[{"id":');
    const refused = restore({ ...into, dataDir: aDataDir(), file, databaseUrl: await anEmptyDatabase() });
    await expect(refused).rejects.toMatchObject({ code: 'erasure-list-damaged', facts: { file: list } });
  });
});
