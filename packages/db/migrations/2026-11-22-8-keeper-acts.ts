import { type Kysely, sql } from 'kysely';

/** What was done to the installation itself from its terminal: no meeting's record could say it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table keeper_acts (
      id uuid primary key,
      act text not null check (act in ('reset-link-offered', 'keeper-reset', 'backup-restored')),
      at bigint not null,
      -- The account that was reset, the backup that was restored.
      about text
    );
    create index keeper_acts_by_time on keeper_acts (at);
  `.execute(db);
}
