/**
 * What every printed paper has. A paper is made of a view, so that it holds nothing its reader is not shown; its template
 * gets it as JSON and prints it as it stands.
 */
import type { Language } from '../language.ts';
import type { View } from '../view.ts';
import { utcParts, type UtcParts } from './time.ts';
import { paperWords } from './words.ts';

export interface Paper {
  title: string;
  language: Language;
  /** Who answers for it: the body that convenes the meeting. */
  author: string;
  /** When its text was fixed, else when it was made. */
  date: UtcParts;
  /** Stands at the head of every page; empty on the papers of a real meeting. */
  marks: string[];
}

/** A line of a table of facts: its name, and one paragraph or more. */
export interface Row {
  name: string;
  said: string[];
}

/** A name, and a line to sign upon. */
export interface SignatureLine {
  who: string;
  on: string;
}

/**
 * @param at when the text was fixed, else now (ms)
 * @param draft what the paper is called while it may still change; null when it may not
 */
export function paperHead(view: View, title: string, at: number, draft: string | null = null): Paper {
  const words = paperWords[view.language];
  const marks = [...(view.community.demonstration ? [words.demonstration] : []), ...(draft === null ? [] : [draft])];
  return { title, language: view.language, author: view.body, date: utcParts(at), marks };
}
