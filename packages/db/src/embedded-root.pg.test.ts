import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readlinkSync, renameSync, rmSync } from 'node:fs';
import { rmdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { connect } from './connect.ts';
import { isRoot, mayEnter } from './embedded-user.ts';
import { placeOf } from './embedded-place.ts';
import { livingPostmaster } from './embedded-process.ts';
import { aDataDir, aLog } from './testing.ts';
import { anOwner, killHard } from './testing-owner.ts';

/** What only root can arrange. Run by an ordinary user these are skipped, and it is said. */
const asRoot = it.runIf(isRoot());
if (!isRoot()) console.warn('SKIPPED, because they need root: the tests of embedded-root.pg.test.ts');

/** Stands for any ordinary user; he can run the program only where he may enter the checkout and Node's folder. */
const nobody = { uid: 65534, gid: Number(spawnSync('id', ['-g', '65534']).stdout.toString()) };
const nobodyMayRun = [import.meta.dirname, dirname(process.execPath)].every((folder) =>
  mayEnter(folder, { name: 'nobody', ...nobody }),
);
if (isRoot() && !nobodyMayRun)
  console.warn('SKIPPED, because only root may enter this checkout: the test with data of an ordinary user');

/** Root in a container often may not mount; a small disk to fill, and a checkout under a closed folder, need it. */
const mount = (...args: string[]) => spawnSync('mount', args).status === 0;
function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'yishiting-mount-'));
  const may = isRoot() && mount('-t', 'tmpfs', 'tmpfs', folder);
  if (may) spawnSync('umount', [folder]);
  rmdirSync(folder);
  return may;
}
const withMounts = it.runIf(mayMount());
if (isRoot() && !mayMount())
  console.warn('SKIPPED, because this machine does not let root mount: full disk, closed checkout');

/** A data folder below one that only root may enter, as under /root. */
function aClosedDataDir(): string {
  const dataDir = aDataDir();
  chmodSync(dataDir, 0o700);
  return dataDir;
}

asRoot('root’s closed folder: the cluster lies where Postgres may go, and the next start finds it there', async () => {
  const dataDir = aClosedDataDir();
  const first = await connect({ dataDir, log: aLog() });
  const { home, cluster, user } = placeOf(dataDir, false);
  expect(first.warnings).toEqual([{ code: 'data-elsewhere', path: home }]);
  expect(statSync(cluster)).toMatchObject({ uid: user?.uid });
  await first.pool.query("create table kept as select 'here' as what");
  await first.stop();
  const second = await connect({ dataDir, log: aLog() });
  expect((await second.pool.query('select what from kept')).rows).toEqual([{ what: 'here' }]);
  await second.stop();
});

asRoot('a copied data folder does not open the cluster of the original beside it', async () => {
  const dataDir = aClosedDataDir();
  const original = await connect({ dataDir, log: aLog() });
  const copy = aDataDir();
  cpSync(join(dataDir, 'database-lies-in'), join(copy, 'database-lies-in'));
  await expect(connect({ dataDir: copy, log: aLog() })).rejects.toMatchObject({ code: 'already-running' });
  rmSync(join(copy, 'database-lies-in'));
  await original.stop();
});

asRoot('a home that has gone is named, and no empty database put in its place', async () => {
  const dataDir = aClosedDataDir();
  await (await connect({ dataDir, log: aLog() })).stop();
  const { home } = placeOf(dataDir, false);
  renameSync(home, `${home}-away`);
  await expect(connect({ dataDir, log: aLog() })).rejects.toMatchObject({
    code: 'cluster-missing',
    facts: { path: home },
  });
  renameSync(`${home}-away`, home);
});

it.runIf(isRoot() && nobodyMayRun)(
  'an ordinary user’s data stay his when root starts, and his orphan is adopted',
  async () => {
    const dataDir = aDataDir();
    chownSync(dataDir, nobody.uid, nobody.gid);
    const { owner, word } = await anOwner(dataDir, 'his', nobody);
    expect(word).toBe('ready');
    await killHard(owner);
    const { pool, warnings, stop } = await connect({ dataDir, log: aLog() });
    expect(warnings.map(({ code }) => code)).toEqual(['adopted']);
    expect((await pool.query('select what from kept')).rows).toEqual([{ what: 'his' }]);
    await stop();
    const again = await anOwner(dataDir, 'again', nobody);
    expect(again.word).toBe('ready');
    await killHard(again.owner);
  },
);

withMounts('a checkout in root’s closed folder: Postgres runs from a copy of its binaries', async () => {
  // Never inside a folder that is deleted with all that is in it: what is mounted here is the checkout itself.
  const closed = mkdtempSync(join(tmpdir(), 'yishiting-mount-'));
  const checkout = join(closed, 'checkout');
  mkdirSync(checkout);
  const dataDir = aClosedDataDir();
  expect(mount('-o', 'bind,ro', join(import.meta.dirname, '..', '..', '..'), checkout)).toBe(true);
  try {
    const connectThere = pathToFileURL(join(checkout, 'packages', 'db', 'src', 'connect.ts')).href;
    const { owner, word } = await anOwner(dataDir, 'from there', { connect: connectThere });
    await killHard(owner);
    expect(word).toBe('ready');
    const postmaster = livingPostmaster(placeOf(dataDir, false).cluster);
    expect(readlinkSync(`/proc/${postmaster?.pid}/exe`)).toMatch(/^\/var\/lib\/yishiting\/binaries-/);
  } finally {
    spawnSync('umount', ['-l', checkout]);
    rmdirSync(checkout);
    rmdirSync(closed);
  }
});

withMounts('[R2] a disk full at the first start is one sentence, and with space it starts', async () => {
  const dataDir = aDataDir();
  mount('-t', 'tmpfs', '-o', 'size=20m,mode=711', 'tmpfs', dataDir);
  try {
    await expect(connect({ dataDir, log: aLog() })).rejects.toMatchObject({ code: 'disk-full' });
    mount('-o', 'remount,size=200m', dataDir);
    const { stop } = await connect({ dataDir, log: aLog() });
    await stop();
  } finally {
    spawnSync('umount', [dataDir]);
  }
});

withMounts(
  '[R2] a disk that fills under a living server loses nothing committed, and with space it goes on',
  async () => {
    const dataDir = aDataDir();
    mount('-t', 'tmpfs', '-o', 'size=120m,mode=711', 'tmpfs', dataDir);
    const log = aLog();
    const { pool, stop } = await connect({ dataDir, log });
    try {
      await pool.query('create table kept (n int, what text)');
      let acknowledged = 0;
      const commit = () => pool.query("insert into kept values ($1, repeat('满', 200000))", [acknowledged]);
      const refused = await (async () => {
        for (;;) {
          const error = await commit().catch((reason: unknown) => reason as { code?: string });
          if ('code' in error) return error;
          acknowledged++;
          if (acknowledged === 1) writeFileSync(join(dataDir, 'ballast'), Buffer.alloc(freeBytes(dataDir) - 4_000_000));
        }
      })();
      expect(refused).toBeDefined();
      rmSync(join(dataDir, 'ballast'));
      await expect.poll(() => commit().then(() => 'goes on', String), { timeout: 60_000 }).toBe('goes on');
      const { rows } = await pool.query<{ n: number }>('select distinct n from kept order by n');
      expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: acknowledged + 1 }, (_, n) => n));
    } finally {
      await stop();
      expect(livingPostmaster(placeOf(dataDir, false).cluster)).toBeUndefined();
      spawnSync('umount', [dataDir]);
    }
  },
);

function freeBytes(path: string): number {
  const said = spawnSync('df', ['-B1', '--output=avail', path]).stdout.toString();
  return Number(said.split('\n')[1]);
}
