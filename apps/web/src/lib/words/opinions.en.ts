import type { Words } from './shape.ts';

export const opinionsEn: Words['opinions'] = {
  speaker: 'Speaker',
  uptake: 'Taken up?',
  because: (reason) => `Reason: ${reason}`,
  own: 'What you said, as recorded',
  ownHint:
    'If this is not what you said, tell the recorder; once the minutes are circulated you can also propose an amendment on this page.',
  proposal: 'Tendency proposal',
  stated: (when) => `Stated at ${when}`,
};
