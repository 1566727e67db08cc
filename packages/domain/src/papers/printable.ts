import type { View } from '../view.ts';

/**
 * Whether minutes and summary are there for this reader on paper: before the meeting there is nothing to write down, and a
 * draft is for those who lead alone, also while the others may read along on their screens.
 */
export const isPrintable = ({ phase, minutes, desk }: View): boolean =>
  phase !== 'called' && minutes?.sections != null && (desk !== undefined || minutes.status !== 'drafting');
