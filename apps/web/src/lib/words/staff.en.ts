/** The words of staff pages: those of everybody's pages and those of the staff files, which no seat page has to load. */
import { admissionStaffEn } from './admission.staff.en.ts';
import { agreementStaffEn } from './agreement.staff.en.ts';
import { changesStaffEn } from './changes.staff.en.ts';
import { observingStaffEn } from './observing.staff.en.ts';
import { floorStaffEn } from './floor.staff.en.ts';
import { minutesStaffEn } from './minutes.staff.en.ts';
import { noticeStaffEn } from './notice.staff.en.ts';
import { opinionsStaffEn } from './opinions.staff.en.ts';
import { resultStaffEn } from './result.staff.en.ts';
import { filesStaffEn } from './files.staff.en.ts';
import { mediationStaffEn } from './mediation.staff.en.ts';
import { remoteStaffEn } from './remote.staff.en.ts';
import { screensStaffEn } from './screens.staff.en.ts';
import { votingStaffEn } from './voting.staff.en.ts';
import { invitationsStaffEn } from './invitations.staff.en.ts';
import { desksEn } from './desks.en.ts';
import { dutiesEn } from './duties.en.ts';
import { hostNotesEn } from './host-notes.en.ts';
import { officeEn } from './office.en.ts';
import { papersEn } from './papers.en.ts';
import { registerEn } from './register.en.ts';
import type { StaffWords } from './shape.ts';
import { en } from './en.ts';

export const staffEn: StaffWords = {
  ...en,
  ...desksEn,
  ...officeEn,
  duties: dutiesEn,
  hostNotes: hostNotesEn,
  papers: papersEn,
  register: registerEn,
  admission: { ...en.admission, ...admissionStaffEn },
  agreement: { ...en.agreement, ...agreementStaffEn },
  changes: { ...en.changes, ...changesStaffEn },
  observing: { ...en.observing, ...observingStaffEn },
  floor: { ...en.floor, ...floorStaffEn },
  minutes: { ...en.minutes, ...minutesStaffEn },
  notice: { ...en.notice, ...noticeStaffEn },
  opinions: { ...en.opinions, ...opinionsStaffEn },
  result: { ...en.result, ...resultStaffEn },
  files: { ...en.files, ...filesStaffEn },
  remote: { ...en.remote, ...remoteStaffEn },
  mediation: { ...en.mediation, ...mediationStaffEn },
  screens: { ...en.screens, ...screensStaffEn },
  voting: { ...en.voting, ...votingStaffEn },
  invitations: { ...en.invitations, ...invitationsStaffEn },
  signIn: { ...en.signIn, ...officeEn.signIn },
  meetings: { ...en.meetings, ...officeEn.meetings },
};
