/** The floor: who asks to speak, who speaks and for how long; what can be asked, and what is then recorded. */
import { z } from 'zod';
import { id, safeInteger } from '../text.ts';

/** `speech`: to the matter; `point-of-order` (程序问题): about how the meeting is held, heard before all speeches. */
export const floorKinds = ['speech', 'point-of-order'] as const;
const kind = z.enum(floorKinds);
export type FloorKind = z.infer<typeof kind>;

/** A limit for one speech, or time given on top of it. */
const seconds = safeInteger.min(10).max(7_200);

export const floorCommandSchemas = [
  /** For oneself. */
  z.strictObject({ type: z.literal('ask-for-floor'), kind }),
  z.strictObject({ type: z.literal('withdraw-floor-request'), kind }),
  /** For somebody who raised a hand, and for a request that is no longer meant. */
  z.strictObject({ type: z.literal('enter-floor-request'), seat: id, kind }),
  z.strictObject({ type: z.literal('strike-floor-request'), request: id }),
  /** Directly before another request, or (null) to the end. */
  z.strictObject({ type: z.literal('move-floor-request'), request: id, before: id.nullable() }),
  /** The seat is named, so that a double tap gives the floor to nobody else. */
  z.strictObject({ type: z.literal('give-floor'), seat: id, kind }),
  z.strictObject({ type: z.literal('pause-speech'), speech: id }),
  z.strictObject({ type: z.literal('resume-speech'), speech: id }),
  z.strictObject({ type: z.literal('end-speech'), speech: id }),
  z.strictObject({ type: z.literal('give-more-time'), speech: id, seconds }),
  /** How long each may speak on an item; null: as long as they like. */
  z.strictObject({ type: z.literal('set-speaking-time'), item: id, seconds: seconds.nullable() }),
] as const;
export type FloorCommand = z.infer<(typeof floorCommandSchemas)[number]>;

/** The item that was before the meeting; null before the first. */
const item = id.nullable();

export const floorEventSchemas = [
  /** The record's own seat says who entered it: the person, or chair or recorder for them. */
  z.strictObject({ type: z.literal('floor-asked'), request: id, seat: id, kind, item }),
  z.strictObject({ type: z.literal('floor-request-withdrawn'), request: id }),
  z.strictObject({ type: z.literal('floor-request-moved'), request: id, before: id.nullable() }),
  z.strictObject({
    type: z.literal('floor-given'),
    speech: id,
    seat: id,
    kind,
    item,
    /** The request that is met by it; null when the person had not asked. */
    request: id.nullable(),
    /** The limit in force; null when there is none. */
    seconds: seconds.nullable(),
  }),
  z.strictObject({ type: z.literal('speech-paused'), speech: id }),
  z.strictObject({ type: z.literal('speech-resumed'), speech: id }),
  z.strictObject({ type: z.literal('speech-ended'), speech: id }),
  z.strictObject({ type: z.literal('speech-extended'), speech: id, seconds }),
  z.strictObject({ type: z.literal('speaking-time-set'), item: id, seconds: seconds.nullable() }),
] as const;
