/** What the minutes say of opinions, questions, answers and the proposal: each fact's parameters, read from the meeting. */
import type { MeetingEvent } from './acts/event.ts';
import type { Meeting } from './meeting.ts';
import { unreachable } from './unreachable.ts';
import type { DomainWords } from './words/shape.ts';

export type OfOpinions = Extract<
  MeetingEvent,
  {
    type:
      | 'outcome-omitted'
      | 'opinion-recorded'
      | 'opinion-corrected'
      | 'opinion-marked'
      | 'question-recorded'
      | 'answer-recorded'
      | 'answer-corrected'
      | 'proposal-stated';
  }
>;

/** The sentence of an opinion, a question, an answer or the proposal, with names and standing as called. */
export function saidOfOpinions(facts: DomainWords['facts'], before: Meeting, event: OfOpinions): string {
  switch (event.type) {
    case 'outcome-omitted':
      return facts['outcome-omitted']({ ...event, title: before.agenda.items[event.item]?.title ?? '' });
    case 'opinion-recorded':
    case 'opinion-corrected': {
      const { name, standing } = calledAs(before, event.speaker);
      return facts[event.type]({ ...event, speaker: name, standing });
    }
    case 'opinion-marked': {
      const opinion = before.opinions.byId[event.opinion];
      const speaker = calledAs(before, opinion?.speaker ?? '').name;
      return facts[event.type]({ ...event, speaker, gist: opinion?.gist ?? '', reason: event.reason ?? null });
    }
    case 'question-recorded': {
      const { name, standing } = calledAs(before, event.asker);
      const to = event.to === null ? null : calledAs(before, event.to).name;
      return facts[event.type]({ asker: name, standing, to, text: event.text });
    }
    case 'answer-recorded':
    case 'answer-corrected': {
      const { name, standing } = calledAs(before, event.by);
      const answered =
        event.type === 'answer-recorded' ? event.question : before.questions.answers[event.answer]?.question;
      const question = answered ? before.questions.byId[answered] : undefined;
      const asker = question ? calledAs(before, question.asker).name : null;
      return facts[event.type]({ ...event, by: name, standing, asker });
    }
    case 'proposal-stated':
      return facts[event.type](event);
    default:
      return unreachable(event);
  }
}

function calledAs({ attendance }: Meeting, seat: string): { name: string; standing: string | null } {
  const person = attendance.people[seat];
  return { name: person?.name ?? '', standing: person?.standing ?? null };
}
