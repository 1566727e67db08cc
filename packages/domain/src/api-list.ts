/** Requests and answers of the HTTP API about a list of names that is pasted; api.ts says how they are read. */
import { z } from 'zod';
import type { PersonLine } from './api.ts';
import { line, safeInteger } from './text.ts';

/** As many names as one list may have. */
export const mostNames = 500;

/** POST people/match, by whoever keeps the register: who of these names is on it → NameMatch[], in the order asked. */
export const matchRequest = z.strictObject({ names: z.array(line(60)).min(1).max(mostNames) });
export interface NameMatch {
  name: string;
  /** Everybody on the register who is called so. */
  people: PersonLine[];
}

/**
 * POST people/list, by the same: puts people on the register, all of them or nobody → PersonLine[], in that order. `known`:
 * how many of that name there were when they were matched; `register-changed` where there are others now, as when the
 * request is sent again because no answer came.
 */
export const listRequest = z.strictObject({
  people: z
    .array(z.strictObject({ name: line(60), known: safeInteger.min(0) }))
    .min(1)
    .max(mostNames),
});
