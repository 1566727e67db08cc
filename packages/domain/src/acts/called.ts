/** The calling of a meeting: matter, people, agenda and the whole procedure are copied into the record's first event; before that all is rows. */
import { z } from 'zod';
import { capacitySchema } from '../capacities.ts';
import { attachedSchema } from './files.ts';
import { languageSchema } from '../language.ts';
import { noticeTextSchema } from './notice.ts';
import { procedureSchema } from '../procedures/schema.ts';
import { repliedSchema } from './replies.ts';
import { id, line, paragraphs, safeInteger } from '../text.ts';

/** Sides are named after the ten heavenly stems (甲乙丙丁…). */
export const mostSides = 10;
export const sideSchema = safeInteger.min(1).max(mostSides);

/** One person as called: the row in the register, the seat in this meeting, the name as called. */
export const calledPersonSchema = z.strictObject({
  seat: id,
  person: id,
  name: line(60),
  capacities: z.array(capacitySchema),
  /** For whom or what the person stands, as called out: 3号楼2单元, 设计单位 …; never a phone or a door number. */
  standing: line(80).optional(),
  /** Of a party: on which side (甲方 is 1); absent for everybody else. */
  side: sideSchema.optional(),
});
export type CalledPerson = z.infer<typeof calledPersonSchema>;

/** … with what was arranged of their coming; absent: nothing. */
const invitedPersonSchema = calledPersonSchema.extend({
  /** What they had said before the meeting was called. */
  reply: repliedSchema.optional(),
  /** The seat of whom they stand in for. */
  substitutes: id.optional(),
});
export type InvitedPerson = z.infer<typeof invitedPersonSchema>;

export const calledItemSchema = z.strictObject({
  item: id,
  title: line(200),
  /** The procedure's step that this item carries out; null for an item the host added. */
  step: z.string().nullable(),
  /** Planned length in minutes; null when nobody set one. */
  minutes: safeInteger.min(1).max(1440).nullable(),
});

export const meetingCalledSchema = z.strictObject({
  type: z.literal('meeting-called'),
  community: z.strictObject({ id, name: line(80), demonstration: z.boolean(), timeZone: z.string().max(60) }),
  body: z.strictObject({ id, name: line(80) }),
  matter: line(200),
  description: paragraphs(20_000),
  place: line(200),
  /** When the meeting is to begin, in ms since 1970. */
  plannedAt: safeInteger,
  language: languageSchema,
  procedure: procedureSchema,
  people: z.array(invitedPersonSchema).max(5_000),
  agenda: z.array(calledItemSchema).max(200),
  /** What was attached to the arrangement; absent: nothing. */
  files: z.array(attachedSchema).max(200).optional(),
  /**
   * How it was called: by a notice already served, by one that is served from now on (each channel is then a fact of its
   * own, `notice-served`), or at once, with what was said about waiving the notice. `text`: absent in records made before
   * the notice's text was kept.
   */
  notice: z.discriminatedUnion('way', [
    z.strictObject({ way: z.literal('served'), servedAt: safeInteger, text: noticeTextSchema.optional() }),
    z.strictObject({ way: z.literal('to-be-served'), text: noticeTextSchema }),
    z.strictObject({ way: z.literal('start-now'), waiver: line(500) }),
  ]),
});
export type MeetingCalled = z.infer<typeof meetingCalledSchema>;
