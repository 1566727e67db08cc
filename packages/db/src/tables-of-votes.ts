/** Tables of what was put to a vote and what came of it. */
import type { Instant, Maybe } from './columns.ts';

export interface VotesTable {
  id: string;
  community: string;
  meeting: string;
  item: string;
  question: string;
  kind: string;
  method: string;
  /** What was chosen from or graded, in its order; null where yes or no was asked. */
  variants: Maybe<string[]>;
  on_roll: number;
  ballots: number;
  outcome: string;
  established_version: number;
  established_at: Instant;
}

export interface VoteOutcomesTable {
  vote: string;
  /** Number of the variant, the first being 1; 0: none of them. */
  variant: number;
  choice: string;
  count: number;
}

export interface VoteChoicesTable {
  meeting: string;
  vote: string;
  seat: string;
  /** As in the outcomes. */
  variant: number;
  choice: string;
  way: string;
}
