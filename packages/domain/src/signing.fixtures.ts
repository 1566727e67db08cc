/** For tests: the agreement between 赵玉芬 (`owner`) and 钱进 (`tenant`), frozen, on its way to be signed. */
import type { MeetingCommand } from './acts/command.ts';
import type { MeetingEvent } from './acts/event.ts';
import type { Drawing, SigningCommand } from './acts/signing.ts';
import { aDigest, agreementFrozen, allAgreed, aMediation, come, owner, tenant } from './agreeing.fixtures.ts';
import type { Circumstances } from './decision.ts';
import { aFile, anUpload, arrived, aSeat, by, chair, given, li, opened, recorder, type Fact } from './fixtures.ts';
import type { Meeting } from './meeting.ts';
import { mediation } from './procedures/mediation.ts';
import type { Procedure } from './procedures/schema.ts';
import { consentHash } from './signing-consent.ts';

/** Hash of the text that is frozen. */
export const hash = aDigest(100);
export const consent = consentHash('zh-CN');
export const aSeal = aSeat(900);
export const sealImage = aDigest(901);
export const keeper = aSeat(902);

/** A signature of 40 mm in two strokes. */
export const aDrawing: Drawing = {
  width: 600,
  height: 240,
  strokes: [
    { pointer: 'pen', points: [0, 1, 2, 3].map((n): [number, number, number, number] => [n * 20, n * 300, 400, 500]) },
    {
      pointer: 'pen',
      points: [0, 1, 2, 3].map((n): [number, number, number, number] => [n * 20 + 90, 500, n * 300, 620]),
    },
  ],
};

export const signingOpened = (
  differs: Partial<MeetingEvent & { type: 'signing-opened' }> = {},
): MeetingEvent & { type: 'signing-opened' } => ({
  type: 'signing-opened',
  version: 1,
  hash,
  matter: 'ordinary',
  paper: null,
  signers: [
    { seat: owner, roles: ['party'] },
    { seat: tenant, roles: ['party'] },
    { seat: chair, roles: ['mediator'] },
    { seat: recorder, roles: ['recorder'] },
  ],
  ...differs,
});
export const identified = (seat: string): MeetingEvent & { type: 'signer-identified' } => {
  return { type: 'signer-identified', hash, seat, how: 'document', note: '身份证', by: '周敏' };
};
export const consented = (seat: string): Fact => by(seat, { type: 'signing-consented', hash, seat, consent }, 'party');
export const signed = (seat: string, n = 1): Fact =>
  by(seat, {
    ...({
      type: 'agreement-signed',
      hash,
      seat,
      shown: 'to-the-end',
      drawing: aDigest(200 + n),
      tablet: null,
    } as const),
  });
/** Of a party: identified, agreed, signed. */
export const partySigned = (seat: string, n: number): Fact[] => [identified(seat), consented(seat), signed(seat, n)];
export const sealSet: MeetingEvent = { type: 'seal-set', hash, seal: aSeal, image: sealImage, keeper: '吴秀珍' };
export const effective = (form: 'device' | 'paper' | 'oral'): MeetingEvent => {
  return { type: 'agreement-effective', version: 1, hash, form };
};
export const scanned: MeetingEvent = {
  ...anUpload({ file: aFile(1) }),
  ...{ type: 'proof-added', kind: 'signed-paper', title: '协议书', duty: null },
};

/** In session, both parties, chair and recorder here, the agreement frozen. */
export const toBeSigned: Fact[] = [opened, arrived(chair), arrived(recorder), ...come, ...allAgreed, agreementFrozen];
export const allSigned: Fact[] = [
  signingOpened(),
  ...partySigned(owner, 1),
  ...partySigned(tenant, 2),
  signed(chair, 3),
  signed(recorder, 4),
];
/** The mediation with its agreement frozen, and what came after. */
export const signing = (...facts: Fact[]): Meeting => given([...toBeSigned, ...facts], aMediation());

/** What the server has taken in and looked up. */
export const takenIn = { agreement: { digest: aDigest(50) } } satisfies Partial<Circumstances>;

const actor = aSeat(50);
/** The one who acts in the table of who may signs alone, so that nobody is to sign before. */
const alone = signingOpened({ signers: [{ seat: actor, roles: ['witness'] }] });
const asParty = signingOpened({ signers: [{ seat: actor, roles: ['party'] }] });
const ofLi = signingOpened({ signers: [{ seat: li, roles: ['party'] }] });
const frozen: Fact[] = [arrived(chair), ...allAgreed, agreementFrozen];
const onPaper = { ...ofLi, paper: 'unwilling' as const };
const file = aFile(1);
export const signs = { hash, shown: 'to-the-end' as const, drawing: aDrawing };
const reason = '金额不能接受';

/** For the table of who may: what must have happened so that nothing but entitlement and phase can stand against it. */
export const signingPrepared: {
  [T in SigningCommand['type']]: {
    facts: Fact[];
    command: (meeting: Meeting) => MeetingCommand & { type: T };
    more: Partial<Circumstances>;
    procedure: Procedure;
  };
} = {
  'open-signing': {
    ...{ facts: frozen, more: {}, procedure: mediation },
    command: ({ attendance }) => ({
      ...{ type: 'open-signing', hash, matter: 'ordinary', paper: null, witnesses: [] },
      mediators: Object.values(attendance.people).flatMap(({ seat, capacities }) =>
        capacities.includes('chair') ? [seat] : [],
      ),
    }),
  },
  'identify-signer': {
    ...{ facts: [...frozen, ofLi], more: {}, procedure: mediation },
    command: () => ({ type: 'identify-signer', hash, seat: li, how: 'document' }),
  },
  'consent-to-signing': {
    ...{ facts: [...frozen, asParty, identified(actor)], more: {}, procedure: mediation },
    command: () => ({ type: 'consent-to-signing', hash, consent }),
  },
  'sign-agreement': {
    ...{ facts: [...frozen, alone], more: takenIn, procedure: mediation },
    command: () => ({ type: 'sign-agreement', ...signs }),
  },
  'refuse-signing': {
    ...{ facts: [...frozen, alone], more: takenIn, procedure: mediation },
    command: () => ({ type: 'refuse-signing', hash, reason }),
  },
  'record-refusal': {
    ...{ facts: [...frozen, ofLi], more: takenIn, procedure: mediation },
    command: () => ({ type: 'record-refusal', hash, seat: li, reason }),
  },
  'take-paper-way': {
    ...{ facts: [...frozen, ofLi], more: {}, procedure: mediation },
    command: () => ({ type: 'take-paper-way', hash, ground: 'cannot' }),
  },
  'record-paper-signing': {
    ...{ facts: [...frozen, onPaper, scanned], more: {}, procedure: mediation },
    command: () => ({ type: 'record-paper-signing', hash, file }),
  },
  'confirm-paper-signing': {
    facts: [...frozen, onPaper, scanned, by(li, { type: 'paper-signing-recorded', hash, file })],
    ...{ more: {}, procedure: mediation },
    command: () => ({ type: 'confirm-paper-signing', hash, file }),
  },
  'record-oral-agreement': {
    ...{ facts: frozen, more: {}, procedure: mediation },
    command: () => ({ type: 'record-oral-agreement', hash }),
  },
  'set-seal': {
    ...{ facts: [...frozen, alone, signed(actor)], procedure: mediation },
    more: { passwordGiven: true, seal: { image: sealImage } },
    command: () => ({ type: 'set-seal', hash, seal: aSeal }),
  },
};
