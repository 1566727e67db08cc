/** Every command that can be given in a meeting, as it comes over the wire. */
import { z } from 'zod';
import { agendaCommandSchemas } from './agenda.ts';
import { agreementCommandSchemas } from './agreement.ts';
import { attendanceCommandSchemas } from './attendance.ts';
import { changesCommandSchemas } from './changes.ts';
import { clockCommandSchemas } from './clock.ts';
import { dutyCommandSchemas } from './duties.ts';
import { floorCommandSchemas } from './floor.ts';
import { fileCommandSchemas } from './files.ts';
import { identityCommandSchemas } from './identity.ts';
import { mediationCommandSchemas } from './mediation.ts';
import { minutesCommandSchemas } from './minutes.ts';
import { noticeCommandSchemas } from './notice.ts';
import { opinionCommandSchemas } from './opinions.ts';
import { proposalCommandSchemas } from './proposal.ts';
import { questionCommandSchemas } from './questions.ts';
import { resultCommandSchemas } from './result.ts';
import { replyCommandSchemas } from './replies.ts';
import { sessionCommandSchemas } from './session.ts';
import { signingCommandSchemas } from './signing.ts';
import { supplementCommandSchemas } from './supplements.ts';
import { votingCommandSchemas } from './voting.ts';

export const meetingCommandSchema = z.discriminatedUnion('type', [
  ...attendanceCommandSchemas,
  ...identityCommandSchemas,
  ...replyCommandSchemas,
  ...noticeCommandSchemas,
  ...changesCommandSchemas,
  ...sessionCommandSchemas,
  ...agendaCommandSchemas,
  ...clockCommandSchemas,
  ...floorCommandSchemas,
  ...votingCommandSchemas,
  ...opinionCommandSchemas,
  ...questionCommandSchemas,
  ...proposalCommandSchemas,
  ...agreementCommandSchemas,
  ...signingCommandSchemas,
  ...minutesCommandSchemas,
  ...supplementCommandSchemas,
  ...resultCommandSchemas,
  ...fileCommandSchemas,
  ...dutyCommandSchemas,
  ...mediationCommandSchemas,
]);
export type MeetingCommand = z.infer<typeof meetingCommandSchema>;
