/** Everything typed passes here, at the door, once: what Postgres, JSON or a printed page cannot hold is refused. */
import * as z from 'zod';

/** True when a text can be stored and hashed: no lone surrogate, no control character save newline and tab. */
export function isWellFormed(text: string): boolean {
  return text.isWellFormed() && !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(text);
}

/** Text as typed or pasted: line ends become \n, then it must be well formed (`not-well-formed`); composed (NFC), trimmed. */
export const wellFormed = z
  .string()
  .overwrite((text) => text.replace(/\r\n?/g, '\n'))
  .refine(isWellFormed, { error: 'not-well-formed', abort: true })
  .normalize('NFC')
  .trim();

/** One line that says something: a name, a matter, a title. `max` counts UTF-16 units after trimming. */
export function line(max: number) {
  return wellFormed
    .refine((text) => !/[\n\t\u2028\u2029]/.test(text), { error: 'not-one-line', abort: true })
    .min(1, { error: 'empty', abort: true })
    .max(max, { error: 'too-long', abort: true });
}

/** Text of several lines; may be empty. `max` counts UTF-16 units after trimming. */
export function paragraphs(max: number) {
  return wellFormed.max(max, { error: 'too-long', abort: true });
}

/** An integer that every JSON reader understands alike (|n| < 2^53); minus nought becomes nought. */
export const safeInteger = z.int().overwrite((n) => n + 0);

/** An id made by the server: a UUID in lower case, as Postgres writes it, since its text is hashed. */
export const id = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, { error: 'not-an-id' });

/** The client's own name for a command: 128 random bits as 32 lower-case hex digits (`getRandomValues` works without TLS). */
export const commandId = z.string().regex(/^[0-9a-f]{32}$/, { error: 'not-a-command-id' });
