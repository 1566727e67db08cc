import { type Kysely, sql } from 'kysely';

/**
 * The video meeting of those who attend from elsewhere, and the notes of the host. A note is about an item of the agenda,
 * arranged or on record, or about the meeting as a whole, whose own id then stands in `about`.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table video_meetings (
      meeting uuid primary key,
      community uuid not null,
      address text not null,
      access text not null,
      foreign key (community, meeting) references meetings (community, id)
    );

    create table host_notes (
      meeting uuid not null,
      about uuid not null,
      community uuid not null,
      text text not null,
      version integer not null check (version > 0),
      written_at bigint not null,
      primary key (meeting, about),
      foreign key (community, meeting) references meetings (community, id)
    );
  `.execute(db);
}
