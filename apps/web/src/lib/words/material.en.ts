import type { Words } from './shape.ts';

export const materialEn: Words['material'] = {
  opening: 'Opening…',
  troubles: {
    gone: 'This paper cannot be seen now; it may have been withdrawn or erased.',
    away: 'The server cannot be reached at the moment; trying again.',
    broken: 'This paper cannot be opened: the file is damaged.',
    locked: 'This paper cannot be opened: the file asks for a password.',
    'too-slow': 'This page is too complex for this device to show.',
  },
  page: (n, of) => `Page ${n} of ${of}`,
  back: 'Previous page',
  next: 'Next page',
  larger: 'Larger',
  smaller: 'Smaller',
  toSeat: 'Back to the meeting',
  save: 'Save',
  onlySaved: 'A file of this kind can only be saved and opened with another program.',
  missing: 'This paper is not among the meeting’s material; it may have been withdrawn or erased.',
  voteOpen: 'A sounding has opened',
  toVote: 'Answer it',
  yourTurn: 'You have the floor',
  toFloor: 'To the meeting',
};
