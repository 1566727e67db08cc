/** What must be so before a meeting may be called: its matters, its rhythm, who can demand it, approvals and notices. */
import { z } from 'zod';
import { thresholdSchema } from '../numbers.ts';
import { anyOrAllSchema, bodyKindSchema, electorateSchema } from './people.ts';
import { slugSchema, wordsSchema } from './stated.ts';

/** A situation that changes the rules, chosen by the host when calling: an election, a first session, short notice. */
export const occasionSchema = z.strictObject({ id: slugSchema, words: wordsSchema });
export type Occasion = z.infer<typeof occasionSchema>;

/** A kind of matter that the meeting treats; `other` is the regulation's own "and others" (其他). */
export const matterSchema = z.strictObject({ id: slugSchema, words: wordsSchema, other: z.boolean() });
export type Matter = z.infer<typeof matterSchema>;

/** How the program can tell that a matter is of a certain kind. */
export const matterTestSchema = z.discriminatedUnion('kind', [
  /** Nobody can compute it: the host answers the question when calling, on record. */
  z.strictObject({ kind: z.literal('asked'), words: wordsSchema }),
  /** Spending of so many yuan; whether the sum itself is included is the regulation's word (以上 includes). */
  z.strictObject({ kind: z.literal('spending'), meaning: z.enum(['at-least', 'more-than']), yuan: z.int().min(0) }),
]);
export type MatterTest = z.infer<typeof matterTestSchema>;

/** A matter that this meeting may not decide and hands to another (checked when calling). */
export const referralSchema = z.strictObject({
  /** How such a matter is recognised. */
  test: matterTestSchema,
  /** The procedure, by id, that decides it. */
  to: slugSchema,
});
export type Referral = z.infer<typeof referralSchema>;

/** A matter that only this meeting may decide; other procedures hand it here. */
export const reservedMatterSchema = z.strictObject({ test: matterTestSchema });

/** How often the meeting is held. `usual` marks the regulation's "as a rule" (一般, 原则上). */
export const rhythmSchema = z.discriminatedUnion('kind', [
  /** So many times in each period. */
  z.strictObject({
    kind: z.literal('each'),
    period: z.enum(['year', 'half-year', 'quarter', 'month', 'half-month', 'week']),
    least: z.int().min(1),
    most: z.int().min(1).nullable(),
    usual: z.boolean(),
  }),
  /** Once in each of the named quarters of the year (1 … 4). */
  z.strictObject({ kind: z.literal('quarters'), quarters: z.array(z.int().min(1).max(4)).min(1), usual: z.boolean() }),
  /** When something ends: the year, or the piece of work that is reviewed. */
  z.strictObject({ kind: z.literal('at-end-of'), what: z.enum(['year', 'work']), usual: z.boolean() }),
  /** Whenever it is needed (不定期, 随时). */
  z.strictObject({ kind: z.literal('as-needed') }),
  /** Between two meetings of another procedure. */
  z.strictObject({ kind: z.literal('between'), procedure: slugSchema }),
  /** Regularly, with no period stated (定期). */
  z.strictObject({ kind: z.literal('regularly') }),
]);
export type Rhythm = z.infer<typeof rhythmSchema>;

/** Who can bring an extraordinary meeting about: any one of the thresholds; `must` (应当) or `may` (可以) be called. */
export const petitionSchema = z.strictObject({
  duty: z.enum(['must', 'may']),
  /** Shares of those who propose it, counted when the petition is entered. */
  anyOf: z.array(z.strictObject({ of: electorateSchema, threshold: thresholdSchema })).min(1),
});
export type Petition = z.infer<typeof petitionSchema>;

/** Where the topics come from: who proposes and who adopts them (a body, or a meeting held by a procedure). */
export const topicsSchema = z.strictObject({
  /** Who may propose them; null: not stated. */
  proposedBy: anyOrAllSchema.nullable(),
  /** The meeting or body that must adopt them before the notice goes out; null: none is stated. */
  adoptedBy: z.strictObject({ procedure: slugSchema.nullable(), body: bodyKindSchema.nullable() }).nullable(),
});

/** Consent from outside. */
export const approvalSchema = z.strictObject({
  /** What is approved. */
  of: wordsSchema,
  /** Who gives the consent. */
  by: anyOrAllSchema,
  /** Before the meeting is called, or before what it decided takes effect. */
  before: z.enum(['calling', 'effect']),
  /** Whether it is also filed there (备案). */
  filed: z.boolean(),
});

/** By what way a notice reaches people. Those `…-to-each` are served and proven person by person. */
export const noticeChannels = [
  'public-board', // 居务公开栏
  'main-entrances', // 各主要出入口
  'in-writing-to-each', // 书面告知与会人员
  'to-each', // 通知与会人员, no form stated
  'in-writing-to-superior', // 书面向上级报告
  'to-residents', // 告示居民, no place stated
  'documents-to-each', // papers handed over with the notice
] as const;

/** Those that are served, and proven, person by person. */
export const channelsToEach: readonly (typeof noticeChannels)[number][] = [
  'in-writing-to-each',
  'to-each',
  'documents-to-each',
];

/** What a notice must say. */
export const noticeContents = [
  'time',
  'place',
  'content',
  'topics',
  'matter',
  'participants',
  'invited',
  'documents',
] as const;

/** One notice. Several may be due for one meeting; the clock starts when the last channel of each has been served. */
export const noticeSchema = z.strictObject({
  /** Days before: meeting date − notice date ≥ days, never shortened by rest days; null: a notice without a stated time. */
  days: z.int().min(0).nullable(),
  /** True where a community counts whole days between the two (≥ days + 1). */
  clearDays: z.boolean(),
  /** Every one of them is demanded; null: no way is stated. */
  channels: z.array(z.enum(noticeChannels)).min(1).nullable(),
  /** What it must say; a list of `topics` alone announces the topics, not the meeting. */
  content: z.array(z.enum(noticeContents)).min(1).nullable(),
  /** Who gives it; null: not stated. */
  by: anyOrAllSchema.nullable(),
  /** Who must get it; null: whoever the channels reach. */
  to: anyOrAllSchema.nullable(),
});
export type Notice = z.infer<typeof noticeSchema>;

/** Who settles before the meeting, on record, which persons take part or vote; null: not stated who. */
export const listSettledSchema = z.strictObject({
  /** `participants`: who takes part · `representatives`: each representative is confirmed · `voters`: who has a vote. */
  of: z.enum(['participants', 'representatives', 'voters']),
  by: anyOrAllSchema.nullable(),
});
export type ListSettled = z.infer<typeof listSettledSchema>;

/** Leave of absence: whom one asks beforehand. */
export const leaveSchema = z.strictObject({ askedOf: anyOrAllSchema });
