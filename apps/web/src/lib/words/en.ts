import type { Words } from './shape.ts';

import { admissionEn } from './admission.en.ts';
import { agreementEn } from './agreement.en.ts';
import { changesEn } from './changes.en.ts';
import { observingEn } from './observing.en.ts';
import { floorEn } from './floor.en.ts';
import { minutesEn } from './minutes.en.ts';
import { noticeEn } from './notice.en.ts';
import { opinionsEn } from './opinions.en.ts';
import { resultEn } from './result.en.ts';
import { filesEn } from './files.en.ts';
import { mediationEn } from './mediation.en.ts';
import { remoteEn } from './remote.en.ts';
import { materialEn } from './material.en.ts';
import { screensEn } from './screens.en.ts';
import { invitationsEn } from './invitations.en.ts';
import { votingEn } from './voting.en.ts';

export const en: Words = {
  admission: admissionEn,
  agreement: agreementEn,
  changes: changesEn,
  observing: observingEn,
  floor: floorEn,
  minutes: minutesEn,
  notice: noticeEn,
  opinions: opinionsEn,
  result: resultEn,
  files: filesEn,
  remote: remoteEn,
  mediation: mediationEn,
  material: materialEn,
  screens: screensEn,
  voting: votingEn,
  invitations: invitationsEn,
  product: 'Yishiting',
  common: {
    demonstration: 'Demonstration',
    demonstrationHint: 'A demonstration community; people and matters are invented.',
    loading: 'Loading…',
    day: 'Date',
    clock: 'Time of day',
    retry: 'Try again',
    save: 'Save',
    saving: 'Saving…',
    saved: 'Saved',
    unsaved: 'Changes not saved yet',
    cancel: 'Cancel',
    back: 'Back',
    close: 'Close',
    signOut: 'Sign out',
    skipToContent: 'Skip to content',
    unexpected: 'The server cannot be reached just now. Check the network and try again.',
    minutes: (n) => (n === 1 ? '1 minute' : `${n} minutes`),
    people: (n) => (n === 1 ? '1 person' : `${n} people`),
    showPassword: 'Show what I type',
    language: 'Language',
    typeSize: 'Text size',
    typeSizes: { normal: 'Standard', large: 'Large', largest: 'Largest' },
    notFoundTitle: 'This page was not found',
    notFound: 'Check the link, or start again from the first page.',
    home: 'To the first page',
  },
  signIn: {
    noCommunity: 'There is no such community on this server. Check the address, or choose one on the home page.',
  },
  meetings: {
    signIn: 'Sign in',
    toSeat: (name) => `Enter the meeting as ${name}`,
  },
  connection: {
    joining: 'Entering…',
    connected: 'Connected',
    away: (since) => `Reconnecting (since ${since}); what was saved is safe`,
    waiting: (n) =>
      n === 1
        ? 'One action is waiting to be sent; keep this page open'
        : `${n} actions are waiting to be sent; keep this page open`,
    sending: 'Sending…',
    saved: 'All saved',
  },
  home: {
    title: 'Community meetings held, recorded and verifiable on the spot',
    codeLabel: 'Meeting code',
    codeHint: 'The six digits on the wall or on your card',
    join: 'Enter the meeting',
    staff: 'Staff sign-in',
    staffHint: 'Choose your community.',
    setUpNeeded: 'This server has not been set up yet. Open the link shown in the window that started it.',
    about: 'About this system',
    records: 'Verify meeting records',
  },
  about: {
    title: 'About Yishiting',
    version: 'Version',
    license: 'Licence',
    what: 'Yishiting serves a community’s meetings: leading, checking in, answering and keeping the minutes all happen in the room, and every entry of the record is chained to the one before, so that anybody can verify it later.',
    privacyTitle: 'Privacy',
    privacy:
      'The system runs on the community’s own computer and sends nothing elsewhere. What is recorded in a meeting, why, for how long and whom to ask is told to everybody at check-in.',
    accessibilityTitle: 'Accessibility',
    accessibility:
      'Every page works by keyboard and screen reader, in three text sizes. Tell the community’s staff about any difficulty.',
    addresses: 'Addresses for phones on the same network',
  },
  enter: {
    title: 'Enter the meeting',
    hint: 'This is your personal link; please do not pass it on.',
    of: (community) => `You are about to enter a meeting of ${community}.`,
    whose: (name) => `This is the link of ${name}.`,
    submit: 'Enter the meeting',
    broken: 'The link is incomplete. Scan the code again or open the whole link.',
  },
  seat: {
    title: 'My seat',
    tabs: { now: 'Now', agenda: 'Agenda', mine: 'Mine' },
    checkIn: 'Check in',
    checkInHere: 'I am here: check in',
    checkInRemote: 'I join remotely: check in',
    checkInFirst: 'Please read before checking in',
    checkInOnTheDay: 'There is no need to check in yet. Open this page again on the day of the meeting.',
    checkedIn: (way) => `Checked in (${way})`,
    waiting: 'You are checked in. The meeting has not begun yet.',
    nothing: 'Nothing is asked of you at the moment.',
    adjourned: 'The meeting has a break; please wait for the chair.',
    closed: 'The meeting is over. Thank you for taking part.',
    answer: 'Your answer, please',
    answered: 'You have answered',
    toDesk: { chair: 'Open the chair’s page', recorder: 'Open the recorder’s page' },
    confirm: (choice) => `Confirm: ${choice}`,
    choose: 'Choose first',
    recorded: (choice, time) => `Recorded: ${choice} (${time})`,
    change: 'You may change it until the vote is closed.',
    namedVote: 'Given by name; the chair announces the result.',
    returned: (n, of) => `${n} of ${of} have answered`,
    voteClosed: 'Closed; the chair will announce the result.',
    result: 'Result',
    leave: 'I am leaving',
    leaveConfirm: 'Leave the meeting? You can check in again later.',
    agendaEmpty: 'No agenda yet.',
    step: (n, of) => `Item ${n} of ${of}`,
    you: 'Your capacity',
    parts: 'Parts of this page',
    about: 'About the matter',
    toMinutes: 'Read the minutes',
  },
  screen: {
    welcome: (procedure) => `Welcome to the ${procedure.charAt(0).toLowerCase()}${procedure.slice(1)}`,
    scan: 'Scan to check in, or enter',
    step: (n, of) => `Item ${n} of ${of}`,
    next: 'Next: ',
    demonstration: (matter) => `${matter} (demonstration)`,
    sounding: 'A sounding is being taken',
    afterwards: 'The result appears when the chair announces it.',
    answered: 'answered',
    stale: (time) => `Picture stopped at ${time}, reconnecting`,
    agenda: 'Agenda',
    page: (n, of) => `Page ${n} of ${of}`,
    planned: 'Planned',
    actual: 'Actual',
    minutes: (n) => `${n} min`,
    photo: 'Photo of the meeting',
    withdrawn: 'This paper has been withdrawn',
    erased: 'This paper has been erased',
    nobody: 'Nobody has the floor now',
    noSounding: 'No sounding has been taken yet',
    noCode: 'There is no code to join at present',
    adjourned: 'Break',
    closed: 'The meeting is over',
    result: 'Result of the sounding',
    clock: 'Timer',
    paused: 'paused',
  },
};
