/** On staff pages: deciding on requests to enter by the code. */
import type { Widened } from './shape.ts';
import type { admissionStaffZh } from './admission.staff.zh-CN.ts';

export const admissionStaffEn: Widened<typeof admissionStaffZh> = {
  count: (n) => (n === 1 ? '1 person is waiting to be admitted' : `${n} people are waiting to be admitted`),
  byCode: (time) => `${time} · with the meeting code`,
  furtherDevice: (time) => `${time} · another device of the same person`,
  listed: (name) => `Nobody on the list is called “${name}”. Check who it is, then choose a seat.`,
  listedTwice: (name) => `Several people on the list are called “${name}”. Check who it is, then choose.`,
  admitAs: (who) => `Admit as “${who}”`,
  declineOf: (name) => `Decline ${name}`,
  declineAll: 'Decline all',
  declineAllSure: (n) => `Decline all ${n} requests?`,
  choose: 'Choose a seat',
  search: 'Find a name on the list',
  device: 'a device is online',
  more: (n) => (n === 1 ? '1 more; enter a name to find them.' : `${n} more; enter a name to find them.`),
  noneFound: 'Nobody on the list is called so. Add the person to the meeting first.',
  admitted: (name) => `“${name}” was admitted.`,
  declinedOf: (name) => `“${name}” was declined.`,
  declinedAll: 'All were declined.',
};
