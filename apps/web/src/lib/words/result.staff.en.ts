/** On staff pages: drafting, publishing and correcting the result, and verifying the record. */
import type { Widened } from './shape.ts';
import type { resultStaffZh } from './result.staff.zh-CN.ts';

export const resultStaffEn: Widened<typeof resultStaffZh> = {
  none: 'Not published yet',
  basis: (quote, document, place) => `“${quote}” (${document}, ${place})`,
  hint: 'Drafted from the record, without the names of speakers. Check and revise it before it is published: residents read it on the public page as it stands below.',
  notForPublic:
    'Meetings of this kind are not made known to everybody, and neither is their result on the public page.',
  fields: {
    title: 'Title',
    body: 'Text (one paragraph a line)',
    signature: 'Signed by',
    examinedBy: 'Examined by',
    examinedHint:
      'Who checked that it holds no personal data that should not be public (Personal Information Protection Law, art. 55: assess before publishing).',
    wrong: 'What was wrong',
    wrongHint: 'For example: “In part 2 the number present was given as 38; it was 39.” Residents read this.',
    withheld: 'The earlier text holds personal data that should not be public: show it no longer',
    withheldHint: 'Else the earlier text stays readable, struck through.',
  },
  named: (names) =>
    `The text names people who took part: ${names.join(', ')}. The result need not say whose opinion it was; please check.`,
  preview: 'See it as it will be published',
  draft: 'Draft it from the record',
  draftAnew: 'Draft it anew from the record',
  draftAnewSure: 'This replaces the text as it stands. Are you sure?',
  draftAnewYes: 'Draft anew',
  publish: 'Publish',
  publishSure:
    'Everybody can read it then. It cannot be taken back: what is wrong is put right by a correction, and the first text stays on record.',
  publishYes: 'Checked: publish it',
  correct: 'Correct it',
  correctSure: 'Everybody will read the text as it stands now, and what was wrong before.',
  correctYes: 'Checked: publish the correction',
  unchanged: 'The text is the one that is published already.',
  toPublic: 'Open the public page',
  printHint: 'On A4 for the board. For a file choose “Save as PDF” when printing.',
  later: 'The result is published here once the minutes are final.',
  verify: {
    title: 'Verify this record',
    act: 'Verify this record',
    checking: 'Checking every entry…',
    hint: 'The server computes everything anew from the first entry, to see whether the record was changed.',
    well: 'All is well: nothing wrong was found.',
    wrong: (n) => (n === 1 ? 'Something is wrong' : `${n} things are wrong`),
    entries: (n) => `All ${n} entries of the record were checked; each follows from the one before.`,
    entriesWrong: (n) => `All ${n} entries of the record were checked.`,
    sealed: (seals, upTo) =>
      `${seals} ${seals === 1 ? 'seal was' : 'seals were'} checked; ${seals === 1 ? 'it vouches' : 'they vouch'} for everything up to entry ${upTo}.`,
    unsealed: (n) =>
      n === 1
        ? 'No seal vouches for the one entry after it yet; the next one will.'
        : `No seal vouches for the ${n} entries after it yet; the next one will.`,
    noSeal: 'There is no seal yet; the record is sealed when the meeting closes.',
    minutes: (hash) => `The hash of the final minutes was computed anew from their text: ${hash}.`,
    noMinutes: 'The minutes are not final yet.',
    supplements: (n) => (n === 1 ? 'One supplement stands.' : `${n} supplements stand.`),
    at: (when) => `Checked ${when}`,
    limit: 'This server checked itself. To check it elsewhere, hold the seals against copies kept by others.',
    toSeals: 'List of seals',
    one: (n) => `entry ${n}`,
    span: (from, to) => `entries ${from} to ${to}`,
    unplaced: 'an entry',
    whatToDo: 'Leave this machine as it is, and tell the head of the community and whoever keeps the system at once.',
    findings: {
      unreadable: (where) => `Cannot be read: ${where}`,
      foreign: (where) => `Of another meeting: ${where}`,
      'out-of-order': (where) => `In the wrong place: ${where}`,
      added: (where) => `Put in: ${where}`,
      missing: (where) => `Taken out: ${where}`,
      'does-not-follow': (where) => `Changed: ${where}, or the one before it`,
      renumbered: (where) => `Renumbered: ${where}`,
      'cut-off': (where) => `Missing at the end: ${where}`,
      'seal-unreadable': (where) => `A seal that cannot be read: ${where}`,
      'seal-by-unknown-key': (where) => `A seal by an unknown key: ${where}`,
      'seal-false': (where) => `A false seal: ${where}`,
      rewritten: (where) => `Rewritten, for a seal says otherwise: ${where}`,
      'in-doubt': (where) => `No seal vouches any more: ${where}`,
      forked: (where) => `Restored from a backup and grown apart from what was sealed: ${where}`,
      'not-canonical': (where) => `Spelled otherwise than recorded: ${where}`,
      'seal-missing': (where) => `The seal that was set here is gone: ${where}`,
      'agreement-altered': (where) => `The frozen text of the agreement is missing or does not fit its hash: ${where}`,
      'minutes-altered': (where) => `The text of the final minutes does not fit its hash: ${where}`,
    },
  },
};
