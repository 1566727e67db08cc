import { type Kysely, sql } from 'kysely';

/** A screen that waits to be paired belongs to no community yet: whoever types its code says which. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table pairing_codes alter column community drop not null;
    alter table pairing_codes add check (screen is null or community is not null);
    create index pairing_codes_by_expiry on pairing_codes (expires_at);
    create index pairing_codes_of_session on pairing_codes (session);
    create index grants_of_screen on grants (screen);
  `.execute(db);
}
