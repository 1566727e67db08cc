/** The facts of a record as a clerk writes them, one by one as they happen, each under the item that was before the meeting. */
import type { MeetingCalled } from './acts/called.ts';
import type { MeetingEvent, Recorded } from './acts/event.ts';
import { recordedIn } from './agreement.ts';
import { partiesOf } from './mediation.ts';
import { isDue, seatedIn, takesPart } from './attendance.ts';
import { writtenDay } from './days.ts';
import { isWoven, type WovenEvent } from './for-the-minutes.ts';
import { saidOfOpinions } from './facts-of-opinions.ts';
import { saidOfSigning } from './facts-of-signing.ts';
import { namedBy, onVariants } from './marks.ts';
import type { Meeting } from './meeting.ts';
import { noticesOf, servingOf } from './notice.ts';
import { isOnLeave } from './replies.ts';
import { writtenTime } from './minutes-time.ts';
import { opening, type Told } from './minutes-text.ts';
import { unreachable } from './unreachable.ts';
import { answersIn, ballotOf } from './voting.ts';
import type { DomainWords, FactParams } from './words/shape.ts';
import { wordsOf } from './words/words.ts';

/**
 * What the minutes say of a fact, or which fact they no longer say after it; null for what is not for the minutes.
 * @param before the meeting without it; null for the calling
 * @param after the meeting with it
 */
export function sayFact(before: Meeting | null, recorded: Recorded, after: Meeting): Told | null {
  const { event, version } = recorded;
  const takesBack = takenBack(before, event);
  if (!isWoven(event)) return takesBack.length > 0 ? { takesBack } : null;
  const words = wordsOf(after.called.language);
  const stands = inPlaceOf(before, event);
  const fact = {
    version,
    ...(stands !== undefined && { stands }),
    section: sectionOf(before, event),
    fact: event.type,
    text: said(words, before ?? after, recorded, event),
  };
  return takesBack.length > 0 ? { fact, takesBack } : { fact };
}

/**
 * Versions of the facts that no longer stand after this event: an undone step, what was withdrawn, the former wording of
 * what was corrected or said anew. A mark speaks of the text it was given to and goes with it.
 */
function takenBack(before: Meeting | null, event: MeetingEvent): number[] {
  if (!before) return [];
  const { opinions, questions, proposal } = before;
  switch (event.type) {
    case 'step-undone':
      return [event.step];
    case 'opinion-corrected':
    case 'opinion-withdrawn': {
      const found = opinions.byId[event.opinion];
      return found ? [found.told, ...(found.mark ? [found.mark.told] : [])] : [];
    }
    case 'opinion-marked': {
      const mark = opinions.byId[event.opinion]?.mark;
      return mark ? [mark.told] : [];
    }
    case 'hand-entered': {
      const former = handBefore(before, event);
      return former ? [former.told] : [];
    }
    case 'agreement-frozen':
      return before.mediation.ended ? [before.mediation.ended.told] : [];
    case 'identity-checked': {
      const former = before.attendance.people[event.seat]?.identity;
      return former?.holds ? [former.told] : [];
    }
    case 'question-withdrawn':
      return [questions.byId[event.question]?.told ?? []].flat();
    case 'answer-corrected':
      return [questions.answers[event.answer]?.told ?? []].flat();
    case 'proposal-stated':
      return proposal ? [proposal.told] : [];
    case 'ended-without-agreement':
      return before.mediation.ended ? [before.mediation.ended.told] : [];
    default:
      return [];
  }
}

/** What was entered by hand for the same seat before; null: nothing. */
function handBefore({ voting }: Meeting, { vote: id, seat }: MeetingEvent & { type: 'hand-entered' }) {
  const vote = voting.votes[id];
  const former = vote && ballotOf(vote, seat);
  return former?.way === 'hand' ? former : null;
}

/** A correction stands where the first wording stood; what is said anew stands where it was said. */
function inPlaceOf(before: Meeting | null, event: WovenEvent): number | undefined {
  if (event.type === 'opinion-corrected') return before?.opinions.byId[event.opinion]?.first;
  if (event.type === 'answer-corrected') return before?.questions.answers[event.answer]?.first;
  if (event.type === 'hand-entered' && before) return handBefore(before, event)?.first;
  return undefined;
}

/** The item that was before the meeting; what names the item it belongs to stands there. */
function sectionOf(before: Meeting | null, event: WovenEvent): string {
  switch (event.type) {
    case 'item-begun':
    case 'outcome-omitted':
    case 'opinion-recorded':
    case 'question-recorded':
    case 'answer-recorded':
    case 'proposal-stated':
      return event.item;
    case 'opinion-corrected':
    case 'opinion-marked':
      return before?.opinions.byId[event.opinion]?.item ?? opening;
    case 'answer-corrected':
      return before?.questions.answers[event.answer]?.item ?? opening;
    default:
      return before?.agenda.current ?? opening;
  }
}

/** Each event's parameters, and its sentence: one line a fact, so that a missing one does not compile. */
function said(words: DomainWords, before: Meeting, { at, seat }: Recorded, event: WovenEvent): string {
  const { facts } = words;
  const time = () => writtenTime(before.called, at);
  switch (event.type) {
    case 'meeting-called':
      return facts['meeting-called'](callingOf(event));
    case 'notice-served': {
      const { notice, channel, by, note = null, seat, how = null } = event;
      const corrects = servingOf(before.notice, notice, channel, seat) !== null;
      const to = seat === undefined ? null : nameOf(words, before, seat);
      const when = writtenTime(before.called, event.at);
      return facts['notice-served']({ channel: channel ?? 'unstated', time: when, by, note, corrects, to, how });
    }
    case 'meeting-changed':
      return facts['meeting-changed'](changeOf(before, event));
    case 'meeting-called-off':
      return facts['meeting-called-off']({ time: time(), reason: event.reason });
    case 'arrived':
      return facts.arrived({ name: nameOf(words, before, event.seat), way: event.way });
    case 'departed':
      return facts.departed({ name: nameOf(words, before, event.seat) });
    case 'person-added': {
      const { name, capacities, side = null } = event.person;
      const substitutes = event.substitutes === undefined ? null : nameOf(words, before, event.substitutes);
      const called = takesPart(event.person) ? name : words.capacities.observer;
      return facts['person-added']({ name: called, capacities, side, substitutes });
    }
    case 'place-returned': {
      const [name, from] = [nameOf(words, before, event.seat), nameOf(words, before, event.from)];
      return facts['place-returned']({ name, from });
    }
    case 'presence-confirmed':
      return facts['presence-confirmed']({ count: event.count });
    case 'chair-taken':
      return facts['chair-taken']({
        name: event.person.name,
        from: event.from === null ? null : nameOf(words, before, event.from),
      });
    case 'identity-checked': {
      const { seat, how, note = null, by } = event;
      return facts['identity-checked']({ name: nameOf(words, before, seat), how, note, by });
    }
    case 'identity-check-withdrawn':
      return facts['identity-check-withdrawn']({ name: nameOf(words, before, event.seat), reason: event.reason });
    case 'meeting-opened': {
      const due = seatedIn(before.attendance).filter(isDue);
      const leave = due.filter((person) => isOnLeave(before, person)).length;
      const deviation = event.deviation ? deviationOf(before, event.deviation) : null;
      return facts['meeting-opened']({ time: time(), due: due.length, present: event.present, leave, deviation });
    }
    case 'meeting-adjourned':
      return facts['meeting-adjourned']({ time: time(), reason: event.reason ?? null });
    case 'meeting-resumed':
      return facts['meeting-resumed']({ time: time() });
    case 'meeting-closed':
      return facts['meeting-closed']({ time: time(), present: event.present });
    case 'item-begun':
      return facts['item-begun']({ title: titleOf(before, event.item) });
    case 'item-skipped':
      return facts['item-skipped']({ title: titleOf(before, event.item), reason: event.reason ?? null });
    case 'outcome-omitted':
    case 'opinion-recorded':
    case 'opinion-corrected':
    case 'opinion-marked':
    case 'question-recorded':
    case 'answer-recorded':
    case 'answer-corrected':
    case 'proposal-stated':
      return saidOfOpinions(facts, before, event);
    case 'item-added':
      return facts['item-added']({ title: event.title });
    case 'item-withdrawn':
      return facts['item-withdrawn']({ title: titleOf(before, event.item), reason: event.reason });
    case 'item-moved': {
      const after = event.after === null ? null : titleOf(before, event.after);
      return facts['item-moved']({ title: titleOf(before, event.item), after });
    }
    case 'floor-given':
      return facts['floor-given']({ name: nameOf(words, before, event.seat), kind: event.kind });
    case 'speaking-time-set':
      return facts['speaking-time-set']({ title: titleOf(before, event.item), seconds: event.seconds });
    case 'vote-opened':
      return facts['vote-opened']({
        ...{ question: event.question, roll: event.roll.length, remote: event.remote ?? null },
        ...onVariants(event),
      });
    case 'hand-entered':
      return facts['hand-entered']({ name: nameOf(words, before, event.seat), reason: event.reason });
    case 'vote-published':
      return facts['vote-published'](resultOf(words, before, event.vote));
    case 'vote-annulled':
      return facts['vote-annulled']({ reason: event.reason });
    case 'agreement-read-aloud':
      return facts['agreement-read-aloud']({ name: nameOf(words, before, event.reader) });
    case 'agreement-frozen': {
      const parties = partiesOf(before.attendance).map(({ name }) => name);
      const { version, hash } = event;
      const recorded = recordedIn(before).map(({ name }) => name);
      return facts['agreement-frozen']({ version, hash, parties, recorded, clauses: before.agreement.order.length });
    }
    case 'agreement-reopened':
      return facts['agreement-reopened']({ version: event.version, reason: event.reason });
    case 'signing-opened':
    case 'signing-consented':
    case 'agreement-signed':
    case 'signing-refused':
    case 'paper-way-taken':
    case 'oral-agreement-recorded':
    case 'seal-set':
    case 'agreement-effective': {
      const named = (one: string) => nameOf(words, before, one);
      return saidOfSigning(facts, before, event, { by: named(seat), time, nameOf: named });
    }
    case 'attachment-added':
      return facts['attachment-added']({ title: event.title, kind: event.kind });
    case 'attachment-withdrawn': {
      const title = before.files.byId[event.file]?.title ?? '';
      return facts['attachment-withdrawn']({ title, reason: event.reason });
    }
    case 'openness-settled':
      return facts['openness-settled']({ open: event.open });
    case 'rights-acknowledged':
      return facts['rights-acknowledged']({ name: nameOf(words, before, event.seat), readBy: event.readBy });
    case 'ended-without-agreement': {
      const answers = event.answers.map((answer) => ({ ...answer, name: nameOf(words, before, answer.seat) }));
      const absent = partiesOf(before.attendance).filter(({ presence }) => presence.status !== 'present');
      const said = { answers, reason: event.reason ?? null, absent: absent.map(({ name }) => name) };
      return facts['ended-without-agreement'](said);
    }
    default:
      return unreachable(event);
  }
}

/** From what to what; null for what stays. */
function changeOf(
  { called }: Meeting,
  { plannedAt, place, reason, notice }: MeetingEvent & { type: 'meeting-changed' },
): FactParams['meeting-changed'] {
  const time = { from: writtenTime(called, called.plannedAt), to: writtenTime(called, plannedAt) };
  return {
    time: plannedAt === called.plannedAt ? null : time,
    place: place === called.place ? null : { from: called.place, to: place },
    reason,
    noticed: notice !== undefined,
  };
}

function callingOf(called: MeetingCalled): FactParams['meeting-called'] {
  const { matter, place, procedure, language, plannedAt, notice, files: all = [] } = called;
  // How the notice was posted is proved by the record, and is nothing that was put before the meeting.
  const files = all.filter(({ kind }) => kind !== 'notice-proof');
  return {
    matter,
    place,
    procedure: procedure.name[language],
    time: writtenTime(called, plannedAt),
    attachments: files.map(({ title }) => title),
    notice: notice.way === 'served' ? { way: 'served', servedAt: writtenTime(called, notice.servedAt) } : notice,
  };
}

/** From which notices the opening departed, each with its rule, as they stood when the meeting was opened. */
function deviationOf(
  before: Meeting,
  { notices, reason }: NonNullable<(MeetingEvent & { type: 'meeting-opened' })['deviation']>,
): NonNullable<FactParams['meeting-opened']['deviation']> {
  const { language } = before.called;
  const from = noticesOf(before).filter(({ notice }) => notices.includes(notice));
  return {
    reason,
    from: from.map(({ days, clearDays: clear, source, served, earliest }) => {
      const missing = served.find(({ serving }) => serving === null);
      const people = served.filter(({ seat, serving }) => seat !== undefined && serving === null).length;
      return {
        ...{ days, clear, document: source.document[language], place: source.place },
        missing: missing ? (missing.channel ?? 'unstated') : null,
        people,
        earliest: earliest === null ? null : writtenDay(earliest, language),
      };
    }),
  };
}

/** Observers follow in silence: the minutes say that one came or went, and not who. */
function nameOf(words: DomainWords, { attendance }: Meeting, seat: string): string {
  const person = attendance.people[seat];
  return person && takesPart(person) ? person.name : words.capacities.observer;
}

const titleOf = ({ agenda }: Meeting, item: string): string => agenda.items[item]?.title ?? '';

function resultOf(words: DomainWords, meeting: Meeting, id: string): FactParams['vote-published'] {
  const vote = meeting.voting.votes[id];
  if (!vote || !('counts' in vote)) throw new Error(`Vote ${id} was published and never established`);
  const answers = answersIn(vote);
  return {
    ...{ roll: vote.roll.length, returned: vote.ballots.size, counts: vote.counts, ...onVariants(vote) },
    names: answers && namedBy(answers, (seat) => nameOf(words, meeting, seat)),
  };
}
