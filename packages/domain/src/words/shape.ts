/**
 * The words of codes, facts and documents, the same list in every language: a missing one does not compile. Words for
 * buttons and pages belong to the interface; here stands what the meeting itself says and what its record will say.
 */
import type { AgreementCode, AgreementFactParams } from './agreement-shape.ts';
import type { privacyNotice, Way } from '../acts/attendance.ts';
import type { Language } from '../language.ts';
import type { MeetingEvent } from '../acts/event.ts';
import type { UndoableStep } from '../acts/agenda.ts';
import type { IdentityWay } from '../acts/identity.ts';
import type { FloorKind } from '../acts/floor.ts';
import type { particularKinds } from '../acts/custody.ts';
import type { AwayReason, ReplyWay } from '../reply-words.ts';
import type { Stance, Uptake } from '../stances.ts';
import type { FileKind, MediaType } from '../acts/files.ts';
import type { Phase } from '../acts/session.ts';
import type { Choice, Counts, Method, VoteOpened } from '../acts/voting.ts';
import type { AgendaItem } from '../agenda.ts';
import type { FieldCode } from '../api.ts';
import type { Presence } from '../attendance.ts';
import type { Audience, Capacity, Post } from '../capacities.ts';
import type { EndCode } from '../end-codes.ts';
import type { Answers, OnVariants } from '../marks.ts';
import type { OutcomeKind } from '../procedures/course.ts';
import type { RefusalCode } from '../refusals.ts';
import type { Vote } from '../voting.ts';
import type { AnswerGiven, MediationWording, MediationCode } from './mediation-shape.ts';
import type { DeviationSaid, ChannelName, NoticeWording, ServedSaid } from './notice-shape.ts';

/** What happened, in a sentence, and what the reader can do now. */
export interface Said {
  says: string;
  do: string;
}

/** Figures and names as a refusal carries them over the wire; any may be missing, and the sentence still stands. */
export type RefusalParams = Readonly<Record<string, string | number | undefined>>;

/** What the sentence of each fact needs; names, titles and questions as called, times already written out. */
export interface FactParams extends AgreementFactParams {
  'meeting-called': {
    matter: string;
    /** Name of the procedure in the language of the record. */
    procedure: string;
    place: string;
    /** When it is to begin. */
    time: string;
    /** Titles of what was attached to the notice. */
    attachments: readonly string[];
    notice: { way: 'served'; servedAt: string } | { way: 'to-be-served' } | { way: 'start-now'; waiver: string };
  };
  /** `corrects`: the same channel was recorded before. */
  'notice-served': ServedSaid;
  /** From what to what; null for what stays. `noticed`: a new notice goes out. */
  'meeting-changed': {
    time: { from: string; to: string } | null;
    place: { from: string; to: string } | null;
    reason: string;
    noticed: boolean;
  };
  'meeting-called-off': { time: string; reason: string };
  arrived: { name: string; way: Way };
  departed: { name: string };
  /** `substitutes`: for whom they came in; null for nobody. */
  'person-added': {
    name: string;
    capacities: readonly Capacity[];
    /** Of a party. */
    side?: number | null;
    substitutes: string | null;
  };
  /** `from`: the substitute who had the place. */
  'place-returned': { name: string; from: string };
  'reply-given': { name: string; coming: boolean };
  'presence-confirmed': { count: number };
  /** `from`: who held the chair until then; null when nobody did. */
  'chair-taken': { name: string; from: string | null };
  /** `how` and `note`: by what means; `by`: whose doing it was. */
  'identity-checked': { name: string; how: IdentityWay; note: string | null; by: string };
  'identity-check-withdrawn': { name: string; reason: string };
  /** `present` of `due`: 实到, 应到; observers do not count. `leave`: due, not here, and said so beforehand. */
  'meeting-opened': {
    time: string;
    due: number;
    present: number;
    leave: number;
    /** The notice was too short, and the chair said why it opened all the same. */
    deviation: { from: DeviationSaid[]; reason: string } | null;
  };
  'meeting-adjourned': { time: string; reason: string | null };
  'meeting-resumed': { time: string };
  'meeting-closed': { time: string; present: number };
  'item-begun': { title: string };
  /** `reason`: where the procedure demands the step. */
  'item-skipped': { title: string; reason?: string | null };
  'outcome-omitted': { title: string; outcome: OutcomeKind; reason: string };
  'step-undone': { step: UndoableStep; title: string };
  'item-added': { title: string };
  'item-withdrawn': { title: string; reason: string };
  /** `after`: the item behind which it stands now; null in the first place. */
  'item-moved': { title: string; after: string | null };
  'clock-started': { seconds: number };
  'clock-paused': object;
  'clock-resumed': object;
  'clock-stopped': object;
  'floor-asked': { name: string; kind: FloorKind };
  'floor-request-withdrawn': { name: string };
  'floor-request-moved': { name: string };
  'floor-given': { name: string; kind: FloorKind };
  'speech-paused': object;
  'speech-resumed': object;
  'speech-ended': object;
  'speech-extended': { seconds: number };
  /** `seconds`: null when nothing limits a speech any more. */
  'speaking-time-set': { title: string; seconds: number | null };
  /** `roll`: how many are entitled; `remote`: of these, null where none is remote or the record does not say. */
  'vote-opened': {
    question: string;
    roll: number;
    remote: { count: number; checked: number } | null;
  } & OnVariants;
  /** Without the choice: what somebody chose is told with the result, not before. */
  'ballot-cast': { name: string };
  'ballot-changed': { name: string };
  'vote-closed': object;
  'counting-begun': object;
  'hand-entered': { name: string; reason: string };
  /** Without figures, which are told when the result is published. */
  'vote-established': object;
  /** `names`: who answered what; null where a record of an older program says figures alone. */
  'vote-published': SoundingResult & { names: Answers | null };
  'vote-annulled': { reason: string };
  'opinion-recorded': OpinionSaid;
  'opinion-corrected': OpinionSaid;
  'opinion-withdrawn': { speaker: string };
  'opinion-marked': { speaker: string; gist: string; uptake: Uptake; reason: string | null };
  'opinions-shown': { shown: boolean };
  /** `to`: who is asked by name; null when nobody is. */
  'question-recorded': { asker: string; standing: string | null; to: string | null; text: string };
  'question-withdrawn': { asker: string };
  'answer-recorded': AnswerSaid;
  'answer-corrected': AnswerSaid;
  'proposal-stated': { text: string };
  'minutes-shared': { shared: boolean };
  'writer-admitted': { name: string };
  'writer-dismissed': { name: string };
  'minutes-circulated': object;
  /** `section`: the title of the item; null for the part before the first. */
  'amendment-proposed': { name: string; section: string | null; words: string };
  'amendment-decided': { name: string; taken: boolean; reason: string | null };
  /** In which capacities; both when one person holds both. */
  'minutes-confirmed': { name: string; as: readonly ('chair' | 'recorder')[] };
  'minutes-frozen': { hash: string };
  /** `section`: the title of the item; null for the part before the first. */
  'supplement-proposed': { name: string; section: string | null; quote: string | null; words: string; reason: string };
  'supplement-confirmed': { name: string; as: readonly ('chair' | 'recorder')[] };
  'supplement-withdrawn': { name: string; reason: string };
  /** `wrong`: what it corrects of the publication before; null for the first. */
  'result-published': { title: string; examinedBy: string; wrong: string | null };
  'attachment-added': { title: string; kind: Exclude<FileKind, 'photo' | 'duty-proof' | 'signed-paper'> };
  'attachment-withdrawn': { title: string; reason: string };
  'photo-taken': object;
  'photo-discarded': object;
  /** `duty`: of which duty it is the proof; null: that the notice was posted. */
  'proof-added': { title: string; duty: string | null };
  'proof-discarded': object;
  'duty-assigned': { duty: string; person: string | null };
  'duty-fulfilled': { duty: string; time: string; by: string; to: string | null; note: string | null };
  'duty-reopened': { duty: string; reason: string };
  'openness-settled': { open: boolean };
  /** `readBy`: who read the notice to them; null: they read it themselves. */
  'rights-acknowledged': { name: string; readBy: string | null };
  /** `absent`: parties who were not there to be told. */
  'ended-without-agreement': { answers: readonly AnswerGiven[]; reason: string | null; absent: readonly string[] };
  'file-erased': object;
  /** `fork`: the how-manieth restore of the installation. */
  'record-restored': { fork: number };
  /** What was erased is named by its kind, never by itself. */
  'particulars-erased': { name: string; kinds: readonly ParticularKind[] };
}

/** An opinion with who spoke and for whom they stand, as called. */
export interface OpinionSaid {
  speaker: string;
  standing: string | null;
  stance: Stance;
  category: string | null;
  gist: string;
}

/** `asker`: whose question it answers; null for an explanation nobody asked for. */
export interface AnswerSaid {
  by: string;
  standing: string | null;
  asker: string | null;
  text: string;
  /** Written material was handed over with it. */
  material: boolean;
}

/** What a draft of the tendency proposal is put together from; no names, since the proposal is published. */
export interface ProposalMaterial {
  matter: string;
  opinions: readonly { stance: Stance; category: string | null; gist: string }[];
  soundings: readonly ({ question: string } & SoundingResult & OnVariants)[];
}

type ParticularKind = (typeof particularKinds)[number];

/** A named sounding as counted: its figures close with `returned`, as marks.ts says. */
export interface SoundingResult extends Pick<OnVariants, 'most' | 'grades'> {
  roll: number;
  returned: number;
  counts: Counts;
}

/** What people are told before they check in (PIPL art. 17): who, what, why, how long, whom to ask. */
export interface PrivacyNotice {
  title: string;
  /** Each part with its heading, in the order in which they are shown. */
  parts: { heading: string; text: string }[];
}

/** What text.ts finds wrong with something typed. */
type TextCode = 'not-well-formed' | 'not-one-line' | 'empty' | 'too-long' | 'not-an-id' | 'not-a-command-id';

/** Those of what is owed afterwards stand in a file of their own. */
export type DutyRefusals = Pick<
  DomainWords['refusals'],
  'no-such-duty' | 'duty-of-record' | 'duty-in-future' | 'duty-before-meeting' | 'duty-recipient' | 'minutes-not-final'
>;
export type MediationRefusals = Pick<DomainWords['refusals'], MediationCode>;
export type MediationFacts = Pick<
  DomainWords['facts'],
  'openness-settled' | 'rights-acknowledged' | 'ended-without-agreement'
>;
export type AgreementRefusals = Pick<DomainWords['refusals'], AgreementCode>;
export type AgreementFacts = Pick<DomainWords['facts'], keyof AgreementFactParams>;
export type DutyFacts = Pick<
  DomainWords['facts'],
  'proof-added' | 'proof-discarded' | 'duty-assigned' | 'duty-fulfilled' | 'duty-reopened'
>;

/** Those of files stand in a file of their own. */
export type FileRefusals = Pick<
  DomainWords['refusals'],
  'no-such-file' | 'file-type' | 'file-empty' | 'file-too-large' | 'files-full' | 'upload-cut'
>;

/** Those of the register stand in a file of their own. */
export type RegisterRefusals = Pick<
  DomainWords['refusals'],
  | 'account-open'
  | 'last-administrator'
  | 'last-keeper'
  | 'keeper-account'
  | 'in-office'
  | 'nothing-to-erase'
  | 'register-changed'
  | 'login-to-be-erased'
>;

/** Those of opinions, questions, the proposal and the steps that ask for them stand in a file of their own, too. */
export type OpinionRefusals = Pick<
  DomainWords['refusals'],
  | 'step-required'
  | 'step-not-held'
  | 'outcome-missing'
  | 'item-not-begun'
  | 'observer-silent'
  | 'no-such-opinion'
  | 'no-such-question'
  | 'question-answered'
  | 'not-responsible-unit'
  | 'no-such-answer'
  | 'proposal-missing'
  | 'opinions-unmarked'
>;
export type OpinionFacts = Pick<
  DomainWords['facts'],
  | 'outcome-omitted'
  | 'opinion-recorded'
  | 'opinion-corrected'
  | 'opinion-withdrawn'
  | 'opinion-marked'
  | 'opinions-shown'
  | 'question-recorded'
  | 'question-withdrawn'
  | 'answer-recorded'
  | 'answer-corrected'
  | 'proposal-stated'
>;
/** Those of what follows final minutes, too. */
export type ResultRefusals = Pick<
  DomainWords['refusals'],
  | 'minutes-not-frozen'
  | 'quote-not-found'
  | 'no-such-supplement'
  | 'supplement-awaits-other'
  | 'supplement-stands'
  | 'supplement-withdrawn'
  | 'result-not-for-public'
  | 'result-already-published'
  | 'no-such-result'
  | 'private-number'
  | 'fine-address'
  | 'observer-named'
>;
export type ResultFacts = Pick<
  DomainWords['facts'],
  'supplement-proposed' | 'supplement-confirmed' | 'supplement-withdrawn' | 'result-published'
>;
/** What is marked on a ballot: one of the three. */
interface Marking {
  choice?: Choice | null | undefined;
  chosen?: readonly number[] | null | undefined;
  graded?: readonly number[] | null | undefined;
}

export interface DomainWords {
  language: Language;
  refusals: { [C in RefusalCode]: (params: RefusalParams) => Said };
  /** What is wrong with one field, to stand beside it. */
  fields: Record<FieldCode | TextCode, string>;
  ends: { [C in EndCode]: Said };
  capacities: Record<Capacity, string>;
  audiences: Record<Audience, string>;
  posts: Record<Post, string>;
  phases: Record<Phase, string>;
  presence: Record<Presence['status'], string>;
  ways: Record<Way, string>;
  /** By what means somebody's identity was checked, as it stands in brackets. */
  identityWays: Record<IdentityWay, string>;
  channels: Record<ChannelName, string>;
  notice: NoticeWording;
  mediation: MediationWording;
  progress: Record<AgendaItem['progress'], string>;
  choices: Record<Choice, string>;
  floorKinds: Record<FloorKind, string>;
  particulars: Record<ParticularKind, string>;
  fileKinds: Record<FileKind, string>;
  mediaTypes: Record<MediaType, string>;
  purposes: Record<VoteOpened['purpose'], string>;
  voteStatus: Record<Vote['status'], string>;
  /** Every version that an arrival can name; `body` is the body that convenes the meeting. */
  privacyNotices: { [V in typeof privacyNotice]: (said: { body: string }) => PrivacyNotice };
  facts: { [T in MeetingEvent['type']]: (said: FactParams[T]) => string };
  sounding: {
    /** The line under a sounding: figures in their fixed order, whose sums close, and that it decides nothing. */
    result: (result: SoundingResult) => string;
    /** Who answered what, by name: a part for each answer that anyone gave, and one for those who gave none. */
    named: (names: Answers, grades: readonly string[] | null) => string[];
    /** How many answered, to stand beside figures that are shown by themselves. */
    answered: (result: Pick<SoundingResult, 'roll' | 'returned'>) => string;
    /** The reason offered to whoever enters an answer by hand. */
    handReason: string;
    decidesNothing: string;
    /** How many answered and how many of them abstained, to stand beside figures that are shown as a table. */
    turnout: (result: SoundingResult) => string;
    methods: Record<Method, string>;
    /** What to do with the variants, within a sentence; empty where yes or no is asked. */
    how: (asked: Pick<OnVariants, 'most' | 'grades'>) => string;
    /** 方案一: the number as a name; 1 is the first. */
    variant: (n: number) => string;
    /** The name before the words, as in a list. */
    listed: (n: number, words: string) => string;
    /** The grades offered to whoever prepares a sounding, the best first. */
    grades: readonly string[];
    /** What somebody marked, in words. */
    marks: (marked: Marking, grades: readonly string[] | null) => string;
  };
  opinions: {
    stances: Record<Stance, string>;
    uptakes: Record<Uptake, string>;
    /** What a step must leave in the record, as it stands within a sentence. */
    outcomes: Record<OutcomeKind, string>;
    /** 李秀英（3号楼）就费用分摊表示赞成：…。 The same sentence on every paper. */
    spoken: (opinion: OpinionSaid) => string;
    /** 刘工（设计单位）答复李秀英：…。 */
    answered: (answer: AnswerSaid) => string;
    /** 意见 9 条：赞成 5、有条件赞成 3、不赞成 1; stances that nobody took are left out. */
    counts: (counts: Partial<Record<Stance, number>>) => string;
  };
  replies: {
    coming: Record<'yes' | 'no' | 'none', string>;
    reasons: Record<AwayReason, string>;
    ways: Record<ReplyWay, string>;
    counts: (count: { coming: number; unanswered: number; declined: number }) => string;
    /** 请假. */
    onLeave: string;
    /** 应到, 实到, 请假, 缺席: figures that close; without a full stop. */
    closing: (count: { due: number; came: number; leave: number; absent: number }) => string;
  };
  /** 应到, 实到, 其中线上. */
  attendance: (count: { due: number; present: number; remote: number }) => string;
}

/** What pages say. The sentences of the record are woven on the server, and no phone has to load them. */
export type PageWords = Omit<DomainWords, 'facts'>;
