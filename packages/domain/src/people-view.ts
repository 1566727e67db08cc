/** Who is in the meeting, as each reader is shown it. */
import type { Way } from './acts/attendance.ts';
import { seatedIn, takesPart, type Attendance, type IdentityCheck, type SeatedPerson } from './attendance.ts';
import type { Capacity } from './capacities.ts';
import type { Meeting } from './meeting.ts';
import { wasOpened } from './session.ts';
import { isOnLeave, replyOf, type Reply } from './replies.ts';

export interface PersonView {
  seat: string;
  name: string;
  capacities: Capacity[];
  standing: string | null;
  /** Of a party: on which side; absent for everybody else. */
  side?: number;
  presence: 'expected' | 'present' | 'departed';
  way: Way | null;
  /** The seat of whom they came in for, and of who has their place now; absent: nobody. */
  substitutes?: string;
  replacedBy?: string;
  /** 请假. Before the opening for those who lead alone: until then a reply may be changed. */
  onLeave?: true;
  /** Only for those who lead: what they said beforehand of their coming; null: nothing. */
  reply?: Reply | null;
  /** Only for those who lead: when and how they first came, for the sign-in sheet; null: they have not. */
  arrived?: { at: number; way: Way } | null;
  /** Only for those who lead: the last check of who they are, while they took part from elsewhere; null: none. */
  identity?: Omit<IdentityCheck, 'told'> | null;
  /** Only for those who lead: the device, which says nothing about presence. */
  device?: { connected: boolean; offlineSince: number | null };
}

export interface PeopleView {
  order: string[];
  bySeat: Record<string, PersonView>;
}

/** What only this moment knows of devices. */
interface Devices {
  connected: Pick<ReadonlySet<string>, 'has'>;
  offlineSince: ReadonlyMap<string, number>;
}

/** How far a reader sees; view.ts says who. */
interface Reach {
  leads: boolean;
  seated: boolean;
  observers: boolean;
}

/** From the opening on nobody's reply changes any more. */
const isFinal = ({ session }: Meeting): boolean => wasOpened(session);

function personView(meeting: Meeting, person: SeatedPerson, devices: Devices, { leads }: Reach): PersonView {
  const { seat, name, capacities, standing, side, presence, substitutes, replacedBy } = person;
  const way = presence.status === 'present' ? presence.way : null;
  const view: PersonView = {
    ...{ seat, name, capacities, standing: standing ?? null, presence: presence.status, way },
    ...(side !== undefined && { side }),
    ...(substitutes !== undefined && { substitutes }),
    ...(replacedBy !== undefined && { replacedBy }),
    ...((leads || isFinal(meeting)) && isOnLeave(meeting, person) && { onLeave: true }),
  };
  if (!leads) return view;
  const connected = devices.connected.has(seat);
  return {
    ...view,
    reply: replyOf(meeting.replies, seat),
    arrived: person.firstArrival ?? null,
    identity: person.identity ? identityView(person.identity) : null,
    device: { connected, offlineSince: connected ? null : (devices.offlineSince.get(seat) ?? null) },
  };
}

const identityView = ({ told: _, ...check }: IdentityCheck): NonNullable<PersonView['identity']> => check;

/** The people as all see them who do not lead, made once: it follows from attendance alone, and from replies once they are final. */
const peopleSeen = [new WeakMap<Attendance, PeopleView>(), new WeakMap<Attendance, PeopleView>()] as const;

/** The people of the meeting as this reader is shown them; nobody for who sits outside. */
export function peopleView(meeting: Meeting, devices: Devices, reach: Reach): PeopleView {
  const { attendance } = meeting;
  if (!reach.seated) return { order: [], bySeat: {} };
  if (reach.leads || reach.observers) return peopleMade(meeting, devices, reach);
  const seen = peopleSeen[isFinal(meeting) ? 1 : 0];
  let people = seen.get(attendance);
  if (!people) seen.set(attendance, (people = peopleMade(meeting, devices, reach)));
  return people;
}

function peopleMade(meeting: Meeting, devices: Devices, reach: Reach): PeopleView {
  const shown = seatedIn(meeting.attendance).filter((person) => takesPart(person) || reach.observers);
  const bySeat = Object.fromEntries(shown.map((person) => [person.seat, personView(meeting, person, devices, reach)]));
  return { order: shown.map(({ seat }) => seat), bySeat };
}
