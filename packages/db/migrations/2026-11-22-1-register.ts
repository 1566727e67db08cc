import { type Kysely, sql } from 'kysely';

/**
 * The register: installation, communities, their bodies and people, who may sign in and who holds which post.
 * Instants are Unix time in milliseconds (bigint) everywhere; ids are UUIDv7 made by the server.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table installation (
      one boolean primary key default true check (one),
      id uuid not null,
      made_at bigint not null,
      -- Raised by every restore, so that two records grown from one backup can be told apart.
      forks integer not null default 0,
      -- The one-time link to the set-up page, and to a lost last password.
      set_up_token_hash text,
      set_up_at bigint
    );

    create table communities (
      id uuid primary key,
      code text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{0,31}$'),
      name text not null,
      demonstration boolean not null default false,
      -- Raised whenever a server takes the community; a writer with an older one is refused.
      epoch integer not null default 0,
      time_zone text not null default 'Asia/Shanghai',
      record_language text not null default 'zh-CN' check (record_language in ('zh-CN', 'en')),
      created_at bigint not null
    );

    -- A demonstration's record may be deleted; so no community may become one afterwards.
    create function refuse_becoming_demonstration() returns trigger language plpgsql as $$
    begin
      raise exception 'a community stays what it was founded as' using errcode = 'restrict_violation';
    end $$;
    create trigger demonstration_is_fixed before update on communities for each row
      when (old.demonstration is distinct from new.demonstration) execute function refuse_becoming_demonstration();

    create table bodies (
      id uuid primary key,
      community uuid not null references communities (id),
      name text not null,
      position integer not null default 0,
      created_at bigint not null,
      closed_at bigint,
      unique (community, id),
      unique (community, name)
    );

    create table people (
      id uuid primary key,
      community uuid not null references communities (id),
      name text not null,
      created_at bigint not null,
      -- Left the register: no longer offered, still named by the meetings attended.
      left_at bigint,
      unique (community, id)
    );
    create index people_by_name on people (community, name);

    -- What can be erased. An event names a row here by its salted hash only.
    create table particulars (
      id uuid primary key,
      community uuid not null,
      person uuid not null,
      kind text not null check (kind in ('phone', 'identity-number', 'address', 'remark')),
      value text not null,
      salt text not null check (salt ~ '^[0-9a-f]{32}$'),
      entered_at bigint not null,
      foreign key (community, person) references people (community, id)
    );
    create index particulars_of_person on particulars (community, person);

    create table erasures (
      id uuid primary key,
      community uuid not null,
      person uuid not null,
      -- The kinds erased, and the salted hashes by which events named them.
      kinds text[] not null,
      hashes text[] not null,
      reason text not null,
      erased_by uuid,
      erased_at bigint not null,
      foreign key (community, person) references people (community, id),
      foreign key (community, erased_by) references people (community, id)
    );
    create index erasures_of_community on erasures (community, erased_at);

    create table accounts (
      id uuid primary key,
      community uuid not null,
      person uuid not null,
      login text not null,
      password_hash text not null,
      password_changed_at bigint not null,
      failed_count integer not null default 0,
      locked_until bigint,
      created_at bigint not null,
      closed_at bigint,
      foreign key (community, person) references people (community, id),
      unique (community, id),
      unique (community, person)
    );
    create unique index accounts_by_login on accounts (community, lower(login));

    create table posts (
      id uuid primary key,
      community uuid not null,
      person uuid not null,
      body uuid,
      post text not null check (post in ('keeper', 'administrator', 'staff', 'seal-keeper', 'supervisor')),
      held_from bigint not null,
      held_until bigint check (held_until >= held_from),
      foreign key (community, person) references people (community, id),
      foreign key (community, body) references bodies (community, id),
      -- The keeper belongs to the installation, the administrator to the community, the others to a body.
      check ((post in ('keeper', 'administrator')) = (body is null))
    );
    create index posts_of_person on posts (community, person);
    create index posts_of_body on posts (community, body);
  `.execute(db);
}
