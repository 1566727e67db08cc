/**
 * A substitute takes the place of somebody on the list: of the two only one is due, and only that one can be here. Whoever
 * was replaced and turns up after all has the place back as long as the substitute is not here.
 */
import type { Capacity } from './capacities.ts';
import { refuse, type Refusal } from './decision.ts';

interface Placed {
  seat: string;
  name: string;
  capacities: readonly Capacity[];
  presence: { status: 'expected' | 'present' | 'departed' };
  /** The seat of whoever has the place now; absent: they have it themselves. */
  replacedBy?: string;
}
type People<P extends Placed> = Readonly<Record<string, P>>;

/** Observers follow in silence; everybody else takes part. */
export const takesPart = ({ capacities }: Pick<Placed, 'capacities'>): boolean =>
  capacities.some((capacity) => capacity !== 'observer');

/** 应到: everyone called in a capacity other than observer whose place nobody else has. */
export const isDue = (person: Pick<Placed, 'capacities' | 'replacedBy'>): boolean =>
  takesPart(person) && person.replacedBy === undefined;

/** Who has the place of this seat now: the person themself, or the last of those who came in for them. */
export function holderOf<P extends Placed>(people: People<P>, seat: string): P | undefined {
  let holder = people[seat];
  while (holder?.replacedBy !== undefined) holder = people[holder.replacedBy];
  return holder;
}

/** Why nobody can come in for this seat in these capacities; undefined: somebody can. */
export function refuseSubstitute(
  people: People<Placed>,
  seat: string,
  capacities: readonly Capacity[],
): Refusal | undefined {
  const replaced = Object.hasOwn(people, seat) ? people[seat] : undefined;
  if (!replaced) return refuse('no-such-seat');
  // The chair is taken over, not stood in for; who is here needs nobody; an observer has no place to fill.
  const fits = isDue(replaced) && !replaced.capacities.includes('chair') && takesPart({ capacities });
  if (!fits || replaced.presence.status === 'present') return refuse('not-replaceable', { name: replaced.name });
  return undefined;
}

/** Why the place cannot go back to this person: who came in for them is here. */
export function refuseReturn(people: People<Placed>, person: Placed): Refusal | undefined {
  const holder = holderOf(people, person.seat);
  if (holder?.presence.status !== 'present') return undefined;
  return refuse('place-taken', { name: person.name, by: holder.name });
}

/** The people with one of them in the place of another. */
export function replaced<P extends Placed>(people: People<P>, seat: string, by: string): Record<string, P> {
  const person = people[seat];
  return person ? { ...people, [seat]: { ...person, replacedBy: by } } : { ...people };
}

/** The people with the place back in this person's hands; who had it is replaced in turn. */
export function returned<P extends Placed>(people: People<P>, seat: string): Record<string, P> {
  const [person, holder] = [people[seat], holderOf(people, seat)];
  if (!person || !holder || holder.seat === seat) return { ...people };
  const { replacedBy: _, ...own } = person;
  return { ...people, [seat]: own as P, [holder.seat]: { ...holder, replacedBy: seat } };
}
