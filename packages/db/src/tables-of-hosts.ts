/** Tables of what a host arranges and notes, which is on no record. */
import type { ColumnType } from 'kysely';

/** One row a meeting; none where there is no video meeting. */
export interface VideoMeetingsTable {
  meeting: string;
  community: string;
  address: string;
  access: string;
}

export interface HostNotesTable {
  meeting: string;
  /** An item of the agenda, or the meeting itself. */
  about: string;
  community: string;
  text: string;
  version: number;
  written_at: ColumnType<number | string, number, number>;
}
