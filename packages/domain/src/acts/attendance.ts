/** Attendance: what can be asked, and what is then recorded. */
import { z } from 'zod';
import { capacitySchema } from '../capacities.ts';
import { calledPersonSchema, sideSchema } from './called.ts';
import { id, safeInteger } from '../text.ts';

export const ways = ['here', 'remote'] as const;
const waySchema = z.enum(ways);
export type Way = z.infer<typeof waySchema>;

/** The privacy notice in force at check-in; its wording stands in words/, its version in the arrival. */
export const privacyNotice = '2026-11';

export const attendanceCommandSchemas = [
  z.strictObject({ type: z.literal('check-in'), way: waySchema, privacyNotice: z.string().max(20) }),
  z.strictObject({ type: z.literal('leave') }),
  z.strictObject({ type: z.literal('record-arrival'), seat: id, way: waySchema }),
  z.strictObject({ type: z.literal('record-departure'), seat: id }),
  z.strictObject({
    type: z.literal('add-person'),
    /** A row of the register; the server adds the name and the seat, nobody else can. */
    person: id,
    /** The chair is taken, not handed out (take-chair). */
    capacities: z
      .array(capacitySchema.exclude(['chair']))
      .min(1)
      .max(4),
    /** Of a party: on which side. */
    side: sideSchema.optional(),
    /** The seat of whom they stand in for, and whose place they take. */
    substitutes: id.optional(),
  }),
  /** Gives the place that a substitute has back to whom it was meant for. */
  z.strictObject({ type: z.literal('return-place'), seat: id }),
  z.strictObject({ type: z.literal('confirm-presence'), count: safeInteger.min(0) }),
  z.strictObject({ type: z.literal('take-chair') }),
] as const;
export type AttendanceCommand = z.infer<(typeof attendanceCommandSchemas)[number]>;

export const attendanceEventSchemas = [
  z.strictObject({
    type: z.literal('arrived'),
    seat: id,
    way: waySchema,
    /** The notice the person saw; null when someone else recorded the arrival. */
    privacyNotice: z.string().max(20).nullable(),
  }),
  z.strictObject({ type: z.literal('departed'), seat: id }),
  z.strictObject({ type: z.literal('person-added'), person: calledPersonSchema, substitutes: id.optional() }),
  /** `from`: the seat of the substitute who had it. */
  z.strictObject({ type: z.literal('place-returned'), seat: id, from: id }),
  z.strictObject({ type: z.literal('presence-confirmed'), count: safeInteger }),
  z.strictObject({ type: z.literal('chair-taken'), person: calledPersonSchema, from: id.nullable() }),
] as const;
