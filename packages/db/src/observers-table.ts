/** Registrations of observers as Kysely sees them; tables.ts says how tables are read. */
import type { ColumnType } from 'kysely';
import type { Instant, Maybe } from './columns.ts';

/** `taken-in`: now an observer of the meeting, on record. */
export type ObserverState = 'registered' | 'taken-in' | 'struck' | 'cancelled';

export interface ObserverRegistrationsTable {
  id: string;
  community: string;
  meeting: string;
  number: number;
  state: ColumnType<ObserverState, ObserverState | undefined, ObserverState>;
  name: Maybe<string>;
  contact: Maybe<string>;
  code_hash: string;
  browser: Maybe<string>;
  registered_at: Instant;
  reason: Maybe<string>;
  person: Maybe<string>;
  seat: Maybe<string>;
}
