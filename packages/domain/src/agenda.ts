/** The agenda while the meeting runs: items have ids, an item is skipped or withdrawn, never deleted. */
import type { MeetingCalled } from './acts/called.ts';
import { accept, refuse, unchanged, type Circumstances, type Decision, type Refusal } from './decision.ts';
import type { AgendaCommand } from './acts/agenda.ts';
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
}

export interface Agenda extends Course {
  /** Why a step leaves nothing of what the procedure demands, by item. */
  omitted: Readonly<Record<string, string>>;
  /** Steps that can still be undone, the last one at the end, each with the course before it. */
  undoable: { step: number; undone: 'item-begun' | 'item-skipped'; item: string; before: Course }[];
}

export function agendaAsCalled(called: MeetingCalled): Agenda {
  const items = called.agenda.map((item): AgendaItem => ({ ...item, progress: 'pending', stretches: [] }));
  return {
    order: items.map(({ item }) => item),
    items: Object.fromEntries(items.map((item) => [item.item, item])),
    current: null,
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
  }
}

const change = (course: Course, item: string, by: (item: AgendaItem) => AgendaItem): Record<string, AgendaItem> => {
  const found = course.items[item];
  return found ? { ...course.items, [item]: by(found) } : course.items;
};

const stopped = (item: AgendaItem, at: number): AgendaItem => ({
  ...item,
  stretches: item.stretches.map((stretch) => (stretch.to === null ? { ...stretch, to: at } : stretch)),
});
const running = (item: AgendaItem, at: number): AgendaItem => ({
  ...item,
  stretches: [...item.stretches, { from: at, to: null }],
});

/** The current item rests (adjournment, end) or goes on. */
const withCurrent = (agenda: Agenda, by: (item: AgendaItem) => AgendaItem): Agenda =>
  agenda.current === null ? agenda : { ...agenda, items: change(agenda, agenda.current, by) };

const settled = (agenda: Agenda): Agenda => ({ ...agenda, undoable: [] });

const course = ({ order, items, current }: Agenda): Course => ({ order, items, current });

function begun(agenda: Agenda, item: string, at: number): Agenda {
  const left = withCurrent(agenda, (former) => ({ ...stopped(former, at), progress: 'done' }));
  return {
    ...left,
    items: change(left, item, (next) => ({ ...running(next, at), progress: 'current' })),
    current: item,
  };
}

function inserted(agenda: Agenda, added: AgendaItem, after: string | null): Agenda {
  const place = after === null ? 0 : agenda.order.indexOf(after) + 1;
  return {
    ...agenda,
    order: agenda.order.toSpliced(place, 0, added.item),
    items: { ...agenda.items, [added.item]: added },
  };
}

export function evolveAgenda(agenda: Agenda, { event, version, at }: Recorded): Agenda {
  const undoable = (undone: 'item-begun' | 'item-skipped', item: string, next: Agenda): Agenda => ({
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
    // What cannot be taken back fixes the steps before it.
    case 'vote-opened':
    case 'opinion-recorded':
    case 'question-recorded':
    case 'answer-recorded':
    case 'proposal-stated':
      return settled(agenda);
    case 'outcome-omitted':
      return settled({ ...agenda, omitted: { ...agenda.omitted, [event.item]: event.reason } });
    case 'meeting-adjourned':
      return settled(withCurrent(agenda, (item) => stopped(item, at)));
    case 'meeting-resumed':
      return withCurrent(agenda, (item) => running(item, at));
    case 'meeting-closed': {
      const ended = withCurrent(agenda, (item) => ({ ...stopped(item, at), progress: 'done' }));
      return settled({ ...ended, current: null });
    }
    default:
      return agenda;
  }
}
