import { communityByCode } from '@yishiting/db/communities';
import { connect } from '@yishiting/db/connect';
import { loadEvents } from '@yishiting/db/meeting-events';
import { aLog } from '@yishiting/db/testing';
import { verifyRecord } from '@yishiting/db/verify-record';
import { replay } from '@yishiting/domain/meeting';
import { factOf } from '@yishiting/domain/recorded';
import { expect } from 'vitest';
import type { Hearing } from './hearing.ts';

/** What was acknowledged as accepted, as `<seat> <command id>`. */
export type Acknowledged = Set<string>;

/** Everything acknowledged is in the record, once; the chain holds. */
export async function expectNothingLost(
  dataDir: string,
  hearing: Hearing,
  acknowledged: Acknowledged,
): Promise<number> {
  const connection = await connect({ dataDir, log: aLog(), ifRunning: 'join' });
  try {
    expect(await verifyRecord(connection.db, { publicKeys: null })).toEqual([]);
    const community = await communityByCode(connection.db, hearing.community);
    const lines = await loadEvents(connection.db, community?.id ?? '', hearing.meeting);
    const recorded = lines.filter(({ part }) => part === 0).map(({ seat, commandId }) => `${seat} ${commandId}`);
    expect(new Set(recorded).size).toBe(recorded.length);
    const kept = new Set(recorded);
    expect([...acknowledged].filter((one) => !kept.has(one))).toEqual([]);
    expect(replay(lines.map(factOf)).version).toBe(lines.length);
    return lines.length;
  } finally {
    await connection.stop();
  }
}
