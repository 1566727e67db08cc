import type { Language } from '../language.ts';
import { en } from './en.ts';
import type { PageWords } from './shape.ts';
import { zhCN } from './zh-CN.ts';

const languages: Readonly<Record<Language, PageWords>> = { 'zh-CN': zhCN, en };

/** The words of pages in one language. */
export const pageWordsOf = (language: Language): PageWords => languages[language];
