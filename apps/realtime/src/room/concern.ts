import type { Meeting } from '@yishiting/domain/meeting';
import type { Mine } from '@yishiting/domain/view';

/**
 * Which seats it may concern that the meeting became another: it is asked of thousands after every batch. What is told to
 * a seat alone is made of the phase, who is here and who said they will come, the votes, the floor (which becomes another with every item, too) the minutes and of a mediation;
 * who writes the minutes is told of every fact.
 */
export function mayConcern(before: Meeting | null, now: Meeting): (told: Mine | null) => boolean {
  const parts = ['session', 'attendance', 'replies', 'voting', 'minutes', 'floor', 'agreement', 'mediation'] as const;
  const all = parts.some((part) => before?.[part] !== now[part]);
  return (told) => all || told?.minutes.writes === true;
}
