/** Files as rows and bytes: limits, what a start sweeps away, erasing, and that backup, restore and export carry them. */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeBackup } from './backup/backup.ts';
import { removeDemonstration } from './communities.ts';
import { connect } from './connect.ts';
import { eraseFile } from './erasing-files.ts';
import { finishErasures } from './erasing.ts';
import { exportRecord, verifyFolder } from './export-record.ts';
import { addFile, fileById, filesOf, orderFiles, putFilesOnRecord, removeFile, sweepFiles } from './files.ts';
import { foundInstallation } from './installation.ts';
import { appendBatch, loadEvents } from './meeting-events.ts';
import { restore } from './restore/restore.ts';
import { aDatabase, aDataDir, aLog } from './testing.ts';
import { ourKey } from './testing-record.ts';
import { buildCommunity, buildMeeting, buildPerson, nextEvents, testNow } from './testing-rows.ts';
import { fileOf, takeIn } from './uploads/keeping.ts';
import { aPdf } from './uploads/testing-files.ts';
import { verifyRecord } from './verify-record.ts';

const { db, url } = await aDatabase();
await foundInstallation(db, { id: randomUUID(), at: testNow });
const now = testNow + 1_000_000;
const publicKeys = [ourKey];
const why = { ground: 'consent-withdrawn', reason: '王秀兰要求删去住址' } as const;

async function aPlace({ demonstration = false } = {}) {
  const community = await buildCommunity(db, { demonstration });
  const person = await buildPerson(db, community.id);
  return { community: community.id, meeting: await buildMeeting(db, community), person, dataDir: aDataDir() };
}
type Where = Awaited<ReturnType<typeof aPlace>>;

/** Bytes on the disk and their row, as an upload leaves them. */
async function upload({ community, meeting, person, dataDir }: Where, said = '', limits = {}) {
  const id = randomUUID();
  const taken = await takeIn({ dataDir, id, source: Readable.from([aPdf(said)]), limit: 1e6, patience: 1_000 });
  if (typeof taken === 'string') throw new Error(taken);
  const named = { item: null, kind: 'attachment' as const, title: '测算表', name: '测算表.pdf', uploadedAt: testNow };
  const given = { id, community, meeting, ...named, ...taken, uploadedBy: person };
  return { id, added: await addFile(db, given, { meetingBytes: 1e6, files: 200, ...limits }) };
}

/** Calls the meeting with the files it has, as the first event of its record. */
async function call({ community, meeting }: Where) {
  const files = (await filesOf(db, community, meeting)).map(({ id: file, item, kind, title, media, bytes, digest }) => {
    return { file, item, kind, title, media, bytes, digest };
  });
  const events = nextEvents(meeting, null, 1, { type: 'meeting-called', data: { files } });
  const rows = (tx: typeof db) =>
    putFilesOnRecord(
      tx,
      meeting,
      files.map(({ file }) => file),
    );
  await appendBatch(db, { community, epoch: 0, meeting, expectedHead: 0, events, rows });
}

/** Puts a file on the record of a called meeting as proof of a duty. */
async function prove({ community, meeting }: Where, id: string) {
  const row = await fileById(db, { community, meeting, file: id });
  const last = (await loadEvents(db, community, meeting)).at(-1)!;
  const data = { file: id, digest: row!.digest };
  const events = nextEvents(meeting, last, 1, { type: 'proof-added', data });
  const rows = (tx: typeof db) => putFilesOnRecord(tx, meeting, [id]);
  await appendBatch(db, { community, epoch: 0, meeting, expectedHead: last.version, events, rows });
}

describe('a meeting’s files', () => {
  it('are held to its limits, also by two uploads at once', async () => {
    const place = await aPlace();
    const both = await Promise.all([upload(place, '', { files: 1 }), upload(place, '', { files: 1 })]);
    expect(both.map(({ added }) => added === 'full').sort()).toEqual([false, true]);
    const { added } = await upload(place, '', { meetingBytes: aPdf().length });
    expect(added).toBe('full');
    expect((await upload({ ...place, meeting: randomUUID() })).added).toBeNull();
  });

  it('stand in the order they are put in', async () => {
    const place = await aPlace();
    const [a, b, c] = [await upload(place), await upload(place), await upload(place)].map(({ id }) => id);
    await orderFiles(db, place.meeting, [c!, a!]);
    expect((await filesOf(db, place.community, place.meeting)).map(({ id }) => id)).toEqual([c, a, b]);
  });

  it('are removed with their bytes until a record names them', async () => {
    const place = await aPlace();
    const { id } = await upload(place);
    expect(await removeFile(db, place.dataDir, { meeting: randomUUID(), file: id })).toBe(false);
    expect(existsSync(fileOf(place.dataDir, id))).toBe(true);
    expect(await removeFile(db, place.dataDir, { meeting: place.meeting, file: id })).toBe(true);
    expect(existsSync(fileOf(place.dataDir, id))).toBe(false);
    const kept = (await upload(place)).id;
    await call(place);
    expect(await removeFile(db, place.dataDir, { meeting: place.meeting, file: kept })).toBe(false);
    expect(readFileSync(fileOf(place.dataDir, kept))).toEqual(aPdf());
  });
});

describe('a start', () => {
  it('keeps what rows vouch for and removes what an upload left half done', async () => {
    const place = await aPlace();
    const { dataDir } = place;
    const whole = (await upload(place)).id;
    const orphan = randomUUID();
    await takeIn({ dataDir, id: orphan, source: Readable.from([aPdf()]), limit: 1e6, patience: 1_000 });
    const half = randomUUID();
    writeFileSync(join(dataDir, 'uploading', half), '%PDF');
    writeFileSync(join(dataDir, 'uploading', `${half}.kept`), '%PDF');
    writeFileSync(join(dataDir, 'files', 'of-somebody-else'), 'stays');
    await sweepFiles(db, dataDir);
    expect(readdirSync(join(dataDir, 'files')).sort()).toEqual([whole, 'of-somebody-else'].sort());
    expect(readdirSync(join(dataDir, 'uploading'))).toEqual([]);
  });

  it('removes what a called meeting’s record never came to name', async () => {
    const place = await aPlace();
    const named = (await upload(place)).id;
    await call(place);
    const unnamed = (await upload(place)).id;
    await sweepFiles(db, place.dataDir);
    expect((await filesOf(db, place.community, place.meeting)).map(({ id }) => id)).toEqual([named]);
    expect([named, unnamed].map((id) => existsSync(fileOf(place.dataDir, id)))).toEqual([true, false]);
  });
});

describe('erasing a file', () => {
  it('takes bytes, name and salt; the record says so and still verifies', async () => {
    const place = await aPlace();
    const { community, meeting, person, dataDir } = place;
    const { id } = await upload(place, '家住三号楼');
    const order = { community, meeting, file: id, ...why, erasedBy: person, erasedAt: now };
    expect(await eraseFile(db, order, { dataDir }), 'not while no record names it').toBe(false);
    expect(existsSync(fileOf(dataDir, id))).toBe(true);
    await call(place);
    expect(await eraseFile(db, { ...order, community: randomUUID() }, { dataDir })).toBe(false);
    expect(await eraseFile(db, order, { dataDir })).toBe(true);
    expect(await eraseFile(db, order, { dataDir })).toBe(false);
    expect(await fileById(db, order)).toMatchObject({ kept: null, title: '测算表' });
    expect(existsSync(fileOf(dataDir, id))).toBe(false);
    const events = await loadEvents(db, community, meeting);
    expect(events.map(({ type }) => type)).toEqual(['meeting-called', 'file-erased']);
    expect(events[1]?.data, 'the ground, and not the words').toEqual({ file: id, ground: why.ground });
    expect((await verifyRecord(db, { publicKeys })).filter((one) => one.meeting === meeting)).toEqual([]);
  });

  it('that was cut short is done in the quiet hour', async () => {
    const place = await aPlace();
    const { id } = await upload(place);
    await call(place);
    const gone = { name: null, sha256: null, salt: null, erased_at: now };
    await db.updateTable('files').set(gone).where('id', '=', id).execute();
    await finishErasures(db, { dataDir: place.dataDir, now });
    await finishErasures(db, { dataDir: place.dataDir, now });
    expect(existsSync(fileOf(place.dataDir, id))).toBe(false);
    expect((await loadEvents(db, place.community, place.meeting)).map(({ type }) => type).at(-1)).toBe('file-erased');
  });
});

it('removing a demonstration takes its files, and no real community’s', async () => {
  const [shown, real] = [await aPlace({ demonstration: true }), await aPlace()];
  const { dataDir } = shown;
  const [a, b] = [(await upload(shown)).id, (await upload({ ...real, dataDir })).id];
  expect(await removeDemonstration(db, real.community, { dataDir })).toBe(false);
  expect(await removeDemonstration(db, shown.community, { dataDir })).toBe(true);
  expect([a, b].map((id) => existsSync(fileOf(dataDir, id)))).toEqual([false, true]);
});

describe('[R13] a backup', () => {
  it('carries files; a restore serves the same bytes, and erases again what was erased since', async () => {
    const place = await aPlace();
    const { community, meeting, person, dataDir } = place;
    const [kept, erased] = [(await upload(place, '留着')).id, (await upload(place, '删去')).id];
    await call(place);
    const folder = join(dataDir, 'backups');
    const { file } = await makeBackup({ url, dataDir, folder, now });
    await eraseFile(db, { community, meeting, file: erased, ...why, erasedBy: person, erasedAt: now + 1 }, { dataDir });
    const target = aDataDir();
    await restore({ file, dataDir: target, now: now + 2, log: aLog() });
    const restored = await connect({ dataDir: target, log: aLog() });
    onTestFinished(() => restored.stop());
    expect(readFileSync(fileOf(target, kept))).toEqual(aPdf('留着'));
    expect(existsSync(fileOf(target, erased))).toBe(false);
    expect(await fileById(restored.db, { community, meeting, file: kept })).toEqual(
      await fileById(db, { community, meeting, file: kept }),
    );
    expect(await fileById(restored.db, { community, meeting, file: erased })).toMatchObject({ kept: null });
    const said = (await loadEvents(restored.db, community, meeting)).map(({ type }) => type);
    expect(said).toEqual(['meeting-called', 'record-restored', 'file-erased']);
  }, 60_000);
});

describe('an exported meeting', () => {
  it('holds its files, and whoever checks it finds each that is missing, altered or put in', async () => {
    const place = await aPlace();
    const { community, meeting, person, dataDir } = place;
    const [a, b, c] = [(await upload(place, '甲')).id, (await upload(place, '乙')).id, (await upload(place, '丙')).id];
    await call(place);
    const proof = (await upload(place, '回执')).id;
    await prove(place, proof);
    await eraseFile(db, { community, meeting, file: c, ...why, erasedBy: person, erasedAt: now }, { dataDir });
    const root = aDataDir();
    const [folder] = await exportRecord(db, community, root, { dataDir });
    const check = () => spawnSync(process.execPath, ['check.mjs'], { cwd: folder, encoding: 'utf8' });
    const inFolder = (id: string) => join(folder!, 'files', `${id}.pdf`);
    expect(readFileSync(inFolder(a))).toEqual(aPdf('甲'));
    expect(existsSync(inFolder(c))).toBe(false);
    expect(await verifyFolder(root, { publicKeys })).toEqual([]);
    expect(check()).toMatchObject({ status: 0, stdout: expect.stringContaining('OK') });

    writeFileSync(inFolder(a), aPdf('改'));
    expect(await verifyFolder(root, { publicKeys })).toMatchObject([
      { code: 'file-altered', version: 1, file: `files/${a}.pdf` },
    ]);
    expect(check()).toMatchObject({ status: 1, stdout: expect.stringContaining(a) });
    writeFileSync(inFolder(a), aPdf('甲'));
    writeFileSync(inFolder(proof), aPdf('改'));
    expect(await verifyFolder(root, { publicKeys })).toMatchObject([{ code: 'file-altered', version: 2 }]);
    expect(check()).toMatchObject({ status: 1, stdout: expect.stringContaining(proof) });
    writeFileSync(inFolder(proof), aPdf('回执'));

    const list = readFileSync(join(folder!, 'files.json'), 'utf8');
    writeFileSync(
      join(folder!, 'files.json'),
      JSON.stringify(JSON.parse(list).filter((one: { file: string }) => one.file !== b)),
    );
    expect(await verifyFolder(root, { publicKeys })).toMatchObject([{ code: 'file-missing', file: `files/${b}` }]);
    expect(check()).toMatchObject({ status: 1, stdout: expect.stringContaining(b) });
    writeFileSync(join(folder!, 'files.json'), list.replaceAll(b, c));
    expect(await verifyFolder(root, { publicKeys })).not.toEqual([]);
    expect(check().status).toBe(1);
  });
});
