import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonical } from '@yishiting/domain/canonical';
import { hashedFrom } from '@yishiting/domain/chain.fixtures';
import { hearingRecorded } from '@yishiting/domain/recording.fixtures';
import { afterAll, describe, expect, it } from 'vitest';
import { exportMinutes } from './export-minutes.ts';
import { exportRecord } from './export-record.ts';
import { appendBatch } from './meeting-events.ts';
import { aDatabase, aDataDir } from './testing.ts';
import { buildCommunity, buildMeeting } from './testing-rows.ts';

const { db } = await aDatabase();
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'record-'));
  folders.push(folder);
  return folder;
}

/** A whole hearing with frozen minutes, recorded in the database and exported. */
async function aHearingExported() {
  const community = await buildCommunity(db);
  const meeting = await buildMeeting(db, community);
  const lines = hearingRecorded().lines.map((line) => ({ ...line, meeting }));
  const events = hashedFrom(lines, 1);
  const { epoch } = await db
    .selectFrom('communities')
    .where('id', '=', community.id)
    .select('epoch')
    .executeTakeFirstOrThrow();
  await appendBatch(db, { community: community.id, epoch, meeting, expectedHead: 0, events });
  const [place] = await exportRecord(db, community.id, await aFolder(), { dataDir: aDataDir() });
  const frozen = events.find(({ type }) => type === 'minutes-frozen')!.data as { hash: string };
  return { events, place: place!, frozen };
}

/** The program that lies in the folder, run as a reader would, far from our code. */
function runCheck(place: string) {
  const { status, stdout } = spawnSync(process.execPath, ['check.mjs'], { cwd: place, encoding: 'utf8' });
  return { status, stdout };
}

describe('the minutes in an exported record', () => {
  it('[R15] holds the frozen minutes readable, and its own program holds them against the record', async () => {
    const { place, frozen } = await aHearingExported();
    const minutes = await readFile(join(place, 'minutes.txt'), 'utf8');
    for (const said of [
      '社区工作听证会会议记录\n',
      '事项：老旧小区加装电梯',
      '\n1. 介绍到会人员，宣布议程\n',
      frozen.hash,
    ]) {
      expect(minutes).toContain(said);
    }
    expect(minutes).toMatch(/\n\u3000\u3000刘工介绍：电梯加装于3 号楼 2 单元北侧。\n/);
    expect(minutes).toMatch(/\n\u3000\u30001\. 李秀英：赞成方案二。\n/);
    expect(minutes).toMatch(/\n主持人.+于2026年.+确认\n/);
    expect(await readFile(join(place, 'README.md'), 'utf8')).toContain('minutes.txt');
    expect(runCheck(place)).toMatchObject({ status: 0, stdout: expect.stringContaining('OK 核验通过') });

    const forgeries = {
      'a word changed': minutes.replace('李秀英：赞成', '李秀英：反对'),
      'a sentence added': minutes.replace('\u3000\u3000刘工', '\u3000\u3000一致同意。\n\u3000\u3000刘工'),
      'a line taken away': minutes.replace(/\u3000\u30001\. .*\n/, ''),
    };
    for (const [kind, forged] of Object.entries(forgeries)) {
      expect(forged, kind).not.toBe(minutes);
      await writeFile(join(place, 'minutes.txt'), forged);
      expect(runCheck(place), kind).toMatchObject({ status: 1, stdout: expect.stringContaining('minutes.txt') });
    }
    await rm(join(place, 'minutes.txt'));
    expect(runCheck(place), 'gone').toMatchObject({ status: 1, stdout: expect.stringContaining('minutes.txt') });
  });

  it('[R15] names frozen minutes whose text is not that of their hash', async () => {
    const { events, place } = await aHearingExported();
    const at = events.findIndex(({ type }) => type === 'minutes-frozen');
    const other = { ...events[at]!, data: { ...events[at]!.data, hash: 'ab'.repeat(32) } };
    const forged = hashedFrom(events.with(at, other), at + 1);
    await writeFile(join(place, 'events.jsonl'), forged.map((event) => `${canonical(event)}\n`).join(''));
    expect(runCheck(place).stdout).toContain('minutes 会议记录: hash 校验值');
  });

  it('names the place where it was held, not the one from which it was moved', () => {
    const [called, ...later] = hearingRecorded().lines;
    const moved = { plannedAt: 1, place: '二楼大厅', reason: '人多' };
    const text = exportMinutes([called!, { ...later[0]!, type: 'meeting-changed', data: moved }, ...later])!;
    expect(text).toContain('\n地点：二楼大厅\n');
  });

  it('lists supplements that stand below the final text, in lines that cannot be taken for it', () => {
    const { lines } = hearingRecorded();
    const last = lines.at(-1)!;
    const supplement = '018f0000-0000-7000-8000-00000000a001';
    const words = '四楼\n\u3000\u3000一致同意。';
    const proposed = { supplement, section: 'opening', quote: null, words, reason: '漏记', as: ['recorder'] };
    const all = [...lines, { ...last, type: 'supplement-proposed', data: proposed }];
    expect(exportMinutes(all)).not.toContain('漏记');
    const text = exportMinutes([
      ...all,
      { ...last, type: 'supplement-confirmed', data: { supplement, as: ['chair'] } },
    ])!;
    expect(text).toMatch(
      /\n补正（正文不改动，以补正为准）\n20\d\d年.+，“会前与开头”一节：\n {2}应为：四楼\n {2}一致同意。\n {2}理由：漏记\n$/,
    );
    const own = (of: string) => of.split('\n').filter((line) => line.startsWith('\u3000\u3000'));
    expect(own(text)).toEqual(own(exportMinutes(lines)!));
  });
});
