/** Tables of the texts of agreements, which the record names by their hashes. */
import type { Instant } from './columns.ts';

/** What stands or stood in a draft, and what a party asked for. */
export interface AgreementTextsTable {
  meeting: string;
  /** By which an event names it: SHA-256 over salt and text. */
  digest: string;
  community: string;
  salt: string;
  text: string;
  written_at: Instant;
}

/** The whole text of a version that was frozen, in its canonical form. */
export interface FrozenAgreementsTable {
  meeting: string;
  /** SHA-256 of the text. */
  hash: string;
  community: string;
  text: string;
  made_at: Instant;
}
