/** What minutes and summary minutes print alike. Loads no schema, so that a page can show them, too. */
import type { Run } from '../minutes-text.ts';
import type { PlacedBlock } from '../minutes-view.ts';
import type { View } from '../view.ts';
import type { SignatureLine } from './paper.ts';
import { paperWords } from './words.ts';

/** A block of the minutes as printed; `label` is the bullet or number of a point. */
export interface PrintedBlock {
  kind: PlacedBlock['kind'];
  depth: number;
  label: string | null;
  runs: { text: string; marks: string[] }[];
}

const runOf = ({ text, marks }: Run): PrintedBlock['runs'][number] => ({ text, marks: [...(marks ?? [])] });

export function printedBlock(block: PlacedBlock): PrintedBlock {
  switch (block.kind) {
    case 'fact':
      return { kind: 'fact', depth: 0, label: null, runs: [{ text: block.text, marks: [] }] };
    case 'heading':
      return { kind: 'heading', depth: 0, label: null, runs: block.text.map(runOf) };
    case 'point': {
      const label = block.number === null ? '•' : `${block.number}.`;
      return { kind: 'point', depth: block.depth, label, runs: block.text.map(runOf) };
    }
    case 'paragraph':
      return { kind: 'paragraph', depth: block.depth, label: null, runs: block.text.map(runOf) };
  }
}

/** The blocks of a section, in their order. */
export const blocksOf = (view: View, section: string): PlacedBlock[] =>
  Object.values(view.minutes?.sections?.[section] ?? {}).sort((a, b) => a.place - b.place);

/** What the paper is called while its text may still change. */
export function draftMark({ minutes, language }: View): string | null {
  if (minutes?.status === 'frozen') return null;
  return paperWords[language][minutes?.status === 'circulated' ? 'circulated' : 'draft'];
}

/** Lines for chair and recorder to sign on. */
export function signaturesOf({ language }: View): SignatureLine[] {
  const words = paperWords[language];
  return [words.chair, words.recorder].map((who) => ({ who: words.signature(who), on: words.signedOn }));
}
