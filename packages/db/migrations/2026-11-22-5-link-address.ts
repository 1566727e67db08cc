import { type Kysely, sql } from 'kysely';

/** By which of the server's addresses the links and QR codes of a community name it; null: the best one found. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table communities add column link_address text`.execute(db);
}
