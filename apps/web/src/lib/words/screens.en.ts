import type { Words } from './shape.ts';

export const screensEn: Words['screens'] = {
  useHere: 'Use this device as a projector',
  title: 'Projector',
  code: 'Pairing code',
  hint: 'Ask the chair or the recorder to choose “Connect a projector” on their page and enter these six characters.',
  then: 'Once connected, this page shows the meeting by itself. The code changes every ten minutes.',
  making: 'Getting a code…',
  away: 'The server cannot be reached at the moment; trying again.',
  connect: 'Connect a projector',
  codeLabel: 'Pairing code shown on the projecting device',
  codeHint: 'On that device, open the first page of this system and choose “Use this device as a projector”.',
  submit: 'Connect',
  connected: (n) => `Projector ${n} is connected.`,
  list: 'Projectors of this meeting',
  none: 'No projector is connected yet.',
  screen: (n) => `Projector ${n}`,
  since: (time) => `since ${time}`,
  here: 'this device',
  disconnect: 'Disconnect',
  disconnectOf: (n) => `Disconnect projector ${n}`,
  disconnected: (n) => `Projector ${n} is disconnected.`,
};
