import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { procedures } from './catalogue.ts';
import { procedureSchema, type Procedure } from './schema.ts';
import type { Source } from './stated.ts';

const excerpt = (document: string) =>
  readFileSync(new URL(`../../fixtures/seeds/${document}.txt`, import.meta.url), 'utf8');

/** The copies print punctuation half as wide as the data does; everything else must agree letter by letter. */
const narrow = (text: string) => text.normalize('NFKC');

/** Every source of a procedure, wherever it stands. */
function sourcesOf(content: unknown): Source[] {
  if (typeof content !== 'object' || content === null) return [];
  if ('quote' in content) return [content as Source];
  return Object.values(content).flatMap(sourcesOf);
}

/** The fields that state no rule; all others carry a source. */
const fieldsWithoutSource = ['id', 'version', 'basedOn', 'name', 'checkedAgainstLaw2026', 'documents', 'occasions'];

describe.each(Object.entries(procedures))('%s', (id, procedure) => {
  it('is a procedure and stands under its own id', () => {
    expect(procedureSchema.parse(procedure)).toEqual(procedure);
    expect(procedure.id).toBe(id);
  });

  it('survives being written into a record and read again', () => {
    expect(JSON.parse(JSON.stringify(procedure))).toEqual(procedure);
  });

  it('quotes its documents word for word', () => {
    const missing = sourcesOf(procedure).filter(({ document, quote }) => !excerpt(document).includes(narrow(quote)));
    expect(missing).toEqual([]);
  });

  it('puts right only misprints: as many letters, at most two of them changed', () => {
    for (const { quote, corrected } of sourcesOf(procedure)) {
      if (corrected === null) continue;
      const [printed, meant] = [[...quote], [...corrected]];
      const changed = printed.filter((letter, place) => letter !== meant[place]).length;
      expect([corrected, meant.length, changed >= 1 && changed <= 2]).toEqual([corrected, printed.length, true]);
    }
  });

  it('gives a source to every field that states a rule', () => {
    for (const [field, content] of Object.entries(procedure) as [keyof Procedure, unknown][]) {
      if (fieldsWithoutSource.includes(field) || content === null) continue;
      for (const said of Array.isArray(content) ? content : [content])
        expect([field, sourcesOf(said).length > 0]).toEqual([field, true]);
    }
  });
});
