/** Drafting, checking and freezing the agreement of a mediation (调解协议). Texts are known here by their digests alone. */
import type { AgreementCommand, Passage, Saying } from './acts/agreement.ts';
import { agreementLimits, passages } from './acts/agreement.ts';
import type { MeetingCalled } from './acts/called.ts';
import type { Recorded } from './acts/event.ts';
import type { TakenIn } from './agreement-taken-in.ts';
import type { Attendance, SeatedPerson } from './attendance.ts';
import { accept, refuse, unchanged, type Circumstances, type Decision, type Refusal } from './decision.ts';
import { partiesOf } from './mediation.ts';
import { settlesByAgreement } from './procedures/parties.ts';
import { unreachable } from './unreachable.ts';

/** What one party said of one part, and of which text of it. */
export interface Check {
  digest: string;
  says: Saying;
  /** Digest of what it wants otherwise. */
  wish: string | null;
  at: number;
  /** Who gave it: the party itself, or who recorded it. */
  by: string;
}

export interface FrozenVersion {
  version: number;
  hash: string;
  at: number;
  /** Why it was opened again; null: it stands. */
  reopened: { reason: string; at: number } | null;
}

export interface Agreement {
  status: 'none' | 'drafting' | 'frozen';
  /** Digests of the passages that are there. */
  passages: Readonly<Partial<Record<Passage, string>>>;
  order: readonly string[];
  /** Digest of each clause. */
  clauses: Readonly<Record<string, string>>;
  /** By seat, then by part. */
  checks: Readonly<Record<string, Readonly<Record<string, Check>>>>;
  /** Who read it aloud, and when, since it was changed last. */
  readAloud: { reader: string; at: number } | null;
  /** Every version that was frozen, oldest first. */
  versions: readonly FrozenVersion[];
}

export const noAgreement: Agreement = {
  ...{ status: 'none', passages: {}, order: [], clauses: {}, checks: {}, readAloud: null, versions: [] },
};

interface Drafted {
  called: MeetingCalled;
  attendance: Attendance;
  agreement: Agreement;
  signing: { status: string };
}

/** The parts that are there, in the order of the form: facts, responsibility, clauses, performance. */
export const partsOf = ({ passages: written, order }: Agreement): string[] => [
  ...(['facts', 'responsibility'] as const).filter((passage) => written[passage] !== undefined),
  ...order,
  ...(written.performance === undefined ? [] : ['performance']),
];

const isPassage = (part: string): part is Passage => passages.some((passage) => passage === part);

/** The text that stands in a part now; undefined when there is no such part. */
export const digestOf = ({ passages: written, clauses }: Agreement, part: string): string | undefined =>
  isPassage(part) ? written[part] : Object.hasOwn(clauses, part) ? clauses[part] : undefined;

/** What the party says of the text that stands there now; null: nothing, or it spoke of another text. */
export function checkOf(agreement: Agreement, seat: string, part: string): Check | null {
  const checks = Object.hasOwn(agreement.checks, seat) ? agreement.checks[seat] : undefined;
  const check = checks && Object.hasOwn(checks, part) ? checks[part] : undefined;
  return check?.digest === digestOf(agreement, part) ? (check ?? null) : null;
}

/** The parties that have not agreed to every part as it stands. */
export const uncheckedIn = ({ agreement, attendance }: Pick<Drafted, 'agreement' | 'attendance'>): SeatedPerson[] =>
  partiesOf(attendance).filter(({ seat }) =>
    partsOf(agreement).some((part) => checkOf(agreement, seat, part)?.says !== 'agreed'),
  );

/** Parties of whose present checks some were recorded by somebody else. */
export const recordedIn = ({ agreement, attendance }: Pick<Drafted, 'agreement' | 'attendance'>): SeatedPerson[] =>
  partiesOf(attendance).filter(({ seat }) =>
    partsOf(agreement).some((part) => (checkOf(agreement, seat, part)?.by ?? seat) !== seat),
  );

const writes = ['write-passage', 'add-clause', 'revise-clause', 'move-clause', 'strike-clause'] as const;
const changesText = (command: AgreementCommand) => writes.some((type) => type === command.type);

export function decideAgreement(meeting: Drafted, command: AgreementCommand, given: Circumstances): Decision {
  const { agreement } = meeting;
  if (!settlesByAgreement(meeting.called.procedure)) return refuse('not-a-mediation');
  if (agreement.status === 'frozen' && (changesText(command) || command.type === 'record-reading'))
    return refuse('agreement-frozen');
  switch (command.type) {
    case 'write-passage':
      return writePassage(agreement, command, given.agreement?.digest);
    case 'add-clause':
    case 'revise-clause':
    case 'move-clause':
    case 'strike-clause':
      return decideClause(agreement, command, given);
    case 'check-part':
      return check(meeting, given.actor.seat, command, given);
    case 'record-check':
      return check(meeting, command.seat, command, given);
    case 'record-reading':
      return recordReading(meeting, command.reader);
    case 'freeze-agreement':
      return freeze(meeting, command.digests, given.agreement?.whole);
    case 'reopen-agreement': {
      const last = agreement.versions.at(-1);
      if (agreement.status !== 'frozen' || !last) return refuse('agreement-not-frozen');
      if (meeting.signing.status === 'effective') return refuse('agreement-effective');
      return accept({ type: 'agreement-reopened', version: last.version, reason: command.reason });
    }
    default:
      return unreachable(command);
  }
}

function writePassage(
  { passages: written }: Agreement,
  { passage, text, digest: before }: AgreementCommand & { type: 'write-passage' },
  digest: string | undefined,
): Decision {
  const stands = written[passage] ?? null;
  if (stands !== before) return refuse('clause-changed');
  if (text === '') return stands === null ? unchanged() : accept({ type: 'passage-written', passage, digest: null });
  return digest === undefined ? refuse('try-again') : accept({ type: 'passage-written', passage, digest });
}

type ClauseCommand = Extract<
  AgreementCommand,
  { type: 'add-clause' | 'revise-clause' | 'move-clause' | 'strike-clause' }
>;

function decideClause({ order, clauses }: Agreement, command: ClauseCommand, given: Circumstances): Decision {
  const there = (clause: string) => Object.hasOwn(clauses, clause);
  const digest = given.agreement?.digest;
  if (command.type === 'add-clause') {
    const { after = order.at(-1) ?? null } = command;
    if (order.length >= agreementLimits.clauses) return refuse('clauses-full', { most: agreementLimits.clauses });
    if (after !== null && !there(after)) return refuse('no-such-clause');
    return digest === undefined
      ? refuse('try-again')
      : accept({ type: 'clause-added', clause: given.newId(), digest, after });
  }
  const { clause } = command;
  if (!there(clause)) return refuse('no-such-clause');
  switch (command.type) {
    case 'revise-clause':
      if (clauses[clause] !== command.digest) return refuse('clause-changed');
      return digest === undefined ? refuse('try-again') : accept({ type: 'clause-revised', clause, digest });
    case 'move-clause': {
      const { after } = command;
      if (after === clause || (after !== null && !there(after))) return refuse('no-such-clause');
      const stands = order[order.indexOf(clause) - 1] ?? null;
      return stands === after ? unchanged() : accept({ type: 'clause-moved', clause, after });
    }
    case 'strike-clause':
      return accept({ type: 'clause-struck', clause });
    default:
      return unreachable(command);
  }
}

function check(
  { agreement, attendance }: Drafted,
  seat: string,
  { part, digest, says, wish }: Extract<AgreementCommand, { type: 'check-part' | 'record-check' }>,
  { actor, agreement: taken }: Circumstances,
): Decision {
  const person = Object.hasOwn(attendance.people, seat) ? attendance.people[seat] : undefined;
  if (!person) return refuse('no-such-seat');
  if (!partiesOf(attendance).includes(person)) return refuse('not-a-party', { name: person.name });
  if (person.presence.status !== 'present') return refuse('not-present', { name: person.name });
  if (agreement.status === 'frozen') return refuse('agreement-frozen');
  const stands = digestOf(agreement, part);
  if (stands === undefined) return refuse('no-such-clause');
  // What was agreed to is the text that stood on their screen, and no other.
  if (stands !== digest) return refuse('clause-changed');
  // Nobody says otherwise for a party that has spoken for itself.
  const said = checkOf(agreement, seat, part);
  if (actor.seat !== seat && said?.by === seat) return refuse('party-spoke', { name: person.name });
  if (says === 'agreed')
    return said?.says === 'agreed' && (said.by === seat || actor.seat !== seat)
      ? unchanged()
      : accept({ type: 'part-checked', seat, part, digest, says });
  if (wish === undefined) return refuse('reason-needed');
  const kept = taken?.digest;
  return kept === undefined
    ? refuse('try-again')
    : accept({ type: 'part-checked', seat, part, digest, says, wish: kept });
}

function recordReading({ agreement, attendance }: Drafted, reader: string): Decision {
  const person = Object.hasOwn(attendance.people, reader) ? attendance.people[reader] : undefined;
  if (!person) return refuse('no-such-seat');
  if (person.presence.status !== 'present') return refuse('not-present', { name: person.name });
  if (partsOf(agreement).length === 0) return refuse('agreement-incomplete', { missing: 'clauses' });
  return agreement.readAloud?.reader === reader ? unchanged() : accept({ type: 'agreement-read-aloud', reader });
}

/** What stands against freezing: something that the law demands of an agreement is not there, or a party has not agreed. */
export function freezingTooEarly(meeting: Drafted): Refusal | undefined {
  const { agreement, attendance } = meeting;
  const sides = partiesOf(attendance).map(({ seat, side }) => side ?? seat);
  if (new Set(sides).size < 2) return refuse('agreement-incomplete', { missing: 'parties' });
  if (agreement.passages.facts === undefined) return refuse('agreement-incomplete', { missing: 'facts' });
  if (agreement.order.length === 0) return refuse('agreement-incomplete', { missing: 'clauses' });
  const open = uncheckedIn(meeting);
  if (open.length === 0) return undefined;
  return refuse('agreement-unchecked', { count: open.length, name: open[0]?.name ?? '' });
}

function freeze(meeting: Drafted, seen: readonly string[], whole: TakenIn['whole']): Decision {
  const { agreement } = meeting;
  if (agreement.status === 'frozen') return unchanged();
  const early = freezingTooEarly(meeting);
  if (early) return early;
  const digests = partsOf(agreement).map((part) => digestOf(agreement, part));
  // What is made final is what the chair saw when deciding so.
  if (digests.join() !== seen.join()) return refuse('clause-changed');
  // Something was written between the making of the whole and now.
  if (!whole || whole.parts.join() !== digests.join()) return refuse('try-again');
  return accept({ type: 'agreement-frozen', version: agreement.versions.length + 1, hash: whole.hash });
}

/** The order with a clause taken to its place; null: to the first. */
function placed(order: readonly string[], clause: string, after: string | null): string[] {
  const others = order.filter((one) => one !== clause);
  const at = after === null ? 0 : others.indexOf(after) + 1;
  return [...others.slice(0, at), clause, ...others.slice(at)];
}

/** What anybody agreed to was part of the whole: when something leaves it or changes its place, they are asked anew. What they want otherwise stands. */
function withoutConsent({ checks }: Agreement): Agreement['checks'] {
  return Object.fromEntries(
    Object.entries(checks).map(([seat, byPart]) => [
      seat,
      Object.fromEntries(Object.entries(byPart).filter(([, { says }]) => says !== 'agreed')),
    ]),
  );
}

export function evolveAgreement(agreement: Agreement, { event, at, seat: by }: Recorded): Agreement {
  const redrafted = { ...agreement, status: 'drafting', readAloud: null } as const;
  switch (event.type) {
    case 'passage-written': {
      const { [event.passage]: _, ...others } = agreement.passages;
      const passages = event.digest === null ? others : { ...others, [event.passage]: event.digest };
      return { ...redrafted, passages, ...(event.digest === null && { checks: withoutConsent(agreement) }) };
    }
    case 'clause-added': {
      const { clause, digest, after } = event;
      const order = placed(agreement.order, clause, after);
      return { ...redrafted, order, clauses: { ...agreement.clauses, [clause]: digest } };
    }
    case 'clause-revised':
      return { ...redrafted, clauses: { ...agreement.clauses, [event.clause]: event.digest } };
    case 'clause-moved':
      return {
        ...redrafted,
        order: placed(agreement.order, event.clause, event.after),
        checks: withoutConsent(agreement),
      };
    case 'clause-struck': {
      const { [event.clause]: _, ...clauses } = agreement.clauses;
      const order = agreement.order.filter((clause) => clause !== event.clause);
      return { ...redrafted, order, clauses, checks: withoutConsent(agreement) };
    }
    // Whom one agrees with belongs to what one agrees to.
    case 'person-added':
      if (!event.person.capacities.includes('party')) return agreement;
      return { ...agreement, checks: withoutConsent(agreement) };
    case 'place-returned':
      if (![event.seat, event.from].some((seat) => Object.hasOwn(agreement.checks, seat))) return agreement;
      return { ...agreement, checks: withoutConsent(agreement) };
    case 'part-checked': {
      const { seat, part, digest, says, wish = null } = event;
      const own = { ...agreement.checks[seat], [part]: { digest, says, wish, at, by } };
      return { ...agreement, checks: { ...agreement.checks, [seat]: own } };
    }
    case 'agreement-read-aloud':
      return { ...agreement, readAloud: { reader: event.reader, at } };
    case 'agreement-frozen': {
      const { version, hash } = event;
      return {
        ...agreement,
        status: 'frozen',
        versions: [...agreement.versions, { version, hash, at, reopened: null }],
      };
    }
    case 'agreement-reopened': {
      const reopened = { reason: event.reason, at };
      const versions = agreement.versions.map((one) => (one.version === event.version ? { ...one, reopened } : one));
      // [A3] Another version is another agreement: nobody has agreed to it yet.
      return { ...redrafted, checks: {}, versions };
    }
    default:
      return agreement;
  }
}
