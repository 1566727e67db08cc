/** Every fact that a meeting's record can hold. Schemas only grow; a changed meaning is a new type. */
import { z } from 'zod';
import { agendaEventSchemas } from './agenda.ts';
import { agreementEventSchemas } from './agreement.ts';
import { attendanceEventSchemas } from './attendance.ts';
import { meetingCalledSchema } from './called.ts';
import { changesEventSchemas } from './changes.ts';
import { clockEventSchemas } from './clock.ts';
import { custodyEventSchemas } from './custody.ts';
import { dutyEventSchemas } from './duties.ts';
import { floorEventSchemas } from './floor.ts';
import { fileEventSchemas } from './files.ts';
import type { Capacity } from '../capacities.ts';
import { identityEventSchemas } from './identity.ts';
import { mediationEventSchemas } from './mediation.ts';
import { minutesEventSchemas } from './minutes.ts';
import { noticeEventSchemas } from './notice.ts';
import { opinionEventSchemas } from './opinions.ts';
import { proposalEventSchemas } from './proposal.ts';
import { questionEventSchemas } from './questions.ts';
import { resultEventSchemas } from './result.ts';
import { replyEventSchemas } from './replies.ts';
import { sessionEventSchemas } from './session.ts';
import { signingEventSchemas } from './signing.ts';
import { supplementEventSchemas } from './supplements.ts';
import { votingEventSchemas } from './voting.ts';

export const meetingEventSchema = z.discriminatedUnion('type', [
  meetingCalledSchema,
  ...attendanceEventSchemas,
  ...identityEventSchemas,
  ...replyEventSchemas,
  ...noticeEventSchemas,
  ...changesEventSchemas,
  ...sessionEventSchemas,
  ...agendaEventSchemas,
  ...clockEventSchemas,
  ...floorEventSchemas,
  ...votingEventSchemas,
  ...opinionEventSchemas,
  ...questionEventSchemas,
  ...proposalEventSchemas,
  ...agreementEventSchemas,
  ...signingEventSchemas,
  ...minutesEventSchemas,
  ...supplementEventSchemas,
  ...resultEventSchemas,
  ...fileEventSchemas,
  ...dutyEventSchemas,
  ...mediationEventSchemas,
  ...custodyEventSchemas,
]);
export type MeetingEvent = z.infer<typeof meetingEventSchema>;

/** In which capacity an act was done: a capacity in the meeting, the post of staff of the convening body, or of keeper of its seal. */
export type ActingAs = Capacity | 'staff' | 'seal-keeper' | 'system';

/** A fact with its place in the record: what `evolve` reads. */
export interface Recorded {
  event: MeetingEvent;
  /** Gapless from 1 within the meeting. */
  version: number;
  /** Ms since 1970, never before the event above. */
  at: number;
  seat: string;
  actingAs: ActingAs;
}
