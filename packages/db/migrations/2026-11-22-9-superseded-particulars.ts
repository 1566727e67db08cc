import { type Kysely, sql } from 'kysely';

/** A particular that was corrected remembers by hash what it replaced: an older backup still holds that. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table particulars add column superseded text[] not null default '{}'`.execute(db);
}
