import type { Words } from './shape.ts';

export const screensEn: Words['screens'] = {
  useHere: 'Use this device as a projector',
  title: 'Projector',
  code: 'Pairing code',
  hint: 'Ask the chair or the recorder to choose “Projectors” and then “Connect a projector” on their page, and to enter these six characters.',
  then: 'Once connected, this page shows the meeting by itself. The code changes every ten minutes.',
  making: 'Getting a code…',
  away: 'The server cannot be reached at the moment; trying again.',
  codeLabel: 'Pairing code shown on the projecting device',
  codeHint: 'On that device, open the first page of this system and choose “Use this device as a projector”.',
};
