/** The words of the printed papers, in both languages of a record. */
import type { Language } from '../language.ts';
import { paperWordsEn } from './words.en.ts';
import type { PaperWords } from './words-shape.ts';
import { paperWordsZh } from './words.zh-CN.ts';

export const paperWords: Readonly<Record<Language, PaperWords>> = { 'zh-CN': paperWordsZh, en: paperWordsEn };
