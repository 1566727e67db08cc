/** For tests: an installation with everything in it, and empty places to restore it into. */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import type { RecordedEvent } from '@yishiting/domain/chain';
import { Kysely, PostgresDialect } from 'kysely';
import { makePool } from '../connect.ts';
import { foundInstallation } from '../installation.ts';
import { appendBatch } from '../meeting-events.ts';
import { addParticular } from '../people.ts';
import { makeSealingKey } from '../record-seals.ts';
import { seatPerson } from '../seats.ts';
import type { Tables } from '../tables.ts';
import { aDataDir, aLog, urlFor } from '../testing.ts';
import { buildRecord } from '../testing-record.ts';
import { buildCommunity, buildPerson, nextEvents, testNow } from '../testing-rows.ts';

export const salt = '00112233445566778899aabbccddeeff';
/** Text that COPY, SQL or a shell could trip over. */
export const awkward = '"引号"、\\反斜杠\\n、\t制表符、{花括号},NULL,\\N,\\.\n第二行 𠮷';

/** An installation with a community, a person with a phone, and some recorded meetings; keys and files in a data folder. */
export async function buildInstallation(db: Kysely<Tables>, { meetings = 3 } = {}) {
  await foundInstallation(db, { id: randomUUID(), at: testNow });
  const community = await buildCommunity(db);
  const person = await buildPerson(db, community.id, '李秀英');
  const particular = { id: randomUUID(), community: community.id, person, kind: 'phone' as const, at: testNow };
  const phone = `139${String(randomBytes(4).readUInt32BE() % 1e8).padStart(8, '0')}`;
  await addParticular(db, { ...particular, value: phone, salt });
  await addParticular(db, { ...particular, id: randomUUID(), kind: 'remark', value: awkward, salt });
  const records = [];
  for (let seed = 1; seed <= meetings; seed += 1) {
    const record = await buildRecord(db, community, { seed, length: 8 + seed });
    await seatPerson(db, { id: randomUUID(), community: community.id, meeting: record.meeting, person, at: testNow });
    records.push(record);
  }
  const dataDir = aDataDir();
  mkdirSync(join(dataDir, 'keys'));
  writeFileSync(join(dataDir, 'keys', 'record-seal.pem'), makeSealingKey());
  writeFileSync(join(dataDir, 'keys', 'postgres-password'), 'belongs to this machine alone');
  mkdirSync(join(dataDir, 'files', '签名'), { recursive: true });
  writeFileSync(join(dataDir, 'files', '签名', '甲 方.svg'), '<svg/>');
  writeFileSync(join(dataDir, 'files', 'photo.jpg'), randomBytes(300_000));
  return { community, person, phone, records, dataDir };
}

/** An empty database of one's own; dropped when the test is done. */
export async function anEmptyDatabase(): Promise<string> {
  const template = inject('postgresTemplate');
  const name = `own_${randomBytes(6).toString('hex')}`;
  const office = makePool(urlFor(template, 'postgres'), aLog(), 1);
  await office.query(`create database ${name} template template0`);
  onTestFinished(async () => {
    await office.query(`drop database if exists ${name} with (force)`);
    await office.end();
  });
  return urlFor(template, name);
}

/** Appends to a meeting without a pause until told to stop; says what was acknowledged. */
export function aStream(db: Kysely<Tables>, community: string, meeting: string, last: RecordedEvent) {
  const acknowledged = [last];
  let on = true;
  const running = (async () => {
    while (on) {
      const { version, hash } = acknowledged.at(-1)!;
      const events = nextEvents(meeting, { version, hash }, 3, { data: { words: awkward } });
      await appendBatch(db, { community, epoch: 0, meeting, expectedHead: version, events });
      acknowledged.push(...events);
    }
  })();
  return {
    acknowledged,
    stop: async () => {
      on = false;
      await running;
    },
  };
}

/** Works on a database by its URL and closes it again. */
export async function onDatabase<T>(url: string, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: makePool(url, aLog(), 2) }) });
  return work(db).finally(() => db.destroy());
}
