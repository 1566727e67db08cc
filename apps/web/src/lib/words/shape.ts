import type { staffZhCN } from './staff.zh-CN.ts';
import type { zhCN } from './zh-CN.ts';

/** The same shape as the Chinese words with any text: a missing word does not compile. */
export type Widened<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [K in keyof T]: Widened<T[K]> };

/** The words of the pages that everybody opens, which a phone has to load. */
export type Words = Widened<typeof zhCN>;
/** These and the words of staff pages. */
export type StaffWords = Widened<typeof staffZhCN>;
