import type { Words } from './shape.ts';

export const admissionEn: Words['admission'] = {
  title: 'Ask to be admitted',
  hint: 'Enter your name as it stands on the list of participants. When the recorder has checked it and admits you, this page enters the meeting by itself.',
  name: 'Your name',
  submit: 'Ask to be admitted',
  byLink: 'Ask the recorder to admit me',
  waiting: (name) => `The recorder has been told that “${name}” asks to be admitted. Please wait.`,
  waitingDevice:
    'The recorder has been told that this device of yours asks to be admitted. Please wait, or choose “Admit” on the device with which you are in the meeting.',
  thenIn: 'Once you are admitted this page enters the meeting by itself; keep it open.',
  away: 'The server cannot be reached at the moment; trying again.',
  rename: 'Correct the name',
  declined: 'You were not admitted this time.',
  declinedDo: 'Tell the staff in the room who you are, then ask again.',
  again: 'Ask again',
  over: 'The meeting is over; nobody can be admitted any more.',
  noCode: 'This page lacks the meeting code. Go back to the start and enter the six digits on the screen in the room.',
  admit: 'Admit',
  decline: 'Decline',
  own: 'Another device of yours asks to be admitted',
  ownHint: 'Choose “Admit” only if you are using that device yourself.',
  notMine: 'Not me',
};
