import { type Kysely, sql } from 'kysely';

/** On which ground a file of a meeting was erased, and why in words. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table files
      add column erased_ground text,
      add column erased_reason text,
      add check (erased_at is not null or (erased_ground is null and erased_reason is null));
  `.execute(db);
}
