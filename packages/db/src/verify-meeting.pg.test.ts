import { hashedFrom } from '@yishiting/domain/chain.fixtures';
import { hearingRecorded } from '@yishiting/domain/recording.fixtures';
import { describe, expect, it } from 'vitest';
import { appendBatch } from './meeting-events.ts';
import { keepSeal } from './record-seals.ts';
import { aDatabase } from './testing.ts';
import { aSealOn, ourKey, remove, rewrite } from './testing-record.ts';
import { buildCommunity, buildMeeting } from './testing-rows.ts';
import { verifyMeeting } from './verify-meeting.ts';

const { db } = await aDatabase();
const community = await buildCommunity(db);

/** A whole hearing with frozen minutes, sealed where they were frozen. */
async function aHearing() {
  const meeting = await buildMeeting(db, community);
  const events = hashedFrom(
    hearingRecorded().lines.map((line) => ({ ...line, meeting })),
    1,
  );
  const { epoch } = await db
    .selectFrom('communities')
    .where('id', '=', community.id)
    .select('epoch')
    .executeTakeFirstOrThrow();
  await appendBatch(db, { community: community.id, epoch, meeting, expectedHead: 0, events });
  const frozen = events.find(({ type }) => type === 'minutes-frozen')!;
  await keepSeal(db, aSealOn(community.id, frozen));
  return { meeting, events, frozen };
}

describe('verifying one meeting', () => {
  it('[R1] says what was checked, up to which entry, and that all is well', async () => {
    const { meeting, events, frozen } = await aHearing();
    expect(await verifyMeeting(db, meeting, [ourKey])).toEqual({
      entries: events.length,
      seals: 1,
      sealedUpTo: frozen.version,
      minutes: (frozen.data as { hash: string }).hash,
      supplements: 0,
      findings: [],
    });
  });

  it('[R1] names a word changed in the final minutes, also where the whole chain was computed anew', async () => {
    const { meeting, events, frozen } = await aHearing();
    const forged = events.map((event) =>
      event === frozen ? { ...event, data: JSON.parse(JSON.stringify(event.data).replace('赞成', '反对')) } : event,
    );
    await rewrite(db, meeting, forged, { headToo: false });
    const found = await verifyMeeting(db, meeting, [ourKey]);
    expect(found.findings.map(({ code }) => code)).toEqual(['does-not-follow', 'minutes-altered']);
    await rewrite(db, meeting, hashedFrom(forged, 1), { headToo: true });
    const anew = await verifyMeeting(db, meeting, [ourKey]);
    expect(anew.findings).toEqual([
      { code: 'rewritten', from: 1, upTo: frozen.version },
      { code: 'minutes-altered', from: frozen.version, upTo: frozen.version },
    ]);
  });

  it('[R1] names that the seals of a closed meeting are gone, as before a rewriting', async () => {
    const { meeting, events, frozen } = await aHearing();
    await remove(db, 'record_seals', meeting);
    expect(await verifyMeeting(db, meeting, [ourKey])).toMatchObject({
      seals: 0,
      findings: [{ code: 'seal-missing', from: frozen.version, upTo: frozen.version }],
    });
    const closed = events.find(({ type }) => type === 'meeting-closed')!;
    await keepSeal(db, aSealOn(community.id, closed));
    expect((await verifyMeeting(db, meeting, [ourKey])).findings).toMatchObject([{ code: 'seal-missing' }]);
  });

  it('[R1] names entries that were cut off, and a seal by a key that is not ours', async () => {
    const { meeting, events, frozen } = await aHearing();
    await rewrite(db, meeting, events.slice(0, frozen.version - 2), { headToo: true });
    expect((await verifyMeeting(db, meeting, [ourKey])).findings).toContainEqual({
      code: 'cut-off',
      from: frozen.version - 1,
      upTo: frozen.version,
    });
    expect((await verifyMeeting(db, meeting, [])).findings.map(({ code }) => code)).toContain('seal-by-unknown-key');
  });
});
