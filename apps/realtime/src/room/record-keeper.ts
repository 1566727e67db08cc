import type { TypedUpdate } from '@yishiting/db/minutes';
import type { RecordedEvent } from '@yishiting/domain/chain';
import type { Recorded } from '@yishiting/domain/acts/event';
import type { Meeting } from '@yishiting/domain/meeting';
import type { Told } from '@yishiting/domain/minutes-text';
import type { Head } from '@yishiting/domain/recorded';

/** One line for the record together with the fact it holds. */
export interface Entry {
  line: RecordedEvent;
  recorded: Recorded;
  /** What it brings to the minutes; null for what is not for them. */
  said: Told | null;
}

/** Where a room's record is kept. The room knows no database; tests keep the record in memory and let it fail. */
export interface RecordKeeper {
  /** The whole record in order; empty when the meeting was never called. */
  load(): Promise<RecordedEvent[]>;
  /**
   * Commits the entries, the rows that follow from them, and what was typed in the minutes, all or nothing, where the
   * record still ends at `head`. Either may be empty, not both. `after` is the meeting with the entries taken in.
   * Rejects when it did not commit, and also when it cannot say: then the record must be loaded to know.
   */
  commit(head: Head, entries: readonly Entry[], after: Meeting, typed: readonly TypedUpdate[]): Promise<void>;
  /** What a rejection of `commit` says of its cause. */
  cause(error: unknown): 'data' | 'disk-full' | 'other';
}
