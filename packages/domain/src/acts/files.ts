/** Files of a meeting: attachments, the material for answers, photos. The record names each by a salted hash; name and bytes lie beside it and can be erased. */
import { z } from 'zod';
import { sha256Hex } from '../minutes-text.ts';
import { slugSchema } from '../procedures/stated.ts';
import { id, line, safeInteger } from '../text.ts';

/**
 * Of these kinds is what proves that something was done: that the notice was posted, that a duty after the meeting was met,
 * that an agreement was signed and sealed on paper.
 */
export const proofKinds = ['notice-proof', 'duty-proof', 'signed-paper'] as const;
export type ProofKind = (typeof proofKinds)[number];
/** What a file is to the meeting; a photo is taken in it. */
export const fileKinds = ['attachment', 'answer-material', 'photo', ...proofKinds] as const;
export const fileKindSchema = z.enum(fileKinds);
export type FileKind = z.infer<typeof fileKindSchema>;

/** The kinds of content that are taken, each as its own bytes show; everything else is refused. */
export const mediaTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
] as const;
export const mediaTypeSchema = z.enum(mediaTypes);
export type MediaType = z.infer<typeof mediaTypeSchema>;

const title = line(120);
const stored = {
  file: id,
  /** The item it belongs to; null: the meeting as a whole. */
  item: id.nullable(),
  media: mediaTypeSchema,
  bytes: safeInteger.min(1),
  /** SHA-256 over {salt, sha256}: once salt and bytes are erased nobody can try contents against it. */
  digest: sha256Hex,
};
/** Which duty a proof belongs to; null: none, it proves something else. */
const duty = slugSchema.nullable();
const attached = { ...stored, kind: fileKindSchema.exclude(['photo', 'duty-proof', 'signed-paper']), title };

/** An attachment as the notice was given with it, in the record's first event. */
export const attachedSchema = z.strictObject(attached);
export type Attached = z.infer<typeof attachedSchema>;

/** What the server found out about bytes it has taken in: for the commands that put them on record. */
export interface Upload extends Omit<Attached, 'kind' | 'title'> {
  kind: FileKind;
  title: string;
}

export const fileCommandSchemas = [
  /** The bytes were taken in before; the server adds what they are, nobody else can. */
  z.strictObject({ type: z.literal('add-attachment'), file: id }),
  z.strictObject({ type: z.literal('withdraw-attachment'), file: id, reason: line(300) }),
  z.strictObject({ type: z.literal('take-photo'), file: id }),
  /** A picture taken by mistake; those who lead still see that there was one. */
  z.strictObject({ type: z.literal('discard-photo'), file: id }),
  z.strictObject({ type: z.literal('add-proof'), file: id, duty }),
  /** The wrong picture, say; those who lead still see that there was one. */
  z.strictObject({ type: z.literal('discard-proof'), file: id }),
] as const;
export type FileCommand = z.infer<(typeof fileCommandSchemas)[number]>;

export const fileEventSchemas = [
  z.strictObject({ type: z.literal('attachment-added'), ...attached }),
  z.strictObject({ type: z.literal('attachment-withdrawn'), file: id, reason: line(300) }),
  z.strictObject({ type: z.literal('photo-taken'), ...stored }),
  z.strictObject({ type: z.literal('photo-discarded'), file: id }),
  z.strictObject({ type: z.literal('proof-added'), ...stored, kind: z.enum(proofKinds), title, duty }),
  z.strictObject({ type: z.literal('proof-discarded'), file: id }),
] as const;
