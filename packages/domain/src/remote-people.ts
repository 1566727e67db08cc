import { isDue } from './substitution.ts';
import type { PersonView } from './view.ts';

const isRemote = ({ presence, way }: PersonView): boolean => presence === 'present' && way === 'remote';

/** Whoever takes part from elsewhere and counts, and those of them whose identity nobody has checked. */
export function remoteOf(people: readonly PersonView[]): { remote: PersonView[]; unchecked: PersonView[] } {
  const remote = people.filter((person) => isRemote(person) && isDue(person));
  return { remote, unchecked: remote.filter(({ identity }) => identity?.holds !== true) };
}
