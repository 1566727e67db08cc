/** What the host of a meeting notes for themselves. No export of a record reads this table. */
import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

interface Place {
  community: string;
  meeting: string;
}
/** About an item of the agenda, or about the meeting, whose id it then is. */
export interface NoteRow {
  about: string;
  text: string;
  /** How often it was written. */
  version: number;
  /** Ms since 1970. */
  at: number;
}

export async function hostNotesOf(db: Kysely<Tables>, { community, meeting }: Place): Promise<NoteRow[]> {
  const rows = await db
    .selectFrom('host_notes')
    .where('community', '=', community)
    .where('meeting', '=', meeting)
    .select(['about', 'text', 'version', 'written_at'])
    .orderBy('about')
    .execute();
  return rows.map(({ written_at: at, ...row }) => ({ ...row, at: Number(at) }));
}

/**
 * Writes a note, if it is still the one its writer had before them.
 * @param note.version which one that was; 0: there was none
 * @returns the note as it now is, and whether that is what was given; where it is not, somebody else wrote in between
 */
export async function writeHostNote(
  db: Kysely<Tables>,
  { community, meeting }: Place,
  { about, text, version, at }: NoteRow,
): Promise<{ written: boolean; note: NoteRow }> {
  const { rows } = await sql<{ version: number }>`
    insert into host_notes (meeting, about, community, text, version, written_at)
    values (${meeting}::uuid, ${about}::uuid, ${community}::uuid, ${text}, 1, ${at}::bigint)
    on conflict (meeting, about) do update
      set text = excluded.text, version = host_notes.version + 1, written_at = excluded.written_at
      where host_notes.version = ${version}::int
    returning version
  `.execute(db);
  if (rows[0]) return { written: true, note: { about, text, version: rows[0].version, at } };
  const held = (await hostNotesOf(db, { community, meeting })).find((note) => note.about === about)!;
  return { written: held.text === text, note: held };
}

/** Forgets the notes about items that a draft's agenda no longer has. */
export async function keepHostNotes(
  db: Kysely<Tables>,
  { community, meeting }: Place,
  items: readonly string[],
): Promise<void> {
  await db
    .deleteFrom('host_notes')
    .where('community', '=', community)
    .where('meeting', '=', meeting)
    .where('about', 'not in', [meeting, ...items])
    .execute();
}
