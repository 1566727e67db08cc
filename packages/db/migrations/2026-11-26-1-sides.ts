import { type Kysely, sql } from 'kysely';

/** On which side of a dispute a party stands (1 is 甲方); null for everybody who is no party. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table meeting_people add column side smallint check (side between 1 and 10)`.execute(db);
}
