/** Who writes a community: one server at a time, held by a session lock and fenced by an epoch. */
import pg from 'pg';

export type Lease = {
  /** Raised on taking; `appendBatch` refuses any other. */
  readonly epoch: number;
  /** Resolves when the lease is over: given back, or its connection lost. */
  readonly released: Promise<'given-back' | 'lost'>;
  /** Gives the lease back; safe to call twice and after it was lost. */
  release(): Promise<void>;
};

/**
 * Takes a community on a connection of its own. Waits for batches that the owner before has still in flight.
 * @returns null while another server holds it.
 * @throws when there is no such community, or the database cannot be reached.
 */
export async function takeLease(pool: pg.Pool, community: string): Promise<Lease | null> {
  const client = new pg.Client({ ...pool.options, application_name: 'yishiting lease', keepAlive: true });
  const over = Promise.withResolvers<'given-back' | 'lost'>();
  // An error without a listener would end the process; the end that follows it says that the lease is lost.
  client.on('error', () => undefined);
  client.on('end', () => over.resolve('lost'));
  try {
    await client.connect();
    const epoch = await lockAndRaise(client, community);
    if (epoch === null) {
      await client.end();
      return null;
    }
    const release = async () => {
      over.resolve('given-back');
      await end(client);
    };
    return { epoch, released: over.promise, release };
  } catch (error) {
    await end(client);
    throw error;
  }
}

async function lockAndRaise(client: pg.Client, community: string): Promise<number | null> {
  const lock = `select pg_try_advisory_lock(hashtextextended('yishiting community ' || $1, 0)) as locked`;
  const { rows } = await client.query<{ locked: boolean }>(lock, [community]);
  if (!rows[0]!.locked) return null;
  const raise = 'update communities set epoch = epoch + 1 where id = $1 returning epoch';
  const raised = await client.query<{ epoch: number }>(raise, [community]);
  if (!raised.rows[0]) throw new Error(`there is no community ${community}`);
  return raised.rows[0].epoch;
}

/** Ending the session gives its lock back; a session that is already gone has given it back. */
async function end(client: pg.Client): Promise<void> {
  await client.end().catch(() => undefined);
}
