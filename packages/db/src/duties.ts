/** What meetings owe after them, as rows that follow from their records. */
import type { OwedLine } from '@yishiting/domain/api-duties';
import type { DutyState } from '@yishiting/domain/duties';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

interface Of {
  community: string;
  meeting: string;
}

/** Puts the duties of a meeting as they stand now in the place of those kept before. */
export async function keepDuties(
  db: Kysely<Tables>,
  { community, meeting }: Of,
  duties: readonly DutyState[],
): Promise<void> {
  await db.deleteFrom('duties').where('meeting', '=', meeting).execute();
  if (duties.length === 0) return;
  const rows = duties.map(({ duty, words, last, person, done }, position) => ({
    ...{ community, meeting, duty, position, words: JSON.stringify(words), due_day: last, person },
    ...{ done_at: done?.at ?? null, done_by: done?.by ?? null },
    ...{ handed_to: done?.to ?? null, note: done?.note ?? null },
  }));
  await db.insertInto('duties').values(rows).execute();
}

/** What these meetings of a community still owe, by meeting, each in the order of its procedure. */
export async function openDuties(
  db: Kysely<Tables>,
  community: string,
  meetings: readonly string[],
): Promise<Map<string, OwedLine[]>> {
  const open = new Map<string, OwedLine[]>();
  if (meetings.length === 0) return open;
  const rows = await db
    .selectFrom('duties')
    .where('community', '=', community)
    .where('meeting', 'in', [...meetings])
    .where('done_at', 'is', null)
    .select(['meeting', 'duty', 'words', 'due_day', 'person'])
    .orderBy('position')
    .execute();
  for (const { meeting, due_day: last, ...duty } of rows) {
    open.set(meeting, [...(open.get(meeting) ?? []), { ...duty, last }]);
  }
  return open;
}
