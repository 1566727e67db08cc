/** What a clause module is, and how its blanks are filled. */
import type { Language } from '../language.ts';
import type { BlankName } from './blanks.ts';

export interface ModuleClause {
  /** Lasting: leak-repair. */
  id: string;
  /** Each stands in the text of both languages as {name}, once or more. */
  blanks: readonly BlankName[];
  text: Readonly<Record<Language, string>>;
}

export interface ClauseModule {
  id: string;
  name: Readonly<Record<Language, string>>;
  clauses: readonly ModuleClause[];
}

export type BlankValues = Readonly<Partial<Record<BlankName, string>>>;

/** What stands where nothing was filled in: a line to write on, which the lint finds. */
export const unfilled = '______';

const inBraces = /\{(\w+)\}/gu;

/** The blanks of a text, each once, in the order in which they first stand. */
export const blanksIn = (text: string): string[] => [...new Set([...text.matchAll(inBraces)].map(([, name]) => name!))];

/** The clause in a language with its blanks filled; what has no value, or an empty one, stays visible as ______. */
export function fillClause(clause: ModuleClause, values: BlankValues, language: Language): string {
  return clause.text[language].replace(inBraces, (_, name: string) => values[name as BlankName]?.trim() || unfilled);
}

const names = (text: string) => blanksIn(text) as BlankName[];

/** A clause of a module; its blanks are those of the Chinese text, and a test holds the English against them. */
export const clause = (id: string, zh: string, en: string): ModuleClause => ({
  id,
  blanks: names(zh),
  text: { 'zh-CN': zh, en },
});
