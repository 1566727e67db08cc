import type { Words } from './shape.ts';

export const remoteEn: Words['remote'] = {
  title: 'Remote attendance',
  video: 'Video meeting',
  address: 'Link to the meeting',
  access: 'Meeting number, password',
  open: 'Open the video meeting',
  newWindow: 'Opens in a new window; this page stays as it is.',
  copyLink: 'Copy the link',
  copyAccess: 'Copy number and password',
  copied: 'Copied',
  notCopied: 'That did not work; press and hold the text to copy it.',
  please: 'If you attend remotely:',
  known: (by) => `Your identity was confirmed by ${by}.`,
  stay: 'The staff will confirm your identity; please stay reachable by video or telephone.',
};
