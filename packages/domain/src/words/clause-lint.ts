/** What is said beside a clause, in both languages; what is found stands in clause-lint.ts. */
import type { ClauseFindingCode } from '../clause-lint.ts';
import type { Language } from '../language.ts';
import { clauseHintsEn } from './clause-lint.en.ts';
import { clauseHintsZh } from './clause-lint.zh-CN.ts';

/** @param words as they stand in the clause */
export type ClauseHints = Readonly<Record<ClauseFindingCode, (words: string) => string>>;

export const clauseHints: Readonly<Record<Language, ClauseHints>> = { 'zh-CN': clauseHintsZh, en: clauseHintsEn };
