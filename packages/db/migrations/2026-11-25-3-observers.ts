import { type Kysely, sql } from 'kysely';

/** Who asks for a place as an observer of a called meeting. Nothing of it is in the record; the rows go when the meeting closes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table observer_registrations (
      id uuid primary key,
      community uuid not null,
      meeting uuid not null,
      -- Counted from 1 and never given again, so that a printed list stays true.
      number integer not null check (number > 0),
      state text not null default 'registered' check (state in ('registered', 'taken-in', 'struck', 'cancelled')),
      -- What can be erased: gone as soon as nobody needs it any more.
      name text,
      contact text,
      -- SHA-256 of the code by which the person finds it again.
      code_hash text not null,
      -- The browser's session; null where staff entered somebody who telephoned. Sessions end, so there is no reference.
      browser uuid,
      registered_at bigint not null,
      -- Why it was struck.
      reason text,
      -- Of whoever was taken in: as the record has it.
      person uuid references people (id),
      seat uuid,
      foreign key (community, meeting) references meetings (community, id),
      unique (meeting, number),
      unique (meeting, code_hash),
      check ((state = 'registered') = (contact is not null)),
      check ((state in ('registered', 'struck')) = (name is not null)),
      check ((state = 'struck') = (reason is not null)),
      check (state <> 'taken-in' or seat is not null)
    );
  `.execute(db);
}
