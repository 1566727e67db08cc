import { aDataDir, aDatabase } from '@yishiting/db/testing';
import { sealsOf } from '@yishiting/db/record-seals';
import { buildRecord } from '@yishiting/db/testing-record';
import { buildCommunity } from '@yishiting/db/testing-rows';
import { countRecord, verifyRecord } from '@yishiting/db/verify-record';
import type { MeetingEvent } from '@yishiting/domain/acts/event';
import { given } from '@yishiting/domain/fixtures';
import { randomUUID } from 'node:crypto';
import { meeting as meetingRow } from '@yishiting/db/meetings';
import { observersOf, registerObserver } from '@yishiting/db/observers';
import { expect, it } from 'vitest';
import { writeOutcomes } from './outcomes.ts';
import type { Entry } from './record-keeper.ts';
import { openSealKey } from './seal-key.ts';

const { db } = await aDatabase();

it('[R1] seals the record when the meeting closes, when its minutes or a supplement are confirmed, and when its result is published', async () => {
  const community = await buildCommunity(db);
  const { meeting, events } = await buildRecord(db, community, { length: 12, sealedAt: 1 });
  const key = openSealKey(aDataDir());
  const entry = (version: number, type: MeetingEvent['type']): Entry => {
    const line = events[version - 1]!;
    return { line, recorded: { event: { type } as MeetingEvent, at: line.at } as Entry['recorded'], said: null };
  };
  await db.transaction().execute(async (tx) => {
    const entries = [entry(5, 'meeting-closed'), entry(6, 'minutes-circulated'), entry(8, 'minutes-frozen')];
    entries.push(entry(9, 'supplement-proposed'), entry(10, 'supplement-confirmed'), entry(11, 'result-published'));
    await writeOutcomes(tx, { community: community.id, meeting }, entries, given(), key);
  });
  const ours = (await sealsOf(db, community.id, meeting)).filter((seal) => seal.key === key.publicKey);
  expect(ours.map(({ version }) => version).toSorted((a, b) => a - b)).toEqual([5, 8, 10, 11]);
  expect(ours.map(({ head }) => head)).toEqual(expect.arrayContaining([events[4]!.hash, events[7]!.hash]));
  expect(await verifyRecord(db, { publicKeys: null })).toEqual([]);
  expect(await countRecord(db)).toEqual({ meetings: 1, events: 12, unsealed: 1 });
});

it('a called meeting that is moved or called off is so in the list; its observers go when it closes', async () => {
  const community = await buildCommunity(db);
  const { meeting, events } = await buildRecord(db, community, { length: 4, sealedAt: 1 });
  const key = openSealKey(aDataDir());
  const place = { community: community.id, meeting };
  const after = given([]);
  const write = (version: number, event: MeetingEvent) =>
    db.transaction().execute((tx) => {
      const line = events[version - 1]!;
      const recorded = { event, at: line.at } as Entry['recorded'];
      return writeOutcomes(tx, place, [{ line, recorded, said: null }], after, key);
    });
  await write(2, { type: 'meeting-changed', plannedAt: 77, place: '大厅', reason: '停电' });
  const row = async () => (await meetingRow(db, community.id, meeting))!;
  expect(await row()).toMatchObject({ plannedAt: 77, place: '大厅', noticePending: false });
  await db
    .updateTable('meetings')
    .set({ status: 'called', notice: JSON.stringify({ own: null, contact: '', phone: '', observers: 3 }) })
    .where('id', '=', meeting)
    .execute();
  const asked = { ...place, name: '黄旁听', contact: '13911112222', codeHash: 'x', browser: null, at: 1 };
  expect(await registerObserver(db, { ...asked, id: randomUUID() })).toEqual({ outcome: 'registered', number: 1 });
  await write(3, { type: 'meeting-called-off', reason: '中止' });
  expect(await row()).toMatchObject({ status: 'called-off', joinCode: null, noticePending: false });
  expect(await observersOf(db, community.id, meeting)).toHaveLength(1);
  await write(4, { type: 'meeting-closed', present: 0 });
  expect(await observersOf(db, community.id, meeting)).toEqual([]);
  const ours = (await sealsOf(db, community.id, meeting)).filter((seal) => seal.key === key.publicKey);
  expect(ours.map(({ version }) => version).toSorted()).toEqual([3, 4]);
});
