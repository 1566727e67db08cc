/** Kinds of columns that tables share. An instant is Unix time in ms, which `pg` hands out as text. */
import type { ColumnType } from 'kysely';

export type Instant = ColumnType<number | string, number, number>;
export type MaybeInstant = ColumnType<number | string | null, number | null | undefined, number | null>;
export type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>;
