/**
 * Whose identity was checked of those who take part from elsewhere. A check holds for one stretch of remote presence:
 * whoever leaves or comes into the room, and joins from elsewhere again, is checked again (docs/decisions/identity.md).
 */
import type { IdentityCommand } from './acts/identity.ts';
import { isDue, seatedIn, type Attendance, type SeatedPerson } from './attendance.ts';
import { accept, refuse, unchanged, type Circumstances, type Decision } from './decision.ts';

type Sought = Pick<SeatedPerson, 'presence' | 'identity'>;

export const isRemote = ({ presence }: Sought): boolean => presence.status === 'present' && presence.way === 'remote';

/** Takes part from elsewhere, and somebody has made sure who it is. */
export const isChecked = (person: Sought): boolean => isRemote(person) && person.identity?.holds === true;

/** Everybody who takes part from elsewhere and counts, in the order of the list. */
export const remoteIn = (attendance: Attendance): SeatedPerson[] =>
  seatedIn(attendance).filter((person) => isRemote(person) && isDue(person));

/** How many of these take part from elsewhere, and of how many of those the identity was checked; undefined: none does. */
export function remoteAmong(people: readonly SeatedPerson[]): { count: number; checked: number } | undefined {
  const remote = people.filter(isRemote);
  return remote.length > 0 ? { count: remote.length, checked: remote.filter(isChecked).length } : undefined;
}

function check(
  person: SeatedPerson,
  { seat, how, note }: IdentityCommand & { type: 'check-identity' },
  { actor }: Circumstances,
): Decision {
  if (seat === actor.seat) return refuse('own-identity');
  if (!isRemote(person)) return refuse('not-remote', { name: person.name });
  const { identity: former } = person;
  const same = former?.how === how && former.note === (note ?? null) && former.by === actor.name;
  if (former?.holds && same) return unchanged();
  return accept({ type: 'identity-checked', seat, how, ...(note !== undefined && { note }), by: actor.name });
}

export function decideIdentity(
  { attendance }: { attendance: Attendance },
  command: IdentityCommand,
  circumstances: Circumstances,
): Decision {
  const person = attendance.people[command.seat];
  if (!person) return refuse('no-such-seat');
  if (command.type === 'check-identity') return check(person, command, circumstances);
  const { seat, reason } = command;
  return person.identity ? accept({ type: 'identity-check-withdrawn', seat, reason }) : unchanged();
}
