import { type RawBuilder, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { noteFork } from './installation.ts';
import { type Lease, takeLease } from './lease.ts';
import { appendBatch, loadEvents, StaleOwner } from './meeting-events.ts';
import { aDatabase } from './testing.ts';
import { buildCommunity, buildMeeting, nextEvents } from './testing-rows.ts';

const { db, pool } = await aDatabase();

/** Ends the database session that holds a lease, as a cut network or a killed process does. */
async function cutLeases(): Promise<void> {
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'yishiting lease'
  `.execute(db);
}

describe('the lease of a community', () => {
  it('is held by one at a time, and each taking raises the epoch', async () => {
    const community = await buildCommunity(db);
    const first = await takeLease(pool, community.id);
    expect(first).toMatchObject({ epoch: 1 });
    expect(await takeLease(pool, community.id)).toBeNull();

    const elsewhere = await takeLease(pool, (await buildCommunity(db)).id);
    expect(elsewhere).toMatchObject({ epoch: 1 });

    await first!.release();
    await first!.release();
    expect(await first!.released).toBe('given-back');
    const second = await takeLease(pool, community.id);
    expect(second).toMatchObject({ epoch: 2 });
    await Promise.all([second!.release(), elsewhere!.release()]);
  });

  it('goes to one of many who ask at once', async () => {
    const community = await buildCommunity(db);
    const asked = await Promise.all(Array.from({ length: 6 }, () => takeLease(pool, community.id)));
    const taken = asked.filter((lease) => lease !== null);
    expect(taken).toHaveLength(1);
    await taken[0]!.release();
  });

  it('is told lost when its connection is, and the stale owner is fenced off', async () => {
    const community = await buildCommunity(db);
    const meeting = await buildMeeting(db, community);
    const first = (await takeLease(pool, community.id))!;
    await cutLeases();
    expect(await first.released).toBe('lost');
    const second = await takeWhenFree(community.id);

    const batch = { community: community.id, meeting, expectedHead: 0, events: nextEvents(meeting, null) };
    await expect(appendBatch(db, { ...batch, epoch: first.epoch })).rejects.toThrow(StaleOwner);
    await appendBatch(db, { ...batch, epoch: second.epoch });
    await first.release();
    expect(await takeLease(pool, community.id), 'giving back what was lost frees nobody else’s lease').toBeNull();
    await second.release();
  });

  it('[R2] waits for a batch in flight: who takes the community loads all that was acknowledged', async () => {
    const community = await buildCommunity(db);
    const meeting = await buildMeeting(db, community);
    const first = (await takeLease(pool, community.id))!;
    const events = nextEvents(meeting, null);
    const inFlight = Promise.withResolvers<void>();
    const mayEnd = Promise.withResolvers<void>();
    const rows = async () => {
      inFlight.resolve();
      await mayEnd.promise;
    };
    const { epoch } = first;
    const appended = appendBatch(db, { community: community.id, epoch, meeting, expectedHead: 0, events, rows });
    await inFlight.promise;
    await cutLeases();
    await first.released;

    const takenAndLoaded = takeWhenFree(community.id).then(async (lease) => {
      return { lease, loaded: await loadEvents(db, community.id, meeting) };
    });
    await someoneWaitsForALock();
    mayEnd.resolve();
    await appended;
    const { lease, loaded } = await takenAndLoaded;
    expect(loaded).toEqual(events);
    await lease.release();
  });

  it('ends for every owner when the database was restored', async () => {
    const community = await buildCommunity(db);
    const meeting = await buildMeeting(db, community);
    const { epoch, release } = (await takeLease(pool, community.id))!;
    await sql`insert into installation (id, made_at) values (gen_random_uuid(), 0)`.execute(db);
    expect(await noteFork(db)).toBe(1);
    const batch = { community: community.id, epoch, meeting, expectedHead: 0, events: nextEvents(meeting, null) };
    await expect(appendBatch(db, batch)).rejects.toThrow(StaleOwner);
    await release();
  });

  it('is refused for a community that does not exist, leaving no connection behind', async () => {
    await expect(takeLease(pool, '0199a0c2-0000-7000-8000-000000000000')).rejects.toThrow('there is no community');
    await until(async () => (await counted(sql`select count(*) from pg_stat_activity where ${ofLeases}`)) === 0);
  });
});

const ofLeases = sql`datname = current_database() and application_name = 'yishiting lease'`;

async function counted(query: RawBuilder<unknown>): Promise<number> {
  const { rows } = await (query as RawBuilder<{ count: string }>).execute(db);
  return Number(rows[0]!.count);
}

async function until(happened: () => Promise<boolean>): Promise<void> {
  while (!(await happened())) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Returns once the database itself says that a lease waits for a row. */
function someoneWaitsForALock(): Promise<void> {
  const waiting = sql`select count(*) from pg_stat_activity where ${ofLeases} and wait_event_type = 'Lock'`;
  return until(async () => (await counted(waiting)) > 0);
}

/** A session that was cut still holds its lock until its backend has ended. */
async function takeWhenFree(community: string): Promise<Lease> {
  let lease: Lease | null = null;
  await until(async () => (lease = await takeLease(pool, community)) !== null);
  return lease!;
}
