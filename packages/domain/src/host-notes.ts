/**
 * What the host of a meeting notes for themselves, before it and during it: for whoever holds the chair, and for staff of
 * the body who prepare it. No part of the meeting: it stands in no view, record, export or page of anybody else.
 */
import { z } from 'zod';
import { id, paragraphs, safeInteger } from './text.ts';

/** UTF-16 units. */
export const hostNoteLimit = 4_000;

export interface HostNote {
  /** The item it is about; null: the meeting as a whole. */
  item: string | null;
  text: string;
  /** How often it was written; a note that nobody wrote yet has none. */
  version: number;
  /** When it was written last, ms since 1970. */
  at: number;
}

/** GET meetings/:meeting/host-notes → HostNote[], in no order: those that were ever written. */

/**
 * PUT meetings/:meeting/host-notes: one note, with the version that stood before its writer (0: none) → HostNoteAnswer.
 * Nothing is written over what somebody else wrote in between.
 */
export const hostNoteRequest = z.strictObject({
  item: id.nullable(),
  text: paragraphs(hostNoteLimit),
  version: safeInteger.min(0),
});
export interface HostNoteAnswer {
  /** `differs`: not written, since `note` stands there now. */
  outcome: 'saved' | 'differs';
  note: HostNote;
}
