/** 会议签到表: before the meeting with lines to sign on, after it with when each came. */
import type { Way } from '../acts/attendance.ts';
import type { View } from '../view.ts';
import { wordsOf } from '../words/words.ts';
import { heldWhen } from './meeting-facts.ts';
import { paperHead, type Paper } from './paper.ts';
import { rollOf, sheetOf } from './roll.ts';
import { writtenHour } from '../days.ts';
import { paperWords } from './words.ts';

export interface SignInPaper extends Paper {
  facts: [name: string, said: string][];
  columns: string[];
  rows: string[][];
  foot: string;
}

/** Empty lines for whoever comes without having been called. */
const spare = 5;

/** The sign-in sheet; null for whoever does not lead, since it says when each came. */
export function signInPaper(view: View, { now }: { now: number }): SignInPaper | null {
  if (!view.desk) return null;
  const { language, community, phase } = view;
  const [all, words] = [paperWords[language], paperWords[language].sheet];
  const { capacities } = wordsOf(language);
  const roll = rollOf(view);
  const cameHow = (way: Way, by: string | undefined) =>
    way === 'here' ? '' : by === undefined ? words.remote : words.checked(by);
  const listed = sheetOf(view).map(({ name, standing, capacities: held, arrived, identity }, n) => [
    String(n + 1),
    name,
    standing ?? '',
    all.names(held.map((capacity) => capacities[capacity])),
    arrived ? writtenHour(arrived.at, community.timeZone, language) + cameHow(arrived.way, identity?.by) : '',
    '',
  ]);
  const empty = Array.from({ length: spare }, (_, n) => [String(listed.length + n + 1), '', '', '', '', '']);
  return {
    ...paperHead(view, words.title(view.procedure.name[language]), view.closedAt ?? now),
    facts: [
      [all.matter, view.matter],
      [all.time, heldWhen(view)],
      [all.place, view.place || all.none],
    ],
    columns: [...words.columns],
    rows: phase === 'closed' ? listed : [...listed, ...empty],
    foot:
      phase === 'called'
        ? words.before(roll.due.length)
        : words.after(roll.due.length, roll.came.length, roll.observers),
  };
}
