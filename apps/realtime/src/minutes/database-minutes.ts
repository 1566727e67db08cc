import { compactMinutes, loadMinutes } from '@yishiting/db/minutes';
import type { Tables } from '@yishiting/db/tables';
import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Place } from '../room/outcomes.ts';
import type { MinutesStore } from './keeping.ts';

/** Reads a meeting's minutes from Postgres and puts them together there, as owner of its community in this epoch. */
export function databaseMinutes(db: Kysely<Tables>, place: Place, epoch: number, clock: Clock): MinutesStore {
  return {
    load: () => loadMinutes(db, place.community, place.meeting),
    compact: (merge) => compactMinutes(db, { ...place, epoch, at: clock.now() }, merge),
  };
}
