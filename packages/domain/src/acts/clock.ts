/** The countdown: what can be asked, and what is then recorded. */
import { z } from 'zod';
import { safeInteger } from '../text.ts';

const seconds = safeInteger.min(1).max(86_400);

export const clockCommandSchemas = [
  z.strictObject({ type: z.literal('start-clock'), seconds }),
  z.strictObject({ type: z.literal('pause-clock') }),
  z.strictObject({ type: z.literal('resume-clock') }),
  z.strictObject({ type: z.literal('stop-clock') }),
] as const;
export type ClockCommand = z.infer<(typeof clockCommandSchemas)[number]>;

export const clockEventSchemas = [
  z.strictObject({ type: z.literal('clock-started'), seconds }),
  z.strictObject({ type: z.literal('clock-paused') }),
  z.strictObject({ type: z.literal('clock-resumed') }),
  z.strictObject({ type: z.literal('clock-stopped') }),
] as const;
