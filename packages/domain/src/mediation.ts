/**
 * A mediation: whether it is open, who of the parties knows their rights and duties, and that it ended without an agreement.
 * What stands here is the People's Mediation Law, which holds for every mediation whatever the procedure says.
 */
import type { MeetingCalled } from './acts/called.ts';
import type { Recorded } from './acts/event.ts';
import { rightsNotice, type MediationCommand, type PartyAnswer } from './acts/mediation.ts';
import { isDue, presentIn, seatedIn, type Attendance, type SeatedPerson } from './attendance.ts';
import type { Audience, Capacity } from './capacities.ts';
import { accept, refuse, unchanged, type Circumstances, type Decision } from './decision.ts';
import { settlesByAgreement } from './procedures/parties.ts';
import { unreachable } from './unreachable.ts';

export interface Mediation {
  /** What the parties said when they were asked; null: nobody asked them yet. */
  openness: { open: boolean; at: number } | null;
  /** By seat: when they were told of their rights and duties, and who read the notice to them (null: they read it themself). */
  rights: Readonly<Record<string, { at: number; readBy: string | null }>>;
  /** Null: it has not ended that way. `told`: version of the fact that tells of it. */
  ended: { at: number; told: number; answers: readonly PartyAnswer[]; reason: string | null } | null;
}
export const nothingSettled: Mediation = { openness: null, rights: {}, ended: null };

interface Mediated {
  called: MeetingCalled;
  attendance: Attendance;
  mediation: Mediation;
  agreement: { status: string };
}

/**
 * Whether it is held behind closed doors. People's Mediation Law art. 23 (3): the parties may ask that it be open, or that it
 * not be; the law names no default. Ours is closed, since what has been heard cannot be taken back.
 */
export const isClosed = ({ called, mediation }: Pick<Mediated, 'called' | 'mediation'>): boolean =>
  settlesByAgreement(called.procedure) && mediation.openness?.open !== true;

/** [A11] Whether the meeting is closed to this reader: to every screen, and to whoever only looks on. */
export function isClosedTo(
  meeting: Pick<Mediated, 'called' | 'mediation'>,
  reader: { capacities: readonly Capacity[]; staff: boolean } | { audience: Audience },
): boolean {
  if (!isClosed(meeting)) return false;
  return 'audience' in reader || (!reader.staff && reader.capacities.every((held) => held === 'observer'));
}

const isParty = ({ capacities }: Pick<SeatedPerson, 'capacities'>): boolean => capacities.includes('party');

/** The parties whose place nobody else has, by side and then as called. */
export const partiesOf = (attendance: Attendance): SeatedPerson[] =>
  seatedIn(attendance)
    .filter((person) => isParty(person) && isDue(person))
    .sort((one, other) => (one.side ?? Infinity) - (other.side ?? Infinity) || 0);

/** Parties who were not told of their rights and duties yet. */
export const rightsMissing = ({ attendance, mediation }: Pick<Mediated, 'attendance' | 'mediation'>): SeatedPerson[] =>
  partiesOf(attendance).filter(({ seat }) => !Object.hasOwn(mediation.rights, seat));

function acknowledge(meeting: Mediated, seat: string, readBy: string | null): Decision {
  const person = Object.hasOwn(meeting.attendance.people, seat) ? meeting.attendance.people[seat] : undefined;
  if (!person) return refuse('no-such-seat');
  if (!isParty(person)) return refuse('not-a-party', { name: person.name });
  if (readBy !== null && person.presence.status !== 'present') return refuse('not-present', { name: person.name });
  if (Object.hasOwn(meeting.mediation.rights, seat)) return unchanged();
  return accept({ type: 'rights-acknowledged', seat, rightsNotice, readBy });
}

/** Every party who is here has answered; nobody answers twice, and nobody who is no party. */
function end(meeting: Mediated, { answers, reason }: MediationCommand & { type: 'end-without-agreement' }): Decision {
  const { attendance, mediation } = meeting;
  // What all agreed to is opened again first.
  if (meeting.agreement.status === 'frozen') return refuse('agreement-frozen');
  const answered = new Set<string>();
  for (const { seat } of answers) {
    const person = Object.hasOwn(attendance.people, seat) ? attendance.people[seat] : undefined;
    if (!person) return refuse('no-such-seat');
    if (!isParty(person)) return refuse('not-a-party', { name: person.name });
    if (answered.has(seat)) return refuse('answered-twice', { name: person.name });
    answered.add(seat);
  }
  const silent = presentIn(attendance).find((person) => isParty(person) && !answered.has(person.seat));
  if (silent) return refuse('answer-missing', { name: silent.name });
  const { ended } = mediation;
  const same = ended && JSON.stringify([ended.answers, ended.reason]) === JSON.stringify([answers, reason ?? null]);
  if (same) return unchanged();
  return accept({ type: 'ended-without-agreement', answers, ...(reason !== undefined && { reason }) });
}

export function decideMediation(
  meeting: Mediated,
  command: MediationCommand,
  { actor }: Pick<Circumstances, 'actor'>,
): Decision {
  if (!settlesByAgreement(meeting.called.procedure)) return refuse('not-a-mediation');
  switch (command.type) {
    case 'settle-openness':
      if (meeting.mediation.openness?.open === command.open) return unchanged();
      return accept({ type: 'openness-settled', open: command.open });
    case 'acknowledge-rights':
      if (command.rightsNotice !== rightsNotice) return refuse('rights-notice-outdated');
      return acknowledge(meeting, actor.seat, null);
    case 'record-rights-read':
      return acknowledge(meeting, command.seat, command.by);
    case 'end-without-agreement':
      return end(meeting, command);
    default:
      return unreachable(command);
  }
}

export function evolveMediation(mediation: Mediation, { event, at, version }: Recorded): Mediation {
  switch (event.type) {
    case 'openness-settled':
      return { ...mediation, openness: { open: event.open, at } };
    case 'rights-acknowledged':
      return { ...mediation, rights: { ...mediation.rights, [event.seat]: { at, readBy: event.readBy } } };
    case 'ended-without-agreement': {
      const { answers, reason = null } = event;
      return { ...mediation, ended: { at, told: version, answers, reason } };
    }
    // They agreed after all.
    case 'agreement-frozen':
      return { ...mediation, ended: null };
    default:
      return mediation;
  }
}

/** What readers are shown of it. */
export interface MediationView {
  /** The parties asked that it be open: screens and observers are shown it too. */
  open: boolean;
  /** They were asked. */
  asked: boolean;
  /** Only for those who lead: who knows their rights and duties, by seat. */
  rights?: Mediation['rights'];
  /** That it ended without an agreement, with each party's answer: for those who take part, not for screens. */
  ended: Omit<NonNullable<Mediation['ended']>, 'told'> | null;
}

/** Undefined for a meeting that is no mediation. */
export function mediationView(
  { called, mediation }: Pick<Mediated, 'called' | 'mediation'>,
  { leads, inRoom }: { leads: boolean; inRoom: boolean },
): MediationView | undefined {
  if (!settlesByAgreement(called.procedure)) return undefined;
  const { openness, rights, ended } = mediation;
  return {
    open: openness?.open ?? false,
    asked: openness !== null,
    ...(leads && { rights }),
    ended: ended && inRoom ? { at: ended.at, answers: ended.answers, reason: ended.reason } : null,
  };
}

/** For a party's own page: whether they know their rights and duties; undefined for everybody else. */
export function myRights({ called, attendance, mediation }: Mediated, seat: string): boolean | undefined {
  const person = Object.hasOwn(attendance.people, seat) ? attendance.people[seat] : undefined;
  if (!person || !isParty(person) || !settlesByAgreement(called.procedure)) return undefined;
  return Object.hasOwn(mediation.rights, seat);
}
