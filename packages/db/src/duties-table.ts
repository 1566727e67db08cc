import type { Words } from '@yishiting/domain/procedures/stated';
import type { ColumnType } from 'kysely';

type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>;

/** What meetings owe after them, as tables.ts lists it. */
export interface DutiesTable {
  community: string;
  meeting: string;
  duty: string;
  position: number;
  /** As JSON. */
  words: ColumnType<Words, string, string>;
  due_day: Maybe<number>;
  person: Maybe<string>;
  /** Ms since 1970; null while it is not done. */
  done_at: ColumnType<number | string | null, number | null | undefined, number | null>;
  done_by: Maybe<string>;
  handed_to: Maybe<string>;
  note: Maybe<string>;
}
