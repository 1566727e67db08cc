import { type Kysely, sql } from 'kysely';

/**
 * Soundings on variants: how it was asked, and in each outcome and choice which variant is meant by its number, the first
 * being 1; 0 means none of them. The choice beside a number is `chosen`, or the word of the grade.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table votes add column method text not null default 'yes-no-abstain';
    alter table votes add column variants text[];

    alter table vote_outcomes add column variant integer not null default 0 check (variant between 0 and 8);
    alter table vote_outcomes drop constraint vote_outcomes_pkey;
    alter table vote_outcomes add primary key (vote, variant, choice);

    alter table vote_choices add column variant integer not null default 0 check (variant between 0 and 8);
    alter table vote_choices drop constraint vote_choices_pkey;
    alter table vote_choices add primary key (vote, seat, variant);
  `.execute(db);
}
