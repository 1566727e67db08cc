/** The shapes of what each audience is shown, and of what only this moment knows: view.ts makes them. */
import type { Way } from './acts/attendance.ts';
import type { Language } from './language.ts';
import type { Phase } from './acts/session.ts';
import type { Choice, Counts, Method } from './acts/voting.ts';
import type { AgreementTexts, AgreementView, MyChecks } from './agreement-view.ts';
import type { Asking, AskingView } from './admission.ts';
import type { AgendaItem } from './agenda.ts';
import type { Audience, Capacity } from './capacities.ts';
import type { Clock } from './clock.ts';
import type { FloorView, MyFloor } from './floor-view.ts';
import type { Answers, Marks, OnVariants } from './marks.ts';
import type { MediationView } from './mediation.ts';
import type { FileOnRecord } from './files.ts';
import type { DutiesView } from './duties.ts';
import type { LiveMinutes, MinutesView, MyMinutes } from './minutes-view.ts';
import type { NoticeDesk } from './notice.ts';
import type { OpinionsView, ProposalView, QuestionsView } from './opinions-view.ts';
import type { PeopleView, PersonView } from './people-view.ts';
import type { Reply } from './replies.ts';
import type { SigningView } from './signing-view.ts';
import type { Spending } from './speaking-time.ts';
import type { ResultDesk } from './result-view.ts';
import type { LiveScreens, ScreensView } from './screens.ts';
import type { VideoMeeting } from './video.ts';
import type { Vote } from './voting.ts';

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
  /** Of its frozen text: not there before signing begins, nor for who may not see it (signing-view.ts). */
  signing?: SigningView;
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
