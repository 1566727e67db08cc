/** 工作人员页面的用语：大家都用的用语，加上各 staff 文件中的。手机上的席位页不加载这些。 */
import { admissionStaffZh } from './admission.staff.zh-CN.ts';
import { agreementStaffZh } from './agreement.staff.zh-CN.ts';
import { changesStaffZh } from './changes.staff.zh-CN.ts';
import { observingStaffZh } from './observing.staff.zh-CN.ts';
import { floorStaffZh } from './floor.staff.zh-CN.ts';
import { minutesStaffZh } from './minutes.staff.zh-CN.ts';
import { noticeStaffZh } from './notice.staff.zh-CN.ts';
import { opinionsStaffZh } from './opinions.staff.zh-CN.ts';
import { resultStaffZh } from './result.staff.zh-CN.ts';
import { filesStaffZh } from './files.staff.zh-CN.ts';
import { mediationStaffZh } from './mediation.staff.zh-CN.ts';
import { remoteStaffZh } from './remote.staff.zh-CN.ts';
import { screensStaffZh } from './screens.staff.zh-CN.ts';
import { votingStaffZh } from './voting.staff.zh-CN.ts';
import { invitationsStaffZh } from './invitations.staff.zh-CN.ts';
import { desksZh } from './desks.zh-CN.ts';
import { dutiesZh } from './duties.zh-CN.ts';
import { hostNotesZh } from './host-notes.zh-CN.ts';
import { officeZh } from './office.zh-CN.ts';
import { papersZh } from './papers.zh-CN.ts';
import { registerZh } from './register.zh-CN.ts';
import { zhCN } from './zh-CN.ts';

export const staffZhCN = {
  ...zhCN,
  ...desksZh,
  ...officeZh,
  duties: dutiesZh,
  hostNotes: hostNotesZh,
  papers: papersZh,
  register: registerZh,
  admission: { ...zhCN.admission, ...admissionStaffZh },
  agreement: { ...zhCN.agreement, ...agreementStaffZh },
  changes: { ...zhCN.changes, ...changesStaffZh },
  observing: { ...zhCN.observing, ...observingStaffZh },
  floor: { ...zhCN.floor, ...floorStaffZh },
  minutes: { ...zhCN.minutes, ...minutesStaffZh },
  notice: { ...zhCN.notice, ...noticeStaffZh },
  opinions: { ...zhCN.opinions, ...opinionsStaffZh },
  result: { ...zhCN.result, ...resultStaffZh },
  files: { ...zhCN.files, ...filesStaffZh },
  remote: { ...zhCN.remote, ...remoteStaffZh },
  mediation: { ...zhCN.mediation, ...mediationStaffZh },
  screens: { ...zhCN.screens, ...screensStaffZh },
  voting: { ...zhCN.voting, ...votingStaffZh },
  invitations: { ...zhCN.invitations, ...invitationsStaffZh },
  signIn: { ...zhCN.signIn, ...officeZh.signIn },
  meetings: { ...zhCN.meetings, ...officeZh.meetings },
};
