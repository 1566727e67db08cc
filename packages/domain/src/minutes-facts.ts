/** The facts of a record as a clerk writes them, one by one as they happen, each under the item that was before the meeting. */
import { aboutTheMinutes } from './acts/minutes.ts';
import type { MeetingCalled } from './acts/called.ts';
import type { MeetingEvent, Recorded } from './acts/event.ts';
import { isDue, seatedIn } from './attendance.ts';
import type { Meeting } from './meeting.ts';
import { writtenTime } from './minutes-time.ts';
import { opening, type FactSaid } from './minutes-text.ts';
import { unreachable } from './unreachable.ts';
import type { DomainWords, FactParams } from './words/shape.ts';
import { wordsOf } from './words/words.ts';

/** What befalls the record, not the meeting. */
const ofCustody = ['record-restored', 'particulars-erased'] as const satisfies readonly MeetingEvent['type'][];
const notWoven = [...aboutTheMinutes, ...ofCustody] as const;

type Woven = Exclude<MeetingEvent['type'], (typeof notWoven)[number]>;
type WovenEvent = Extract<MeetingEvent, { type: Woven }>;

const isWoven = (event: MeetingEvent): event is WovenEvent =>
  !(notWoven as readonly MeetingEvent['type'][]).includes(event.type);

/** Facts that tell of one person's ballot. They stand in the record's text; a view shows them to those who lead alone. */
export const ballotFacts: ReadonlySet<string> = new Set([
  'ballot-cast',
  'ballot-changed',
  'hand-entered',
] satisfies MeetingEvent['type'][]);

/**
 * What the record says of a fact; null for what is about the minutes or the record itself and not about the meeting.
 * @param before the meeting without it; null for the calling
 * @param after the meeting with it
 */
export function sayFact(before: Meeting | null, recorded: Recorded, after: Meeting): FactSaid | null {
  const { event, version } = recorded;
  if (!isWoven(event)) return null;
  const current = event.type === 'item-begun' ? event.item : before?.agenda.current;
  const words = wordsOf(after.called.language);
  return {
    version,
    section: current ?? opening,
    fact: event.type,
    text: said(words, before ?? after, recorded, event),
  };
}

/** Each event's parameters, and its sentence: one line a fact, so that a missing one does not compile. */
function said(words: DomainWords, before: Meeting, { at, seat }: Recorded, event: WovenEvent): string {
  const { facts } = words;
  const time = () => writtenTime(before.called, at);
  switch (event.type) {
    case 'meeting-called':
      return facts['meeting-called'](callingOf(event));
    case 'arrived':
      return facts.arrived({ name: nameOf(words, before, event.seat), way: event.way });
    case 'departed':
      return facts.departed({ name: nameOf(words, before, event.seat) });
    case 'person-added': {
      const { name, capacities } = event.person;
      return facts['person-added']({ name: isDue(event.person) ? name : words.capacities.observer, capacities });
    }
    case 'presence-confirmed':
      return facts['presence-confirmed']({ count: event.count });
    case 'chair-taken':
      return facts['chair-taken']({
        name: event.person.name,
        from: event.from === null ? null : nameOf(words, before, event.from),
      });
    case 'meeting-opened': {
      const due = seatedIn(before.attendance).filter(isDue).length;
      return facts['meeting-opened']({ time: time(), due, present: event.present });
    }
    case 'meeting-adjourned':
      return facts['meeting-adjourned']({ time: time(), reason: event.reason ?? null });
    case 'meeting-resumed':
      return facts['meeting-resumed']({ time: time() });
    case 'meeting-closed':
      return facts['meeting-closed']({ time: time(), present: event.present });
    case 'item-begun':
    case 'item-skipped':
      return facts[event.type]({ title: titleOf(before, event.item) });
    case 'step-undone':
      return facts['step-undone']({ step: event.undone, title: titleOf(before, event.item) });
    case 'item-added':
      return facts['item-added']({ title: event.title });
    case 'item-withdrawn':
      return facts['item-withdrawn']({ title: titleOf(before, event.item), reason: event.reason });
    case 'clock-started':
      return facts['clock-started']({ seconds: event.seconds });
    case 'clock-paused':
    case 'clock-resumed':
    case 'clock-stopped':
    case 'vote-closed':
    case 'counting-begun':
    case 'vote-established':
      return facts[event.type]({});
    case 'vote-opened':
      return facts['vote-opened']({ question: event.question, roll: event.roll.length });
    case 'ballot-cast':
    case 'ballot-changed':
      return facts[event.type]({ name: nameOf(words, before, seat) });
    case 'hand-entered':
      return facts['hand-entered']({ name: nameOf(words, before, event.seat), reason: event.reason });
    case 'vote-published':
      return facts['vote-published'](resultOf(before, event.vote));
    case 'vote-annulled':
      return facts['vote-annulled']({ reason: event.reason });
    default:
      return unreachable(event);
  }
}

function callingOf(called: MeetingCalled): FactParams['meeting-called'] {
  const { matter, place, procedure, language, plannedAt, notice } = called;
  return {
    matter,
    place,
    procedure: procedure.name[language],
    time: writtenTime(called, plannedAt),
    notice: notice.way === 'served' ? { ...notice, servedAt: writtenTime(called, notice.servedAt) } : notice,
  };
}

/** Observers follow in silence: the minutes say that one came or went, and not who. */
function nameOf(words: DomainWords, { attendance }: Meeting, seat: string): string {
  const person = attendance.people[seat];
  return person && isDue(person) ? person.name : words.capacities.observer;
}

const titleOf = ({ agenda }: Meeting, item: string): string => agenda.items[item]?.title ?? '';

function resultOf({ voting }: Meeting, id: string): FactParams['vote-published'] {
  const vote = voting.votes[id];
  if (!vote || !('counts' in vote)) throw new Error(`Vote ${id} was published and never established`);
  return { roll: vote.roll.length, returned: vote.ballots.size, ...vote.counts };
}
