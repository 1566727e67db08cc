import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { isRoot } from '../embedded-user.ts';
import { foundInstallation } from '../installation.ts';
import { knownMigrations, migrate, migrateUpTo, pendingMigrations } from '../migrate.ts';
import { followRows } from '../restore/load.ts';
import { restore } from '../restore/restore.ts';
import { tableNames } from '../tables.ts';
import { aDatabase, aDataDir, aLog } from '../testing.ts';
import { testNow } from '../testing-rows.ts';
import { openArchive } from './archive.ts';
import { backupsIn, keepNewest, makeBackup } from './backup.ts';
import { backupBeforeMigration } from './before-migration.ts';
import { backupFolders } from './folders.ts';
import { openBackup } from './read-backup.ts';
import { onConnection } from './snapshot.ts';
import { anEmptyDatabase, buildInstallation, onDatabase } from './testing-backup.ts';

const { db, url } = await aDatabase();
const { dataDir, phone } = await buildInstallation(db);
const backupInto = (folder: string, now = testNow) => makeBackup({ url, dataDir, folder, now });

/** Everything in a backup, unpacked, as one run of bytes. */
async function everyByteOf(file: string): Promise<Buffer> {
  const archive = await openArchive(file);
  const bytes = await Promise.all(archive.paths.map(async (path) => buffer(await archive.read(path))));
  archive.close();
  return Buffer.concat(bytes);
}

describe('a backup', () => {
  it('[R13] takes every table, all keys but the password of the built-in database, and all files', async () => {
    const { file, bytes, manifest } = await backupInto(aDataDir());
    expect(manifest.tables.map(({ name }) => name).toSorted()).toEqual(tableNames.toSorted());
    const paths = manifest.parts.map(({ path }) => path).filter((path) => !path.startsWith('tables/'));
    expect(paths).toEqual(['README.txt', 'keys/record-seal.pem', 'files/photo.jpg', 'files/签名/甲 方.svg']);
    expect(statSync(file)).toMatchObject({ size: bytes, mode: 0o100600 });
    const said = await everyByteOf(file);
    expect(said.includes(phone), 'looking for it would find it').toBe(true);
    expect(said.includes('belongs to this machine alone')).toBe(false);
  });

  it('[R13] bears installation and time in its name, and only the newest are kept', async () => {
    const folder = aDataDir();
    const made = [];
    for (const day of [3, 1, 2]) made.push((await backupInto(folder, testNow + day * 86_400_000)).file);
    expect(made[1]).toMatch(/\/yishiting-[0-9a-f]{12}-20261119T110640000Z\.backup$/);
    writeFileSync(join(folder, 'yishiting-notes.txt'), 'of the keeper');
    expect((await backupsIn(folder)).map(({ madeAt }) => (madeAt - testNow) / 86_400_000)).toEqual([1, 2, 3]);
    expect(await keepNewest(folder, 2)).toEqual([made[1]]);
    expect(readdirSync(folder)).toHaveLength(3);
    expect(await keepNewest(folder, 2)).toEqual([]);
    expect(await backupsIn(join(folder, 'nowhere'))).toEqual([]);
  });

  it('has nothing to take from a database on which no server ever started', async () => {
    const empty = await anEmptyDatabase();
    const folder = aDataDir();
    await expect(makeBackup({ url: empty, dataDir, folder, now: testNow })).rejects.toMatchObject({
      code: 'nothing-to-back-up',
    });
    await onDatabase(empty, (own) => migrate(own));
    await expect(makeBackup({ url: empty, dataDir, folder, now: testNow })).rejects.toMatchObject({
      code: 'nothing-to-back-up',
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it.runIf(isRoot())('[R13] finds the disk full: one sentence, no half file, and with space it succeeds', async () => {
    const small = aDataDir();
    const mount = (...args: string[]) => expect(spawnSync('mount', args).stderr.toString()).toBe('');
    mount('-t', 'tmpfs', '-o', 'size=100k', 'tmpfs', small);
    try {
      await expect(backupInto(small)).rejects.toMatchObject({ code: 'backup-disk-full', facts: { path: small } });
      expect(readdirSync(small)).toEqual([]);
      mount('-o', 'remount,size=5m', small);
      const { file } = await backupInto(small);
      (await openBackup(file)).close();
    } finally {
      spawnSync('umount', [small]);
    }
  });

  it('[R13] that is killed leaves nothing that looks like a backup, and the next one clears it away', async () => {
    const folder = aDataDir();
    const code = `
      import { writeArchive } from ${JSON.stringify(new URL('./archive.ts', import.meta.url).href)};
      import { Readable } from 'node:stream';
      await writeArchive(process.argv[1], 0, async (add) => {
        process.stdout.write('writing');
        await add('a', new Readable({ read() {} }));
      });`;
    const file = join(folder, 'yishiting-000000000000-20261118T110640000Z.backup');
    const writer = spawn(process.execPath, ['--input-type=module', '-e', code, file], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await once(writer.stdout, 'data');
    writer.kill('SIGKILL');
    await once(writer, 'exit');
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/\.backup\.partial$/)]);
    expect(await backupsIn(folder)).toEqual([]);

    const left = `${file}.partial`;
    utimesSync(left, testNow / 1000, testNow / 1000);
    await backupInto(folder, testNow + 60_000);
    expect(existsSync(left), 'it may still be written').toBe(true);
    await backupInto(folder, testNow + 2 * 3_600_000);
    expect(existsSync(left)).toBe(false);
    expect(await backupsIn(folder)).toHaveLength(2);
  });
});

describe('a backup before a migration', () => {
  it('[R13] is made when one is pending, of the schema as it was, and restored into the newest', async () => {
    const own = await anEmptyDatabase();
    const folder = aDataDir();
    const log = aLog();
    const before = knownMigrations().slice(0, 4);
    await onDatabase(own, async (older) => {
      const order = { dataDir: folder, now: testNow };
      expect(await backupBeforeMigration({ db: older, url: own }, order), 'nothing is there yet').toBeNull();
      await migrateUpTo(older, before.at(-1)!);
      expect(await backupBeforeMigration({ db: older, url: own }, order), 'no server ever started').toBeNull();
      await foundInstallation(older, { id: '0199a0c2-0000-7000-8000-00000000abcd', at: testNow });
      await sql`insert into communities (id, code, name, created_at) values (gen_random_uuid(), 'alt', '旧社区', 1)`.execute(
        older,
      );
      const made = (await backupBeforeMigration({ db: older, url: own }, order))!;
      expect(made.manifest.migrations).toEqual(before);
      expect(await backupsIn(backupFolders(folder).beforeMigration)).toMatchObject([{ file: made.file }]);
      for (let later = 1; later <= 4; later += 1) {
        await backupBeforeMigration({ db: older, url: own }, { ...order, now: testNow + later });
      }
      expect(await backupsIn(backupFolders(folder).beforeMigration)).toHaveLength(3);
      await migrate(older);
      expect(await backupBeforeMigration({ db: older, url: own }, order), 'nothing is pending').toBeNull();
    });
    const { file } = (await backupsIn(backupFolders(folder).beforeMigration))[0]!;
    const target = await anEmptyDatabase();
    await restore({ file, dataDir: aDataDir(), databaseUrl: target, now: testNow, log });
    await onDatabase(target, async (restored) => {
      expect(await pendingMigrations(restored)).toEqual([]);
      const found = await restored.selectFrom('communities').select(['name', 'link_address']).execute();
      expect(found).toEqual([{ name: '旧社区', link_address: null }]);
    });
  });

  it('has the numbers that Postgres gives out by itself go on after those restored', async () => {
    const own = await anEmptyDatabase();
    await onConnection(own, async (client) => {
      await client.query('create table notes (n bigint generated always as identity primary key, "Wort" text)');
      await client.query('create table empty (n serial)');
      await client.query(`copy notes from program 'printf "7\\tein\\n9\\tzwei\\n"'`);
      await followRows(client);
      const { rows } = await client.query(`insert into notes ("Wort") values ('drei') returning n`);
      expect(rows).toEqual([{ n: '10' }]);
      expect((await client.query('insert into empty default values returning n')).rows).toEqual([{ n: 1 }]);
    });
  });
});
