import { type Kysely, sql } from 'kysely';

/** What each screen shows, and what is prepared for the screens of a meeting: kept through reload and restart. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table screens
      add column content jsonb not null default '{"kind":"follow"}' check (content ->> 'kind' <> 'blank'),
      add column blanked boolean not null default false,
      add column frame jsonb not null default '{"header":true,"footer":true,"clock":true}';

    create table screen_queues (
      meeting uuid primary key,
      community uuid not null,
      entries jsonb not null default '[]' check (jsonb_typeof(entries) = 'array'),
      foreign key (community, meeting) references meetings (community, id)
    );
  `.execute(db);
}
