/** What a meeting cannot be called without; the page that prepares it and the server that calls it ask the same rule. */
import type { NoticeWords } from './acts/notice.ts';
import type { FieldCode } from './api.ts';
import type { Capacity } from './capacities.ts';
import { holdsPrivateNumbers } from './notice-text.ts';
import { settlesByAgreement } from './procedures/parties.ts';
import type { Procedure } from './procedures/schema.ts';

export interface ToBeCalled {
  place: string;
  /** When it is to be held, in ms; null when that is open. */
  plannedAt: number | null;
  people: readonly { capacities: readonly string[]; side?: number | null }[];
  /** The notice as it would be fixed, and the telephone that may stand in it. */
  notice: { words: NoticeWords; phone: string };
}

/**
 * All that is missing, by field of the arrangement (`recorder` beside `people`, so that both can be said at once). A
 * meeting that starts at once needs no planned time, and nobody reads its notice; one whose procedure keeps minutes needs
 * somebody to record, and one that settles something between parties needs parties on two sides at least.
 */
export function missingToCall(
  { place, plannedAt, people, notice }: ToBeCalled,
  way: 'served' | 'to-be-served' | 'start-now',
  { recording, decisions }: Pick<Procedure, 'recording' | 'decisions'>,
): Record<string, FieldCode | 'empty'> {
  const holding = (capacity: Capacity) => people.filter(({ capacities }) => capacities.includes(capacity)).length;
  const fields: Record<string, FieldCode | 'empty'> = {};
  if (place.trim() === '') fields['place'] = 'empty';
  if (plannedAt === null && way !== 'start-now') fields['plannedAt'] = 'empty';
  if (holding('chair') === 0) fields['people'] = 'no-chair';
  else if (holding('chair') > 1) fields['people'] = 'several-chairs';
  if (recording !== null && holding('recorder') === 0) fields['recorder'] = 'no-recorder';
  if (settlesByAgreement({ decisions })) Object.assign(fields, sidesMissing(people));
  const { words, phone } = notice;
  if (way !== 'start-now' && holdsPrivateNumbers(Object.values(words).join('\n'), phone)) {
    fields['notice'] = 'private-number';
  }
  return fields;
}

function sidesMissing(people: ToBeCalled['people']): Record<string, FieldCode> {
  const parties = people.filter(({ capacities }) => capacities.includes('party'));
  if (parties.some(({ side }) => side === null || side === undefined)) return { parties: 'no-side' };
  return new Set(parties.map(({ side }) => side)).size < 2 ? { parties: 'one-side' } : {};
}
