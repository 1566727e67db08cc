import { type Kysely, sql } from 'kysely';

/** Of each person on the list of a meeting: whether they were asked and what they said, and for whom they stand in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table meeting_people
      add column reply jsonb not null default '{"is":"not-asked"}' check (jsonb_typeof(reply) = 'object'),
      add column stands_in_for uuid,
      add foreign key (community, stands_in_for) references people (community, id);
    create index meeting_people_by_stands_in_for on meeting_people (community, stands_in_for);
  `.execute(db);
}
