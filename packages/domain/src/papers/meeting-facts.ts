/** The head of a paper about a meeting: what, when, where, who. */
import { byCapacity, countsOf, rollOf } from './roll.ts';
import type { View } from '../view.ts';
import { pageWordsOf } from '../words/pages.ts';
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

/** 代表（5 人）：…: those who came, or did not, by capacity; a person is counted once. */
export function groupsOf({ language }: View, people: ReturnType<typeof rollOf>['due']): string[] {
  const words = paperWords[language];
  return byCapacity(people, pageWordsOf(language).mediation.as).map(([who, names]) =>
    words.group(who, names.length, words.names(names)),
  );
}

/** The table at the head of the minutes. What is not on record is named, never left out. */
export function meetingFacts(view: View): Row[] {
  const words = paperWords[view.language];
  const roll = rollOf(view);
  const groups = (people: typeof roll.due): string[] => {
    const said = groupsOf(view, people);
    return said.length > 0 ? said : [words.none];
  };
  return [
    { name: words.matter, said: [view.matter] },
    { name: words.time, said: [heldWhen(view)] },
    { name: words.place, said: [view.place] },
    { name: words.convener, said: [view.body] },
    { name: words.chair, said: [view.chair ?? words.unrecorded] },
    { name: words.recorder, said: [recordersOf(view) || words.unrecorded] },
    { name: words.attendance, said: [pageWordsOf(view.language).replies.closing(countsOf(roll))] },
    { name: words.came, said: groups(roll.came) },
    ...(roll.leave.length > 0 ? [{ name: words.leave, said: groups(roll.leave) }] : []),
    { name: words.absent, said: groups(roll.absent) },
    ...(roll.observers.length > 0 ? [{ name: words.observers, said: [words.people(roll.observers.length)] }] : []),
  ];
}
