/**
 * The result of a meeting as it is published: once the minutes are final, in words that hold no private data, by somebody
 * who names who examined them (Personal Information Protection Law, art. 55: assessed before publishing). What was wrong is
 * corrected by a later publication that says so; nothing that was published disappears from the record.
 */
import type { MeetingCalled } from './acts/called.ts';
import type { Recorded } from './acts/event.ts';
import type { ResultCommand, ResultPublished } from './acts/result.ts';
import { seatedIn, takesPart, type Attendance } from './attendance.ts';
import { accept, refuse, unchanged, type Decision } from './decision.ts';
import { noticeInForce } from './notice.ts';
import { isPublic } from './notice-text.ts';
import { privateIn, type PublicMeasure } from './public-text.ts';

export interface PublishedResult extends Omit<ResultPublished, 'type'> {
  at: number;
  /** Who published it. */
  seat: string;
}

/** In the order of their publication; the last one stands. */
export type Results = readonly PublishedResult[];
export const noResults: Results = [];

interface Resulting {
  called: MeetingCalled;
  attendance: Attendance;
  minutes: { status: string };
  results: Results;
}

/** What may stand in a public text of this meeting: what its notice already says of the place, nobody who observed. */
export function publicMeasure({ called, attendance }: Pick<Resulting, 'called' | 'attendance'>): PublicMeasure {
  const { matter, place, community, body } = called;
  const text = noticeInForce(called);
  const people = seatedIn(attendance);
  // Whoever was replaced on the day was called to take part and is no observer.
  const participants = new Set(people.filter(takesPart).map(({ name }) => name));
  return {
    known: [matter, place, community.name, body.name, text?.title ?? '', text?.body ?? ''],
    observers: people.filter((person) => !takesPart(person) && !participants.has(person.name)).map(({ name }) => name),
  };
}

const sameWords = (one: ResultCommand, other: PublishedResult): boolean =>
  one.title === other.title && one.body === other.body && one.signature === other.signature;

/** Place of the first publication that may be read: a correction that withholds takes all before it out of sight. */
export const firstShown = (results: Results): number =>
  Math.max(
    0,
    results.findLastIndex(({ corrects }) => corrects?.withheld === true),
  );

export function decideResult(meeting: Resulting, command: ResultCommand, newId: () => string): Decision {
  const { called, minutes, results } = meeting;
  if (!isPublic(called.procedure)) return refuse('result-not-for-public');
  if (minutes.status !== 'frozen') return refuse('minutes-not-frozen');
  const standing = results.at(-1);
  // Sent again, or by two at once: what stands already is not published twice. That earlier words leave the sight is news.
  const withholds = command.corrects?.withheld === true && firstShown(results) < results.length - 1;
  if (standing && sameWords(command, standing) && !withholds) return unchanged();
  if (standing && command.corrects === null) return refuse('result-already-published');
  if (command.corrects && command.corrects.result !== standing?.result) return refuse('no-such-result');
  const { title, body, signature, corrects } = command;
  const measure = publicMeasure(meeting);
  for (const text of [title, body, signature, corrects?.wrong ?? '']) {
    const found = privateIn(text, measure);
    if (found) return refuse(found.code, { text: found.text });
  }
  return accept({ ...command, type: 'result-published', result: newId() });
}

export function evolveResults(results: Results, { event, at, seat }: Recorded): Results {
  if (event.type !== 'result-published') return results;
  const { type: _, ...published } = event;
  return [...results, { ...published, at, seat }];
}
