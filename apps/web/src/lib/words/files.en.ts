import type { Words } from './shape.ts';

export const filesEn: Words['files'] = {
  title: 'Attachments and material',
  kind: 'These files are',
  weChat:
    'If WeChat does not open a file, tap “…” at the top right and open the page in the browser; the first time, the recorder has to let that browser in.',
  photos: (n) => (n === 0 ? 'Photos' : `Photos (${n})`),
  photoAt: (time) => `Photo of the meeting taken at ${time}`,
};
