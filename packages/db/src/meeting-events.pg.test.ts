import { NotCanonical } from '@yishiting/domain/canonical';
import { verifyChain } from '@yishiting/domain/chain';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { appendBatch, findCommand, HeadMoved, isRefusedForItsData, loadEvents, StaleOwner } from './meeting-events.ts';
import { removeDemonstration } from './communities.ts';
import { meeting as meetingRow, noteProgress } from './meetings.ts';
import { aDatabase, aDataDir } from './testing.ts';
import { buildCommunity, buildMeeting, nextEvents } from './testing-rows.ts';

const { db } = await aDatabase();

async function aMeeting(options?: Parameters<typeof buildCommunity>[1]) {
  const community = await buildCommunity(db, options);
  const meeting = await buildMeeting(db, community);
  return { community: community.id, meeting, epoch: 0 };
}

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'accepted',
    (error: { code?: string; name?: string }) => error.code ?? error.name,
  );

describe('appending', () => {
  it('[R1] keeps events as they were, gapless, with the head moved along', async () => {
    const at = await aMeeting();
    const first = nextEvents(at.meeting, null, 3, {
      data: { words: '"引号"、\\反斜杠、{花括号},NULL', list: [1, null] },
    });
    await appendBatch(db, { ...at, expectedHead: 0, events: first });
    const second = nextEvents(at.meeting, first[2]!, 2);
    await appendBatch(db, { ...at, expectedHead: 3, events: second });
    const loaded = await loadEvents(db, at.community, at.meeting);
    expect(loaded).toEqual([...first, ...second]);
    expect(verifyChain(loaded)).toEqual([]);
    expect(await meetingRow(db, at.community, at.meeting)).toMatchObject({ head: 5, headHash: second[1]!.hash });
  });

  it('[R2] commits events, head and rows together or not at all', async () => {
    const at = await aMeeting();
    const events = nextEvents(at.meeting, null);
    const failing = appendBatch(db, {
      ...at,
      expectedHead: 0,
      events,
      rows: async (tx) => {
        await noteProgress(tx, at.community, at.meeting, { status: 'open' });
        throw new Error('the lights went out');
      },
    });
    await expect(failing).rejects.toThrow('the lights went out');
    expect(await meetingRow(db, at.community, at.meeting)).toMatchObject({ head: 0, headHash: null, status: 'draft' });
    expect(await loadEvents(db, at.community, at.meeting)).toEqual([]);

    await appendBatch(db, {
      ...at,
      expectedHead: 0,
      events,
      rows: (tx) => noteProgress(tx, at.community, at.meeting, { status: 'open' }),
    });
    expect(await meetingRow(db, at.community, at.meeting)).toMatchObject({ head: 1, status: 'open' });
  });

  it('refuses a batch that is not what comes next, before it asks the database', async () => {
    const at = await aMeeting();
    const events = nextEvents(at.meeting, null, 3);
    for (const wrong of [[], events.slice(1), events.toReversed(), [events[0]!, events[2]!]]) {
      await expect(appendBatch(db, { ...at, expectedHead: 0, events: wrong })).rejects.toThrow('next events');
    }
    const elsewhere = await aMeeting();
    await expect(appendBatch(db, { ...elsewhere, expectedHead: 0, events })).rejects.toThrow('next events');
  });

  it('[R1] lets one of two batches through that were decided upon the same head', async () => {
    for (let round = 0; round < 20; round += 1) {
      const at = await aMeeting();
      const batches = [1, 2, 3, 4].map(() => ({ ...at, expectedHead: 0, events: nextEvents(at.meeting, null, 2) }));
      const outcomes = await Promise.all(batches.map((batch) => codeOf(appendBatch(db, batch))));
      expect(outcomes.toSorted()).toEqual(['HeadMoved', 'HeadMoved', 'HeadMoved', 'accepted']);
      const kept = batches[outcomes.indexOf('accepted')]!.events;
      expect(await loadEvents(db, at.community, at.meeting)).toEqual(kept);
    }
  });

  it('refuses an owner whose epoch is over, and a meeting of another community', async () => {
    const at = await aMeeting();
    const other = await aMeeting();
    const events = nextEvents(at.meeting, null);
    const batch = { ...at, expectedHead: 0, events };
    await db.updateTable('communities').set({ epoch: 1 }).where('id', '=', at.community).execute();
    await expect(appendBatch(db, batch)).rejects.toThrow(StaleOwner);
    await expect(appendBatch(db, { ...batch, community: other.community })).rejects.toThrow(HeadMoved);
    await appendBatch(db, { ...batch, epoch: 1 });
    expect(await loadEvents(db, at.community, at.meeting)).toEqual(events);
    expect(await loadEvents(db, other.community, at.meeting), '[R14]').toEqual([]);
  });

  it('[R3] keeps a command id of a seat once in a meeting, and finds what it left', async () => {
    const at = await aMeeting();
    const commandId = 'ab'.repeat(16);
    const events = nextEvents(at.meeting, null, 2, { commandId });
    await appendBatch(db, { ...at, expectedHead: 0, events });
    const again = nextEvents(at.meeting, events[1]!, 1, { commandId });
    const refusal = await appendBatch(db, { ...at, expectedHead: 2, events: again }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: '23505' });
    expect(isRefusedForItsData(refusal)).toBe(true);
    expect(await findCommand(db, at.meeting, 'seat', commandId)).toEqual(events);
    expect(await findCommand(db, at.meeting, 'another seat', commandId)).toEqual([]);
    expect(await findCommand(db, at.meeting, 'seat', 'cd'.repeat(16))).toEqual([]);

    const sameIdElsewhere = nextEvents(at.meeting, events[1]!, 1, { commandId, seat: 'another seat' });
    await appendBatch(db, { ...at, expectedHead: 2, events: sameIdElsewhere });
    expect(await findCommand(db, at.meeting, 'another seat', commandId)).toEqual(sameIdElsewhere);
  });

  it('[R8] takes no U+0000 and no lone surrogate, by whatever field they come', async () => {
    const at = await aMeeting();
    const [event] = nextEvents(at.meeting, null);
    for (const data of [{ words: 'a\u0000' }, { words: '\ud800' }, { '\u0000': 1 }, { minutes: 1.5 }]) {
      const outcome = codeOf(appendBatch(db, { ...at, expectedHead: 0, events: [{ ...event!, data }] }));
      expect(await outcome).toBe('NotCanonical');
    }
    for (const field of ['type', 'seat', 'actingAs', 'commandId'] as const) {
      for (const text of ['a\u0000b', '\ud800']) {
        const outcome = codeOf(appendBatch(db, { ...at, expectedHead: 0, events: [{ ...event!, [field]: text }] }));
        expect(await outcome, `${field} ${JSON.stringify(text)}`).toBe('NotCanonical');
      }
    }
    expect(await loadEvents(db, at.community, at.meeting)).toEqual([]);
  });

  it('[R7] tells data that was refused from a database that failed', () => {
    for (const code of ['22021', '22P02', '23505', '23514']) expect(isRefusedForItsData({ code })).toBe(true);
    for (const code of ['40001', '53100', '57P01', '08006', 'ECONNRESET', undefined, 22021]) {
      expect(isRefusedForItsData({ code })).toBe(false);
    }
    expect(isRefusedForItsData(null)).toBe(false);
    expect(isRefusedForItsData(new NotCanonical('not-json', '$'))).toBe(true);
  });
});

describe('the record is only added to', () => {
  it('[R1] refuses to change, delete or empty events and seals', async () => {
    const at = await aMeeting();
    await appendBatch(db, { ...at, expectedHead: 0, events: nextEvents(at.meeting, null, 2) });
    for (const statement of [
      sql`update meeting_events set type = 'other' where meeting = ${at.meeting}`,
      sql`delete from meeting_events where meeting = ${at.meeting} and version = 2`,
      sql`truncate meeting_events`,
      sql`truncate meeting_events, votes, vote_outcomes, vote_choices`,
      sql`truncate communities cascade`,
      sql`truncate record_seals`,
    ]) {
      expect(await codeOf(statement.execute(db))).toMatch(/^(23001|0A000)$/);
    }
    expect(await codeOf(sql`truncate meeting_events cascade`.execute(db))).toBe('23001');
    expect(await loadEvents(db, at.community, at.meeting)).toHaveLength(2);
  });

  it('throws a demonstration away as a whole, and never a real community', async () => {
    const real = await aMeeting();
    const shown = await aMeeting({ demonstration: true });
    for (const at of [real, shown]) {
      await appendBatch(db, { ...at, expectedHead: 0, events: nextEvents(at.meeting, null, 2) });
    }
    const dataDir = aDataDir();
    expect(await removeDemonstration(db, real.community, { dataDir })).toBe(false);
    expect(await removeDemonstration(db, shown.community, { dataDir })).toBe(true);
    expect(await removeDemonstration(db, shown.community, { dataDir })).toBe(false);
    expect(await loadEvents(db, shown.community, shown.meeting)).toEqual([]);
    expect(await loadEvents(db, real.community, real.meeting)).toHaveLength(2);
    const becoming = db.updateTable('communities').set({ demonstration: true }).where('id', '=', real.community);
    expect(await codeOf(becoming.execute())).toBe('23001');
  });
});
