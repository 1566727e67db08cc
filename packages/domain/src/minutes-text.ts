/**
 * The text of the minutes: per section the blocks that people typed and, woven between them, the facts of the record.
 * The hash is over this, never over a page or a PDF made of it.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { languageSchema, type Language } from './language.ts';
import { canonical, type JsonValue } from './canonical.ts';
import { id, safeInteger } from './text.ts';
import { weave } from './weaving.ts';

/** The section before the first item; it is also the name of its fragment. Every other section bears its item's id. */
export const opening = 'opening';
export const sectionIdSchema = z.union([z.literal(opening), id]);

export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);

export const marks = ['bold', 'italic', 'strike', 'underline'] as const;
export type Mark = (typeof marks)[number];

/** A stretch of text with the same marks, in canonical order; a line break within a block is \n. */
const runSchema = z.strictObject({ text: z.string().min(1), marks: z.array(z.enum(marks)).optional() });
export type Run = z.infer<typeof runSchema>;

const runs = z.array(runSchema);
/** How deep in lists a block stands; 0 outside of them. */
const depth = safeInteger.min(0).max(9);

/** Lists are flat: each point is a block, so that a fact can stand between two points. `number` is null for a bullet. */
export const typedBlockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paragraph'), depth, text: runs }),
  z.strictObject({ kind: z.literal('heading'), level: safeInteger.min(1).max(3), text: runs }),
  z.strictObject({ kind: z.literal('point'), depth, number: safeInteger.min(1).nullable(), text: runs }),
]);
export type TypedBlock = z.infer<typeof typedBlockSchema>;

/** A fact as text; `version` and `fact` name the event, so that each can be held against the record. */
const factBlockSchema = z.strictObject({
  kind: z.literal('fact'),
  version: safeInteger.min(1),
  fact: z.string().max(60),
  text: z.string(),
});
export type FactBlock = z.infer<typeof factBlockSchema>;
export type Block = TypedBlock | FactBlock;

export const minutesTextSchema = z.strictObject({
  meeting: id,
  /** The last fact that stands in the text. */
  version: safeInteger.min(1),
  lang: languageSchema,
  /** The opening, then every item of the agenda in its order, also those of which nothing was written. */
  sections: z.array(
    z.strictObject({
      item: sectionIdSchema,
      blocks: z.array(z.discriminatedUnion('kind', [...typedBlockSchema.options, factBlockSchema])),
    }),
  ),
});
export type MinutesText = z.infer<typeof minutesTextSchema>;

/** One fact in the language of the record. */
export interface FactSaid {
  version: number;
  /** A correction stands in the place of what it corrects: the version of the first wording. Absent: its own. */
  stands?: number;
  /** `opening`, or the item that was before the meeting. */
  section: string;
  /** The type of the event. */
  fact: string;
  text: string;
}

/** What one event brings to the minutes: a fact, or that facts told before (their versions) are taken back, or both. */
export type Told =
  { fact: FactSaid; takesBack?: readonly number[] } | { fact?: undefined; takesBack: readonly number[] };

/** Where a fact stands among the others. */
export const standsAt = ({ stands, version }: { stands?: number; version: number }): number => stands ?? version;

/**
 * Takes into `said` what was told next, oldest first. The same list grows while nothing is taken back; what was taken
 * back is missing from a new one, and what was said in its stead stands in its place.
 */
export function heard(said: FactSaid[], told: readonly Told[]): FactSaid[] {
  const back = new Set(told.flatMap(({ takesBack = [] }) => takesBack));
  said.push(...told.flatMap(({ fact }) => fact ?? []));
  if (back.size === 0) return said;
  return said.filter(({ version }) => !back.has(version)).sort((one, other) => standsAt(one) - standsAt(other));
}

/** What the document held in a section and minutes cannot: a node, a mark, an embedded thing, by its name. */
export interface Dropped {
  section: string;
  what: string;
  times: number;
}

/** A block as read from the document: `key` is its lasting name there, `after` whatever its author's editor wrote. */
export interface Written {
  key: string;
  after: unknown;
  block: TypedBlock;
}

/** What people typed, by section; sections nobody wrote in may be missing. */
export type WrittenSections = ReadonlyMap<string, readonly Written[]>;

/** The text as it stands, with its hash: what a confirmation is about. */
export interface WovenMinutes {
  text: MinutesText;
  /** SHA-256, hex. */
  hash: string;
  dropped: Dropped[];
}

/** SHA-256 (hex) over the RFC 8785 form of the text. */
export const minutesHash = (text: MinutesText): string =>
  bytesToHex(sha256(utf8ToBytes(canonical(text as unknown as JsonValue))));

export const factBlock = ({ version, fact, text }: FactSaid): FactBlock => ({ kind: 'fact', version, fact, text });

interface Threads {
  meeting: string;
  lang: Language;
  /** Items in the order of the agenda. */
  order: readonly string[];
  written: WrittenSections;
  /** Every fact that is for the minutes, in the order in which they stand. */
  facts: readonly FactSaid[];
}

/** Weaves what was typed and what happened into the text of the minutes: each fact once, in its item and in order. */
export function minutesText({ meeting, lang, order, written, facts }: Threads): MinutesText {
  const bySection = Map.groupBy(facts, ({ section }) => section);
  const sections = [opening, ...order].map((item) => ({
    item,
    blocks: weave(written.get(item) ?? [], bySection.get(item) ?? []).map((thread): Block =>
      'fact' in thread ? factBlock(thread) : thread.block,
    ),
  }));
  const version = facts.reduce((last, fact) => Math.max(last, fact.version), 1);
  return { meeting, version, lang, sections };
}

/** Whether anybody wrote anything. */
export const isEmpty = ({ sections }: MinutesText): boolean =>
  !sections.some(({ blocks }) =>
    blocks.some((block) => block.kind !== 'fact' && block.text.some(({ text }) => text.trim() !== '')),
  );
