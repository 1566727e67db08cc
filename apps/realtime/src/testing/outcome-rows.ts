/** For tests: the rows that a meeting leaves for queries, as they stand and as they follow from its record alone. */
import type { Tables } from '@yishiting/db/tables';
import type { RecordedEvent } from '@yishiting/domain/chain';
import { evolve, meetingAsCalled, type Meeting } from '@yishiting/domain/meeting';
import { factOf } from '@yishiting/domain/recorded';
import type { Kysely } from 'kysely';
import { writeOutcomes, type Place } from '../room/outcomes.ts';
import type { SealKey } from '../room/seal-key.ts';

type Rows = Record<string, unknown[]>;

class TakenBack extends Error {}

async function rowsOf(db: Kysely<Tables>, { meeting }: Place): Promise<Rows> {
  const votes = await db.selectFrom('votes').where('meeting', '=', meeting).selectAll().orderBy('id').execute();
  const ids = votes.map(({ id }) => id);
  const [outcomes, choices, row, files] = await Promise.all([
    db.selectFrom('vote_outcomes').where('vote', 'in', ids).selectAll().execute(),
    db.selectFrom('vote_choices').where('meeting', '=', meeting).selectAll().execute(),
    db
      .selectFrom('meetings')
      .where('id', '=', meeting)
      .select(['status', 'opened_at', 'closed_at', 'join_code'])
      .execute(),
    db.selectFrom('files').where('meeting', '=', meeting).select(['id', 'on_record']).orderBy('id').execute(),
  ]);
  const byText = (rows: object[]) => rows.map((one) => JSON.stringify(one, Object.keys(one).sort())).sort();
  return { votes, outcomes: byText(outcomes), choices: byText(choices), meeting: row, files };
}

/** The rows as they stand, and as one writes them who reads the record fact by fact; nothing is changed by it. */
export async function outcomeRows(
  db: Kysely<Tables>,
  place: Place,
  lines: readonly RecordedEvent[],
  key: SealKey,
): Promise<{ standing: Rows; rebuilt: Rows }> {
  const standing = await rowsOf(db, place);
  let rebuilt: Rows = {};
  const rebuilding = db.transaction().execute(async (tx) => {
    const { meeting } = place;
    const ids = tx.selectFrom('votes').where('meeting', '=', meeting).select('id');
    await tx.deleteFrom('vote_choices').where('meeting', '=', meeting).execute();
    await tx.deleteFrom('vote_outcomes').where('vote', 'in', ids).execute();
    await tx.deleteFrom('votes').where('meeting', '=', meeting).execute();
    await tx.updateTable('files').set({ on_record: false }).where('meeting', '=', meeting).execute();
    const asCalled = { status: 'called', opened_at: null, closed_at: null };
    await tx.updateTable('meetings').set(asCalled).where('id', '=', meeting).execute();
    let held: Meeting | null = null;
    for (const line of lines) {
      const recorded = factOf(line);
      held = held ? evolve(held, recorded) : meetingAsCalled(recorded);
      await writeOutcomes(tx, place, [{ line, recorded, said: null }], held, key);
    }
    rebuilt = await rowsOf(tx, place);
    throw new TakenBack();
  });
  await rebuilding.catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error;
  });
  return { standing, rebuilt };
}
