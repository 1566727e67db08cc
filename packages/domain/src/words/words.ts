import type { Language } from '../language.ts';
import { en } from './en.ts';
import type { DomainWords } from './shape.ts';
import { zhCN } from './zh-CN.ts';

const languages: Readonly<Record<Language, DomainWords>> = { 'zh-CN': zhCN, en };

/** The words in one language. */
export const wordsOf = (language: Language): DomainWords => languages[language];
