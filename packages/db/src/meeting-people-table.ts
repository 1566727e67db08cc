import type { ArrangedReply } from '@yishiting/domain/invited';
import type { ColumnType, Generated } from 'kysely';
import type { Maybe } from './columns.ts';

/** The list of people with which a meeting is prepared; once it is called its record says who was. */
export interface MeetingPeopleTable {
  community: string;
  meeting: string;
  person: string;
  position: number;
  capacities: string[];
  note: Generated<string>;
  reply: ColumnType<ArrangedReply, string | undefined, string>;
  stands_in_for: Maybe<string>;
  /** Of a party: on which side; null for everybody else. */
  side: Maybe<number>;
}
