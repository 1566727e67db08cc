/**
 * The agreement of a mediation (调解协议): drafted clause by clause before the parties, checked part by part by each of
 * them, frozen. The record names every text by a salted hash; the text itself lies beside the record and can be erased.
 */
import { z } from 'zod';
import { sha256Hex } from '../minutes-text.ts';
import { id, paragraphs, safeInteger } from '../text.ts';

/** What an agreement says besides its clauses: 纠纷主要事实、争议事项 · 各方责任 · 履行方式、时限 (人民调解法 art. 29). */
export const passages = ['facts', 'responsibility', 'performance'] as const;
export const passageSchema = z.enum(passages);
export type Passage = (typeof passages)[number];

/** A part that is checked by itself: one of the passages, or a clause by its id. */
const part = z.union([passageSchema, id]);
/** What a party says of a part: that it is right, or that it asks for a change. */
export const sayings = ['agreed', 'change'] as const;
export type Saying = (typeof sayings)[number];

/** UTF-16 units. */
export const agreementLimits = { passage: 5_000, clause: 2_000, wish: 500, clauses: 60 } as const;
const clauseText = paragraphs(agreementLimits.clause).min(1, { error: 'empty' });
/** In their own words, what they want otherwise. */
const wish = paragraphs(agreementLimits.wish).min(1, { error: 'empty' });
const reason = paragraphs(300).min(1, { error: 'empty' });
const says = z.enum(sayings);

export const agreementCommandSchemas = [
  /**
   * Nothing but blanks: the agreement does without this passage. `digest`: of the text that stood there before the
   * writer's eyes (null: none), so that nobody writes over another's words.
   */
  z.strictObject({
    type: z.literal('write-passage'),
    passage: passageSchema,
    text: paragraphs(agreementLimits.passage),
    digest: sha256Hex.nullable(),
  }),
  /** `after`: null puts it first, absent last. */
  z.strictObject({ type: z.literal('add-clause'), text: clauseText, after: id.nullable().optional() }),
  /** `digest`: as above. */
  z.strictObject({ type: z.literal('revise-clause'), clause: id, text: clauseText, digest: sha256Hex }),
  z.strictObject({ type: z.literal('move-clause'), clause: id, after: id.nullable() }),
  z.strictObject({ type: z.literal('strike-clause'), clause: id }),
  /** `digest`: of the text that was checked. `wish` belongs to `change`. */
  z.strictObject({ type: z.literal('check-part'), part, digest: sha256Hex, says, wish: wish.optional() }),
  /** What a party who is here and has no device of its own said aloud. */
  z.strictObject({ type: z.literal('record-check'), seat: id, part, digest: sha256Hex, says, wish: wish.optional() }),
  /** That somebody read the whole aloud. */
  z.strictObject({ type: z.literal('record-reading'), reader: id }),
  /** `digests`: of every part as it stood before the chair's eyes, in their order. */
  z.strictObject({ type: z.literal('freeze-agreement'), digests: z.array(sha256Hex).max(agreementLimits.clauses + 3) }),
  /** Back to drafting: a new version, which is checked anew. */
  z.strictObject({ type: z.literal('reopen-agreement'), reason }),
] as const;
export type AgreementCommand = z.infer<(typeof agreementCommandSchemas)[number]>;

export const agreementEventSchemas = [
  /** `digest` null: it was emptied. */
  z.strictObject({ type: z.literal('passage-written'), passage: passageSchema, digest: sha256Hex.nullable() }),
  z.strictObject({ type: z.literal('clause-added'), clause: id, digest: sha256Hex, after: id.nullable() }),
  z.strictObject({ type: z.literal('clause-revised'), clause: id, digest: sha256Hex }),
  z.strictObject({ type: z.literal('clause-moved'), clause: id, after: id.nullable() }),
  z.strictObject({ type: z.literal('clause-struck'), clause: id }),
  /** `wish`: the digest of what was asked for. */
  z.strictObject({
    type: z.literal('part-checked'),
    seat: id,
    part,
    digest: sha256Hex,
    says,
    wish: sha256Hex.optional(),
  }),
  z.strictObject({ type: z.literal('agreement-read-aloud'), reader: id }),
  /** `hash`: SHA-256 over the canonical form of the frozen text (agreement-text.ts); its versions count from 1. */
  z.strictObject({ type: z.literal('agreement-frozen'), version: safeInteger.min(1), hash: sha256Hex }),
  z.strictObject({ type: z.literal('agreement-reopened'), version: safeInteger.min(1), reason }),
] as const;
