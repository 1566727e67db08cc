/** What is owed after a meeting: who sees to it, and that it was done. */
import { z } from 'zod';
import { slugSchema } from '../procedures/stated.ts';
import { line, safeInteger } from '../text.ts';

/** Which of the procedure's duties, by its name there. */
const duty = slugSchema;
const done = {
  duty,
  /** When it was done, ms since 1970. */
  at: safeInteger,
  /** Who did it, as one names them. */
  by: line(60),
  /** To whom, where the duty is owed to somebody: the office with which the minutes were filed; null: to nobody. */
  to: line(120).nullable(),
  /** How or where: the number of the receipt, the board at which gate. */
  note: line(300).optional(),
};
const assigned = {
  duty,
  /** Who is to see to it, as one names them; null: nobody in particular. */
  person: line(60).nullable(),
};
/** It was recorded as done and is not, with the reason. */
const reopened = { duty, reason: line(300) };

export const dutyCommandSchemas = [
  z.strictObject({ type: z.literal('assign-duty'), ...assigned }),
  /** The same duty again corrects what was recorded of it before. */
  z.strictObject({ type: z.literal('record-duty'), ...done }),
  z.strictObject({ type: z.literal('reopen-duty'), ...reopened }),
] as const;
export type DutyCommand = z.infer<(typeof dutyCommandSchemas)[number]>;

export const dutyEventSchemas = [
  z.strictObject({ type: z.literal('duty-assigned'), ...assigned }),
  z.strictObject({ type: z.literal('duty-fulfilled'), ...done }),
  z.strictObject({ type: z.literal('duty-reopened'), ...reopened }),
] as const;
