/**
 * What each audience is shown. All secrecy lives here: a field that is not written below for a reader does not reach
 * them. `meeting` comes from the record alone, `live` is what only this moment knows.
 */
import type { Way } from './acts/attendance.ts';
import type { Language } from './language.ts';
import type { Phase } from './acts/session.ts';
import type { Choice, Counts, Method } from './acts/voting.ts';
import {
  agreementView,
  myChecks,
  noTexts,
  type AgreementTexts,
  type AgreementView,
  type MyChecks,
} from './agreement-view.ts';
import { askingFor, askingView, type Asking, type AskingView } from './admission.ts';
import type { AgendaItem } from './agenda.ts';
import { closedView } from './closed-view.ts';
import { chairOf, isDue, presentIn, seatedIn } from './attendance.ts';
import type { Audience, Capacity } from './capacities.ts';
import type { Clock } from './clock.ts';
import { floorView, myFloor, type FloorView, type MyFloor } from './floor-view.ts';
import { isChecked } from './identity.ts';
import { spendingOf } from './item-times.ts';
import { onVariants, type Answers, type Marked, type Marks, type OnVariants } from './marks.ts';
import { isClosedTo, mediationView, myRights, type MediationView } from './mediation.ts';
import type { Meeting } from './meeting.ts';
import { filesSeen, type FileOnRecord, type LooksAt } from './files.ts';
import { dutiesView, type DutiesView } from './duties.ts';
import { minutesView, myMinutes, type LiveMinutes, type MinutesView, type MyMinutes } from './minutes-view.ts';
import { noticeDesk, type NoticeDesk } from './notice.ts';
import {
  insightOf,
  opinionsView,
  proposalView,
  questionsView,
  type OpinionsView,
  type ProposalView,
  type QuestionsView,
} from './opinions-view.ts';
import { wasOpened } from './session.ts';
import { peopleView, type PeopleView, type PersonView } from './people-view.ts';
import { replyOf, type Reply } from './replies.ts';
import type { Spending } from './speaking-time.ts';
import { resultDesk, type ResultDesk } from './result-view.ts';
import { noScreens, screensView, type LiveScreens, type ScreensView } from './screens.ts';
import { videoFor, type VideoMeeting } from './video.ts';
import { holderOf } from './substitution.ts';
import { answersIn, ballotOf, handsOf, isOnRoll, type Vote } from './voting.ts';

/** What only this moment knows; none of it is in the record. */
export interface Live {
  /** Seats and screens with at least one open connection. */
  connected: Pick<ReadonlySet<string>, 'has'>;
  /** Since when a seat or screen that was connected is not, ms since 1970. */
  offlineSince: ReadonlyMap<string, number>;
  /** The short code to join, while people may join. */
  joinCode: string | null;
  /** Who asks to be let in, in the order in which they came; absent: nobody. */
  asking?: readonly Asking[];
  /** The minutes as committed and woven; absent until they are read. */
  minutes?: LiveMinutes | null;
  /** What the screens show and what is prepared for them; absent: there are none. */
  screens?: LiveScreens;
  /** How to get into the video meeting; absent: there is none. */
  video?: VideoMeeting | null;
  /** Texts of the agreement, which lie beside the record; absent: none are read. */
  agreement?: AgreementTexts;
}

/** For whom a view is made: a seat's set of capacities, staff of the convening body, or a screen without a person. */
export type Reader = { capacities: readonly Capacity[]; staff: boolean } | { audience: Audience };

export type { PersonView } from './people-view.ts';

export interface ItemView {
  item: string;
  title: string;
  step: string | null;
  minutes: number | null;
  progress: AgendaItem['progress'];
  /** Time spent in finished stretches, ms; the running stretch began at `since`. */
  spent: number;
  since: number | null;
}

export interface VoteView extends OnVariants {
  vote: string;
  item: string;
  question: string;
  purpose: 'sounding';
  method: Method;
  status: Vote['status'];
  openedAt: number;
  roll: number;
  /** How many ballots are in, by whatever way. */
  returned: number;
  /** Only once published; for those who lead once established. */
  counts: Counts | null;
  reason: string | null;
  /** Only for those who lead: the seats on the roll that have not answered, a map so that one ballot is one operation. */
  missing?: Record<string, true>;
  /** Only for those who lead: what was entered by hand, by seat. Answers given on devices are never here. */
  hands?: Record<string, Marks>;
  /**
   * Who answered what, by seat, of a vote by name: for those in the room together with the counts. Null before, for
   * screens, and of votes in records of older programs.
   */
  answers: Answers | null;
}

/** A file as it is shown: its name and bytes come from a route of their own, to those who see it here. */
export type FileView = Omit<FileOnRecord, 'digest'>;

/** A whole view. Collections are maps by id beside an order list, so that patches stay small. */
export interface View {
  /** [A11] The meeting is closed to this reader: all below is empty, save whose and what kind it is, and its phase. */
  withheld?: true;
  matter: string;
  description: string;
  place: string;
  plannedAt: number;
  language: Language;
  community: { id: string; name: string; demonstration: boolean; timeZone: string };
  body: string;
  procedure: { id: string; name: Record<Language, string>; version: number };
  phase: Phase;
  openedAt: number | null;
  closedAt: number | null;
  /** The last change of time or place: when (ms) and why, and what was announced before. Everybody is told. */
  changed: { at: number; reason: string; plannedAt: number; place: string } | null;
  /** When (ms) and why it was called off. Everybody is told. */
  calledOff: { at: number; reason: string } | null;
  /** `outside`: time in session with no item before the meeting. */
  agenda: { order: string[]; items: Record<string, ItemView>; current: string | null; outside: Spending };
  clock: Clock;
  floor: FloorView;
  /** 应到, 实到, 其中线上; observers do not count. */
  attendance: { due: number; present: number; remote: number };
  chair: string | null;
  people: PeopleView;
  votes: { order: string[]; byId: Record<string, VoteView> };
  /** Who sees what of these: opinions-view.ts. */
  opinions: OpinionsView;
  questions: QuestionsView;
  /** Null until one is stated, and for those who are not shown it. */
  proposal: ProposalView | null;
  /** Of a mediation; null for who may not see it: agreement-view.ts. */
  agreement: AgreementView | null;
  /** Who sees which is said at `filesSeen`; nothing for screens. */
  files: { order: string[]; byId: Record<string, FileView> };
  /** Null for screens. */
  minutes: MinutesView | null;
  /** When its result was published last, which everybody may know; null: not yet. */
  resultPublishedAt: number | null;
  /** Of a mediation alone: who sees what of it is said at `mediationView`. */
  mediation?: MediationView;
  /** Only for those who lead. */
  desk?: {
    presenceConfirmed: number | null;
    undoable: number | null;
    asking: AskingView;
    notice: NoticeDesk;
    /** What is owed after the meeting; null before it is closed. */
    duties: DutiesView | null;
    screens: ScreensView;
    result: ResultDesk;
    video: VideoMeeting | null;
  };
  joinCode?: string | null;
}

/** What one seat marked and when: `choice`, or the numbers of variants `chosen`, or of the grades of all; all null: nothing yet. */
export interface MyBallot {
  choice: Choice | null;
  chosen: number[] | null;
  graded: number[] | null;
  at: number | null;
}

/** What concerns one seat alone; sent whole beside the view of its audience. */
export interface Mine {
  seat: string;
  name: string;
  capacities: Capacity[];
  staff: boolean;
  presence: PersonView['presence'];
  way: Way | null;
  /** Votes whose roll names this seat, with what is recorded. */
  ballots: Record<string, MyBallot>;
  minutes: MyMinutes;
  /** What it said of each part of the agreement; null for who is no party to it. */
  agreement: MyChecks | null;
  /** Its own requests for the floor. */
  floor: MyFloor;
  /** What it said of its coming; null: nothing. */
  reply: Reply | null;
  /** By name, who has its place now; null: nobody else. */
  replacedBy: string | null;
  /** Further devices that ask for this seat: its holder may admit them. */
  asking: Asking[];
  /** Who made sure that it is they, while they take part from elsewhere; null: nobody. */
  identity: { by: string } | null;
  /** How to get into the video meeting, while that is for this seat: video.ts. */
  video: VideoMeeting | null;
  /** Of a party to a mediation alone: whether they were told of their rights and duties. */
  rights?: boolean;
}

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
    identity: person?.identity && isChecked(person) ? { by: person.identity.by } : null,
    video: outside ? null : videoFor(video, meeting.session.status, person),
    ...(rights !== undefined && { rights }),
  };
}
