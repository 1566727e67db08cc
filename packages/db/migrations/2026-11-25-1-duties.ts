import { type Kysely, sql } from 'kysely';

/** What meetings owe after them, as rows for lists of what is late; and files that prove that it was done. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table duties (
      community uuid not null,
      meeting uuid not null,
      -- Its name in the procedure, its place among the duties of the meeting, and what is to be done, in words.
      duty text not null,
      position integer not null,
      words jsonb not null,
      -- The last day for it: days since 1970-01-01 on the calendar of the community; null: no number of days is stated.
      due_day integer,
      person text,
      -- Null while it is not done.
      done_at bigint,
      done_by text,
      handed_to text,
      note text,
      primary key (meeting, duty),
      foreign key (community, meeting) references meetings (community, id),
      check (done_at is not null or num_nonnulls(done_by, handed_to, note) = 0)
    );
    create index duties_open on duties (community, due_day) where done_at is null;
    alter table files drop constraint files_kind_check;
    alter table files add constraint files_kind_check
      check (kind in ('attachment', 'answer-material', 'photo', 'notice-proof', 'duty-proof'));
  `.execute(db);
}
