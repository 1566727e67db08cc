/** What is said beside a clause, in both languages; what is found stands in clause-lint.ts of the rules. */
import type { Language } from '../language.ts';
import type { ClauseHints } from './clause-lint-shape.ts';
import { clauseHintsEn } from './clause-lint.en.ts';
import { clauseHintsZh } from './clause-lint.zh-CN.ts';

export const clauseHints: Readonly<Record<Language, ClauseHints>> = { 'zh-CN': clauseHintsZh, en: clauseHintsEn };
