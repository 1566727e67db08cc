import { spawnSync } from 'node:child_process';
import { createPublicKey, verify } from 'node:crypto';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { canonical } from '@yishiting/domain/canonical';
import type { RecordedEvent } from '@yishiting/domain/chain';
import { chance, falsifications, falsificationsOfAFile, hashedFrom, names } from '@yishiting/domain/chain.fixtures';
import { sealText } from '@yishiting/domain/record-seal';
import { afterAll, describe, expect, it } from 'vitest';
import { countFolder, exportRecord, verifyFolder } from './export-record.ts';
import { sealsOf } from './record-seals.ts';
import { aDatabase, aDataDir } from './testing.ts';
import { aSealOn, buildRecord, ourKey } from './testing-record.ts';
import { buildCommunity, buildMeeting } from './testing-rows.ts';

const { db } = await aDatabase();
const publicKeys = [ourKey];
const rounds = 6;
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'record-'));
  folders.push(folder);
  return folder;
}

async function anExport(options?: Parameters<typeof buildRecord>[2]) {
  const community = await buildCommunity(db);
  const { meeting, events } = await buildRecord(db, community, options);
  const root = await aFolder();
  const [place] = await exportRecord(db, community.id, root, { dataDir: aDataDir() });
  return { community, meeting, events, root, place: place! };
}

const lineOf = (event: RecordedEvent) => `${canonical(event)}\n`;

/** Puts other events into a folder; the head in record.json follows, as a careful forger would have it. */
async function rewriteFolder(place: string, events: readonly RecordedEvent[], { headToo }: { headToo: boolean }) {
  await writeFile(join(place, 'events.jsonl'), events.map(lineOf).join(''));
  if (!headToo) return;
  const record = JSON.parse(await readFile(join(place, 'record.json'), 'utf8')) as Record<string, unknown>;
  const last = events.reduce((one, next) => (next.version > one.version ? next : one));
  await writeFile(join(place, 'record.json'), JSON.stringify({ ...record, head: last.version, headHash: last.hash }));
}

/** The program that lies in the folder, run as a reader would, far from our code. */
function runCheck(place: string) {
  const { status, stdout } = spawnSync(process.execPath, ['check.mjs'], { cwd: place, encoding: 'utf8' });
  return { status, stdout };
}

describe('an exported record', () => {
  it('[R1] holds every called meeting of the community, and stands', async () => {
    const { community, meeting, events, root, place } = await anExport();
    expect(basename(place)).toBe(meeting);
    expect((await readdir(place)).toSorted()).toEqual(
      [
        'README.md',
        'check.mjs',
        'events.jsonl',
        `key-${ourKey.slice(0, 16)}.pem`,
        'record.json',
        'seals.json',
      ].toSorted(),
    );
    expect(await readFile(join(place, 'events.jsonl'), 'utf8')).toBe(events.map(lineOf).join(''));
    const seals = [aSealOn(community.id, events[8]!)];
    expect(await verifyFolder(root, { publicKeys, seals })).toEqual([]);
    expect(await verifyFolder(place, { publicKeys, seals })).toEqual([]);

    const readme = await readFile(join(place, 'README.md'), 'utf8');
    for (const said of ['# 老旧小区加装电梯', meeting, ourKey, 'node check.mjs', '如何核验', 'How to check it']) {
      expect(readme).toContain(said);
    }
  });

  it('[R14] holds nothing of another community, and nothing of drafts', async () => {
    const one = await buildCommunity(db);
    const two = await buildCommunity(db);
    const { meeting } = await buildRecord(db, one);
    await buildRecord(db, two);
    await buildMeeting(db, one);
    const root = await aFolder();
    await exportRecord(db, one.id, root, { dataDir: aDataDir() });
    expect(await readdir(root)).toEqual([meeting]);
  });

  it('overwrites nothing', async () => {
    const { community, root } = await anExport();
    await expect(exportRecord(db, community.id, root, { dataDir: aDataDir() })).rejects.toThrow('EEXIST');
  });

  it('can be checked without us: by its own program, and its seals with the key file', async () => {
    const { community, meeting, events, place } = await anExport();
    const whole = runCheck(place);
    expect(whole).toMatchObject({ status: 0, stdout: expect.stringContaining('OK 核验通过') });
    expect(whole.stdout, 'nine events, sealed up to the sixth').toContain('not sealed 尚无记录印: 7–9');
    expect(await countFolder(place)).toEqual({ meetings: 1, events: 9, unsealed: 3 });
    const [seal] = await sealsOf(db, community.id, meeting);
    const pem = await readFile(join(place, `key-${seal!.key.slice(0, 16)}.pem`), 'utf8');
    const signature = Buffer.from(seal!.signature, 'hex');
    expect(verify(null, Buffer.from(sealText(seal!)), createPublicKey(pem), signature)).toBe(true);

    for (const [kind, falsify] of Object.entries({ ...falsifications, ...falsificationsOfAFile })) {
      const falsified = falsify(events, chance(1));
      await rewriteFolder(place, falsified.events, { headToo: kind !== 'cut off' });
      expect(runCheck(place), kind).toMatchObject({ status: 1, stdout: expect.stringContaining('WRONG') });
    }
    // Every kind of text that canonical form has an opinion on.
    const words = hashedFrom(
      [{ ...events[0]!, data: { '€': '\u007f"\\/\u2028 😀', b: [null, true, { z: -1, a: 0 }] } }],
      1,
    );
    await rewriteFolder(place, words, { headToo: true });
    await writeFile(join(place, 'seals.json'), '[]\n');
    expect(runCheck(place)).toMatchObject({ status: 0 });
  });
});

describe('a falsified folder', () => {
  for (const [kind, falsify] of Object.entries({ ...falsifications, ...falsificationsOfAFile })) {
    it(`[R1] ${kind}: found and named (seeds 1 to ${rounds})`, async () => {
      for (let seed = 1; seed <= rounds; seed += 1) {
        const any = chance(seed);
        const { root, place, events } = await anExport({ length: 4 + any(8), sealedAt: 1, seed });
        const { events: falsified, touched } = falsify(events, any);
        await rewriteFolder(place, falsified, { headToo: kind !== 'cut off' });
        const findings = await verifyFolder(root, { publicKeys });
        expect(names(findings, touched), `seed ${seed}, version ${touched}: ${JSON.stringify(findings)}`).toBe(true);
      }
    });
  }

  const hidden = Object.entries(falsifications).filter(
    ([kind]) => !['changed hash', 'added at the end'].includes(kind),
  );
  for (const [kind, falsify] of hidden) {
    it(`[R1] ${kind}, the whole chain computed anew: convicted by seals (seeds 1 to ${rounds})`, async () => {
      for (let seed = 1; seed <= rounds; seed += 1) {
        const any = chance(seed);
        const length = 4 + any(8);
        const sealedAt = 1 + any(length);
        const { root, place, events, community } = await anExport({ length, sealedAt, seed });
        const { events: falsified, touched } = falsify(events, any);
        await rewriteFolder(place, hashedFrom(falsified, 1), { headToo: true });
        const context = `seed ${seed}, sealed at ${sealedAt}, version ${touched}`;
        expect(names(await verifyFolder(root, { publicKeys }), touched), context).toBe(touched <= sealedAt);
        if (touched > length) continue;
        await writeFile(join(place, 'seals.json'), '[]');
        expect(await verifyFolder(root, { publicKeys }), 'the forger did his work well').toEqual([]);
        const seals = [aSealOn(community.id, events[touched - 1 + any(length - touched + 1)]!)];
        expect(names(await verifyFolder(root, { publicKeys, seals }), touched), context).toBe(true);
        expect(names(await verifyFolder(place, { publicKeys, seals }), touched), context).toBe(true);
      }
    });
  }

  it('[R1] names lines that were cut through, respelled, emptied or are no events', async () => {
    const { place, events } = await anExport();
    const write = (lines: readonly string[]) => writeFile(join(place, 'events.jsonl'), lines.join(''));
    const lines = events.map(lineOf);
    const hostile: [string, string[]][] = [
      ['cut through', [...lines.slice(0, 8), lines[8]!.slice(0, 40)]],
      ['respelled', lines.with(8, lines[8]!.replace('{', '{ '))],
      ['line ends of another system', lines.with(8, lines[8]!.replace('\n', '\r\n'))],
      ['emptied', lines.with(8, '\n')],
      ['no event', lines.with(8, '{"__proto__":{"version":9}}\n')],
      ['doubled key', lines.with(8, lines[8]!.replace('{', '{"version":9,'))],
    ];
    for (const [what, written] of hostile) {
      await write(written);
      const findings = await verifyFolder(place, { publicKeys });
      const named = names(findings, 9) || findings.some((one) => 'position' in one && one.position === 8);
      expect(named, `${what}: ${JSON.stringify(findings)}`).toBe(true);
    }
    await write(lines);
    expect(await verifyFolder(place, { publicKeys })).toEqual([]);
  });

  it('[R1] names files that are gone or say nothing', async () => {
    const { meeting, root, place } = await anExport();
    const original = await readFile(join(place, 'seals.json'), 'utf8');
    for (const nothing of ['', 'null', '{}', '7']) {
      await writeFile(join(place, 'seals.json'), nothing);
      expect(await verifyFolder(root, { publicKeys })).toEqual([
        { meeting, code: 'file-missing', version: null, file: 'seals.json' },
      ]);
    }
    await writeFile(join(place, 'seals.json'), original);
    const record = await readFile(join(place, 'record.json'), 'utf8');
    for (const nothing of ['', 'null', '[]', '{"meeting":7,"head":1}', `{"meeting":"${meeting}","head":"9"}`]) {
      await writeFile(join(place, 'record.json'), nothing);
      const [first] = await verifyFolder(root, { publicKeys });
      expect(first).toEqual({ meeting, code: 'file-missing', version: null, file: 'record.json' });
    }
    await writeFile(join(place, 'record.json'), record);
    await rm(join(place, 'events.jsonl'));
    const findings = await verifyFolder(root, { publicKeys });
    expect(findings).toContainEqual({ meeting, code: 'file-missing', version: null, file: 'events.jsonl' });
    expect(findings).toContainEqual({ meeting, code: 'cut-off', version: 1, upTo: 9 });
  });

  it('[R1] names a meeting whose folder is gone, and reads one whose folder was renamed', async () => {
    const { meeting, events, root, place, community } = await anExport();
    const seals = [aSealOn(community.id, events[8]!)];
    await rename(place, join(root, 'renamed'));
    expect(await verifyFolder(root, { publicKeys, seals })).toEqual([]);
    await rm(join(root, 'renamed'), { recursive: true });
    expect(await verifyFolder(root, { publicKeys, seals })).toEqual([
      { meeting, code: 'meeting-missing', version: 1, upTo: 9 },
    ]);
  });
});
