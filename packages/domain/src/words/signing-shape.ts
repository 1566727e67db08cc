/** What the sentences about signing, seal and effect are made of. */
import type { PaperGround, SigningRole } from '../acts/signing.ts';
import type { IdentityWay } from '../acts/identity.ts';

export type SigningCode =
  | 'agreement-superseded'
  | 'agreement-effective'
  | 'signing-not-open'
  | 'signing-opened-already'
  | 'paper-required'
  | 'matter-not-excepted'
  | 'may-not-sign-as'
  | 'not-a-signer'
  | 'already-signed'
  | 'signer-unidentified'
  | 'consent-outdated'
  | 'consent-missing'
  | 'not-your-turn'
  | 'not-read-aloud'
  | 'signature-too-short'
  | 'signed-on-paper'
  | 'not-on-paper'
  | 'another-must-confirm'
  | 'signatures-missing'
  | 'no-such-seal';

export interface SigningFactParams {
  /** `again`: it had begun, and others sign now. */
  'signing-opened': { version: number; paper: PaperGround | null; again: boolean };
  /** `representative`: who signs in the party's stead; null: the party itself. */
  'signer-identified': {
    name: string;
    how: IdentityWay;
    note: string | null;
    by: string;
    representative: string | null;
  };
  'signing-consented': { name: string; representative: string | null };
  'agreement-signed': { name: string; roles: readonly SigningRole[]; representative: string | null };
  'signing-refused': { name: string };
  'paper-way-taken': { ground: PaperGround };
  'paper-signing-recorded': object;
  'paper-signing-confirmed': object;
  'oral-agreement-recorded': { by: string };
  'seal-set': { keeper: string };
  'agreement-effective': { version: number; form: 'device' | 'paper' | 'oral'; time: string };
  'agreement-document-made': { number: string };
}
