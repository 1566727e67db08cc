/**
 * The words of codes, facts and documents, the same list in every language: a missing one does not compile. Words for
 * buttons and pages belong to the interface; here stands what the meeting itself says and what its record will say.
 */
import type { privacyNotice, Way } from '../acts/attendance.ts';
import type { Language } from '../language.ts';
import type { MeetingEvent } from '../acts/event.ts';
import type { particularKinds } from '../acts/custody.ts';
import type { FileKind, MediaType } from '../acts/files.ts';
import type { Phase } from '../acts/session.ts';
import type { Choice, VoteOpened } from '../acts/voting.ts';
import type { AgendaItem } from '../agenda.ts';
import type { FieldCode } from '../api.ts';
import type { Presence } from '../attendance.ts';
import type { Audience, Capacity, Post } from '../capacities.ts';
import type { EndCode } from '../end-codes.ts';
import type { RefusalCode } from '../refusals.ts';
import type { Vote } from '../voting.ts';
import type { ChannelName, DeviationSaid, NoticeWording } from './notice-shape.ts';

/** What happened, in a sentence, and what the reader can do now. */
export interface Said {
  says: string;
  do: string;
}

/** Figures and names as a refusal carries them over the wire; any may be missing, and the sentence still stands. */
export type RefusalParams = Readonly<Record<string, string | number | undefined>>;

/** What the sentence of each fact needs; names, titles and questions as called, times already written out. */
export interface FactParams {
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
  'notice-served': { channel: ChannelName; time: string; by: string; note: string | null; corrects: boolean };
  arrived: { name: string; way: Way };
  departed: { name: string };
  'person-added': { name: string; capacities: readonly Capacity[] };
  'presence-confirmed': { count: number };
  /** `from`: who held the chair until then; null when nobody did. */
  'chair-taken': { name: string; from: string | null };
  /** `present` of `due`: 实到, 应到; observers do not count. */
  'meeting-opened': {
    time: string;
    due: number;
    present: number;
    /** The notice was too short, and the chair said why it opened all the same. */
    deviation: { from: DeviationSaid[]; reason: string } | null;
  };
  'meeting-adjourned': { time: string; reason: string | null };
  'meeting-resumed': { time: string };
  'meeting-closed': { time: string; present: number };
  'item-begun': { title: string };
  'item-skipped': { title: string };
  'step-undone': { step: 'item-begun' | 'item-skipped'; title: string };
  'item-added': { title: string };
  'item-withdrawn': { title: string; reason: string };
  'clock-started': { seconds: number };
  'clock-paused': object;
  'clock-resumed': object;
  'clock-stopped': object;
  /** `roll`: how many are entitled. */
  'vote-opened': { question: string; roll: number };
  /** Without the choice: what somebody chose is told with the result, not before. */
  'ballot-cast': { name: string };
  'ballot-changed': { name: string };
  'vote-closed': object;
  'counting-begun': object;
  'hand-entered': { name: string; reason: string };
  /** Without figures, which are told when the result is published. */
  'vote-established': object;
  'vote-published': SoundingResult;
  'vote-annulled': { reason: string };
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
  'attachment-added': { title: string; kind: Exclude<FileKind, 'photo'> };
  'attachment-withdrawn': { title: string; reason: string };
  'photo-taken': object;
  'photo-discarded': object;
  'file-erased': object;
  /** `fork`: the how-manieth restore of the installation. */
  'record-restored': { fork: number };
  /** What was erased is named by its kind, never by itself. */
  'particulars-erased': { name: string; kinds: readonly ParticularKind[] };
}

type ParticularKind = (typeof particularKinds)[number];

/** A named sounding as counted; `returned` = yes + no + abstain. */
export interface SoundingResult {
  roll: number;
  returned: number;
  yes: number;
  no: number;
  abstain: number;
}

/** What people are told before they check in (PIPL art. 17): who, what, why, how long, whom to ask. */
export interface PrivacyNotice {
  title: string;
  /** Each part with its heading, in the order in which they are shown. */
  parts: { heading: string; text: string }[];
}

/** What text.ts finds wrong with something typed. */
type TextCode = 'not-well-formed' | 'not-one-line' | 'empty' | 'too-long' | 'not-an-id' | 'not-a-command-id';

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
  | 'login-to-be-erased'
>;

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
  channels: Record<ChannelName, string>;
  notice: NoticeWording;
  progress: Record<AgendaItem['progress'], string>;
  choices: Record<Choice, string>;
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
    /** Who said what, for the record of a named sounding: one sentence for each choice that anyone made. */
    named: (names: Record<Choice, readonly string[]>) => string[];
    decidesNothing: string;
  };
  /** 应到, 实到, 其中线上. */
  attendance: (count: { due: number; present: number; remote: number }) => string;
}
