import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { chance } from '@yishiting/domain/chain.fixtures';
import { openArchive, writeArchive } from '../backup/archive.ts';
import { makeBackup } from '../backup/backup.ts';
import { manifestHashPath, manifestPath } from '../backup/manifest.ts';
import { openBackup } from '../backup/read-backup.ts';
import { anEmptyDatabase, buildInstallation } from '../backup/testing-backup.ts';
import { connect, makePool } from '../connect.ts';
import { aDatabase, aDataDir, aLog } from '../testing.ts';
import { testNow } from '../testing-rows.ts';
import { restore } from './restore.ts';

const { db, url } = await aDatabase();
const { dataDir } = await buildInstallation(db, { meetings: 1 });
const folder = aDataDir();
const { file } = await makeBackup({ url, dataDir, folder, now: testNow });
const whole = readFileSync(file);
const log = aLog();

function aFile(bytes: Buffer): string {
  const copy = join(aDataDir(), 'a.backup');
  writeFileSync(copy, bytes);
  return copy;
}

/** What becomes of an attempt: the code of its refusal, and that nothing is left of it. */
async function attempt(backup: string): Promise<string> {
  const target = aDataDir();
  const outcome = await restore({ file: backup, dataDir: target, now: testNow, log }).then(
    () => 'restored',
    (error: { code?: string; zh?: string; message: string }) => {
      expect(error.zh, String(error)).toMatch(/。$/);
      return error.code ?? error.message;
    },
  );
  if (outcome !== 'restored')
    expect(readdirSync(target).filter((name) => !['keys', 'in-use.lock'].includes(name))).toEqual([]);
  return outcome;
}

/** The backup with other parts in it, as a true archive. */
async function rebuilt(change: (parts: Map<string, Buffer>) => void): Promise<string> {
  const archive = await openArchive(file);
  const parts = new Map<string, Buffer>();
  for (const path of archive.paths) parts.set(path, await buffer(await archive.read(path)));
  archive.close();
  change(parts);
  const copy = join(aDataDir(), 'rebuilt.backup');
  await writeArchive(copy, testNow, async (add) => {
    for (const [path, bytes] of parts) await add(path, Readable.from([bytes]));
  });
  return copy;
}

/** The manifest changed, with its hash made anew. */
const withManifest = (changes: object) => (parts: Map<string, Buffer>) => {
  const manifest = { ...(JSON.parse(parts.get(manifestPath)!.toString()) as object), ...changes };
  const text = JSON.stringify(manifest);
  parts.set(manifestPath, Buffer.from(text));
  const sha256 = createHash('sha256').update(text).digest('hex');
  parts.set(manifestHashPath, Buffer.from(`${sha256}  ${manifestPath}\n`));
};

describe('a backup is refused before anything is restored', () => {
  it('[R13] when a single byte was changed anywhere that counts (seeds 1 to 60)', async () => {
    let refused = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const any = chance(seed);
      const bytes = Buffer.from(whole);
      bytes[any(bytes.length)]! ^= 1 << any(8);
      const outcome = await outcomeOf(aFile(bytes));
      // A time stamp or a mode in a header of the container says nothing of the content.
      if (outcome !== 'whole') refused += 1;
      expect(['backup-damaged', 'not-a-backup', 'backup-is-newer', 'whole']).toContain(outcome);
    }
    expect(refused).toBeGreaterThan(50);
  });

  it('[R13] when it was cut off, at any length', async () => {
    for (const length of [3, 4, 1000, whole.length >> 1, whole.length - 30, whole.length - 1]) {
      expect(await attempt(aFile(whole.subarray(0, length))), `${length}`).toBe(
        length < 4 ? 'not-a-backup' : 'backup-damaged',
      );
    }
    expect(await attempt(aFile(Buffer.from('a letter')))).toBe('not-a-backup');
    expect(await attempt(join(folder, 'nowhere.backup'))).toBe('backup-place-closed');
    expect(await attempt(folder)).toBe('backup-place-closed');
  });

  it('[R13] when a part is missing, added or exchanged', async () => {
    expect(await attempt(await rebuilt(() => undefined)), 'rebuilt as it was').toBe('restored');
    const events = 'tables/meeting_events.copy';
    expect(await attempt(await rebuilt((parts) => parts.delete(events)))).toBe('backup-damaged');
    expect(await attempt(await rebuilt((parts) => parts.set('keys/mine.pem', Buffer.from('x'))))).toBe(
      'backup-damaged',
    );
    expect(await attempt(await rebuilt((parts) => parts.set(events, Buffer.from(''))))).toBe('backup-damaged');
    expect(await attempt(await rebuilt((parts) => parts.delete(manifestPath)))).toBe('not-a-backup');
    expect(await attempt(await rebuilt((parts) => parts.set(manifestPath, Buffer.from('{}'))))).toBe('backup-damaged');
  });

  it('[R13] when it is of a newer format, or of a newer schema', async () => {
    expect(
      await attempt(await rebuilt(withManifest({ formatVersion: 2, program: '9.0.0', tables: 'otherwise' }))),
    ).toBe('backup-is-newer');
    expect(
      await attempt(await rebuilt(withManifest({ migrations: ['2026-11-22-1-register', '2999-01-01-later'] }))),
    ).toBe('backup-is-newer');
  });

  it('[R8] when a path would lead out of the folder', async () => {
    const { parts } = JSON.parse((await readPart(manifestPath)).toString()) as { parts: object[] };
    for (const path of ['keys/../../out', '/keys/out', 'keys\\..\\out', 'keys/a:b', 'keys//a']) {
      const climbing = withManifest({ parts: [...parts, { path, bytes: 0, sha256: '0'.repeat(64) }] });
      expect(await attempt(await rebuilt(climbing)), path).toBe('backup-damaged');
    }
  });
});

async function readPart(path: string): Promise<Buffer> {
  const archive = await openArchive(file);
  const bytes = await buffer(await archive.read(path));
  archive.close();
  return bytes;
}

/** Checks without restoring: a changed byte is found, if at all, before. */
async function outcomeOf(backup: string): Promise<string> {
  return openBackup(backup).then(
    (opened) => {
      opened.close();
      return 'whole';
    },
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );
}

describe('a place that holds something is refused and left as it was', () => {
  it('[R13] a data folder with a database, or with other keys or files', async () => {
    const used = aDataDir();
    await restore({ file, dataDir: used, now: testNow, log });
    await expect(restore({ file, dataDir: used, now: testNow, log })).rejects.toMatchObject({
      code: 'target-not-empty',
      facts: { found: expect.stringContaining('postgres') as string },
    });
    const other = aDataDir();
    mkdirSync(join(other, 'keys'));
    writeFileSync(join(other, 'keys', 'record-seal.pem'), 'another key');
    const own = await anEmptyDatabase();
    for (const databaseUrl of [undefined, own]) {
      await expect(restore({ file, dataDir: other, databaseUrl, now: testNow, log })).rejects.toMatchObject({
        code: 'target-not-empty',
      });
    }
    expect(readFileSync(join(other, 'keys', 'record-seal.pem'), 'utf8')).toBe('another key');
    expect(existsSync(join(other, 'postgres'))).toBe(false);
  });

  it('[R13] a data folder in which a server runs', async () => {
    const running = aDataDir();
    const { stop } = await connect({ dataDir: running, log });
    await expect(restore({ file, dataDir: running, now: testNow, log })).rejects.toMatchObject({
      code: 'already-running',
    });
    await stop();
  });

  it('[R13] a Postgres with tables in it, whosever they are', async () => {
    const own = await anEmptyDatabase();
    const pool = makePool(own, log, 1);
    await pool.query('create table invoices (n int)');
    const target = aDataDir();
    await expect(restore({ file, dataDir: target, databaseUrl: own, now: testNow, log })).rejects.toMatchObject({
      code: 'target-not-empty',
      facts: { found: expect.stringContaining('invoices') as string },
    });
    const { rows } = await pool.query("select relname from pg_class where relnamespace = 'public'::regnamespace");
    expect(rows).toEqual([{ relname: 'invoices' }]);
    expect(existsSync(join(target, 'keys', 'record-seal.pem'))).toBe(false);
    await pool.query('drop table invoices');
    await restore({ file, dataDir: target, databaseUrl: own, now: testNow, log });
    expect(existsSync(join(target, 'keys', 'record-seal.pem'))).toBe(true);
    await pool.end();
  });

  it('[R13] but the same keys and files may be there: moving to a Postgres of one’s own', async () => {
    const target = aDataDir();
    mkdirSync(join(target, 'keys'));
    copyFileSync(join(dataDir, 'keys', 'record-seal.pem'), join(target, 'keys', 'record-seal.pem'));
    writeFileSync(join(target, 'keys', 'postgres-password'), 'of the embedded one');
    await restore({ file, dataDir: target, databaseUrl: await anEmptyDatabase(), now: testNow, log });
    expect(readFileSync(join(target, 'keys', 'postgres-password'), 'utf8')).toBe('of the embedded one');
    expect(existsSync(join(target, 'files', 'photo.jpg'))).toBe(true);
  });

  it('[R13] and what a killed restore left behind does not stand in the way', async () => {
    const target = aDataDir();
    mkdirSync(join(target, 'restoring', 'keys'), { recursive: true });
    writeFileSync(join(target, 'restoring', 'keys', 'half'), 'ha');
    await restore({ file, dataDir: target, now: testNow, log });
    expect(existsSync(join(target, 'restoring'))).toBe(false);
    expect(existsSync(join(target, 'keys', 'half'))).toBe(false);
  });
});
