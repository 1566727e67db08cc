import { appendBatch, loadEvents } from '@yishiting/db/meeting-events';
import { addUpdates } from '@yishiting/db/minutes';
import type { Tables } from '@yishiting/db/tables';
import type { Kysely } from 'kysely';
import { writeOutcomes, type Place } from './outcomes.ts';
import type { RecordKeeper } from './record-keeper.ts';
import type { SealKey } from './seal-key.ts';

/** Keeps a meeting's record in Postgres, as owner of its community in this epoch. */
export function databaseRecord(db: Kysely<Tables>, place: Place, epoch: number, key: SealKey): RecordKeeper {
  const { community, meeting } = place;
  return {
    load: () => loadEvents(db, community, meeting),
    commit: (head, entries, after, typed) =>
      appendBatch(db, {
        community,
        epoch,
        meeting,
        expectedHead: head.version,
        events: entries.map(({ line }) => line),
        rows: async (tx) => {
          await writeOutcomes(tx, place, entries, after, key);
          await addUpdates(tx, meeting, typed);
        },
      }),
    cause: causeOf,
  };
}

/** SQLSTATE classes: 22 and 23 are about the data itself, 53100 is a full disk. */
function causeOf(error: unknown): 'data' | 'disk-full' | 'other' {
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  if (code === '53100') return 'disk-full';
  return /^2[23]/.test(code) ? 'data' : 'other';
}
