/**
 * The video meeting by which people take part from elsewhere, at whichever provider: an address and what else it takes to
 * get in. Arranged and changed at any time, so a row and no fact of the meeting. Whoever has it can walk in: it is shown
 * to those who lead, before the opening to everybody who has a seat, from then on to those who take part from elsewhere;
 * never on a screen, on a public page or in the record.
 */
import { z } from 'zod';
import type { SeatedPerson } from './attendance.ts';
import { isRemote } from './identity.ts';
import type { Phase } from './acts/session.ts';
import { paragraphs, wellFormed } from './text.ts';

/** UTF-16 units. */
export const videoLimits = { address: 1_000, access: 300 } as const;

/** A host by name, then what stands behind it. Nothing but https; nobody's name and password before the host, which mislead. */
const httpsAddress = /^https:\/\/[\p{L}\p{N}][\p{L}\p{N}.-]*(?::\d{1,5})?(?:[/?#][^\s\\"'<>]*)?$/iu;

/** Either may be empty; when both are, there is no video meeting. */
export const videoSchema = z.strictObject({
  address: wellFormed
    .max(videoLimits.address, { error: 'too-long', abort: true })
    .refine((text) => text === '' || httpsAddress.test(text), { error: 'not-https' }),
  /** The number of the meeting, its password, whom to ring: free words. */
  access: paragraphs(videoLimits.access),
});
export type VideoMeeting = Readonly<z.output<typeof videoSchema>>;

/** PUT meetings/:meeting/video: by staff of the body, and by chair and recorder once it was called. GET: the same. → VideoAnswer */
export const videoRequest = videoSchema;
export interface VideoAnswer {
  /** Null: none is arranged. */
  video: VideoMeeting | null;
}

/** What of it the holder of a seat is shown now. */
export function videoFor(video: VideoMeeting | null, phase: Phase, person: SeatedPerson | undefined) {
  if (!person || phase === 'closed') return null;
  return phase === 'called' || isRemote(person) ? video : null;
}
