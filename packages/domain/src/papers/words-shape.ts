import type { paperWordsZh } from './words.zh-CN.ts';

type Widened<T> = T extends string
  ? string
  : T extends (...given: infer A) => string
    ? (...given: A) => string
    : { [K in keyof T]: Widened<T[K]> };

/** The Chinese words say which there are; the same in every language, so that a missing one does not compile. */
export type PaperWords = Widened<typeof paperWordsZh>;
