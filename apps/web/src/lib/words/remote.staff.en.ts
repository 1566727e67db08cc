/** On staff pages: arranging the video meeting and checking the identity of who joins remotely. */
import type { Widened } from './shape.ts';
import type { remoteStaffZh } from './remote.staff.zh-CN.ts';

export const remoteStaffEn: Widened<typeof remoteStaffZh> = {
  videoHint:
    'How those who attend remotely get in. Before the opening everybody with a seat sees it, afterwards only those who checked in as remote. It is never on a projector, in the notice or in the record.',
  addressHint:
    'Copy it from the invitation (Tencent Meeting, DingTalk, Zoom …); if you paste the whole invitation here, link and number are told apart.',
  save: 'Save',
  saved: 'Saved; this is what those who attend remotely now see.',
  savedDraft: 'Saved.',
  unsaved: 'Not saved yet: save it, or those who join remotely will not see it.',
  noneShort: 'none arranged',
  arrange: 'Arrange a video meeting',
  change: 'Change',
  count: (n, checked) => `${n} remote, ${checked} with their identity checked.`,
  unchecked: (names) => `Not checked yet: ${names}.`,
  notChecked: 'Identity not checked',
  checkedBy: (how, by) => `Identity checked (${how}, ${by})`,
  check: 'Check identity',
  checkOf: (name) => `Check identity: ${name}`,
  how: 'How it was checked',
  note: 'Note (optional)',
  noteHint: 'Such as which document was shown. No numbers of cards or telephones.',
  noNumbers: 'Leave out numbers of cards and telephones; say only which document was shown.',
  isThem: 'Confirm it is they',
  withdraw: 'Withdraw the check',
  withdrawOf: (name) => `Withdraw the check: ${name}`,
  withdrawReason: 'Why it is withdrawn',
  withdrawHint: 'The reason goes on record.',
  uncheckedOnRoll: (names) => `The identity of ${names}, attending remotely, is not checked yet.`,
  uncheckedHint:
    'You can check it first, under “People”. If you open the sounding now, the record says how many are remote and how many of them were checked.',
  openAnyway: 'Open all the same',
  onSheet: (way, by) => `${way} (checked: ${by})`,
};
