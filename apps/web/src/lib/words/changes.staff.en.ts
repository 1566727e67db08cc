/** On staff pages: the last question before a meeting is called, moving it, calling it off. */
import type { Widened } from './shape.ts';
import type { changesStaffZh } from './changes.staff.zh-CN.ts';

export const changesStaffEn: Widened<typeof changesStaffZh> = {
  callSure:
    'Calling fixes matter, people, agenda and notice in the record; it cannot be taken back. To change time or place afterwards a new notice has to be posted; the meeting can be called off, and that stands in the record too. Call it?',
  callYes: 'Yes, call the meeting',
  move: 'Move the meeting',
  when: 'Time of the meeting',
  reasonHint: 'Required; it stands in the new notice and in the record, for everybody to read',
  same: 'Neither time nor place has been changed.',
  past: 'The new time has passed already.',
  again:
    'The former notice is void then; the days of notice are counted anew, from the last place where the new one is posted.',
  earliest: (day) => `If it is posted again today, the meeting may be held from ${day} on.`,
  short: (day) =>
    `Even if it is posted again today, the notice is long enough only on ${day}; to open at the time entered the chair has to give a reason.`,
  preview: 'The new notice',
  submit: 'Move the meeting',
  sure: 'The former notice becomes void and the new one enters the record; this cannot be taken back. The new one has to be posted again everywhere. Move the meeting?',
  yes: 'Yes, move it',
  done: 'Moved. Post the new notice, record when it was posted, and tell everybody who registered to listen.',
  off: 'Call the meeting off',
  offReason: 'Reason for calling it off',
  offReasonHint: 'Required; it stands in the record, for everybody to read',
  offSure:
    'The meeting can then neither be held nor restored; to hold it later it has to be prepared and called anew. Where the notice was posted, post that it is called off. Call it off?',
  offYes: 'Yes, call it off',
  toRecord: 'Read the record',
};
