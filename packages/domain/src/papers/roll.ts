import type { Capacity } from '../capacities.ts';
import type { PersonView, View } from '../view.ts';

/** Whoever follows in silence is neither due nor counted. */
const isDue = ({ capacities }: PersonView): boolean => capacities.some((capacity) => capacity !== 'observer');
const came = ({ presence }: PersonView): boolean => presence !== 'expected';

const peopleOf = ({ people }: Pick<View, 'people'>): PersonView[] =>
  people.order.flatMap((seat) => people.bySeat[seat] ?? []);

/** Who was due and who came, also when they left before the end, in the order in which they were called. */
export function rollOf(view: Pick<View, 'people'>) {
  const people = peopleOf(view);
  const due = people.filter(isDue);
  return {
    due,
    came: due.filter(came),
    absent: due.filter((person) => !came(person)),
    observers: people.filter((person) => !isDue(person) && came(person)).length,
  };
}

/** Names by capacity, each person under the first of theirs. */
export function byCapacity(people: readonly PersonView[]): [Capacity, string[]][] {
  const names = new Map<Capacity, string[]>();
  for (const { capacities, name } of people) {
    const [first] = capacities;
    if (first) names.set(first, [...(names.get(first) ?? []), name]);
  }
  return [...names];
}

/** The lines of the sign-in sheet: those who are due, then whoever came to listen. */
export const sheetOf = (view: Pick<View, 'people'>): PersonView[] => {
  const people = peopleOf(view);
  return [...people.filter(isDue), ...people.filter((person) => !isDue(person) && came(person))];
};
