import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { buildInstallation } from '@yishiting/db/backup/testing-backup';
import { backupFolders } from '@yishiting/db/backup/folders';
import { connect } from '@yishiting/db/connect';
import { keeperActs } from '@yishiting/db/keeper-acts';
import { migrate } from '@yishiting/db/migrate';
import { givePost } from '@yishiting/db/posts';
import { aDataDir, aLog } from '@yishiting/db/testing';
import { sealsOf } from '@yishiting/db/record-seals';
import { mayEnterSetUp } from '@yishiting/db/installation';
import { testNow } from '@yishiting/db/testing-rows';
import { expect, it, onTestFinished } from 'vitest';
import { ourKey, rewrite } from '@yishiting/db/testing-record';
import { tokenHash } from '../identity/tokens.ts';
import { holdHearing } from '../testing/hearing.ts';
import { Browser, startHouse } from '../testing/house.ts';

/** Runs one of the keeper's programs as `npm run` does. */
async function run(program: string, dataDir: string, ...args: string[]) {
  const file = fileURLToPath(new URL(`./${program}.ts`, import.meta.url));
  const { DATABASE_URL: _, PORT: __, ...environment } = process.env;
  const child = spawn(process.execPath, [file, ...args], { env: { ...environment, DATA_DIR: dataDir } });
  const exit = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await exit, said: out + err };
}

it('the keeper backs up beside a running server, verifies, exports, restores, and gets a new link', async () => {
  const dataDir = aDataDir();
  const server = await connect({ dataDir, log: aLog() });
  onTestFinished(() => server.stop());
  await migrate(server.db);
  const { community, person, records } = await buildInstallation(server.db, { meetings: 2 });
  const events = records.reduce((sum, record) => sum + record.events.length, 0);

  const backup = await run('backup', dataDir);
  expect(backup).toMatchObject({ code: 0, said: expect.stringContaining('2 meetings') as string });
  const { byHand } = backupFolders(dataDir);
  const [name] = readdirSync(byHand).filter((one) => one.endsWith('.backup'));
  const named = join(aDataDir(), 'mine.backup');
  expect(await run('backup', dataDir, named)).toMatchObject({ code: 0 });
  const twice = await run('backup', dataDir, named);
  expect(twice, 'nothing is overwritten').toMatchObject({ code: 1, said: expect.stringContaining('EEXIST') as string });

  const verified = await run('verify-record', dataDir, '--key', ourKey);
  expect(verified).toMatchObject({ code: 0 });
  expect(verified.said).toContain(`核验了 2 场会议，共 ${events} 条记录。`);
  expect(verified.said).toContain('The record stands');

  const folder = mkdtempSync(join(aDataDir(), 'export-'));
  expect(await run('export-record', dataDir, community.code, folder)).toMatchObject({ code: 0 });
  expect(await run('export-record', dataDir, community.code, folder), 'nothing is overwritten').toMatchObject({
    code: 1,
  });
  const unknown = await run('export-record', dataDir, 'nowhere', folder);
  expect(unknown).toMatchObject({ code: 1, said: expect.stringContaining(community.code) as string });
  expect(await run('verify-record', dataDir, '--folder', folder, '--key', ourKey)).toMatchObject({ code: 0 });
  const file = join(folder, records[0]!.meeting, 'events.jsonl');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"part":0', '"part":1'));
  const falsified = await run('verify-record', dataDir, folder);
  expect(falsified).toMatchObject({ code: 1, said: expect.stringContaining(records[0]!.meeting) as string });

  expect(await run('reset-keeper', dataDir)).toMatchObject({ code: 1 });
  await server.db.updateTable('installation').set({ set_up_at: testNow }).execute();
  const post = {
    id: crypto.randomUUID(),
    community: community.id,
    person,
    body: null,
    post: 'keeper' as const,
    from: 1,
  };
  await givePost(server.db, post);
  const { code, said } = await run('reset-keeper', dataDir);
  const token = /\/setup#([\w-]{43})&keeper/.exec(said)?.[1];
  expect(code, said).toBe(0);
  expect(await mayEnterSetUp(server.db, tokenHash(token!))).toBe(true);
  expect(await keeperActs(server.db)).toMatchObject([{ act: 'reset-link-offered', about: null }]);

  const target = aDataDir();
  const restored = await run('restore', dataDir, join(byHand, name!), '--into', target);
  expect(restored.said).toContain('restore no. 1');
  expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('The record stands') as string });
  const refused = await run('restore', dataDir, join(byHand, name!));
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('already running') as string });
  expect(await run('restore', dataDir)).toMatchObject({ code: 1 });

  const seals = join(aDataDir(), 'seals.json');
  writeFileSync(seals, JSON.stringify(await sealsOf(server.db, community.id)));
  expect(await run('verify-record', target, '--seals', seals, '--key', ourKey)).toMatchObject({ code: 0 });
  expect(await run('verify-record', target, '--seals', file)).toMatchObject({ code: 1 });
  expect(await run('verify-record', target, '--key', ourKey, '--against', dataDir)).toMatchObject({ code: 0 });
  const { meeting, events: told } = records[1]!;
  await rewrite(server.db, meeting, told.slice(0, 3), { headToo: true });
  const cut = await run('verify-record', dataDir, '--key', ourKey);
  expect(cut).toMatchObject({ code: 1, said: expect.stringContaining('missing at the end') as string });
});

it('the link for a lost password leads to the port the server listens on, and the page says whose it is', async () => {
  const dataDir = aDataDir();
  const house = await startHouse(dataDir);
  onTestFinished(() => house.stop().then(() => undefined));
  await holdHearing(house);
  const { code, said } = await run('reset-keeper', dataDir);
  const [, origin, token] = /(http:\S+)\/setup#([\w-]{43})&keeper/.exec(said) ?? [];
  expect([code, origin]).toEqual([0, house.origin]);
  expect((await new Browser(house.origin).post('/api/keeper', { token })).body).toEqual({
    community: '测试社区',
    name: '张干事',
    login: 'zhang',
  });
});

it('says plainly what cannot be done', async () => {
  const empty = aDataDir();
  for (const program of ['backup', 'verify-record', 'reset-keeper']) {
    const { code, said } = await run(program, empty);
    expect(code).toBe(1);
    expect(said, program).toMatch(/。\n/);
    expect(said, program).not.toMatch(/\n\s+at /);
  }
  expect(readdirSync(empty), 'no database was made').toEqual([]);
  expect((await run('backup', empty, '--quickly')).said).toContain('参数有误');
});
