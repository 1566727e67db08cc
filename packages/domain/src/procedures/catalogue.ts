/** The meetings that come with the product. One more is one file of data and one line here. */
import { hearing } from './hearing.ts';
import { mediation } from './mediation.ts';
import type { Procedure } from './schema.ts';

/** Every procedure by its id. A community's own procedures stand in the database, not here. */
export const procedures: Readonly<Record<string, Procedure>> = { hearing, mediation };
