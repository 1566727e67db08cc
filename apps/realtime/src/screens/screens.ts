/** What the screens of one meeting show, as the rows say. */
import { screenQueue, screensInUse } from '@yishiting/db/screens';
import type { Tables } from '@yishiting/db/tables';
import type { LiveScreens } from '@yishiting/domain/screens';
import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import type { KeptRows } from '../live/kept-rows.ts';
import type { Place } from '../room/outcomes.ts';

export type Screens = KeptRows<LiveScreens>;

/** Reads them from the database. */
export const screensOf = (db: Kysely<Tables>, place: Place, clock: Clock) => async (): Promise<LiveScreens> => {
  const [inUse, queue] = await Promise.all([screensInUse(db, { ...place, now: clock.now() }), screenQueue(db, place)]);
  return { screens: inUse.map(({ session: _, ...screen }) => screen), queue };
};
