/** How the meeting runs: its parts and steps, what must come before what, and its confidentiality. */
import { z } from 'zod';
import { capacitySchema } from '../capacities.ts';
import { peopleSchema } from './people.ts';
import { slugSchema, wordsSchema } from './stated.ts';

/** What a step must leave in the record before it counts as done. */
export const outcomeKinds = [
  'opened', // those present named, agenda announced
  'heard', // a report, presentation or explanation was given
  'opinions', // opinions, each with its speaker
  'statements', // facts and reasons, from each party
  'questions', // the chair's questions and their answers
  'discussion', // the gist of a discussion
  'answers', // questions answered by whoever is responsible
  'proposal', // a proposed solution or tendency proposal
  'summary', // the chair sums up
  'sounding', // a show of opinion
  'vote', // a decision by vote
  'election', // people elected
  'rating', // a grade given
  'agreement', // an agreement, or that there is none and what next
  'examination', // a report or publication examined
  'findings', // shortcomings found and measures against them
  'dangers', // each hidden danger with who takes it on
  'credentials', // the credentials report
  'method', // a method of election adopted
  'oath', // the elected take the oath
  'announcement', // the result announced
  'assignments', // who carries out what
] as const;
export const outcomeKindSchema = z.enum(outcomeKinds);
export type OutcomeKind = z.infer<typeof outcomeKindSchema>;

/** A part of a longer meeting, or one of several meetings that belong together. */
export const phaseSchema = z.strictObject({
  /** Stable name inside the procedure; steps name the phase they belong to. */
  id: slugSchema,
  /** Title on agenda and screens. */
  title: wordsSchema,
  /** `duty` is no meeting but work that follows (both carry out). */
  kind: z.enum(['preparatory', 'presidium', 'plenary', 'discussion', 'decision', 'duty']),
  /** Who meets or acts in it; null: not stated. */
  who: z.array(peopleSchema).min(1).nullable(),
});
export type Phase = z.infer<typeof phaseSchema>;

/** How long the whole meeting lasts at least, in days. */
export const lengthSchema = z.strictObject({ leastDays: z.int().min(1) });

/** One step of the agenda. */
export const stepSchema = z.strictObject({
  /** Stable name inside the procedure; an item of a meeting's agenda remembers it. */
  id: slugSchema,
  /** Short title for agenda, screens and minutes. */
  title: wordsSchema,
  /** The phase it belongs to; null where the meeting has one part. */
  phase: slugSchema.nullable(),
  /** Minutes planned for it; null: the source is silent and the host plans. */
  plannedMinutes: z.int().min(1).nullable(),
  /** Whether the meeting may close only when it was held or its omission was put on record. */
  required: z.boolean(),
  /** In which capacities people act in it; null: not stated. */
  acts: z.array(capacitySchema).min(1).nullable(),
  /** Held once, or once for each member, party or matter. */
  repeats: z.enum(['once', 'per-member', 'per-party', 'per-matter']),
  /** What it must leave in the record; null: nothing in particular. */
  outcome: outcomeKindSchema.nullable(),
  /** Papers that those who act must bring, and who answers for their truth; null: none are asked for. */
  papers: z
    .strictObject({
      words: wordsSchema,
      need: z.enum(['always', 'where-needed']),
      truthAnsweredBy: capacitySchema.nullable(),
    })
    .nullable(),
});
export type Step = z.infer<typeof stepSchema>;

/** What must be in the record before the meeting may go on to an act: no vote without discussion. */
export const guardSchema = z.strictObject({
  /** The act that must wait. */
  act: z.enum(['deciding', 'electing', 'closing']),
  /** What must be in the record by then. */
  needs: outcomeKindSchema,
});
export type Guard = z.infer<typeof guardSchema>;

/** How the recorder is appointed: `dedicated` is someone with no other task in the meeting (专人记录). */
export const recordingSchema = z.strictObject({ dedicated: z.boolean() });

/** Who may know what was said. */
export const confidentialitySchema = z.discriminatedUnion('kind', [
  /** Nothing leaves the meeting until it is approved or published. */
  z.strictObject({ kind: z.literal('until-released') }),
  /** Closed to all but those who take part, unless every party agrees to openness. */
  z.strictObject({ kind: z.literal('closed-unless-parties-agree') }),
  /** Made known in a suitable circle only (适当范围), which the host names. */
  z.strictObject({ kind: z.literal('suitable-circle') }),
]);
export type Confidentiality = z.infer<typeof confidentialitySchema>;
