import { type Kysely, sql } from 'kysely';

/** What is arranged before a meeting: the meeting itself, its people and their seats, its agenda. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table meetings (
      id uuid primary key,
      community uuid not null references communities (id),
      body uuid not null,
      procedure text not null,
      procedure_version integer not null check (procedure_version > 0),
      matter text not null,
      description text not null default '',
      place text not null default '',
      planned_at bigint,
      status text not null default 'draft' check (length(status) between 1 and 40),
      open_to_public boolean not null default false,
      record_language text not null check (record_language in ('zh-CN', 'en')),
      join_code text unique,
      head integer not null default 0 check (head >= 0),
      head_hash text check (head_hash ~ '^[0-9a-f]{64}$'),
      created_at bigint not null,
      called_at bigint,
      opened_at bigint,
      closed_at bigint,
      foreign key (community, body) references bodies (community, id),
      unique (community, id),
      check ((head = 0) = (head_hash is null))
    );
    create index meetings_of_body on meetings (community, body, planned_at);

    create table meeting_people (
      community uuid not null,
      meeting uuid not null,
      person uuid not null,
      position integer not null,
      capacities text[] not null,
      note text not null default '',
      primary key (meeting, person),
      foreign key (community, meeting) references meetings (community, id),
      foreign key (community, person) references people (community, id)
    );
    create index meeting_people_by_person on meeting_people (community, person);

    create table seats (
      id uuid primary key,
      community uuid not null,
      meeting uuid not null,
      person uuid not null,
      created_at bigint not null,
      foreign key (community, meeting) references meetings (community, id),
      foreign key (community, person) references people (community, id),
      unique (meeting, person),
      unique (community, meeting, id)
    );
    create index seats_of_person on seats (community, person);

    create table agenda_items (
      id uuid primary key,
      community uuid not null,
      meeting uuid not null,
      position integer not null,
      title text not null,
      -- The step of the procedure this item fills; null for one the host added.
      step text,
      planned_minutes integer check (planned_minutes > 0),
      foreign key (community, meeting) references meetings (community, id),
      unique (meeting, position) deferrable
    );
  `.execute(db);
}
