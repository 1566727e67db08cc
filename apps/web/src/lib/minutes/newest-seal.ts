import type { RecordsAnswer } from '@yishiting/domain/api';
import type { RecordSeal } from '@yishiting/domain/record-seal';

/** The newest seal of a meeting's record among all that are listed; null where it has none yet. */
export function newestSeal(
  { seals }: Pick<RecordsAnswer, 'seals'>,
  of: { community: string; meeting: string },
): RecordSeal | null {
  const own = seals.filter(({ meeting }) => meeting === of.meeting);
  const newest = own.sort((a, b) => a.version - b.version).at(-1);
  if (!newest) return null;
  const { version, head, at, key, signature } = newest;
  return { ...of, version, head, at, key, signature };
}
