/**
 * How far the signing of a frozen agreement has come: who signs, who was identified, agreed and signed, the paper way, the
 * oral agreement, the seal, and since when it is in force. What may happen next stands in signing-rules.ts.
 */
import type { Recorded } from './acts/event.ts';
import type { IdentityWay } from './acts/identity.ts';
import type { PaperGround, Representative, SigningMatter, WayShown } from './acts/signing.ts';
import type { Signer } from './signing-roll.ts';

export type { Signer } from './signing-roll.ts';

export interface SignerIdentity {
  how: IdentityWay;
  note: string | null;
  /** Who checked, by name. */
  by: string;
  /** Who signs in the party's stead; null: the party itself. */
  representative: Representative | null;
  at: number;
}

export interface Signature {
  at: number;
  shown: WayShown;
  /** Salted digest of strokes and device. */
  drawing: string;
  /** A device handed over in the room, and by whom; null: the signer's own. */
  tablet: { number: number; by: string } | null;
}

/** What is signed, and by whom. */
interface Opened {
  version: number;
  hash: string;
  at: number;
  matter: SigningMatter;
  signers: readonly Signer[];
}

/** On devices, as far as it has come; by seat. */
export interface OnDevices {
  identities: Readonly<Record<string, SignerIdentity>>;
  consents: Readonly<Record<string, { consent: string; at: number }>>;
  signatures: Readonly<Record<string, Signature>>;
  /** Digests of the reasons of those who refuse; who signs after all is no longer among them. */
  refusals: Readonly<Record<string, { reason: string; at: number }>>;
}
const nothingYet: OnDevices = { identities: {}, consents: {}, signatures: {}, refusals: {} };

/** A scan of what was signed in ink: put on record by one, compared with the text by another. */
interface Scan {
  file: string;
  /** Seat of whoever recorded it. */
  by: string;
  at: number;
}

export interface SealSet {
  seal: string;
  /** SHA-256 of its image. */
  image: string;
  keeper: string;
  at: number;
}

export type Signing =
  | { status: 'none' }
  | (Opened & OnDevices & { status: 'open' })
  | (Opened & { status: 'paper'; ground: PaperGround; scan: Scan | null })
  | (Opened &
      OnDevices & {
        status: 'effective';
        form: 'device';
        effectiveAt: number;
        seal: SealSet;
        documents: readonly Made[];
      })
  | (Opened & { status: 'effective'; form: 'paper'; effectiveAt: number; scan: Scan; documents: readonly Made[] })
  | {
      status: 'effective';
      form: 'oral';
      version: number;
      hash: string;
      effectiveAt: number;
      /** Seat of the mediator who recorded it. */
      by: string;
      documents: readonly Made[];
    };
/** A document that was made of it. */
export interface Made {
  number: string;
  document: string;
  at: number;
}
export type Open = Extract<Signing, { status: 'open' }>;
export type OnPaper = Extract<Signing, { status: 'paper' }>;

export const unsigned: Signing = { status: 'none' };

export const isParty = ({ roles }: Signer): boolean => roles.includes('party');

/** Those who have not signed yet, in the order of the form. */
export const missingIn = ({ signers, signatures }: Open): Signer[] =>
  signers.filter(({ seat }) => !Object.hasOwn(signatures, seat));

/** Whose turn it is: every party first, in whatever order they come; then all others. */
export function turnIn(signing: Open): Signer[] {
  const missing = missingIn(signing);
  const parties = missing.filter(isParty);
  return parties.length > 0 ? parties : missing;
}

/** Everything beside the record that signing names by its digest. */
export function digestsOfSigning(signing: Signing): string[] {
  if (!('signatures' in signing)) return [];
  return [
    ...Object.values(signing.signatures).map(({ drawing }) => drawing),
    ...Object.values(signing.refusals).map(({ reason }) => reason),
  ];
}

const without = <Value>(all: Readonly<Record<string, Value>>, key: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(all).filter(([one]) => one !== key));

function evolveOpen(signing: Open, { event, at }: Recorded): Signing {
  switch (event.type) {
    case 'signer-identified': {
      const { seat, how, note = null, by, representative = null } = event;
      const identities = { ...signing.identities, [seat]: { how, note, by, representative, at } };
      const former = signing.identities[seat]?.representative ?? null;
      // Whoever agreed before is not who signs now.
      const same = JSON.stringify(former) === JSON.stringify(representative);
      return { ...signing, identities, consents: same ? signing.consents : without(signing.consents, seat) };
    }
    case 'signing-consented':
      return { ...signing, consents: { ...signing.consents, [event.seat]: { consent: event.consent, at } } };
    case 'agreement-signed': {
      const { seat, shown, drawing, tablet } = event;
      const signatures = { ...signing.signatures, [seat]: { at, shown, drawing, tablet } };
      return { ...signing, signatures, refusals: without(signing.refusals, seat) };
    }
    case 'signing-refused':
      return { ...signing, refusals: { ...signing.refusals, [event.seat]: { reason: event.reason, at } } };
    case 'paper-way-taken': {
      const { version, hash, matter, signers, at: openedAt } = signing;
      return { status: 'paper', version, hash, matter, signers, at: openedAt, ground: event.ground, scan: null };
    }
    case 'seal-set': {
      const { seal, image, keeper } = event;
      const effective = { status: 'effective', form: 'device', effectiveAt: at, documents: [] } as const;
      return { ...signing, ...effective, seal: { seal, image, keeper, at } };
    }
    default:
      return signing;
  }
}

export function evolveSigning(signing: Signing, recorded: Recorded): Signing {
  const { event, at, seat: by } = recorded;
  switch (event.type) {
    case 'signing-opened': {
      const { version, hash, matter, signers, paper } = event;
      const opened = { version, hash, matter, signers, at };
      if (paper !== null) return { ...opened, status: 'paper', ground: paper, scan: null };
      if (signing.status === 'open') return { ...signing, signers };
      return { ...opened, ...nothingYet, status: 'open' };
    }
    // [A3] Another version is signed anew.
    case 'agreement-reopened':
      return unsigned;
    case 'paper-signing-recorded':
      return signing.status === 'paper' ? { ...signing, scan: { file: event.file, by, at } } : signing;
    case 'agreement-effective':
      if (event.form === 'oral') {
        const { version, hash } = event;
        return { status: 'effective', form: 'oral', version, hash, effectiveAt: at, by, documents: [] };
      }
      if (signing.status !== 'paper' || !signing.scan) return signing;
      return {
        ...{ ...signing, scan: signing.scan },
        ...{ status: 'effective', form: 'paper', effectiveAt: at, documents: [] },
      };
    case 'agreement-document-made': {
      if (signing.status !== 'effective') return signing;
      const { number, document } = event;
      return { ...signing, documents: [...signing.documents, { number, document, at }] };
    }
    default:
      return signing.status === 'open' ? evolveOpen(signing, recorded) : signing;
  }
}
