/** For tests: a mediation between two parties, and what is drafted and checked in it. */
import type { MeetingCommand } from './acts/command.ts';
import type { MeetingCalled } from './acts/called.ts';
import type { MeetingEvent } from './acts/event.ts';
import { anId } from './chain.fixtures.ts';
import type { Circumstances } from './decision.ts';
import { aCalledMeeting, aPerson, arrived, aSeat, by, chair, type Fact } from './fixtures.ts';
import type { Meeting } from './meeting.ts';
import { mediation } from './procedures/mediation.ts';
import type { Procedure } from './procedures/schema.ts';

export const owner = aSeat(61);
export const tenant = aSeat(62);
export const aClause = (n: number): string => anId(0x7a00 + n);
/** Stands for a text: 64 hex digits that tell which. */
export const aDigest = (n: number): string => n.toString(16).padStart(64, '0');

const parties = [
  aPerson(61, { name: '赵玉芬', capacities: ['party'], side: 1 }),
  aPerson(62, { name: '钱进', capacities: ['party'], side: 2 }),
];

/** What makes the fixtures' meeting a mediation of 楼上漏水. */
export function aMediation(given: Partial<MeetingCalled> = {}): MeetingCalled {
  const called = aCalledMeeting();
  return {
    ...called,
    matter: '楼上漏水',
    procedure: mediation,
    people: [...called.people, ...parties],
    ...given,
  };
}

export const factsWritten: MeetingEvent = { type: 'passage-written', passage: 'facts', digest: aDigest(1) };
export const clauseAdded = (n = 1, digest = aDigest(10 + n)): MeetingEvent => {
  return { type: 'clause-added', clause: aClause(n), digest, after: n === 1 ? null : aClause(n - 1) };
};
/** Both parties are here. */
export const come: Fact[] = [arrived(owner), arrived(tenant)];
export const agreed = (seat: string, part: string, digest: string): Fact =>
  by(seat, { type: 'part-checked', seat, part, digest, says: 'agreed' }, 'party');
/** Facts and one clause, to which both parties agree. */
export const drafted: Fact[] = [factsWritten, clauseAdded()];
export const allAgreed: Fact[] = [
  ...drafted,
  ...[owner, tenant].flatMap((seat) => [agreed(seat, 'facts', aDigest(1)), agreed(seat, aClause(1), aDigest(11))]),
];
export const agreementFrozen: MeetingEvent = { type: 'agreement-frozen', version: 1, hash: aDigest(100) };
/** What the server has made of the draft of `allAgreed`. */
export const taken = { digest: aDigest(50), whole: { parts: [aDigest(1), aDigest(11)], hash: aDigest(100) } };

type Prepared = {
  [
    T in Extract<
      MeetingCommand['type'],
      | 'write-passage'
      | 'add-clause'
      | 'revise-clause'
      | 'move-clause'
      | 'strike-clause'
      | 'check-part'
      | 'record-check'
      | 'record-reading'
      | 'freeze-agreement'
      | 'reopen-agreement'
    >
  ]: {
    facts: Fact[];
    command: (meeting: Meeting) => MeetingCommand & { type: T };
    more: Partial<Circumstances>;
    procedure: Procedure;
  };
};

const clause = aClause(1);
const more = { agreement: taken };
const procedure = mediation;
/** They come to the meeting of the table, which has no parties. */
const added: Fact[] = parties.flatMap((person) => [{ type: 'person-added' as const, person }, arrived(person.seat)]);

/** For the table of who may: what must have happened so that nothing but entitlement and phase can stand against it. */
export const agreementPrepared: Prepared = {
  'write-passage': {
    ...{ facts: added, more, procedure },
    command: () => ({ type: 'write-passage', passage: 'facts', text: '楼上漏水，楼下顶棚受损。', digest: null }),
  },
  'add-clause': {
    ...{ facts: added, more, procedure },
    command: () => ({ type: 'add-clause', text: '甲方于2026年12月1日前修好卫生间防水。' }),
  },
  'revise-clause': {
    ...{ facts: [...added, ...drafted], more, procedure },
    command: () => ({ type: 'revise-clause', clause, text: '甲方修好防水。', digest: aDigest(11) }),
  },
  'move-clause': {
    ...{ facts: [...added, ...drafted, clauseAdded(2)], more, procedure },
    command: () => ({ type: 'move-clause', clause: aClause(2), after: null }),
  },
  'strike-clause': {
    ...{ facts: [...added, ...drafted], more, procedure },
    command: () => ({ type: 'strike-clause', clause }),
  },
  'check-part': {
    ...{ facts: [...added, ...drafted, arrived(aSeat(50))], more, procedure },
    command: () => ({ type: 'check-part', part: clause, digest: aDigest(11), says: 'agreed' }),
  },
  'record-check': {
    ...{ facts: [...added, ...drafted], more, procedure },
    command: () => ({ type: 'record-check', seat: owner, part: clause, digest: aDigest(11), says: 'agreed' }),
  },
  'record-reading': {
    ...{ facts: [...added, arrived(chair), ...drafted], more, procedure },
    command: () => ({ type: 'record-reading', reader: chair }),
  },
  'freeze-agreement': {
    ...{ facts: [...added, ...allAgreed], more, procedure },
    command: () => ({ type: 'freeze-agreement', digests: taken.whole.parts }),
  },
  'reopen-agreement': {
    ...{ facts: [...added, ...allAgreed, agreementFrozen], more, procedure },
    command: () => ({ type: 'reopen-agreement', reason: '金额写错' }),
  },
};
