/** How the result of a sounding is written. */
import type { SoundingResult } from './shape.ts';

export const decidesNothingEn = 'A sounding decides nothing.';

export const resultEn = ({ roll, returned, yes, no, abstain }: SoundingResult) =>
  `Of ${roll} entitled to give their view, ${returned} did: ${yes} in favour, ${no} against, ${abstain} abstaining. ${decidesNothingEn}`;
