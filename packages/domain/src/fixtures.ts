/**
 * For tests: people, items and meetings with defaults, and given / when / then. Everything is numbered, so that an id
 * tells at a glance what it names; time moves a minute with every fact.
 */
import type { CalledPerson, MeetingCalled } from './acts/called.ts';
import type { MeetingCommand } from './acts/command.ts';
import { meetingEventSchema, type ActingAs, type MeetingEvent, type Recorded } from './acts/event.ts';
import type { VoteOpened } from './acts/voting.ts';
import { anId } from './chain.fixtures.ts';
import type { Circumstances } from './decision.ts';
import { decide, evolve, meetingAsCalled, type Meeting } from './meeting.ts';
import type { Upload } from './acts/files.ts';
import { minutesHash, opening, type MinutesText, type WovenMinutes } from './minutes-text.ts';
import { hearing } from './procedures/hearing.ts';
import type { Live } from './view.ts';

export const aSeat = (n: number): string => anId(0x1000 + n);
export const aRegisterRow = (n: number): string => anId(0x2000 + n);
export const anItemId = (n: number): string => anId(0x3000 + n);
export const aVoteId = (n: number): string => anId(0x4000 + n);

/** 2026-11-22 09:00 in Shanghai, when the fixtures' meeting was called. */
export const start = Date.UTC(2026, 10, 22, 1, 0);
export const minute = 60_000;

/** Seats of the meeting that `aCalledMeeting` makes. */
export const chair = aSeat(1);
export const recorder = aSeat(2);
export const li = aSeat(3);
export const chen = aSeat(4);
export const zhou = aSeat(5);
export const unit = aSeat(6);
export const observer = aSeat(7);
/** Has no seat in it. */
export const stranger = aSeat(99);

export function aPerson(n: number, given: Partial<CalledPerson> = {}): CalledPerson {
  return { seat: aSeat(n), person: aRegisterRow(n), name: `代表${n}`, capacities: ['member'], ...given };
}

export function anItem(n: number, given: Partial<MeetingCalled['agenda'][number]> = {}) {
  return { item: anItemId(n), title: `议程${n}`, step: null, minutes: null, ...given };
}

export function aCalledMeeting(given: Partial<MeetingCalled> = {}): MeetingCalled {
  return {
    type: 'meeting-called',
    community: { id: anId(11), name: '南门街道示范社区', demonstration: true, timeZone: 'Asia/Shanghai' },
    body: { id: anId(12), name: '示范社区居民委员会' },
    matter: '老旧小区加装电梯',
    description: '3 号楼拟加装电梯一部，听取各方意见。',
    place: '社区会议室',
    plannedAt: start + 5 * minute,
    language: 'zh-CN',
    procedure: hearing,
    people: [
      aPerson(1, { name: '王建国', capacities: ['chair'] }),
      aPerson(2, { name: '周敏', capacities: ['recorder'] }),
      aPerson(3, { name: '李秀英', standing: '3号楼2单元' }),
      aPerson(4, { name: '陈国强', standing: '3号楼1单元' }),
      aPerson(5, { name: '周立新' }),
      aPerson(6, { name: '刘工', capacities: ['responsible-unit'], standing: '设计单位' }),
      aPerson(7, { name: '孙丽', capacities: ['observer'] }),
    ],
    agenda: [
      anItem(1, { title: '介绍到会人员', step: 'opening', minutes: 5 }),
      anItem(2, { title: '项目介绍', minutes: 15 }),
      anItem(3, { title: '代表发表意见', minutes: 40 }),
    ],
    notice: { way: 'served', servedAt: start - 4 * 24 * 60 * minute },
    ...given,
  };
}

/** A fact, by the chair unless said otherwise. */
export type Fact = MeetingEvent | { fact: MeetingEvent; seat: string; actingAs?: ActingAs; at?: number };

export const by = (seat: string, fact: MeetingEvent, actingAs: ActingAs = 'member'): Fact => ({ fact, seat, actingAs });
/** At an instant `minutes` after the meeting was called. */
export const at = (minutes: number, fact: MeetingEvent): Fact => ({ fact, seat: chair, at: start + minutes * minute });

function recordedAfter(meeting: { version: number; lastAt: number }, given: Fact): Recorded {
  const said = 'fact' in given ? given : { fact: given, seat: chair };
  return {
    event: meetingEventSchema.parse(said.fact),
    version: meeting.version + 1,
    at: said.at ?? meeting.lastAt + minute,
    seat: said.seat,
    actingAs: said.actingAs ?? 'chair',
  };
}

/** The meeting after more facts. */
export const after = (meeting: Meeting, ...facts: Fact[]): Meeting =>
  facts.reduce((held, fact) => evolve(held, recordedAfter(held, fact)), meeting);

/** A meeting as called, and the facts after it. */
export const given = (facts: Fact[] = [], called = aCalledMeeting()): Meeting =>
  after(meetingAsCalled(recordedAfter({ version: 0, lastAt: start - minute }, called)), ...facts);

/** A meeting as called, and the facts after it, one by one as the record has them. */
export function recordOf(facts: readonly Fact[] = [], called = aCalledMeeting()): Recorded[] {
  const record = [recordedAfter({ version: 0, lastAt: start - minute }, called)];
  for (const fact of facts) {
    const { version, at: lastAt } = record.at(-1)!;
    record.push(recordedAfter({ version, lastAt }, fact));
  }
  return record;
}

export const opened: MeetingEvent = { type: 'meeting-opened', present: 0 };
export const adjourned: MeetingEvent = { type: 'meeting-adjourned' };
export const resumed: MeetingEvent = { type: 'meeting-resumed' };
export const closed: MeetingEvent = { type: 'meeting-closed', present: 0 };
export const begun = (n: number): MeetingEvent => ({ type: 'item-begun', item: anItemId(n) });
/** An opinion of 李秀英 under the first item, unless said otherwise; it is number `n`. */
export const anOpinionId = (n: number): string => anId(0x5000 + n);
export const opinionRecorded = (n = 1, given: Partial<MeetingEvent & { type: 'opinion-recorded' }> = {}) =>
  ({
    type: 'opinion-recorded',
    opinion: anOpinionId(n),
    item: anItemId(1),
    speaker: li,
    stance: 'for',
    gist: '方案二对一层影响小。',
    category: null,
    ...given,
  }) as const satisfies MeetingEvent;
export const aQuestionId = (n: number): string => anId(0x6000 + n);
export const questionRecorded = (n = 1, given: Partial<MeetingEvent & { type: 'question-recorded' }> = {}) =>
  ({
    type: 'question-recorded',
    question: aQuestionId(n),
    item: anItemId(1),
    asker: li,
    text: '采光受多大影响？',
    to: unit,
    ...given,
  }) as const satisfies MeetingEvent;
export const anAnswerId = (n: number): string => anId(0x7000 + n);
export const answerRecorded = (n = 1, given: Partial<MeetingEvent & { type: 'answer-recorded' }> = {}) =>
  ({
    type: 'answer-recorded',
    answer: anAnswerId(n),
    item: anItemId(1),
    question: aQuestionId(1),
    by: unit,
    text: '净距 3.2 米，满足日照要求。',
    material: false,
    ...given,
  }) as const satisfies MeetingEvent;
export const proposalStated = (text = '采用方案二，一层不分摊。'): MeetingEvent => ({
  type: 'proposal-stated',
  item: anItemId(1),
  text,
});

export const skipped = (n: number): MeetingEvent => ({ type: 'item-skipped', item: anItemId(n) });
export const arrived = (seat: string, way: 'here' | 'remote' = 'here'): MeetingEvent => ({
  type: 'arrived',
  seat,
  way,
  privacyNotice: null,
});
export const departed = (seat: string): MeetingEvent => ({ type: 'departed', seat });
export const confirmed = (count: number): MeetingEvent => ({ type: 'presence-confirmed', count });

export function voteOpened(given: Partial<VoteOpened> = {}): VoteOpened {
  return {
    type: 'vote-opened',
    vote: aVoteId(1),
    item: anItemId(1),
    question: '费用分摊采用方案二',
    purpose: 'sounding',
    method: 'yes-no-abstain',
    roll: [li, chen, zhou],
    ...given,
  };
}

/** In session, everyone called here, the number confirmed, the first item begun. */
export const assembled = (): Fact[] => [
  ...[chair, recorder, li, chen, zhou, unit, observer].map((seat) => arrived(seat)),
  opened,
  begun(1),
  confirmed(6),
];

/** Everything a decision may use, with a new id for each call. */
export function circumstances(
  seat: string,
  given: Partial<Circumstances> & { staff?: boolean; keeper?: boolean } = {},
): Circumstances {
  const { staff = false, keeper = false, ...rest } = given;
  let made = 0;
  return {
    actor: { seat, person: aRegisterRow(parseInt(seat.slice(-3), 16)), name: '来人', staff, keeper },
    at: start,
    newId: () => anId(0x9000 + (made += 1)),
    ...rest,
  };
}

/** What follows when the one in `seat` asks: the facts, or the code and figures of the refusal. */
export function when(
  meeting: Meeting,
  command: MeetingCommand,
  seat = chair,
  more: Partial<Circumstances> & { staff?: boolean; keeper?: boolean } = {},
): MeetingEvent[] | { refused: string; params?: Record<string, string | number> } {
  const decision = decide(meeting, command, circumstances(seat, more));
  if (decision.outcome === 'accepted') return decision.events;
  return decision.params ? { refused: decision.code, params: decision.params } : { refused: decision.code };
}

export const aFile = (n: number): string => anId(0x8000 + n);
const digest = 'd1'.repeat(32);

/** Bytes that the server has taken in. */
export function anUpload(given: Partial<Upload> = {}): Upload {
  const base = { file: aFile(1), item: null, media: 'application/pdf', bytes: 1_024, digest } as const;
  return { ...base, kind: 'attachment', title: '费用测算表', ...given };
}

type Added = Extract<MeetingEvent, { type: 'attachment-added' }>;
export const attachmentAdded = (given: Partial<Added> = {}): MeetingEvent => {
  return { ...anUpload(), kind: 'attachment', type: 'attachment-added', ...given };
};
export const photoTaken = (n = 1, item: string | null = null): MeetingEvent => {
  return { type: 'photo-taken', file: aFile(n), item, media: 'image/jpeg', bytes: 2_048, digest };
};

export const proofAdded = (n = 1, duty: string | null = null): MeetingEvent => {
  const kind = duty === null ? 'notice-proof' : 'duty-proof';
  return { ...anUpload({ file: aFile(n), media: 'image/jpeg' }), type: 'proof-added', title: '东门公告栏', kind, duty };
};

/** Minutes in which somebody wrote this below the first item. */
export function wovenMinutes(...paragraphs: string[]): WovenMinutes {
  const blocks = paragraphs.map((text) => ({ kind: 'paragraph' as const, depth: 0, text: [{ text }] }));
  const sections = [
    { item: opening, blocks: [] },
    { item: anItemId(1), blocks },
  ];
  const text: MinutesText = { meeting: anId(1), version: 1, lang: 'zh-CN', sections };
  return { text, hash: minutesHash(text), dropped: [] };
}

/** The minutes of a meeting that is over, confirmed by both and frozen. */
export function frozen(minutes = wovenMinutes('李秀英：赞成。')): Fact[] {
  const { hash, text } = minutes;
  return [
    { type: 'minutes-circulated' },
    { type: 'minutes-confirmed', hash, as: ['chair'] },
    by(recorder, { type: 'minutes-confirmed', hash, as: ['recorder'] }, 'recorder'),
    { type: 'minutes-frozen', hash, text, dropped: [] },
  ];
}

/** A supplement to the first item; it is number `n`. */
export const aSupplementId = (n: number): string => anId(0xa000 + n);
export const supplementProposed = (n = 1, given: Partial<MeetingEvent & { type: 'supplement-proposed' }> = {}) =>
  ({
    type: 'supplement-proposed',
    supplement: aSupplementId(n),
    section: anItemId(1),
    quote: '赞成',
    words: '有条件赞成',
    reason: '笔误',
    as: ['recorder'],
    ...given,
  }) as const satisfies MeetingEvent;

/** The result as published; it is number `n`. */
export const aResultId = (n: number): string => anId(0xb000 + n);
export const resultPublished = (n = 1, given: Partial<MeetingEvent & { type: 'result-published' }> = {}) =>
  ({
    type: 'result-published',
    result: aResultId(n),
    title: '关于老旧小区加装电梯听证结果的公告',
    body: '听证代表共提出意见1条。\n特此公告。',
    signature: '示范社区居民委员会',
    examinedBy: '周敏',
    corrects: null,
    ...given,
  }) as const satisfies MeetingEvent;

/** The result is on the board two hours after the calling; with `given`, what is said of it. */
export const dutyFulfilled = (given: Partial<MeetingEvent & { type: 'duty-fulfilled' }> = {}) =>
  ({
    type: 'duty-fulfilled',
    duty: 'post-result',
    at: start + 120 * minute,
    by: '周敏',
    to: null,
    ...given,
  }) as const satisfies MeetingEvent;

export const nobodyConnected: Live = { connected: new Set(), offlineSince: new Map(), joinCode: null };
