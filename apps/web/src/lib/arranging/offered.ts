import type { Capacity } from '@yishiting/domain/capacities';
import { settlesByAgreement } from '@yishiting/domain/procedures/parties';
import type { Procedure } from '@yishiting/domain/procedures/schema';

const around = ['attendee', 'observer', 'supervisor', 'witness'] as const;
const inMediation = ['chair', 'recorder', 'party', 'mediator', ...around] as const;
const elsewhere = [
  'chair',
  'recorder',
  'member',
  'responsible-unit',
  'attendee',
  'observer',
  'supervisor',
  'scrutineer',
  'teller',
] as const;

/** In what capacities people are listed: who has a say comes from the procedure. Parties and mediators sit in a mediation. */
export const offeredIn = (procedure: Pick<Procedure, 'decisions'>): readonly Capacity[] =>
  settlesByAgreement(procedure) ? inMediation : elsewhere;

/** In what capacity most people are listed. */
export const usualIn = (procedure: Pick<Procedure, 'decisions'>): Capacity =>
  settlesByAgreement(procedure) ? 'party' : 'member';

/** The side offered to the next party: the second while there is one alone, then that of a further one. */
export const nextSide = (people: readonly { side: number | null }[], most: number): number => {
  const taken = new Set(people.flatMap(({ side }) => side ?? []));
  return Array.from({ length: most }, (_, n) => n + 1).find((side) => !taken.has(side)) ?? most;
};
