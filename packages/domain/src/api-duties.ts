/** Answers of the HTTP API about what is owed after meetings; api.ts says how they are read. */
import type { DutyState } from './duties.ts';

/** What a closed meeting still owes, as a line of the list of meetings; late or not is a question of today and `last`. */
export type OwedLine = Pick<DutyState, 'duty' | 'words' | 'last' | 'person'>;
