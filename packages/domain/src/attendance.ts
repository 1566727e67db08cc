/** Who is here, by what way and since when. A lost connection is not leaving. */
import { privacyNotice, type AttendanceCommand, type Way } from './acts/attendance.ts';
import type { CalledPerson, MeetingCalled } from './acts/called.ts';
import { inCanonicalOrder, type Capacity } from './capacities.ts';
import { accept, refuse, unchanged, type Circumstances, type Decision } from './decision.ts';
import { holderOf, isDue, refuseReturn, refuseSubstitute, replaced, returned } from './substitution.ts';
import type { MeetingEvent, Recorded } from './acts/event.ts';
import { settlesByAgreement } from './procedures/parties.ts';
import type { IdentityWay } from './acts/identity.ts';

export { isDue, takesPart } from './substitution.ts';

export type Presence =
  { status: 'expected' } | { status: 'present'; way: Way; since: number } | { status: 'departed'; at: number };

/** That somebody made sure who takes part from elsewhere: identity.ts. */
export interface IdentityCheck {
  how: IdentityWay;
  note: string | null;
  /** Who checked, by name. */
  by: string;
  at: number;
  /** Version of the fact that tells of it. */
  told: number;
  /** It holds now: the person has been remote ever since. Otherwise it is kept for the sign-in sheet. */
  holds: boolean;
}

export interface SeatedPerson extends CalledPerson {
  presence: Presence;
  /** How and when they first came; it stays when they leave. Absent: they have not come. */
  firstArrival?: { way: Way; at: number };
  /** The last check of who they are, while they took part from elsewhere; absent: none, or it was withdrawn. */
  identity?: IdentityCheck;
  /** The seat of whom they came in for. */
  substitutes?: string | undefined;
  /** The seat of whoever has their place now. */
  replacedBy?: string;
}

/** What attendance decides upon. */
interface Attended {
  called: Pick<MeetingCalled, 'procedure'>;
  attendance: Attendance;
  agreement: { status: string };
}

export interface Attendance {
  /** Seats in the order in which the people were called or added. */
  order: string[];
  people: Record<string, SeatedPerson>;
  /** The number present as confirmed; null once that number changed, a vote was opened upon it, or the meeting adjourned. */
  confirmed: { count: number; at: number } | null;
}

export const seatedIn = (attendance: Attendance): SeatedPerson[] =>
  attendance.order.flatMap((seat) => attendance.people[seat] ?? []);

/** Everyone present who counts: observers follow in silence and are not counted as 实到. */
export const presentIn = (attendance: Attendance): SeatedPerson[] =>
  seatedIn(attendance).filter((person) => person.presence.status === 'present' && isDue(person));

/** The person who holds the chair now; a meeting has at most one. */
export const chairOf = (attendance: Attendance): SeatedPerson | undefined =>
  seatedIn(attendance).find((person) => person.capacities.includes('chair'));

export function attendanceAsCalled(called: MeetingCalled): Attendance {
  const people = called.people.map(({ reply: _, ...person }): SeatedPerson => {
    return { ...person, presence: { status: 'expected' } };
  });
  const bySeat = Object.fromEntries(people.map((person) => [person.seat, person]));
  return {
    order: people.map((person) => person.seat),
    people: people.reduce(
      (all, { seat, substitutes }) => (substitutes === undefined ? all : replaced(all, substitutes, seat)),
      bySeat,
    ),
    confirmed: null,
  };
}

/** All parties have agreed to a final text: who they are stays as it is, or it is opened again first. */
const isAgreed = ({ agreement }: Pick<Attended, 'agreement'>): boolean => agreement.status === 'frozen';
const refusePartyBack = (meeting: Pick<Attended, 'agreement'>, { capacities }: SeatedPerson) =>
  capacities.includes('party') && isAgreed(meeting) ? refuse('agreement-frozen') : undefined;

function addPerson(
  meeting: Attended,
  command: AttendanceCommand & { type: 'add-person' },
  register: Circumstances['register'],
): Decision {
  if (!register) return refuse('not-found');
  const listed = seatedIn(meeting.attendance).find((person) => person.person === command.person);
  if (listed) return refuse('person-already-listed', { name: listed.name });
  const { person, capacities, substitutes } = command;
  const replacedParty = substitutes === undefined ? undefined : meeting.attendance.people[substitutes]?.side;
  // Whoever comes in for a party stands where that party stood.
  const side = capacities.includes('party') ? (replacedParty ?? command.side) : undefined;
  if (capacities.includes('party') && side === undefined && settlesByAgreement(meeting.called.procedure))
    return refuse('side-missing');
  if (capacities.includes('party') && isAgreed(meeting)) return refuse('agreement-frozen');
  const unfit = substitutes !== undefined && refuseSubstitute(meeting.attendance.people, substitutes, capacities);
  if (unfit) return unfit;
  // A substitute speaks for whom the other would have spoken.
  const { standing } = (substitutes !== undefined && meeting.attendance.people[substitutes]) || {};
  return accept({
    type: 'person-added',
    person: {
      ...register,
      person,
      capacities: inCanonicalOrder(capacities),
      ...(standing !== undefined && { standing }),
      ...(side !== undefined && { side }),
    },
    ...(substitutes !== undefined && { substitutes }),
  });
}

function arrive(meeting: Attended, seat: string, way: Way, notice: string | null): Decision {
  const person = meeting.attendance.people[seat];
  if (!person) return refuse('no-such-seat');
  if (person.presence.status === 'present' && person.presence.way === way) return unchanged();
  const arrived = { type: 'arrived', seat, way, privacyNotice: notice } as const;
  if (person.replacedBy === undefined) return accept(arrived);
  // Whoever was replaced and comes after all has their place, unless it is filled.
  const taken = refusePartyBack(meeting, person) ?? refuseReturn(meeting.attendance.people, person);
  return taken ?? accept(placeReturned(meeting, person), arrived);
}

const placeReturned = ({ attendance }: Pick<Attended, 'attendance'>, { seat }: SeatedPerson) =>
  ({ type: 'place-returned', seat, from: holderOf(attendance.people, seat)?.seat ?? seat }) as const;

function returnPlace(meeting: Attended, seat: string): Decision {
  const person = meeting.attendance.people[seat];
  if (!person) return refuse('no-such-seat');
  if (person.replacedBy === undefined) return unchanged();
  const taken = refusePartyBack(meeting, person) ?? refuseReturn(meeting.attendance.people, person);
  return taken ?? accept(placeReturned(meeting, person));
}

/**
 * The arrival of whoever leads from a seat without having checked in: nobody leads a meeting they are not at.
 * Nothing when they are here already or have no seat.
 */
export function arrivalOfLeader({ attendance }: Pick<Attended, 'attendance'>, seat: string): MeetingEvent[] {
  const person = attendance.people[seat];
  if (!person || person.presence.status === 'present') return [];
  return [{ type: 'arrived', seat, way: 'here', privacyNotice: null }];
}

function depart(meeting: Attended, seat: string): Decision {
  const person = meeting.attendance.people[seat];
  if (!person) return refuse('no-such-seat');
  if (person.presence.status !== 'present') return unchanged();
  return accept({ type: 'departed', seat });
}

function takeChair(meeting: Attended, { actor, passwordGiven }: Circumstances): Decision {
  if (!passwordGiven) return refuse('password-needed');
  const former = chairOf(meeting.attendance);
  if (former?.seat === actor.seat) return refuse('chair-already-yours');
  const own = meeting.attendance.people[actor.seat];
  const capacities = inCanonicalOrder([...(own?.capacities ?? []), 'chair']);
  const person: CalledPerson = { seat: actor.seat, person: actor.person, name: own?.name ?? actor.name, capacities };
  if (own?.standing !== undefined) person.standing = own.standing;
  if (own?.side !== undefined) person.side = own.side;
  return accept(...arrivalOfLeader(meeting, actor.seat), { type: 'chair-taken', person, from: former?.seat ?? null });
}

export function decideAttendance(
  meeting: Attended,
  command: AttendanceCommand,
  circumstances: Circumstances,
): Decision {
  const { actor, register } = circumstances;
  switch (command.type) {
    case 'check-in':
      if (command.privacyNotice !== privacyNotice) return refuse('privacy-notice-outdated');
      return arrive(meeting, actor.seat, command.way, command.privacyNotice);
    case 'leave':
      return depart(meeting, actor.seat);
    case 'record-arrival':
      return arrive(meeting, command.seat, command.way, null);
    case 'record-departure':
      return depart(meeting, command.seat);
    case 'add-person':
      return addPerson(meeting, command, register);
    case 'return-place':
      return returnPlace(meeting, command.seat);
    case 'confirm-presence': {
      const count = presentIn(meeting.attendance).length;
      if (command.count !== count) return refuse('presence-differs', { count });
      return meeting.attendance.confirmed ? unchanged() : accept({ type: 'presence-confirmed', count });
    }
    case 'take-chair':
      return takeChair(meeting, circumstances);
  }
}

const withPerson = (attendance: Attendance, person: SeatedPerson): Attendance => ({
  order: attendance.people[person.seat] ? attendance.order : [...attendance.order, person.seat],
  people: { ...attendance.people, [person.seat]: person },
  confirmed: attendance.confirmed,
});

/** Whoever comes or goes begins a new stretch of presence: a check of identity held for the one before. */
const withPresence = (attendance: Attendance, seat: string, presence: Presence): Attendance => {
  const person = attendance.people[seat];
  if (!person) return attendance;
  const { identity } = person;
  return withPerson(attendance, { ...person, presence, ...(identity && { identity: { ...identity, holds: false } }) });
};

function withArrival(attendance: Attendance, seat: string, way: Way, at: number): Attendance {
  const next = withPresence(attendance, seat, { status: 'present', way, since: at });
  const person = next.people[seat];
  if (!person || person.firstArrival) return next;
  return withPerson(next, { ...person, firstArrival: { way, at } });
}

function withIdentity(attendance: Attendance, seat: string, check: IdentityCheck | null): Attendance {
  const person = attendance.people[seat];
  if (!person) return attendance;
  const { identity: _, ...rest } = person;
  return withPerson(attendance, { ...rest, ...(check && { identity: check }) });
}

/** Whoever gave up the chair and held nothing else still sits in the room, is counted and may be heard. */
function withoutChair(held: readonly Capacity[]): Capacity[] {
  const kept = held.filter((capacity) => capacity !== 'chair');
  return kept.length > 0 ? kept : ['attendee'];
}

function withAdded(attendance: Attendance, person: CalledPerson, substitutes: string | undefined): Attendance {
  const added = withPerson(attendance, {
    ...person,
    presence: { status: 'expected' },
    ...(substitutes && { substitutes }),
  });
  return substitutes === undefined ? added : { ...added, people: replaced(added.people, substitutes, person.seat) };
}

/** Whoever leads the meeting is at it for themself, also if somebody came in for them before. */
function withChair(attendance: Attendance, person: CalledPerson, from: string | null): Attendance {
  const former = from === null ? undefined : attendance.people[from];
  const people = { ...attendance.people };
  if (former) people[former.seat] = { ...former, capacities: withoutChair(former.capacities) };
  const { presence = { status: 'expected' } as const, firstArrival, identity } = people[person.seat] ?? {};
  const kept = { presence, ...(firstArrival && { firstArrival }), ...(identity && { identity }) };
  return withPerson({ ...attendance, people }, { ...person, ...kept });
}

function changed(attendance: Attendance, { event, at, version }: Recorded): Attendance {
  switch (event.type) {
    case 'arrived':
      return withArrival(attendance, event.seat, event.way, at);
    case 'departed':
      return withPresence(attendance, event.seat, { status: 'departed', at });
    case 'person-added':
      return withAdded(attendance, event.person, event.substitutes);
    case 'place-returned':
      return { ...attendance, people: returned(attendance.people, event.seat) };
    case 'identity-checked': {
      const { seat, how, note = null, by } = event;
      return withIdentity(attendance, seat, { how, note, by, at, told: version, holds: true });
    }
    case 'identity-check-withdrawn':
      return withIdentity(attendance, event.seat, null);
    case 'presence-confirmed':
      return { ...attendance, confirmed: { count: event.count, at } };
    case 'chair-taken':
      return withChair(attendance, event.person, event.from);
    // Before each decision, and in each sitting, the number is confirmed anew.
    case 'vote-opened':
    case 'meeting-adjourned':
      return { ...attendance, confirmed: null };
    default:
      return attendance;
  }
}

export function evolveAttendance(attendance: Attendance, recorded: Recorded): Attendance {
  const next = changed(attendance, recorded);
  // Nobody is counted again where no number stands that could have changed: arrivals come by the thousand.
  if (next === attendance || next.confirmed === null) return next;
  return presentIn(next).length === presentIn(attendance).length ? next : { ...next, confirmed: null };
}
