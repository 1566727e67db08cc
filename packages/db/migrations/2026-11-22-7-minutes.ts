import { type Kysely, sql } from 'kysely';

/** What people type together in the minutes: the document as compacted, and the updates since. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table minutes_updates (
      meeting uuid not null references meetings (id),
      seq integer not null check (seq > 0),
      update bytea not null,
      seat uuid not null references seats (id),
      at bigint not null,
      primary key (meeting, seq)
    );

    create table minutes_snapshots (
      meeting uuid primary key references meetings (id),
      -- The last update that is in it.
      seq integer not null check (seq > 0),
      state bytea not null,
      state_vector bytea not null,
      -- Which seat each client of the document belongs to.
      authors jsonb not null,
      -- What people typed, to be read without this program.
      readable text not null,
      at bigint not null
    );
  `.execute(db);
}
