import { type Kysely, sql } from 'kysely';

/** What is arranged of a meeting's notice; and whether, once it is called, the notice is still to be posted or served. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table meetings
      add column notice jsonb not null default '{"own":null,"contact":"","phone":"","observers":null}',
      add column notice_pending boolean not null default false
  `.execute(db);
}
