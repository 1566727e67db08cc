/** The parties of a mediation as a page names them, and what was answered of each when there is no agreement. */
import type { PartyAnswer } from '@yishiting/domain/acts/mediation';
import { isDue } from '@yishiting/domain/substitution';
import type { PersonView, View } from '@yishiting/domain/view';

/** Parties whose place nobody else has, by side. */
export const partiesIn = ({ people }: Pick<View, 'people'>): PersonView[] =>
  people.order
    .flatMap((seat) => people.bySeat[seat] ?? [])
    .filter((person) => person.capacities.includes('party') && isDue(person))
    .sort((one, other) => (one.side ?? 99) - (other.side ?? 99));

/** Half-filled answers as strings, so that a reload finds them again: `next` and `channel`, each with the seat. */
export type Typed = Record<string, string>;

/** The answers typed of these parties, those without one left out. */
export const answersOf = (parties: readonly { seat: string }[], typed: Typed): PartyAnswer[] =>
  parties.flatMap(({ seat }): PartyAnswer[] => {
    const next = typed[`next ${seat}`];
    const channel = (typed[`channel ${seat}`] ?? '').trim();
    if (next === 'mediate-again') return [{ seat, next }];
    return next === 'other-channel' ? [{ seat, next, ...(channel !== '' && { channel }) }] : [];
  });
