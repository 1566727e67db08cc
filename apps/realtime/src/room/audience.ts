/** An audience is all who are shown the same view: one key for each, from which its reader can be told again. */
import { inCanonicalOrder } from '@yishiting/domain/capacities';
import type { Reader } from '@yishiting/domain/view';

export function audienceOf(reader: Reader): string {
  return JSON.stringify(
    'audience' in reader ? reader : { capacities: inCanonicalOrder(reader.capacities), staff: reader.staff },
  );
}

export const readerOf = (audience: string): Reader => JSON.parse(audience);
