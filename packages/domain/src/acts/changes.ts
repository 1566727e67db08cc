/** A meeting that was called and has not opened may be moved to another time or place, or called off. */
import { z } from 'zod';
import { line, safeInteger } from '../text.ts';
import { noticeTextSchema, noticeWordsSchema } from './notice.ts';

export const changesCommandSchemas = [
  /**
   * What is absent stays as it was. `notice`: the words of the notice that takes the former one's place; absent: as drafted
   * (notice-change.ts). A meeting called without a notice gets none.
   */
  z.strictObject({
    type: z.literal('change-meeting'),
    /** Ms since 1970. */
    plannedAt: safeInteger.optional(),
    place: line(200).optional(),
    reason: line(300),
    notice: noticeWordsSchema.optional(),
  }),
  z.strictObject({ type: z.literal('call-off-meeting'), reason: line(300) }),
] as const;
export type ChangesCommand = z.infer<(typeof changesCommandSchemas)[number]>;

export const changesEventSchemas = [
  /** Time and place as they are now, whether each changed or not. `notice`: the one in force from here on. */
  z.strictObject({
    type: z.literal('meeting-changed'),
    plannedAt: safeInteger,
    place: line(200),
    reason: line(300),
    notice: noticeTextSchema.optional(),
  }),
  z.strictObject({ type: z.literal('meeting-called-off'), reason: line(300) }),
] as const;
export type MeetingChanged = z.infer<(typeof changesEventSchemas)[0]>;
