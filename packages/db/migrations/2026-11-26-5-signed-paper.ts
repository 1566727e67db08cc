import { type Kysely, sql } from 'kysely';

/** A scan of the agreement that was signed and sealed on paper is a file of its meeting. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table files drop constraint files_kind_check;
    alter table files add constraint files_kind_check
      check (kind in ('attachment', 'answer-material', 'photo', 'notice-proof', 'duty-proof', 'signed-paper'));
  `.execute(db);
}
