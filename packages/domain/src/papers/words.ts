/** The words of the printed papers, in both languages of a record; a missing one does not compile. */
import type { Language } from '../language.ts';
import { paperWordsEn } from './words.en.ts';
import { paperWordsZh } from './words.zh-CN.ts';

type Widened<T> = T extends string
  ? string
  : T extends (...given: infer A) => string
    ? (...given: A) => string
    : { [K in keyof T]: Widened<T[K]> };
export type PaperWords = Widened<typeof paperWordsZh>;

export const paperWords: Readonly<Record<Language, PaperWords>> = { 'zh-CN': paperWordsZh, en: paperWordsEn };
