/** 会议签到表: before the meeting with lines to sign on, after it with when each came; observers stand by themselves. */
import type { PersonView, View } from '../view.ts';
import { wordsOf } from '../words/words.ts';
import { heldWhen } from './meeting-facts.ts';
import { paperHead, type Paper } from './paper.ts';
import { writtenHour } from '../days.ts';
import { countsOf, rollOf } from './roll.ts';
import { paperWords } from './words.ts';

export interface SignInPaper extends Paper {
  facts: [name: string, said: string][];
  columns: string[];
  rows: string[][];
  /** Whoever came to listen; null: nobody. */
  observers: { title: string; rows: string[][] } | null;
  foot: string;
}

/** Empty lines for whoever comes without having been called. */
const spare = 5;

/** For whom somebody stands, and whose place they take. */
export function standingOnSheet({ people, language }: Pick<View, 'people' | 'language'>, person: PersonView): string {
  const standing = person.standing ?? '';
  const replaced = person.substitutes === undefined ? undefined : people.bySeat[person.substitutes];
  if (!replaced) return standing;
  const words = paperWords[language].sheet;
  return words.standing(standing, words.substitutes(replaced.name));
}

function rowOf(view: View, person: PersonView, n: number): string[] {
  const { language, community } = view;
  const { mediation, replies } = wordsOf(language);
  const { name, capacities: held, side, arrived, identity, onLeave } = person;
  const words = paperWords[language].sheet;
  const remote = arrived?.way !== 'remote' ? '' : identity ? words.checked(identity.by) : words.remote;
  const came = arrived
    ? writtenHour(arrived.at, community.timeZone, language) + remote
    : onLeave
      ? replies.onLeave
      : '';
  const said = paperWords[language].names(held.map((capacity) => mediation.as(capacity, side)));
  return [String(n + 1), name, standingOnSheet(view, person), said, came, ''];
}

/** The sign-in sheet; null for whoever does not lead, since it says when each came. */
export function signInPaper(view: View, { now }: { now: number }): SignInPaper | null {
  if (!view.desk) return null;
  const { language, phase } = view;
  const [all, words] = [paperWords[language], paperWords[language].sheet];
  const roll = rollOf(view);
  const rows = (people: readonly PersonView[]) => people.map((person, n) => rowOf(view, person, n));
  const due = rows(roll.due);
  const empty = Array.from({ length: spare }, (_, n) => [String(due.length + n + 1), '', '', '', '', '']);
  const counts = wordsOf(language).replies.closing(countsOf(roll));
  return {
    ...paperHead(view, words.title(view.procedure.name[language]), view.closedAt ?? now),
    facts: [
      [all.matter, view.matter],
      [all.time, heldWhen(view)],
      [all.place, view.place || all.none],
    ],
    columns: [...words.columns],
    rows: phase === 'closed' ? due : [...due, ...empty],
    observers: roll.observers.length > 0 ? { title: words.observers, rows: rows(roll.observers) } : null,
    foot: phase === 'called' ? words.before(roll.due.length) : words.after(counts, roll.observers.length),
  };
}
