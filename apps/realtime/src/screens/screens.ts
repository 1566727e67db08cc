/**
 * What the screens of one meeting show, as the rows say. Whoever changes a row commits it, then asks for it to be read
 * again here, and only then answers: nobody is told of what a restart would take back.
 */
import { screenQueue, screensInUse } from '@yishiting/db/screens';
import type { Tables } from '@yishiting/db/tables';
import { noScreens, type LiveScreens } from '@yishiting/domain/screens';
import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Place } from '../room/outcomes.ts';

export class Screens {
  #read: () => Promise<LiveScreens>;
  #changed: () => void;
  #state = noScreens;
  #reading: Promise<void> = Promise.resolve();

  /** `changed`: called when something may be shown otherwise than before. */
  constructor(read: () => Promise<LiveScreens>, changed: () => void) {
    this.#read = read;
    this.#changed = changed;
  }

  /** As read last; another object whenever it was read again. */
  get state(): LiveScreens {
    return this.#state;
  }

  /** Reads the rows again and tells of them; one reading after the other, so that the last one counts. */
  refresh(): Promise<void> {
    const next = this.#reading
      .catch(() => undefined)
      .then(async () => {
        this.#state = await this.#read();
        this.#changed();
      });
    this.#reading = next;
    return next;
  }
}

/** Reads them from the database. */
export const screensOf = (db: Kysely<Tables>, place: Place, clock: Clock) => async (): Promise<LiveScreens> => {
  const [inUse, queue] = await Promise.all([screensInUse(db, { ...place, now: clock.now() }), screenQueue(db, place)]);
  return { screens: inUse.map(({ session: _, ...screen }) => screen), queue };
};
