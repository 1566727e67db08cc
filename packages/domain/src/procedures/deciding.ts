/** Quorum and decision: names of rules that domain code implements, with the figures the regulations give them. */
import { z } from 'zod';
import { thresholdSchema } from '../numbers.ts';
import { anyOrAllSchema, electorateSchema, peopleSchema } from './people.ts';
import { slugSchema, wordsSchema } from './stated.ts';

/** How many must be present for the meeting to be held, or to decide. */
export const quorumSchema = z.discriminatedUnion('kind', [
  /** A share of all whom `of` names. */
  z.strictObject({ kind: z.literal('share'), of: electorateSchema, threshold: thresholdSchema }),
  /** A fixed number. */
  z.strictObject({ kind: z.literal('count'), of: electorateSchema, least: z.int().min(1) }),
  /** Any one of several shares (more than half of the residents, or 2/3 of the households). */
  z.strictObject({
    kind: z.literal('any-share'),
    anyOf: z.array(z.strictObject({ of: electorateSchema, threshold: thresholdSchema })).min(2),
  }),
]);
export type Quorum = z.infer<typeof quorumSchema>;

/**
 * Of what a decision needs its share: `present` 出席人 · `due` 应到会, those called to this meeting · `all` 全体, the whole
 * body, also whoever was not called · `yes+no` without abstentions · `valid` valid ballots as the method defines them.
 */
export const bases = ['present', 'due', 'all', 'yes+no', 'valid'] as const;
export const baseSchema = z.enum(bases);
export type Base = z.infer<typeof baseSchema>;

/** The majority a decision needs. */
export const majoritySchema = z.strictObject({
  /** Of what the share is taken. */
  base: baseSchema,
  /** The share that those in favour must reach. */
  threshold: thresholdSchema,
});
export type Majority = z.infer<typeof majoritySchema>;

/** `secret` or `named`; null: the source does not say and the host settles it on record before the vote opens. */
const ballotSchema = z.enum(['secret', 'named']).nullable();

/** How the meeting comes to an outcome. A list holds every kind the meeting knows; what is not in it is not offered. */
export const decisionSchema = z.discriminatedUnion('kind', [
  /** It collects and discusses; nothing is put to a vote. */
  z.strictObject({ kind: z.literal('none') }),
  /** A show of opinion: counts only, no threshold, never "passed". */
  z.strictObject({ kind: z.literal('sounding'), ballot: ballotSchema }),
  /** Yes, no, abstain. */
  z.strictObject({
    kind: z.literal('vote'),
    /** null: no threshold is given; the host sets one before opening, on record, or the result is counts only. */
    majority: majoritySchema.nullable(),
    ballot: ballotSchema,
    /** Who announces the result, and whether on the spot; null: not stated. */
    announced: z.strictObject({ by: z.enum(['chair', 'teller']), onTheSpot: z.boolean() }).nullable(),
    /** What may be done where the meeting is seriously split; null: not stated. */
    whenSplit: z
      .strictObject({ choices: z.array(z.enum(['put-off', 'report-upward'])).min(1), to: peopleSchema.nullable() })
      .nullable(),
  }),
  /** People or options chosen from a list, at most so many; null: the host says how many. */
  z.strictObject({ kind: z.literal('choose'), most: z.int().min(1).nullable(), majority: majoritySchema.nullable() }),
  /** People elected; `method`: by rules fixed here, or by a method that the meeting adopts before electing. */
  z.strictObject({
    kind: z.literal('election'),
    method: z.enum(['stated', 'adopted-before']).nullable(),
    /** More candidates than seats (差额), as many (等额), or either; null: not stated. */
    candidates: z.enum(['more', 'as-many', 'either']).nullable(),
    majority: majoritySchema.nullable(),
    ballot: ballotSchema,
  }),
  /** A grade. */
  z.strictObject({
    kind: z.literal('rating'),
    /** From best to worst; null: the host names the grades before it opens, on record. */
    grades: z
      .array(z.strictObject({ id: slugSchema, words: wordsSchema }))
      .min(2)
      .nullable(),
    /** One grade of the whole group, or one from each member; null: not stated. */
    givenBy: z.enum(['group', 'each']).nullable(),
    /** How many views become one grade; null: the host sets the way before it opens, on record. */
    way: z.enum(['most-named', 'majority', 'average']).nullable(),
    /** Whether the rating is a paper of its own. */
    inWriting: z.boolean(),
    /** Valid only when every member has signed. */
    signedByEveryMember: z.boolean(),
  }),
  /** An agreement of the parties, or none. */
  z.strictObject({
    kind: z.literal('agreement'),
    /** Whether the rules ask for a written one. */
    inWriting: z.boolean(),
    /** Who drafts it, and whether in the meeting itself (当场); null: not stated. */
    draftedBy: peopleSchema.nullable(),
    draftedOnTheSpot: z.boolean(),
    /** Who must sign or seal after checking it. */
    signedBy: anyOrAllSchema,
    /** Who keeps it; null: not stated. */
    archivedBy: anyOrAllSchema.nullable(),
    /** Between which the parties are asked to choose when there is no agreement. */
    otherwise: z.array(z.enum(['mediate-again', 'other-channel'])).min(1),
  }),
]);
export type Decision = z.infer<typeof decisionSchema>;

/** What stands when the body could not be assembled and the matter could not wait. */
export const urgentHandlingSchema = z.strictObject({ reportedTo: z.enum(['next-meeting']) });

/** Who alone may change what this meeting resolved: procedures by id (this one among them, if so). */
export const resolutionsSchema = z.strictObject({ changedOnlyBy: z.array(slugSchema).min(1) });
