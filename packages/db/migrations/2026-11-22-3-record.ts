import { type Kysely, sql } from 'kysely';

/** What happened: the stream of each meeting, its record seals, and its votes as rows for queries. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table meeting_events (
      meeting uuid not null references meetings (id),
      version integer not null check (version > 0),
      type text not null,
      -- Canonical JSON (RFC 8785) as text: jsonb would change the bytes that were hashed.
      data text not null,
      seat text not null,
      acting_as text not null,
      command_id text not null,
      part integer not null check (part >= 0),
      at bigint not null,
      hash text not null check (hash ~ '^[0-9a-f]{64}$'),
      primary key (meeting, version),
      unique (meeting, seat, command_id, part)
    );

    create table record_seals (
      community uuid not null,
      meeting uuid not null,
      version integer not null check (version > 0),
      head text not null check (head ~ '^[0-9a-f]{64}$'),
      at bigint not null,
      key text not null check (key ~ '^[0-9a-f]{64}$'),
      signature text not null check (signature ~ '^[0-9a-f]{128}$'),
      primary key (meeting, version, key),
      foreign key (community, meeting) references meetings (community, id)
    );

    create function refuse_rewriting_the_record() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        -- Only a demonstration may be thrown away as a whole.
        perform from meetings join communities on communities.id = meetings.community
          where meetings.id = old.meeting and communities.demonstration;
        if found then
          return old;
        end if;
      end if;
      raise exception 'the record is only added to' using errcode = 'restrict_violation', table = tg_table_name;
    end $$;
    create trigger only_added_to before update or delete on meeting_events
      for each row execute function refuse_rewriting_the_record();
    create trigger never_emptied before truncate on meeting_events
      for each statement execute function refuse_rewriting_the_record();
    create trigger only_added_to before update or delete on record_seals
      for each row execute function refuse_rewriting_the_record();
    create trigger never_emptied before truncate on record_seals
      for each statement execute function refuse_rewriting_the_record();

    create table votes (
      id uuid primary key,
      community uuid not null,
      meeting uuid not null,
      item uuid not null,
      question text not null,
      kind text not null,
      on_roll integer not null check (on_roll >= 0),
      ballots integer not null check (ballots between 0 and on_roll),
      outcome text not null,
      established_version integer not null,
      established_at bigint not null,
      foreign key (community, meeting) references meetings (community, id),
      foreign key (meeting, established_version) references meeting_events (meeting, version),
      unique (meeting, id)
    );
    create index votes_of_community on votes (community, established_at);

    create table vote_outcomes (
      vote uuid not null references votes (id),
      choice text not null,
      count integer not null check (count >= 0),
      primary key (vote, choice)
    );

    -- Named choices only; a secret vote leaves none here.
    create table vote_choices (
      meeting uuid not null,
      vote uuid not null,
      seat uuid not null,
      choice text not null,
      way text not null,
      primary key (vote, seat),
      foreign key (meeting, vote) references votes (meeting, id),
      foreign key (seat) references seats (id)
    );
  `.execute(db);
}
