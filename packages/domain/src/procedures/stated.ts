/**
 * What every field of a procedure is made of. A rule never stands alone: it carries the words it was taken from, and on
 * which occasions it holds. Where a source is silent the field is null, and the host decides on record; no default stands in.
 */
import { z } from 'zod';
import { line } from '../text.ts';

/** A short name in data: lower case letters, digits and hyphens. */
export const slugSchema = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);

/** The same words for people in Chinese and English. */
export const wordsSchema = z.strictObject({ 'zh-CN': line(500), en: line(500) });
export type Words = z.infer<typeof wordsSchema>;

/** Words in Chinese and English, as data writes them. */
export const words = (chinese: string, english: string): Words => ({ 'zh-CN': chinese, en: english });

/** A regulation, charter, law or decision that a procedure follows. */
export const documentCitedSchema = z.strictObject({
  /** Its title as people know it. */
  title: wordsSchema,
  /** `community`: a community's own regulation or decision, which an overriding copy names. */
  kind: z.enum(['law', 'regulation', 'charter', 'proposal', 'community']),
  /** What a careful reader should know of the copy at hand (undated, incomplete, of another city); null: nothing. */
  remark: wordsSchema.nullable(),
});
export type DocumentCited = z.infer<typeof documentCitedSchema>;

/** Where a rule stands. */
export const sourceSchema = z.strictObject({
  /** Key in the procedure's own `documents`. */
  document: slugSchema,
  /** Chapter, article or item inside the document, in the document's own numbering. */
  place: line(200),
  /** The words themselves, verbatim with the copy's misprints; only the width of punctuation may differ. */
  quote: line(2000),
  /** The quotation with evident misprints of the copy put right, for showing; null: it has none. */
  corrected: line(2000).nullable(),
});
export type Source = z.infer<typeof sourceSchema>;

/** One rule: what holds (`value`), on which occasions (ids of the procedure's `occasions`; null: on every one), and where that stands. */
export function rule<Value extends z.ZodType>(value: Value) {
  return z.strictObject({
    value,
    on: z.array(slugSchema).min(1).nullable(),
    sources: z.array(sourceSchema).min(1).max(20),
  });
}
export type Rule<Value> = { value: Value; on: string[] | null; sources: Source[] };

/**
 * Writes the rules of one document: `says(place, quote, value)`. `on` names the occasions (else it holds on every one),
 * `corrected` gives the quotation without the copy's misprints.
 */
export function citing(document: string) {
  return <Value>(
    place: string,
    quote: string,
    value: Value,
    { on = null, corrected = null }: { on?: string[] | null; corrected?: string | null } = {},
  ): Rule<Value> => ({ value, on, sources: [{ document, place, quote, corrected }] });
}

/** Several rules of one subject; null when the sources are silent, so that silence is written in one way only. */
export function rules<Value extends z.ZodType>(value: Value) {
  return z.array(rule(value)).min(1).max(200).nullable();
}

/** The rules that hold on an occasion (null: the procedure knows none); an empty list where the sources are silent. */
export function rulesOn<Value>(all: Rule<Value>[] | null, occasion: string | null): Rule<Value>[] {
  return (all ?? []).filter(({ on }) => on === null || (occasion !== null && on.includes(occasion)));
}
