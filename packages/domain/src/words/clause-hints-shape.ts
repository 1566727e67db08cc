import type { ClauseFindingCode } from '../clause-lint.ts';

/** What a language must say of each finding. @param words as they stand in the clause */
export type ClauseHints = Readonly<Record<ClauseFindingCode, (words: string) => string>>;
