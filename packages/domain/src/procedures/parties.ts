/** Procedures in which parties settle something between themselves. */
import type { Procedure } from './schema.ts';

/** Whether a meeting held by it ends with an agreement of its parties, or with none: a mediation. */
export const settlesByAgreement = ({ decisions }: Pick<Procedure, 'decisions'>): boolean =>
  decisions?.some(({ value }) => value.kind === 'agreement') ?? false;
