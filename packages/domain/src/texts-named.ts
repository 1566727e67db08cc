/** Which of the texts that lie beside a record it names: those of the agreement's draft, and of its signing. */
import type { Agreement } from './agreement.ts';
import { digestsOfSigning, type Signing } from './signing.ts';

/** Everything a kept text may be named by: whatever is not among these is named nowhere. */
export const digestsNamed = ({
  agreement: { passages: written, clauses, checks },
  signing,
}: {
  agreement: Agreement;
  signing: Signing;
}): Set<string> =>
  new Set([
    ...digestsOfSigning(signing),
    ...Object.values(written),
    ...Object.values(clauses),
    ...Object.values(checks).flatMap((byPart) => Object.values(byPart).flatMap(({ wish }) => wish ?? [])),
  ]);
