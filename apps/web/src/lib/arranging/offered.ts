import type { Capacity } from '@yishiting/domain/capacities';

/** In what capacities people are listed for a hearing; parties and mediators sit in a mediation. */
export const offered: readonly Capacity[] = [
  'chair',
  'recorder',
  'member',
  'responsible-unit',
  'attendee',
  'observer',
  'supervisor',
  'scrutineer',
  'teller',
];
