import { type Kysely, sql } from 'kysely';

/** How a browser enters: its session, the grants the session holds, personal links, pairing codes. Tokens stand here hashed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table browser_sessions (
      id uuid primary key,
      token_hash text not null unique,
      created_at bigint not null,
      seen_at bigint not null,
      expires_at bigint not null
    );
    create index browser_sessions_by_expiry on browser_sessions (expires_at);

    create table links (
      id uuid primary key,
      community uuid not null,
      meeting uuid not null,
      seat uuid not null,
      token_hash text not null unique,
      made_at bigint not null,
      first_used_at bigint,
      revoked_at bigint,
      foreign key (community, meeting, seat) references seats (community, meeting, id)
    );
    create index links_of_seat on links (seat);

    create table screens (
      id uuid primary key,
      community uuid not null,
      meeting uuid not null,
      number integer not null check (number > 0),
      kind text not null check (kind in ('projector', 'tablet')),
      created_at bigint not null,
      foreign key (community, meeting) references meetings (community, id),
      unique (meeting, number),
      unique (community, id)
    );

    -- Shown on one side and typed on the other: by a screen that waits (session), or by the host for a screen to come.
    create table pairing_codes (
      code_hash text primary key,
      community uuid not null references communities (id),
      session uuid references browser_sessions (id) on delete cascade,
      screen uuid,
      made_at bigint not null,
      expires_at bigint not null,
      used_at bigint,
      foreign key (community, screen) references screens (community, id),
      check (session is not null or screen is not null)
    );

    create table grants (
      id uuid primary key,
      session uuid not null references browser_sessions (id) on delete cascade,
      community uuid not null references communities (id),
      kind text not null check (kind in ('account', 'seat', 'screen')),
      account uuid,
      meeting uuid,
      seat uuid,
      screen uuid,
      link uuid references links (id),
      granted_at bigint not null,
      revoked_at bigint,
      foreign key (community, account) references accounts (community, id),
      foreign key (community, meeting, seat) references seats (community, meeting, id),
      foreign key (community, screen) references screens (community, id),
      check ((kind = 'account') = (account is not null)),
      check ((kind = 'seat') = (seat is not null)),
      check ((seat is null) = (meeting is null)),
      check ((kind = 'screen') = (screen is not null)),
      check (link is null or kind = 'seat')
    );
    create index grants_of_session on grants (session);
    create index grants_of_seat on grants (seat);
    create index grants_of_account on grants (account);
  `.execute(db);
}
