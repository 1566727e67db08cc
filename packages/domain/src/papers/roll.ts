import type { Capacity } from '../capacities.ts';
import { isDue, takesPart } from '../substitution.ts';
import type { PersonView, View } from '../view.ts';

const came = ({ presence }: PersonView): boolean => presence !== 'expected';

const peopleOf = ({ people }: Pick<View, 'people'>): PersonView[] =>
  people.order.flatMap((seat) => people.bySeat[seat] ?? []);

/**
 * Who was due and who came, also when they left before the end, in the order in which they were called. Whoever is due came,
 * or is on leave, or is absent: 应到 = 实到 + 请假 + 缺席. Observers, and whoever has a substitute, are not due.
 */
export function rollOf(view: Pick<View, 'people'>) {
  const people = peopleOf(view);
  const due = people.filter(isDue);
  return {
    due,
    came: due.filter(came),
    leave: due.filter(({ onLeave }) => onLeave),
    absent: due.filter((person) => !came(person) && !person.onLeave),
    observers: people.filter((person) => !takesPart(person) && came(person)),
  };
}

/** Names by capacity in the words of `as`, each person under the first of theirs; the parties of each side by themselves. */
export function byCapacity(
  people: readonly PersonView[],
  as: (capacity: Capacity, side: number | undefined) => string,
): [string, string[]][] {
  const names = new Map<string, string[]>();
  for (const { capacities, side, name } of people) {
    const [first] = capacities;
    if (first) names.set(as(first, side), [...(names.get(as(first, side)) ?? []), name]);
  }
  return [...names];
}

/** The figures of a roll. */
export const countsOf = ({ due, came, leave, absent }: ReturnType<typeof rollOf>) => {
  return { due: due.length, came: came.length, leave: leave.length, absent: absent.length };
};
