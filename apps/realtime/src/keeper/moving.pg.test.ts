import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeBackup } from '@yishiting/db/backup/backup';
import { anEmptyDatabase } from '@yishiting/db/backup/testing-backup';
import { connect, type Connection } from '@yishiting/db/connect';
import { erasePerson } from '@yishiting/db/erasing';
import { loadEvents } from '@yishiting/db/meeting-events';
import { addParticular } from '@yishiting/db/people';
import { restore } from '@yishiting/db/restore/restore';
import { aDataDir, aLog } from '@yishiting/db/testing';
import { verifyRecord } from '@yishiting/db/verify-record';
import type { MeetingCommand } from '@yishiting/domain/acts/command';
import { replay } from '@yishiting/domain/meeting';
import { factOf } from '@yishiting/domain/recorded';
import { expect, it, onTestFinished } from 'vitest';
import { wallClock } from '../clock.ts';
import { holdHearing, LiveSocket, type Hearing, seatOf } from '../testing/hearing.ts';
import { startHouse, type House } from '../testing/house.ts';
import { ownKeys } from './program.ts';

const log = aLog();
const name = '李秀英';

async function aHouse(dataDir: string, environment: Record<string, string> = {}): Promise<House> {
  const house = await startHouse(dataDir, environment);
  onTestFinished(() => house.stop().then(() => undefined));
  return house;
}

async function inRoom(hearing: Hearing, origin: string): Promise<LiveSocket> {
  const { seat, browser } = seatOf(hearing, name);
  browser.origin = origin;
  return new LiveSocket(browser, hearing.community, { meeting: hearing.meeting, as: { kind: 'seat', seat } }).joined();
}

const come: MeetingCommand = { type: 'check-in', way: 'here', privacyNotice: '2026-11' };
const go: MeetingCommand = { type: 'leave' };

const pause = 100;

/** Comes and goes until told to stop; says how often it was acknowledged. */
function comingAndGoing(socket: LiveSocket) {
  let on = true;
  let accepted = 0;
  const running = (async () => {
    for (let next = come; on; next = next === come ? go : come) {
      const answer = await socket.give(next);
      if (answer === null) throw new Error('The connection broke');
      if (answer.answer === 'accepted') accepted += 1;
      // As fast as a seat may: a faster one is cut off.
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  })();
  const stop = async () => {
    on = false;
    await running;
    return accepted;
  };
  return { stop };
}

async function recordIn({ db }: Pick<Connection, 'db'>, { meeting }: Hearing) {
  const { community } = await db
    .selectFrom('meetings')
    .where('id', '=', meeting)
    .select('community')
    .executeTakeFirstOrThrow();
  return loadEvents(db, community, meeting);
}

it('[R13] a hearing backed up while it runs goes on from an empty folder and from a Postgres of one’s own, with the same seats', async () => {
  const dataDir = aDataDir();
  const house = await aHouse(dataDir);
  const hearing = await holdHearing(house);
  const beside = await connect({ dataDir, log, ifRunning: 'join' });
  onTestFinished(() => beside.stop());
  const stream = comingAndGoing(await inRoom(hearing, house.origin));
  await expect.poll(async () => (await recordIn(beside, hearing)).length).toBeGreaterThan(5);
  const backup = { url: beside.url, dataDir, folder: aDataDir(), now: wallClock.now() };
  const { file, manifest } = await makeBackup(backup);
  expect(await stream.stop()).toBeGreaterThan(3);
  const head = manifest.heads.find(({ meeting }) => meeting === hearing.meeting)!;
  const original = await recordIn(beside, hearing);
  expect(original[head.version - 1]?.hash).toBe(head.hash);

  const own = await anEmptyDatabase();
  for (const databaseUrl of [undefined, own]) {
    const target = aDataDir();
    await restore({ file, dataDir: target, databaseUrl, now: wallClock.now(), log });
    const moved = await aHouse(target, databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl });
    const socket = await inRoom(hearing, moved.origin);
    const answers = [await socket.give(come), await socket.give(go), await socket.give(come)].map((one) => one?.answer);
    expect(answers.slice(1)).toEqual(['accepted', 'accepted']);
    socket.close();
    await moved.stop();

    const there = await connect({ dataDir: target, databaseUrl, log });
    const record = await recordIn(there, hearing);
    expect(record.slice(0, head.version)).toEqual(original.slice(0, head.version));
    expect(record[head.version]).toMatchObject({ type: 'record-restored', data: { backup: manifest.id, fork: 1 } });
    expect(record.length).toBeGreaterThan(head.version + 2);
    expect(replay(record.map(factOf)).version).toBe(record.length);
    expect(ownKeys(target)).toEqual(ownKeys(dataDir));
    expect(await verifyRecord(there.db, { publicKeys: ownKeys(target) })).toEqual([]);
    await there.stop();
  }
});

it('[R11] particulars are erased while the person sits in a live room, and the room goes on', async () => {
  const dataDir = aDataDir();
  const house = await aHouse(dataDir);
  const hearing = await holdHearing(house);
  const beside = await connect({ dataDir, log, ifRunning: 'join' });
  onTestFinished(() => beside.stop());
  const socket = await inRoom(hearing, house.origin);
  const { seat } = seatOf(hearing, name);
  const { community, person } = await beside.db
    .selectFrom('seats')
    .where('id', '=', seat)
    .select(['community', 'person'])
    .executeTakeFirstOrThrow();
  const particular = { id: randomUUID(), community, person, kind: 'phone' as const, salt: 'ab'.repeat(16), at: 1 };
  await addParticular(beside.db, { ...particular, value: '13800007341' });
  const stream = comingAndGoing(socket);
  await expect.poll(async () => (await recordIn(beside, hearing)).length).toBeGreaterThan(5);
  const order = { id: randomUUID(), community, person, reason: '本人要求', erasedBy: null, erasedAt: wallClock.now() };
  await erasePerson(beside.db, order, { dataDir });
  const length = (await recordIn(beside, hearing)).length;
  await expect.poll(async () => (await recordIn(beside, hearing)).length).toBeGreaterThan(length + 3);
  await stream.stop();
  socket.close();

  const record = await recordIn(beside, hearing);
  expect(record.filter(({ type }) => type === 'particulars-erased').map(({ data }) => data)).toEqual([
    { person, kinds: ['phone'] },
  ]);
  expect(replay(record.map(factOf)).version).toBe(record.length);
  expect(await verifyRecord(beside.db, { publicKeys: ownKeys(dataDir) })).toEqual([]);
  expect(readdirSync(join(dataDir, 'backups'))).toEqual(['erasures.json']);
});
