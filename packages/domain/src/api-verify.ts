/** The answer of the HTTP API when a meeting's record is verified; api.ts says how requests and answers are read. */
import type { ChainFinding } from './chain.ts';
import type { SealFinding } from './record-seal.ts';

/** What can be wrong with the record of one meeting: codes, put into words by whoever shows them. */
export type VerifyCode =
  | ChainFinding['code']
  | SealFinding['code']
  | 'not-canonical'
  | 'minutes-altered'
  | 'agreement-altered'
  | 'seal-missing';

/** `from` and `upTo`: entries of the record, the same where it is one; null where it cannot be said. */
export interface VerifyFinding {
  code: VerifyCode;
  from: number | null;
  upTo: number | null;
}

/**
 * GET meetings/:meeting/verify[?seat=…]: by staff, and whoever holds a seat; those who do not lead once the meeting is
 * closed (until then the number of entries would tell of what they do not see).
 */
export interface VerifyAnswer {
  /** When it was checked, ms since 1970; an answer is given to all who ask within ten seconds. */
  at: number;
  /** Entries of the record that were checked, all there are. */
  entries: number;
  /** Seals that were checked, and up to which entry the last one vouches; null without one. */
  seals: number;
  sealedUpTo: number | null;
  /** Hash of the final minutes, computed anew from their text; null while there are none. */
  minutes: string | null;
  /** Supplements to the final minutes that stand; they are entries of the record like all others. */
  supplements: number;
  /** Nothing: all is well. */
  findings: VerifyFinding[];
}
