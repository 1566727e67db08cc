import { type Kysely, sql } from 'kysely';

/** Attachments and photos: what the record names by a salted hash. The bytes lie under the data folder, named by the id. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table files (
      id uuid primary key,
      community uuid not null references communities (id),
      meeting uuid not null references meetings (id),
      position integer not null,
      -- As the record has it; an item of a draft's agenda has no lasting id, so there is no reference.
      item uuid,
      kind text not null check (kind in ('attachment', 'answer-material', 'photo', 'notice-proof')),
      title text not null,
      media text not null,
      bytes integer not null check (bytes > 0),
      digest text not null,
      -- What can be erased: the name as given, what the digest is made of, and the bytes themselves.
      name text,
      sha256 text,
      salt text,
      uploaded_by uuid not null references people (id),
      uploaded_at bigint not null,
      -- False until the record names it; a meeting's draft has no record yet.
      on_record boolean not null default false,
      erased_at bigint,
      erased_by uuid references people (id),
      check ((erased_at is null) = (name is not null and sha256 is not null and salt is not null)),
      check (erased_at is not null or num_nulls(name, sha256, salt) = 0),
      check (erased_at is null or num_nonnulls(name, sha256, salt) = 0)
    );
    create index files_of_meeting on files (meeting, position);
  `.execute(db);
}
