import { type Kysely, sql } from 'kysely';

/**
 * The texts of agreements. The record of a meeting names what stands in a draft by a salted digest, and each frozen version
 * by the hash of its canonical form; the texts lie here, so that one that must go can be erased.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table agreement_texts (
      meeting uuid not null,
      digest text not null,
      community uuid not null,
      salt text not null,
      text text not null,
      written_at bigint not null,
      primary key (meeting, digest),
      foreign key (community, meeting) references meetings (community, id)
    );

    create table frozen_agreements (
      meeting uuid not null,
      hash text not null,
      community uuid not null,
      text text not null,
      made_at bigint not null,
      primary key (meeting, hash),
      foreign key (community, meeting) references meetings (community, id)
    );
  `.execute(db);
}
