/** The head of a paper about a meeting: what, when, where, who. */
import { byCapacity, rollOf } from './roll.ts';
import type { View } from '../view.ts';
import { wordsOf } from '../words/words.ts';
import type { Row } from './paper.ts';
import { writtenMoment } from '../days.ts';
import { paperSpan } from './time.ts';
import { paperWords } from './words.ts';

/** When the meeting was held, or is to be. */
export function heldWhen({ openedAt, closedAt, plannedAt, community, language }: View): string {
  if (openedAt === null || closedAt === null) return writtenMoment(openedAt ?? plannedAt, community.timeZone, language);
  return paperSpan(openedAt, closedAt, community.timeZone, language);
}

/** The recorders by name; all who hold the capacity. */
export function recordersOf(view: View): string {
  const names = rollOf(view).due.flatMap(({ capacities, name }) => (capacities.includes('recorder') ? [name] : []));
  return paperWords[view.language].names(names);
}

/** The table at the head of the minutes. */
export function meetingFacts(view: View): Row[] {
  const words = paperWords[view.language];
  const roll = rollOf(view);
  const groups = (people: typeof roll.due): string[] => {
    const said = byCapacity(people).map(([capacity, names]) =>
      words.group(wordsOf(view.language).capacities[capacity], names.length, words.names(names)),
    );
    return said.length > 0 ? said : [words.none];
  };
  return [
    { name: words.matter, said: [view.matter] },
    { name: words.time, said: [heldWhen(view)] },
    { name: words.place, said: [view.place || words.none] },
    { name: words.convener, said: [view.body] },
    { name: words.chair, said: [view.chair ?? words.none] },
    { name: words.recorder, said: [recordersOf(view) || words.none] },
    { name: words.attendance, said: [words.counts(roll.due.length, roll.came.length)] },
    { name: words.came, said: groups(roll.came) },
    { name: words.absent, said: groups(roll.absent) },
  ];
}
