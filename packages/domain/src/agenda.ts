/** The agenda while the meeting runs: items have ids, an item is skipped or withdrawn, never deleted. */
import type { MeetingCalled } from './acts/called.ts';
import { accept, refuse, unchanged, type Circumstances, type Decision, type Refusal } from './decision.ts';
import type { AgendaCommand, UndoableStep } from './acts/agenda.ts';
import type { Recorded } from './acts/event.ts';
import { missingOutcome, outcomeMissing, requiredStep, sourceOf, type Guarded } from './steps.ts';
import { voteUnderWay } from './voting.ts';

/** A stretch of time in ms since 1970 during which an item was before the meeting; `to` is null while it runs. */
export interface Stretch {
  from: number;
  to: number | null;
}

export interface AgendaItem {
  item: string;
  title: string;
  step: string | null;
  minutes: number | null;
  progress: 'pending' | 'current' | 'done' | 'skipped' | 'withdrawn';
  stretches: Stretch[];
}

interface Course {
  order: string[];
  items: Record<string, AgendaItem>;
  current: string | null;
  /** When the meeting sat with no item before it: after its opening, before the first was begun. */
  outside: Stretch[];
}

export interface Agenda extends Course {
  /** Why a step leaves nothing of what the procedure demands, by item. */
  omitted: Readonly<Record<string, string>>;
  /** Steps that can still be undone, the last one at the end, each with the course before it. */
  undoable: { step: number; undone: UndoableStep; item: string; before: Course }[];
}

export function agendaAsCalled(called: MeetingCalled): Agenda {
  const items = called.agenda.map((item): AgendaItem => ({ ...item, progress: 'pending', stretches: [] }));
  return {
    order: items.map(({ item }) => item),
    items: Object.fromEntries(items.map((item) => [item.item, item])),
    current: null,
    outside: [],
    undoable: [],
    omitted: {},
  };
}

/** Items that were neither dealt with nor set aside. */
export const pendingItems = (agenda: Agenda): AgendaItem[] =>
  agenda.order.flatMap((item) => agenda.items[item] ?? []).filter((item) => item.progress === 'pending');

interface Led extends Guarded {
  agenda: Agenda;
}

/** An item that was or is before the meeting. */
export const hasBegun = ({ progress }: AgendaItem): boolean => progress === 'current' || progress === 'done';

/** [H2] Going on, not back, from a step that still owes the record something. */
function goingOnTooEarly(meeting: Led, to: string): Refusal | undefined {
  const { agenda } = meeting;
  const current = agenda.current === null ? undefined : agenda.items[agenda.current];
  if (!current || agenda.order.indexOf(to) < agenda.order.indexOf(current.item)) return undefined;
  return outcomeMissing(meeting, current);
}

function skip({ called, agenda }: Led, command: AgendaCommand & { type: 'skip-item' }): Decision {
  const item = agenda.items[command.item];
  if (!item) return refuse('no-such-item');
  if (item.progress === 'skipped') return unchanged();
  if (item.progress === 'withdrawn') return refuse('item-withdrawn', { title: item.title });
  if (item.progress !== 'pending') return refuse('item-finished', { title: item.title });
  const rule = requiredStep(called, item);
  if (rule && command.reason === undefined)
    return refuse('step-required', { item: item.item, title: item.title, ...sourceOf(called, rule) });
  return accept({ ...command, type: 'item-skipped' });
}

function omit(meeting: Led, { item: id, reason }: AgendaCommand & { type: 'omit-outcome' }): Decision {
  const item = meeting.agenda.items[id];
  if (!item) return refuse('no-such-item');
  if (!hasBegun(item)) return refuse('item-not-begun', { title: item.title });
  const outcome = missingOutcome(meeting, item);
  return outcome ? accept({ type: 'outcome-omitted', item: id, outcome, reason }) : unchanged();
}

/** What has begun has its place in the course of the meeting; what has not may still be put elsewhere. */
function move({ order, items }: Agenda, item: string, after: string | null): Decision {
  const found = items[item];
  if (!found || (after !== null && !items[after])) return refuse('no-such-item');
  if (found.progress === 'withdrawn') return refuse('item-withdrawn', { title: found.title });
  if (found.progress !== 'pending' && found.progress !== 'skipped')
    return refuse('item-finished', { title: found.title });
  const before = order[order.indexOf(item) - 1] ?? null;
  if (after === item || after === before) return unchanged();
  return accept({ type: 'item-moved', item, after });
}

export function decideAgenda(meeting: Led, command: AgendaCommand, { newId }: Circumstances): Decision {
  const { agenda, voting } = meeting;
  switch (command.type) {
    case 'begin-item': {
      const item = agenda.items[command.item];
      if (!item) return refuse('no-such-item');
      if (item.progress === 'withdrawn') return refuse('item-withdrawn', { title: item.title });
      if (agenda.current === item.item) return unchanged();
      // A vote belongs to its item; whoever has not answered yet must not lose it from the screen.
      if (voteUnderWay(voting)) return refuse('vote-running');
      return goingOnTooEarly(meeting, item.item) ?? accept({ type: 'item-begun', item: item.item });
    }
    case 'skip-item':
      return skip(meeting, command);
    case 'omit-outcome':
      return omit(meeting, command);
    case 'undo-step': {
      const last = agenda.undoable.at(-1);
      if (last?.step !== command.step) return refuse('step-not-last');
      return accept({ type: 'step-undone', step: last.step, undone: last.undone, item: last.item });
    }
    case 'add-item': {
      const { title, minutes, after } = command;
      if (after !== null && !agenda.items[after]) return refuse('no-such-item');
      return accept({ type: 'item-added', item: newId(), title, minutes, after });
    }
    case 'withdraw-item': {
      const item = agenda.items[command.item];
      if (!item) return refuse('no-such-item');
      if (item.progress === 'withdrawn') return unchanged();
      if (item.progress !== 'pending' && item.progress !== 'skipped')
        return refuse('item-finished', { title: item.title });
      return accept({ type: 'item-withdrawn', item: item.item, reason: command.reason });
    }
    case 'move-item':
      return move(agenda, command.item, command.after);
  }
}

const change = (course: Course, item: string, by: (item: AgendaItem) => AgendaItem): Record<string, AgendaItem> => {
  const found = course.items[item];
  return found ? { ...course.items, [item]: by(found) } : course.items;
};

const ended = (stretches: Stretch[], at: number): Stretch[] =>
  stretches.map((stretch) => (stretch.to === null ? { ...stretch, to: at } : stretch));
const begunAt = (stretches: Stretch[], at: number): Stretch[] => [...stretches, { from: at, to: null }];

const stopped = (item: AgendaItem, at: number): AgendaItem => ({ ...item, stretches: ended(item.stretches, at) });
const running = (item: AgendaItem, at: number): AgendaItem => ({ ...item, stretches: begunAt(item.stretches, at) });

/** The time of the current item, or of the meeting without one, rests (adjournment, end). */
const restingAt = (agenda: Agenda, at: number): Agenda =>
  agenda.current === null
    ? { ...agenda, outside: ended(agenda.outside, at) }
    : { ...agenda, items: change(agenda, agenda.current, (item) => stopped(item, at)) };

/** … and goes on. */
const goingOnAt = (agenda: Agenda, at: number): Agenda =>
  agenda.current === null
    ? { ...agenda, outside: begunAt(agenda.outside, at) }
    : { ...agenda, items: change(agenda, agenda.current, (item) => running(item, at)) };

const settled = (agenda: Agenda): Agenda => ({ ...agenda, undoable: [] });

const course = ({ order, items, current, outside }: Agenda): Course => ({ order, items, current, outside });

const leaving = (agenda: Agenda, at: number): Agenda => {
  const { current, ...left } = restingAt(agenda, at);
  if (current === null) return { current, ...left };
  return {
    ...left,
    current: null,
    items: change({ current, ...left }, current, (item) => ({ ...item, progress: 'done' })),
  };
};

function begun(agenda: Agenda, item: string, at: number): Agenda {
  const left = leaving(agenda, at);
  return {
    ...left,
    items: change(left, item, (next) => ({ ...running(next, at), progress: 'current' })),
    current: item,
  };
}

const placed = (order: string[], item: string, after: string | null): string[] =>
  order.toSpliced(after === null ? 0 : order.indexOf(after) + 1, 0, item);

const inserted = (agenda: Agenda, added: AgendaItem, after: string | null): Agenda => ({
  ...agenda,
  order: placed(agenda.order, added.item, after),
  items: { ...agenda.items, [added.item]: added },
});

const moved = (agenda: Agenda, item: string, after: string | null): Agenda => {
  const others = agenda.order.filter((one) => one !== item);
  return { ...agenda, order: placed(others, item, after) };
};

export function evolveAgenda(agenda: Agenda, { event, version, at }: Recorded): Agenda {
  const undoable = (undone: UndoableStep, item: string, next: Agenda): Agenda => ({
    ...next,
    undoable: [...agenda.undoable, { step: version, undone, item, before: course(agenda) }],
  });
  switch (event.type) {
    case 'item-begun':
      return undoable(event.type, event.item, begun(agenda, event.item, at));
    case 'item-skipped': {
      const items = change(agenda, event.item, (item) => ({ ...item, progress: 'skipped' }));
      return undoable(event.type, event.item, { ...agenda, items });
    }
    case 'step-undone':
      return {
        ...agenda,
        ...(agenda.undoable.at(-1)?.before ?? course(agenda)),
        undoable: agenda.undoable.slice(0, -1),
      };
    case 'item-added': {
      const { item, title, minutes, after } = event;
      return settled(inserted(agenda, { item, title, step: null, minutes, progress: 'pending', stretches: [] }, after));
    }
    case 'item-withdrawn':
      return settled({ ...agenda, items: change(agenda, event.item, (item) => ({ ...item, progress: 'withdrawn' })) });
    case 'item-moved':
      return undoable(event.type, event.item, moved(agenda, event.item, event.after));
    // What cannot be taken back fixes the steps before it: what was put to the vote or said belongs to the item it was on.
    case 'vote-opened':
    case 'opinion-recorded':
    case 'question-recorded':
    case 'answer-recorded':
    case 'proposal-stated':
    case 'floor-given':
      return settled(agenda);
    case 'outcome-omitted':
      return settled({ ...agenda, omitted: { ...agenda.omitted, [event.item]: event.reason } });
    case 'meeting-adjourned':
      return settled(restingAt(agenda, at));
    // So does the beginning of a sitting: items may have been moved before it, when no time ran.
    case 'meeting-opened':
    case 'meeting-resumed':
      return settled(goingOnAt(agenda, at));
    case 'meeting-closed':
      return settled(leaving(agenda, at));
    default:
      return agenda;
  }
}
