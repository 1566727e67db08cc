/**
 * Signing the frozen agreement of a mediation (签署): who signs, how they were identified, that they agreed to sign
 * electronically, their signatures, the seal, and from when it is in force. Strokes, devices and reasons lie beside the
 * record; its facts name them by salted hash.
 */
import { z } from 'zod';
import { drawingLimits } from '../drawing-limits.ts';
import { sha256Hex } from '../minutes-text.ts';
import { id, line, paragraphs, safeInteger } from '../text.ts';
import { identityLimits, identityWays, bearsPersonalNumber } from './identity.ts';

/** As what somebody signs: 当事人 · 人民调解员 · 记录人 · 见证人. */
export const signingRoles = ['party', 'mediator', 'recorder', 'witness'] as const;
const signingRole = z.enum(signingRoles);
export type SigningRole = (typeof signingRoles)[number];

/**
 * What the agreement is about, as far as the Electronic Signature Law asks (art. 3): an ordinary matter; marriage, adoption,
 * inheritance and other personal status; the stopping of water, heat or gas; what another law or regulation excepts.
 */
export const signingMatters = ['ordinary', 'status', 'utilities', 'other-law'] as const;
export type SigningMatter = (typeof signingMatters)[number];
const matter = z.enum(signingMatters);

/** Why it is signed on paper: the law asks for it, somebody cannot sign on glass, somebody does not want to. */
export const paperGrounds = ['excepted', 'cannot', 'unwilling'] as const;
const paperGround = z.enum(paperGrounds);
export type PaperGround = (typeof paperGrounds)[number];

/** In whose stead somebody signs: 法定代理人（监护人）· 法定代表人、负责人 · 委托代理人. */
export const representations = ['guardian', 'head', 'agent'] as const;
const representative = z.strictObject({ kind: z.enum(representations), name: line(60) });
export type Representative = z.infer<typeof representative>;

/** How the text was before the signer's eyes or ears: shown to its end, or read aloud. */
export const waysShown = ['to-the-end', 'read-aloud'] as const;
const shown = z.enum(waysShown);
export type WayShown = (typeof waysShown)[number];

/** What a signature was drawn with, as the browser names it. */
export const pointers = ['pen', 'touch', 'mouse'] as const;

/** One point: ms since the first point, then x, y and pressure. */
const point = z.tuple([
  safeInteger.min(0).max(86_400_000),
  /** Tenths of a CSS pixel from the box's left and upper edge. */
  safeInteger.min(-100_000).max(100_000),
  safeInteger.min(-100_000).max(100_000),
  /** Thousandths; -1: the pointer does not measure it (a mouse reports a half by rule). */
  safeInteger.min(-1).max(1000),
]);

/** A signature as it was drawn: vectors, in the box in which they were drawn. */
export const drawingSchema = z
  .strictObject({
    /** Of the box, in CSS pixels. */
    width: safeInteger.min(1).max(drawingLimits.side),
    height: safeInteger.min(1).max(drawingLimits.side),
    strokes: z
      .array(z.strictObject({ pointer: z.enum(pointers), points: z.array(point).min(1) }))
      .min(1)
      .max(drawingLimits.strokes),
  })
  .refine(({ strokes }) => strokes.reduce((sum, { points }) => sum + points.length, 0) <= drawingLimits.points, {
    error: 'too-large',
  });
export type Drawing = z.infer<typeof drawingSchema>;

const reason = paragraphs(500).min(1, { error: 'empty' });
const note = line(identityLimits.note).refine((text) => !bearsPersonalNumber(text), { error: 'personal-number' });
const identity = {
  seat: id,
  how: z.enum(identityWays),
  note: note.optional(),
  representative: representative.optional(),
};
/** `hash`: of the frozen text that whoever acts had before them. */
const of = { hash: sha256Hex };

export const signingCommandSchemas = [
  /** Who signs besides the parties: those who mediated, and whoever witnesses. A matter that the law excepts is signed on paper. */
  z.strictObject({
    type: z.literal('open-signing'),
    ...of,
    matter,
    paper: paperGround.nullable(),
    mediators: z.array(id).min(1).max(20),
    witnesses: z.array(id).max(20),
  }),
  /** That somebody made sure who signs; `representative`: who signs in the party's stead, having shown that they may. */
  z.strictObject({ type: z.literal('identify-signer'), ...of, ...identity }),
  /** `consent`: SHA-256 of the words that the party read (signing-consent.ts). */
  z.strictObject({ type: z.literal('consent-to-signing'), ...of, consent: sha256Hex }),
  z.strictObject({ type: z.literal('sign-agreement'), ...of, shown, drawing: drawingSchema }),
  /** By the party itself; it may sign after all. */
  z.strictObject({ type: z.literal('refuse-signing'), ...of, reason }),
  /** What a party said aloud. */
  z.strictObject({ type: z.literal('record-refusal'), ...of, seat: id, reason }),
  /** From here on it is signed on paper; what was signed on devices is void. */
  z.strictObject({ type: z.literal('take-paper-way'), ...of, ground: paperGround }),
  /** `file`: the scan of the paper that all signed and the committee sealed, put on record as a proof. */
  z.strictObject({ type: z.literal('record-paper-signing'), ...of, file: id }),
  /** Somebody else compared the scan with the frozen text. */
  z.strictObject({ type: z.literal('confirm-paper-signing'), ...of, file: id }),
  /** The parties want none in writing: a mediator records what they agreed to (People's Mediation Law art. 28, 30). */
  z.strictObject({ type: z.literal('record-oral-agreement'), ...of }),
  /** By the keeper of the seal, with their password. */
  z.strictObject({ type: z.literal('set-seal'), ...of, seal: id }),
] as const;
export type SigningCommand = z.infer<(typeof signingCommandSchemas)[number]>;

export const signingEventSchemas = [
  z.strictObject({
    type: z.literal('signing-opened'),
    version: safeInteger.min(1),
    ...of,
    matter,
    paper: paperGround.nullable(),
    /** Everybody who signs, in the order of the form, each once. */
    signers: z.array(z.strictObject({ seat: id, roles: z.array(signingRole).min(1) })).min(1),
  }),
  z.strictObject({ type: z.literal('signer-identified'), ...of, ...identity, by: line(60) }),
  z.strictObject({ type: z.literal('signing-consented'), ...of, seat: id, consent: sha256Hex }),
  z.strictObject({
    type: z.literal('agreement-signed'),
    ...of,
    seat: id,
    shown,
    /** Salted digest of strokes and device. */
    drawing: sha256Hex,
    /** On a device handed over in the room: its number, and who handed it over; null: on the signer's own. */
    tablet: z.strictObject({ number: safeInteger.min(1), by: line(60) }).nullable(),
  }),
  /** `reason`: salted digest. */
  z.strictObject({ type: z.literal('signing-refused'), ...of, seat: id, reason: sha256Hex }),
  z.strictObject({ type: z.literal('paper-way-taken'), ...of, ground: paperGround }),
  z.strictObject({ type: z.literal('paper-signing-recorded'), ...of, file: id }),
  z.strictObject({ type: z.literal('paper-signing-confirmed'), ...of, file: id }),
  z.strictObject({ type: z.literal('oral-agreement-recorded'), ...of }),
  /** `image`: SHA-256 of the seal as it was set; `keeper`: who set it. */
  z.strictObject({ type: z.literal('seal-set'), ...of, seal: id, image: sha256Hex, keeper: line(60) }),
  /** In force from here on (People's Mediation Law art. 29, 30). */
  z.strictObject({
    type: z.literal('agreement-effective'),
    version: safeInteger.min(1),
    ...of,
    form: z.enum(['device', 'paper', 'oral']),
  }),
  /** By the installation: the document was made and sealed. `document`: SHA-256 of its bytes. Made again, it is one more. */
  z.strictObject({ type: z.literal('agreement-document-made'), ...of, number: line(60), document: sha256Hex }),
] as const;
