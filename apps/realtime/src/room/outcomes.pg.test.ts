import { aDataDir, aDatabase } from '@yishiting/db/testing';
import { sealsOf } from '@yishiting/db/record-seals';
import { buildRecord } from '@yishiting/db/testing-record';
import { buildCommunity } from '@yishiting/db/testing-rows';
import { countRecord, verifyRecord } from '@yishiting/db/verify-record';
import type { MeetingEvent } from '@yishiting/domain/acts/event';
import { given } from '@yishiting/domain/fixtures';
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
