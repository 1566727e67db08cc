/** What the sentences about the agreement of a mediation are made of. */
import type { Saying } from '../acts/agreement.ts';
import type { SigningCode, SigningFactParams } from './signing-shape.ts';

export type AgreementCode =
  | SigningCode
  | 'agreement-frozen'
  | 'agreement-not-frozen'
  | 'agreement-incomplete'
  | 'agreement-unchecked'
  | 'no-such-clause'
  | 'clause-changed'
  | 'clauses-full'
  | 'party-spoke'
  | 'mediation-without-outcome';

export interface AgreementFactParams extends SigningFactParams {
  'passage-written': { passage: string };
  'clause-added': object;
  'clause-revised': object;
  'clause-moved': object;
  'clause-struck': object;
  /** `part`: a passage, or `clause`. */
  'part-checked': { name: string; part: string; says: Saying };
  'agreement-read-aloud': { name: string };
  /** `recorded`: parties of whose checks some were recorded by the desk. */
  'agreement-frozen': { version: number; parties: string[]; recorded: string[]; clauses: number; hash: string };
  'agreement-reopened': { version: number; reason: string };
}
