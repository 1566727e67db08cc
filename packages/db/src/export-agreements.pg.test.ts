import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { keepFrozen } from './agreements.ts';
import { exportRecord, verifyFolder } from './export-record.ts';
import { appendBatch } from './meeting-events.ts';
import { aDatabase, aDataDir } from './testing.ts';
import { buildCommunity, buildMeeting, nextEvents, testNow } from './testing-rows.ts';
import { verifyMeeting } from './verify-meeting.ts';

const { db } = await aDatabase();
const community = await buildCommunity(db);
const text = '{"clauses":[{"text":"甲方赔偿乙方人民币伍仟元整（¥5,000.00）。"}],"version":1}';
const hash = createHash('sha256').update(text).digest('hex');
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** A meeting in whose record an agreement was frozen. */
async function aFrozen(kept = text) {
  const place = { community: community.id, meeting: await buildMeeting(db, community) };
  const events = nextEvents(place.meeting, null, 1, { type: 'agreement-frozen', data: { version: 1, hash } });
  await appendBatch(db, { ...place, epoch: 0, expectedHead: 0, events });
  if (kept !== '') await keepFrozen(db, place, { hash, text: kept, at: testNow });
  return place;
}

async function exported(meeting: string) {
  const folder = await mkdtemp(join(tmpdir(), 'agreement-'));
  folders.push(folder);
  await exportRecord(db, community.id, folder, { dataDir: aDataDir() });
  return join(folder, meeting);
}
const check = (cwd: string) => spawnSync(process.execPath, ['check.mjs'], { cwd, encoding: 'utf8' });

it('[A4] goes along with an exported record as it was hashed, and is found altered by us and by the program that lies there', async () => {
  const { meeting } = await aFrozen();
  const place = await exported(meeting);
  expect(await readFile(join(place, 'agreement-1.json'), 'utf8')).toBe(text);
  const options = { publicKeys: null };
  expect(await verifyFolder(place, options)).toEqual([]);
  expect(check(place)).toMatchObject({ status: 0 });
  await writeFile(join(place, 'agreement-1.json'), text.replace('伍', '陆'));
  expect(await verifyFolder(place, options)).toMatchObject([
    { code: 'file-altered', file: 'agreement-1.json', version: 1 },
  ]);
  expect(check(place)).toMatchObject({ status: 1, stdout: expect.stringContaining('agreement-1.json') });
  await rm(join(place, 'agreement-1.json'));
  expect(await verifyFolder(place, options)).toMatchObject([{ code: 'file-missing', file: 'agreement-1.json' }]);
  expect(check(place)).toMatchObject({ status: 1 });
});

it('[A4] is missed in the database where it is gone or another', async () => {
  const whole = await aFrozen();
  expect((await verifyMeeting(db, whole.meeting, [])).findings).toEqual([]);
  for (const kept of ['', text.replace('伍', '陆')]) {
    const { meeting } = await aFrozen(kept);
    expect((await verifyMeeting(db, meeting, [])).findings).toEqual([{ code: 'agreement-altered', from: 1, upTo: 1 }]);
  }
});
