import type { ClauseFindingCode } from '../clause-lint.ts';

/** What is said of each finding. @param words as they stand in the clause */
export type ClauseHints = Readonly<Record<ClauseFindingCode, (words: string) => string>>;
