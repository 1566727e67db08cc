import { type Kysely, sql } from 'kysely';

/** The planner's statistics would keep samples of particulars after their rows are erased. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table particulars alter column value set statistics 0, alter column salt set statistics 0
  `.execute(db);
}
