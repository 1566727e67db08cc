/**
 * What each audience is shown. All secrecy lives here: a field that is not written below for a reader does not reach
 * them. `meeting` comes from the record alone, `live` is what only this moment knows.
 */
import { agreementView, myChecks, noTexts } from './agreement-view.ts';
import { askingFor, askingView } from './admission.ts';
import type { AgendaItem } from './agenda.ts';
import { closedView } from './closed-view.ts';
import { chairOf, isDue, presentIn, seatedIn } from './attendance.ts';
import { floorView, myFloor } from './floor-view.ts';
import { isChecked } from './identity.ts';
import { spendingOf } from './item-times.ts';
import { onVariants, type Marked } from './marks.ts';
import { isClosedTo, mediationView, myRights } from './mediation.ts';
import type { Meeting } from './meeting.ts';
import { filesSeen, type LooksAt } from './files.ts';
import { dutiesView } from './duties.ts';
import { minutesView, myMinutes } from './minutes-view.ts';
import { noticeDesk } from './notice.ts';
import { insightOf, opinionsView, proposalView, questionsView } from './opinions-view.ts';
import { wasOpened } from './session.ts';
import { peopleView } from './people-view.ts';
import { replyOf } from './replies.ts';
import { resultDesk } from './result-view.ts';
import { noScreens, screensView } from './screens.ts';
import { signingView } from './signing-view.ts';
import { videoFor } from './video.ts';
import { holderOf } from './substitution.ts';
import { answersIn, ballotOf, handsOf, isOnRoll, type Vote } from './voting.ts';
import type { Live, Reader, ItemView, VoteView, FileView, View, MyBallot, Mine } from './view-shape.ts';

export type { Live, Reader, ItemView, VoteView, FileView, View, MyBallot, Mine } from './view-shape.ts';
export type { PersonView } from './people-view.ts';

interface Reach {
  /** Leads or keeps the record: sees devices, who is missing, results before they are published. */
  leads: boolean;
  /** Is a person in the meeting, and no screen: sees who answered what in a vote by name. */
  inRoom: boolean;
  /** Sits in the meeting: sees the others by name. */
  seated: boolean;
  /** Follows in silence: public screens and observers. */
  observers: boolean;
  joinCode: boolean;
}

function reachOf(reader: Reader): Reach {
  if ('audience' in reader) {
    return {
      leads: false,
      inRoom: false,
      seated: reader.audience === 'projector',
      observers: false,
      joinCode: reader.audience === 'projector',
    };
  }
  const leads = reader.staff || reader.capacities.includes('chair') || reader.capacities.includes('recorder');
  return { leads, inRoom: true, seated: true, observers: leads, joinCode: leads };
}

function itemView({ item, title, step, minutes, progress, stretches }: AgendaItem): ItemView {
  return { item, title, step, minutes, progress, ...spendingOf(stretches) };
}

function voteView(vote: Vote, { leads, inRoom }: Reach): VoteView {
  const { item, question, purpose, method, status, openedAt } = vote;
  const shown = status === 'published' || (status === 'established' && leads);
  const view: VoteView = {
    vote: vote.vote,
    item,
    question,
    purpose,
    method,
    ...onVariants(vote),
    status,
    openedAt,
    roll: vote.roll.length,
    returned: vote.ballots.size,
    counts: shown ? vote.counts : null,
    reason: status === 'annulled' ? vote.reason : null,
    answers: shown && inRoom ? answersIn(vote) : null,
  };
  if (!leads) return view;
  return {
    ...view,
    missing: Object.fromEntries(vote.roll.flatMap((seat) => (ballotOf(vote, seat) ? [] : [[seat, true]]))),
    hands: handsOf(vote),
  };
}

const byId = <T>(order: readonly string[], make: (id: string) => T | undefined): Record<string, T> =>
  Object.fromEntries(
    order.flatMap((id) => {
      const made = make(id);
      return made === undefined ? [] : [[id, made]];
    }),
  );

function headOf({ called, changes, session }: Meeting) {
  const last = changes.at(-1);
  const { matter, description, place, plannedAt, language, community, body, procedure } = called;
  return {
    matter,
    description,
    place,
    plannedAt,
    language,
    community,
    body: body.name,
    procedure: { id: procedure.id, name: procedure.name, version: procedure.version },
    phase: session.status,
    openedAt: wasOpened(session) ? session.openedAt : null,
    closedAt: session.status === 'closed' ? session.closedAt : null,
    changed: last
      ? { at: last.at, reason: last.reason, plannedAt: last.former.plannedAt, place: last.former.place }
      : null,
    calledOff: session.status === 'called-off' ? { at: session.at, reason: session.reason } : null,
  };
}

function filesView(meeting: Meeting, by: LooksAt): View['files'] {
  const seen = filesSeen(meeting, by).map(({ digest: _, ...file }): FileView => file);
  return { order: seen.map(({ file }) => file), byId: Object.fromEntries(seen.map((file) => [file.file, file])) };
}

/** The whole view of a meeting for one reader. Pure: the same meeting, moment and reader give the same view. */
export function view({ meeting, live }: { meeting: Meeting; live: Live }, reader: Reader): View {
  if (isClosedTo(meeting, reader)) return closedView(headOf(meeting));
  const reach = reachOf(reader);
  const { agenda, attendance, voting, clock } = meeting;
  const present = presentIn(attendance);
  const insight = insightOf(meeting, {
    leads: reach.leads,
    seated: !('audience' in reader),
    wall: 'audience' in reader && reader.audience === 'projector',
  });
  const whole: View = {
    ...headOf(meeting),
    agenda: {
      order: agenda.order,
      items: byId(agenda.order, (item) => agenda.items[item] && itemView(agenda.items[item])),
      current: agenda.current,
      outside: spendingOf(agenda.outside),
    },
    clock,
    floor: floorView(meeting, { ...reach, wall: 'audience' in reader && reader.audience === 'projector' }),
    attendance: {
      due: seatedIn(attendance).filter(isDue).length,
      present: present.length,
      remote: present.filter(({ presence }) => presence.status === 'present' && presence.way === 'remote').length,
    },
    chair: chairOf(attendance)?.name ?? null,
    people: peopleView(meeting, live, reach),
    votes: {
      order: voting.order,
      byId: byId(voting.order, (id) => voting.votes[id] && voteView(voting.votes[id], reach)),
    },
    opinions: opinionsView(meeting, insight),
    questions: questionsView(meeting, insight),
    proposal: proposalView(meeting, insight),
    agreement: agreementView(meeting, live.agreement ?? noTexts, {
      sees: !('audience' in reader),
      leads: reach.leads,
    }),
    files: filesView(meeting, 'audience' in reader ? 'screen' : reach.leads ? 'leads' : 'seated'),
    minutes: null,
    resultPublishedAt: meeting.results.at(-1)?.at ?? null,
  };
  const mediation = mediationView(meeting, reach);
  const signing = signingView(meeting, live.agreement ?? noTexts, {
    takesPart: !('audience' in reader) && (reach.leads || reader.capacities.some((held) => held !== 'observer')),
    leads: reach.leads,
  });
  if (signing) whole.signing = signing;
  if (mediation) whole.mediation = mediation;
  if (!('audience' in reader)) whole.minutes = minutesView(meeting, live.minutes ?? null, reach.leads);
  if (reach.leads) {
    whole.desk = {
      presenceConfirmed: attendance.confirmed?.count ?? null,
      undoable: agenda.undoable.at(-1)?.step ?? null,
      asking: askingView(live.asking ?? []),
      notice: noticeDesk(meeting),
      duties: dutiesView(meeting),
      screens: screensView(live.screens ?? noScreens, live),
      result: resultDesk(meeting),
      video: live.video ?? null,
    };
  }
  if (reach.joinCode) whole.joinCode = live.joinCode;
  return whole;
}

function myBallot(vote: Vote, seat: string): MyBallot {
  const ballot: Marked & { at?: number } = ballotOf(vote, seat) ?? {};
  const { choice = null, chosen = null, graded = null, at = null } = ballot;
  return { choice, chosen, graded, at };
}

/** What concerns one seat alone; undefined when the meeting does not know the seat and its holder is no staff. */
export function mine(
  meeting: Meeting,
  seat: string,
  staff: { name: string } | null,
  { asking = [], video = null, agreement = noTexts }: Pick<Live, 'asking' | 'video' | 'agreement'> = {},
): Mine | undefined {
  const { people } = meeting.attendance;
  const person = Object.hasOwn(people, seat) ? people[seat] : undefined;
  if (!person && !staff) return undefined;
  const presence = person?.presence ?? { status: 'expected' };
  const votes = Object.values(meeting.voting.votes).filter((vote) => isOnRoll(vote, seat));
  const rights = myRights(meeting, seat);
  const capacities = person?.capacities ?? [];
  const outside = isClosedTo(meeting, { capacities, staff: staff !== null });
  return {
    seat,
    name: person?.name ?? staff?.name ?? '',
    capacities,
    staff: staff !== null,
    presence: presence.status,
    way: presence.status === 'present' ? presence.way : null,
    ballots: Object.fromEntries(votes.map((vote) => [vote.vote, myBallot(vote, seat)])),
    minutes: myMinutes(meeting, seat),
    agreement: myChecks(meeting, seat, agreement),
    floor: myFloor(meeting, seat),
    reply: replyOf(meeting.replies, seat),
    replacedBy: (person?.replacedBy !== undefined && holderOf(people, seat)?.name) || null,
    asking: askingFor(asking, seat),
    identity: person?.identity && isChecked(person) && !outside ? { by: person.identity.by } : null,
    video: outside ? null : videoFor(video, meeting.session.status, person),
    ...(rights !== undefined && { rights }),
  };
}
