import type { zhCN } from './zh-CN.ts';

/** The same shape as the Chinese words with any text: a missing word does not compile. */
type Widened<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [K in keyof T]: Widened<T[K]> };
export type Words = Widened<typeof zhCN>;
