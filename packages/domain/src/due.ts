/**
 * What is due before and after a meeting, by its procedure. Forward deadlines count as Civil Code art. 201 says (the day
 * of the event does not count); a last day that is a rest day moves to the next working day (art. 203), which needs a
 * calendar of rest days and is not reckoned here: the page says so beside the day.
 */
import { latestDay, demandedBy, type DemandedNotice } from './notice.ts';
import type { Duty } from './procedures/duties.ts';
import type { Procedure } from './procedures/schema.ts';
import { rulesOn, type Words } from './procedures/stated.ts';

export interface DueBefore extends DemandedNotice {
  /** Last calendar day (days.ts) for the last channel; null where no time is stated. */
  latest: number | null;
}

export interface DueAfter {
  duty: string;
  kind: Duty['kind'];
  words: Words;
  /** It is owed to somebody, who is named when it is done. */
  toSomebody: boolean;
  /** Of which document of the procedure it treats; null: of none. */
  document: string | null;
  /** The regulation says "as a rule" (一般). */
  usual: boolean;
  /** Within so many days after the meeting; null where no number is stated. */
  days: number | null;
  /** The last of them, not moved by rest days. */
  last: number | null;
  source: { document: Words; place: string; quote: string };
}

/** The notices, with the last day for each when the meeting is held on that day. */
export const dueBefore = (procedure: Pick<Procedure, 'notices' | 'documents'>, heldOn: number): DueBefore[] =>
  demandedBy(procedure).map((one) => {
    const { days, clearDays } = one;
    return { ...one, latest: days === null ? null : latestDay(heldOn, { days, clearDays }) };
  });

/** The duties that follow from every meeting held by the procedure, counted from the day on which it was held, or closed. */
export function dueAfter(
  procedure: Pick<Procedure, 'duties' | 'documents'>,
  on: { held: number; closed: number },
): DueAfter[] {
  return rulesOn(procedure.duties, null).flatMap(({ value, sources: [source] }): DueAfter[] => {
    const cited = source && procedure.documents[source.document]?.title;
    const { id: duty, kind, words, usual, deadline, when, document } = value;
    // Due only in a case that nobody knows yet, before the meeting, or in periods of its own.
    if (!source || !cited || when !== null) return [];
    const { place, quote, corrected } = source;
    const stands = { document: cited, place, quote: corrected ?? quote };
    const of = { duty, kind, words, toSomebody: value.to !== null, document, usual, source: stands };
    if (deadline === null) return [{ ...of, days: null, last: null }];
    if (deadline.kind !== 'within' || !('event' in deadline.after) || deadline.after.event === 'agreement-effective')
      return [];
    return [{ ...of, days: deadline.days, last: on[deadline.after.event] + deadline.days }];
  });
}
