/** English: what a meeting says to those in it, its capacities and states, and the sentences of its record. */
import { repliesEn } from './replies.en.ts';
import { capacitiesEn, choicesEn, floorKindsEn, identityWaysEn, particularsEn, phasesEn, waysEn } from './lists.en.ts';
import { fileKindsEn, mediaTypesEn } from './files.en.ts';
import { soundingEn } from './soundings.en.ts';
import { channelsEn, noticeEn } from './notice.en.ts';
import { mediationEn } from './mediation.en.ts';
import { opinionsEn } from './opinions.en.ts';
import { refusalsEn } from './refusals.en.ts';
import type { PageWords, PrivacyNotice } from './shape.ts';

const privacyNotice202611 = ({ body }: { body: string }): PrivacyNotice => ({
  title: 'How your personal data is used',
  parts: [
    { heading: 'Who', text: `This meeting was called by ${body}, which is responsible for your personal data.` },
    {
      heading: 'What',
      text:
        'Your name, the capacity in which you take part, the building or unit you stand for, when you arrived and left, ' +
        'whether in the room or remote, the gist of what you say, and the view you give under your name. ' +
        'During the meeting the chair, the recorder and the staff see whether your device is connected. ' +
        'Checking in takes no identity number, no picture and no location.',
    },
    {
      heading: 'Why',
      text:
        'To know who took part, to record the meeting and the views given in it faithfully, ' +
        'and to draw up, publish and archive its outcome as the rules ask.',
    },
    {
      heading: 'How long',
      text:
        'The record of the meeting belongs to the archive and is kept for the term the archive rules set; ' +
        'it cannot be changed or deleted during that time. Telephone numbers and addresses are not part of it; ' +
        'they are deleted when no longer needed, and earlier if you ask.',
    },
    {
      heading: 'Whom to ask',
      text:
        'You may see and copy what is kept about you and have mistakes corrected. ' +
        `Ask the chair or the recorder here, or ${body} later. ` +
        'If you would rather not check in by phone, the recorder can do it for you; you take part all the same.',
    },
  ],
});

export const en: PageWords = {
  language: 'en',
  refusals: refusalsEn,
  fields: {
    'not-well-formed': 'This holds characters that cannot be kept; delete them and type it again.',
    'not-one-line': 'One line only; take out the line breaks.',
    empty: 'Please fill this in.',
    'too-long': 'Too long; please shorten it.',
    'not-an-id': 'This is no valid id; reload the page and choose again.',
    'not-a-command-id': 'The page sent something that is not right; reload it.',
    'not-a-token': 'The link is incomplete; open the whole link again.',
    'not-a-code': 'The code has six digits.',
    'too-short': 'Too short; at least 8 characters.',
    'password-one-kind': 'Use at least two of letters, digits and symbols.',
    'password-same': 'The new password must differ from the old one.',
    'unknown-procedure': 'There is no such kind of meeting; choose again.',
    'unknown-step': 'This kind of meeting has no such step; choose again.',
    'not-on-register': 'This person is not on the register; add them there first.',
    'person-twice': 'Each person is listed once; take out the repetition.',
    'no-chair': 'Name the chair.',
    'several-chairs': 'There is one chair only.',
    'no-recorder': 'Name the recorder.',
    'login-taken': 'Somebody has this sign-in name; choose another.',
    'name-taken': 'There is a body of this name; choose another.',
    'repeats-what-is-erased': 'The reason is kept; do not repeat in it what is to be erased.',
    'no-place': 'Choose somebody of the list to stand in for; each of them can have one substitute.',
    'private-number':
      'A notice holds no identity numbers and no private mobile numbers; the contact’s number belongs in its own field.',
    'not-the-name': 'This is not the name of the community; type it exactly as it stands.',
    'no-side': 'Please say on which side each party stands.',
    'one-side': 'Please list parties on two sides at least.',
    'not-https': 'The address begins with https://; copy it whole from the invitation of the meeting program.',
    'not-an-address-here': 'This machine has no such address; choose one from the list.',
  },
  ends: {
    'not-found': {
      says: 'This meeting or seat was not found.',
      do: 'Check the link; if in doubt, ask the staff of the meeting.',
    },
    'not-signed-in': {
      says: 'You are not signed in, or your sign-in has ended.',
      do: 'Sign in again, or open your personal link again.',
    },
    revoked: {
      says: 'Your entry on this device was withdrawn.',
      do: 'If you are to take part, ask the recorder to admit you again.',
    },
    'protocol-outdated': { says: 'The system was updated and your page is an older one.', do: 'Reload the page.' },
    malformed: {
      says: 'The page sent something that is not right, and the connection was ended.',
      do: 'Reload the page; if that does not help, try another browser.',
    },
    'too-large': {
      says: 'What was sent is too large, and the connection was ended.',
      do: 'Reload the page and try again with less.',
    },
    'too-fast': {
      says: 'Too many actions in a short time; the connection was cut for a moment.',
      do: 'Wait; the page reconnects by itself.',
    },
    stopping: { says: 'The service is stopping or restarting.', do: 'Wait; the page reconnects by itself.' },
    'room-reloaded': {
      says: 'The meeting is being loaded anew.',
      do: 'Wait; the page reconnects by itself. What was saved is safe.',
    },
  },
  capacities: capacitiesEn,
  audiences: { projector: 'screen in the room', public: 'public page' },
  posts: {
    keeper: 'system administrator',
    administrator: 'administrator of the community',
    staff: 'staff',
    'seal-keeper': 'keeper of the seal',
    'supervisor-post': 'supervisor',
  },
  phases: phasesEn,
  presence: { expected: 'not here yet', present: 'present', departed: 'left' },
  ways: waysEn,
  channels: channelsEn,
  notice: noticeEn,
  mediation: mediationEn,
  progress: { pending: 'to come', current: 'now', done: 'done', skipped: 'skipped', withdrawn: 'withdrawn' },
  choices: choicesEn,
  floorKinds: floorKindsEn,
  identityWays: identityWaysEn,
  particulars: particularsEn,
  fileKinds: fileKindsEn,
  mediaTypes: mediaTypesEn,
  purposes: { sounding: 'sounding' },
  voteStatus: {
    open: 'open',
    closed: 'closed',
    counting: 'being counted',
    established: 'established, to be announced',
    published: 'announced',
    annulled: 'annulled',
  },
  privacyNotices: { '2026-11': privacyNotice202611 },
  sounding: soundingEn,
  opinions: opinionsEn,
  replies: repliesEn,
  attendance: ({ due, present, remote }) =>
    remote === 0 ? `${present} of ${due} present.` : `${present} of ${due} present, ${remote} of them remote.`,
};
