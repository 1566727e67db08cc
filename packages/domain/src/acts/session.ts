/** Opening, adjourning, closing: what can be asked, and what is then recorded. */
import { z } from 'zod';
import { line, safeInteger } from '../text.ts';

/** A meeting that was called off never opens. */
export const phases = ['called', 'in-session', 'adjourned', 'closed', 'called-off'] as const;
export type Phase = (typeof phases)[number];

export const sessionCommandSchemas = [
  /** `deviation`: why the meeting opens although the notice was too short, in the chair's words. */
  z.strictObject({ type: z.literal('open-meeting'), deviation: line(500).optional() }),
  z.strictObject({ type: z.literal('adjourn-meeting'), reason: line(300).optional() }),
  z.strictObject({ type: z.literal('resume-meeting') }),
  z.strictObject({ type: z.literal('close-meeting') }),
] as const;
export type SessionCommand = z.infer<(typeof sessionCommandSchemas)[number]>;

export const sessionEventSchemas = [
  /**
   * `present`: how many were present who count (observers do not). `deviation`: from which of the procedure's notices, by
   * their place in it, the chair departed by opening now, and why.
   */
  z.strictObject({
    type: z.literal('meeting-opened'),
    present: safeInteger,
    deviation: z.strictObject({ notices: z.array(safeInteger.min(0)).min(1).max(200), reason: line(500) }).optional(),
  }),
  z.strictObject({ type: z.literal('meeting-adjourned'), reason: line(300).optional() }),
  z.strictObject({ type: z.literal('meeting-resumed') }),
  z.strictObject({ type: z.literal('meeting-closed'), present: safeInteger }),
] as const;
