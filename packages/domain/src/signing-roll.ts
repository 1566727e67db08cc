/** Who signs an agreement: every party, the mediators who led, the recorder, whoever witnesses (Ministry of Justice's form of 2010). */
import { signingRoles, type SigningRole } from './acts/signing.ts';
import { presentIn, takesPart, type Attendance, type SeatedPerson } from './attendance.ts';
import { refuse, type Refusal } from './decision.ts';
import { partiesOf } from './mediation.ts';

export interface Signer {
  seat: string;
  roles: readonly SigningRole[];
}

/** Who may sign as mediator: whoever leads the mediation, and its mediators. */
const mayMediate = ({ capacities }: SeatedPerson): boolean =>
  (capacities.includes('chair') || capacities.includes('mediator')) && !capacities.includes('party');

/** Who may witness: somebody on neither side of the table. */
const mayWitness = (person: SeatedPerson): boolean =>
  takesPart(person) && !['party', 'chair', 'recorder'].some((held) => person.capacities.some((one) => one === held));

/**
 * Everybody who signs, in the order of the form, each once.
 * @param chosen the seats of those who mediated and of witnesses
 * @param have those who have signed already: they stay, as what they signed
 */
export function signersOf(
  attendance: Attendance,
  chosen: { mediators: readonly string[]; witnesses: readonly string[] },
  have: readonly Signer[],
): { all: { seat: string; roles: SigningRole[] }[] } | Refusal {
  const roles = new Map<string, Set<SigningRole>>();
  const add = (seat: string, role: SigningRole) => roles.set(seat, (roles.get(seat) ?? new Set()).add(role));
  for (const { seat } of partiesOf(attendance)) add(seat, 'party');
  for (const signer of have) for (const role of signer.roles) add(signer.seat, role);
  const asked = [
    ...chosen.mediators.map((seat) => ({ seat, role: 'mediator', may: mayMediate }) as const),
    ...chosen.witnesses.map((seat) => ({ seat, role: 'witness', may: mayWitness }) as const),
  ];
  for (const { seat, role, may } of asked) {
    const person = Object.hasOwn(attendance.people, seat) ? attendance.people[seat] : undefined;
    if (!person || person.replacedBy !== undefined) return refuse('no-such-seat');
    const twice = role === 'witness' && chosen.mediators.includes(seat);
    if (!may(person) || twice) return refuse('may-not-sign-as', { name: person.name, role });
    if (!have.some((one) => one.seat === seat)) add(seat, role);
  }
  const recorders = presentIn(attendance).filter(
    (one) => one.capacities.includes('recorder') && !one.capacities.includes('party'),
  );
  for (const { seat } of recorders) if (!have.some((one) => one.seat === seat)) add(seat, 'recorder');
  const rank = (held: ReadonlySet<SigningRole>) => signingRoles.findIndex((role) => held.has(role));
  const all = [...roles].map(([seat, held]) => ({ seat, held, rank: rank(held) }));
  all.sort((one, other) => one.rank - other.rank);
  return { all: all.map(({ seat, held }) => ({ seat, roles: signingRoles.filter((role) => held.has(role)) })) };
}
