/** Opinions as spoken, each with its speaker, and whether the tendency proposal takes it up and why. */
import type { Recorded } from './acts/event.ts';
import type { OpinionCommand } from './acts/opinions.ts';
import type { Stance, Uptake } from './stances.ts';
import { takesPart, type Attendance } from './attendance.ts';
import { accept, refuse, unchanged, type Circumstances, type Decision, type Refusal } from './decision.ts';
import { unreachable } from './unreachable.ts';

export interface Opinion {
  opinion: string;
  item: string;
  speaker: string;
  stance: Stance;
  gist: string;
  category: string | null;
  /** When it was recorded. */
  at: number;
  /** Version of the fact that says it as it stands, and of the one in whose place that stands in the minutes. */
  told: number;
  first: number;
  mark: { uptake: Uptake; reason: string | null; told: number } | null;
}

export interface Opinions {
  /** Those that stand, as recorded; withdrawn ones are in the record alone. */
  order: readonly string[];
  byId: Readonly<Record<string, Opinion>>;
  /** Whether the screens in the room may show them. */
  shown: boolean;
}

export const noOpinions: Opinions = { order: [], byId: {}, shown: false };

export const opinionsIn = ({ order, byId }: Opinions): Opinion[] => order.flatMap((id) => byId[id] ?? []);
export const unmarkedIn = (opinions: Opinions): Opinion[] => opinionsIn(opinions).filter(({ mark }) => mark === null);

/** Why nobody in this seat can have spoken: not listed, or an observer, who follows in silence. */
export function speaksNot({ people }: Attendance, seat: string): Refusal | undefined {
  const person = people[seat];
  if (!person) return refuse('no-such-seat');
  return takesPart(person) ? undefined : refuse('observer-silent', { name: person.name });
}

/** What somebody says belongs to an item that was or is before the meeting. */
export interface Heard {
  attendance: Attendance;
  agenda: { items: Readonly<Record<string, { title: string; progress: string }>> };
  minutes: { status: string };
}

/** Why nothing can have been said under this item. */
export function hasNoPlace({ agenda }: Heard, id: string): Refusal | undefined {
  const item = agenda.items[id];
  if (!item) return refuse('no-such-item');
  const begun = item.progress === 'current' || item.progress === 'done';
  return begun ? undefined : refuse('item-not-begun', { title: item.title });
}

type Content = Pick<Opinion, 'speaker' | 'stance' | 'gist' | 'category'>;
const same = (one: Content, other: Content): boolean =>
  one.speaker === other.speaker &&
  one.stance === other.stance &&
  one.gist === other.gist &&
  one.category === other.category;

function record(meeting: Heard, command: OpinionCommand & { type: 'record-opinion' }, newId: () => string): Decision {
  const wrong = hasNoPlace(meeting, command.item) ?? speaksNot(meeting.attendance, command.speaker);
  return wrong ?? accept({ ...command, type: 'opinion-recorded', opinion: newId() });
}

function mark(found: Opinion, command: OpinionCommand & { type: 'mark-opinion' }): Decision {
  const { uptake, reason } = command;
  // Whoever spoke is owed the reason why not (hearing minutes say 采纳, 部分采纳 or 未采纳, and why).
  if (uptake !== 'taken' && reason === undefined) return refuse('reason-needed');
  if (found.mark?.uptake === uptake && found.mark.reason === (reason ?? null)) return unchanged();
  return accept({ ...command, type: 'opinion-marked' });
}

export function decideOpinions(
  meeting: Heard & { opinions: Opinions },
  command: OpinionCommand,
  { newId }: Circumstances,
): Decision {
  const { opinions, minutes } = meeting;
  if (minutes.status === 'frozen') return refuse('minutes-not-drafting');
  if (command.type === 'record-opinion') return record(meeting, command, newId);
  if (command.type === 'show-opinions')
    return opinions.shown === command.shown ? unchanged() : accept({ ...command, type: 'opinions-shown' });
  const found = opinions.byId[command.opinion];
  if (!found) return refuse('no-such-opinion');
  switch (command.type) {
    case 'correct-opinion':
      if (same(found, command)) return unchanged();
      return speaksNot(meeting.attendance, command.speaker) ?? accept({ ...command, type: 'opinion-corrected' });
    case 'withdraw-opinion':
      return accept({ ...command, type: 'opinion-withdrawn' });
    case 'mark-opinion':
      return mark(found, command);
    default:
      return unreachable(command);
  }
}

const change = (opinions: Opinions, id: string, by: (opinion: Opinion) => Opinion): Opinions => {
  const found = opinions.byId[id];
  return found ? { ...opinions, byId: { ...opinions.byId, [id]: by(found) } } : opinions;
};

export function evolveOpinions(opinions: Opinions, { event, version, at }: Recorded): Opinions {
  switch (event.type) {
    case 'opinion-recorded': {
      const { type: _, ...said } = event;
      const recorded: Opinion = { ...said, at, told: version, first: version, mark: null };
      const { opinion } = event;
      return { ...opinions, order: [...opinions.order, opinion], byId: { ...opinions.byId, [opinion]: recorded } };
    }
    case 'opinion-corrected': {
      const { type: _, ...said } = event;
      // What was marked was another text: whether this one is taken up must be said anew.
      return change(opinions, event.opinion, (former) => ({ ...former, ...said, told: version, mark: null }));
    }
    case 'opinion-withdrawn': {
      const { [event.opinion]: _, ...byId } = opinions.byId;
      return { ...opinions, order: opinions.order.filter((one) => one !== event.opinion), byId };
    }
    case 'opinion-marked': {
      const { uptake, reason = null } = event;
      return change(opinions, event.opinion, (found) => ({ ...found, mark: { uptake, reason, told: version } }));
    }
    case 'opinions-shown':
      return { ...opinions, shown: event.shown };
    default:
      return opinions;
  }
}
