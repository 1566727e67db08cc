/**
 * The tables as Kysely sees them. An instant is Unix time in milliseconds: `pg` hands a bigint out as text, so every
 * reader turns it into a number with Number(). Table interfaces are never a query's result type (Selectable, Insertable, Updateable).
 */
import type { ErasureGround } from '@yishiting/domain/acts/custody';
import type { NoticeArranged } from '@yishiting/domain/acts/notice';
import type { QueueEntry, ScreenContent, ScreenFrame } from '@yishiting/domain/screens';
import type { ColumnType, Generated } from 'kysely';
import type { HostNotesTable, VideoMeetingsTable } from './tables-of-hosts.ts';
import type { Instant, Maybe, MaybeInstant } from './columns.ts';
import type { MeetingPeopleTable } from './meeting-people-table.ts';
import type { ObserverRegistrationsTable } from './observers-table.ts';
import type { DutiesTable } from './duties-table.ts';
import type { AgreementTextsTable, FrozenAgreementsTable } from './tables-of-agreements.ts';
import type { VoteChoicesTable, VoteOutcomesTable, VotesTable } from './tables-of-votes.ts';

type Language = 'zh-CN' | 'en';
export type Post = 'keeper' | 'administrator' | 'staff' | 'seal-keeper' | 'supervisor';
export type ParticularKind = 'phone' | 'identity-number' | 'address' | 'remark';
export type KeeperAct = 'reset-link-offered' | 'keeper-reset' | 'backup-restored';
export type ScreenKind = 'projector' | 'tablet';

export interface InstallationTable {
  one: Generated<boolean>;
  id: string;
  made_at: Instant;
  forks: Generated<number>;
  set_up_token_hash: Maybe<string>;
  set_up_at: MaybeInstant;
}

export interface KeeperActsTable {
  id: string;
  act: KeeperAct;
  at: Instant;
  about: Maybe<string>;
}

export interface CommunitiesTable {
  id: string;
  code: string;
  name: string;
  demonstration: Generated<boolean>;
  epoch: Generated<number>;
  time_zone: Generated<string>;
  record_language: Generated<Language>;
  created_at: Instant;
  link_address: Maybe<string>;
}

export interface BodiesTable {
  id: string;
  community: string;
  name: string;
  position: Generated<number>;
  created_at: Instant;
  closed_at: MaybeInstant;
}

export interface PeopleTable {
  id: string;
  community: string;
  name: string;
  created_at: Instant;
  left_at: MaybeInstant;
}

export interface ParticularsTable {
  id: string;
  community: string;
  person: string;
  kind: ParticularKind;
  value: string;
  salt: string;
  entered_at: Instant;
  /** Salted hashes of the values that corrections replaced. */
  superseded: Generated<string[]>;
}

export interface ErasuresTable {
  id: string;
  community: string;
  person: string;
  kinds: ParticularKind[];
  hashes: string[];
  reason: string;
  erased_by: Maybe<string>;
  erased_at: Instant;
}

export interface AccountsTable {
  id: string;
  community: string;
  person: string;
  login: string;
  password_hash: string;
  password_changed_at: Instant;
  failed_count: Generated<number>;
  locked_until: MaybeInstant;
  created_at: Instant;
  closed_at: MaybeInstant;
}

export interface PostsTable {
  id: string;
  community: string;
  person: string;
  body: Maybe<string>;
  post: Post;
  held_from: Instant;
  held_until: MaybeInstant;
}

export interface MeetingsTable {
  id: string;
  community: string;
  body: string;
  procedure: string;
  procedure_version: number;
  matter: string;
  description: Generated<string>;
  place: Generated<string>;
  planned_at: MaybeInstant;
  status: Generated<string>;
  open_to_public: Generated<boolean>;
  /** As JSON. */
  notice: ColumnType<NoticeArranged, string | undefined, string>;
  notice_pending: Generated<boolean>;
  record_language: Language;
  join_code: Maybe<string>;
  head: Generated<number>;
  head_hash: Maybe<string>;
  created_at: Instant;
  called_at: MaybeInstant;
  opened_at: MaybeInstant;
  closed_at: MaybeInstant;
}

export interface SeatsTable {
  id: string;
  community: string;
  meeting: string;
  person: string;
  created_at: Instant;
}

export interface AgendaItemsTable {
  id: string;
  community: string;
  meeting: string;
  position: number;
  title: string;
  step: Maybe<string>;
  planned_minutes: Maybe<number>;
}

export interface MeetingEventsTable {
  meeting: string;
  version: number;
  type: string;
  data: string;
  seat: string;
  acting_as: string;
  command_id: string;
  part: number;
  at: Instant;
  hash: string;
}

export interface RecordSealsTable {
  community: string;
  meeting: string;
  version: number;
  head: string;
  at: Instant;
  key: string;
  signature: string;
}

export interface MinutesUpdatesTable {
  meeting: string;
  seq: number;
  update: Uint8Array;
  seat: string;
  at: Instant;
}

export interface MinutesSnapshotsTable {
  meeting: string;
  seq: number;
  state: Uint8Array;
  state_vector: Uint8Array;
  authors: ColumnType<Record<string, string>, string, string>;
  readable: string;
  at: Instant;
}

export interface FilesTable {
  id: string;
  community: string;
  meeting: string;
  position: number;
  item: Maybe<string>;
  kind: 'attachment' | 'answer-material' | 'photo' | 'notice-proof' | 'duty-proof' | 'signed-paper';
  title: string;
  media: string;
  bytes: number;
  digest: string;
  name: Maybe<string>;
  sha256: Maybe<string>;
  salt: Maybe<string>;
  uploaded_by: string;
  uploaded_at: Instant;
  on_record: Generated<boolean>;
  erased_at: MaybeInstant;
  erased_by: Maybe<string>;
  /** Null also where a restore erased it again. */
  erased_ground: Maybe<ErasureGround>;
  erased_reason: Maybe<string>;
}

export interface BrowserSessionsTable {
  id: string;
  token_hash: string;
  created_at: Instant;
  seen_at: Instant;
  expires_at: Instant;
}

export interface LinksTable {
  id: string;
  community: string;
  meeting: string;
  seat: string;
  token_hash: string;
  made_at: Instant;
  first_used_at: MaybeInstant;
  revoked_at: MaybeInstant;
}

export interface ScreensTable {
  id: string;
  community: string;
  meeting: string;
  number: number;
  kind: ScreenKind;
  created_at: Instant;
  /** What it shows when it is not covered; never `blank`. */
  content: ColumnType<ScreenContent, string | undefined, string>;
  blanked: Generated<boolean>;
  frame: ColumnType<ScreenFrame, string | undefined, string>;
}

export interface ScreenQueuesTable {
  meeting: string;
  community: string;
  entries: ColumnType<QueueEntry[], string | undefined, string>;
}

export interface PairingCodesTable {
  code_hash: string;
  /** Null until somebody typed the code. */
  community: Maybe<string>;
  session: Maybe<string>;
  screen: Maybe<string>;
  made_at: Instant;
  expires_at: Instant;
  used_at: MaybeInstant;
}

export interface GrantsTable {
  id: string;
  session: string;
  community: string;
  kind: 'account' | 'seat' | 'screen';
  account: Maybe<string>;
  meeting: Maybe<string>;
  seat: Maybe<string>;
  screen: Maybe<string>;
  link: Maybe<string>;
  granted_at: Instant;
  revoked_at: MaybeInstant;
}

export interface Tables {
  installation: InstallationTable;
  keeper_acts: KeeperActsTable;
  communities: CommunitiesTable;
  bodies: BodiesTable;
  people: PeopleTable;
  particulars: ParticularsTable;
  erasures: ErasuresTable;
  accounts: AccountsTable;
  posts: PostsTable;
  meetings: MeetingsTable;
  meeting_people: MeetingPeopleTable;
  seats: SeatsTable;
  agenda_items: AgendaItemsTable;
  observer_registrations: ObserverRegistrationsTable;
  meeting_events: MeetingEventsTable;
  record_seals: RecordSealsTable;
  votes: VotesTable;
  vote_outcomes: VoteOutcomesTable;
  vote_choices: VoteChoicesTable;
  minutes_updates: MinutesUpdatesTable;
  minutes_snapshots: MinutesSnapshotsTable;
  files: FilesTable;
  duties: DutiesTable;
  browser_sessions: BrowserSessionsTable;
  links: LinksTable;
  screens: ScreensTable;
  screen_queues: ScreenQueuesTable;
  video_meetings: VideoMeetingsTable;
  host_notes: HostNotesTable;
  agreement_texts: AgreementTextsTable;
  frozen_agreements: FrozenAgreementsTable;
  pairing_codes: PairingCodesTable;
  grants: GrantsTable;
}

/** Every table, each after those it refers to: the order in which rows can be copied in. */
export const tableNames = [
  'installation',
  'keeper_acts',
  'communities',
  'bodies',
  'people',
  'particulars',
  'erasures',
  'accounts',
  'posts',
  'meetings',
  'meeting_people',
  'seats',
  'agenda_items',
  'observer_registrations',
  'meeting_events',
  'record_seals',
  'votes',
  'vote_outcomes',
  'vote_choices',
  'minutes_updates',
  'minutes_snapshots',
  'files',
  'duties',
  'browser_sessions',
  'links',
  'screens',
  'screen_queues',
  'video_meetings',
  'host_notes',
  'agreement_texts',
  'frozen_agreements',
  'pairing_codes',
  'grants',
] as const satisfies readonly (keyof Tables)[];

/** Fails to compile when a table is missing from the list above. */
type Unnamed = Exclude<keyof Tables, (typeof tableNames)[number]>;
export const allTablesAreNamed: [Unnamed] extends [never] ? true : Unnamed = true;
