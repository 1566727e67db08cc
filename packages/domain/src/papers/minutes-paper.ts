/** 听证笔录: the whole minutes as a paper, with what was typed and the facts of the record as they are woven. */
import type { PlacedBlock } from '../minutes-view.ts';
import { opening, type Run } from '../minutes-text.ts';
import type { RecordSeal } from '../record-seal.ts';
import type { View } from '../view.ts';
import { wordsOf } from '../words/words.ts';
import { numbered } from './chapters.ts';
import { meetingFacts } from './meeting-facts.ts';
import { paperHead, type Paper, type Row, type SignatureLine } from './paper.ts';
import { rollOf } from './roll.ts';
import { sealPart, type SealPart } from './seal-part.ts';
import { supplementsPart, type SupplementsPart } from './supplements-part.ts';
import { writtenMoment } from '../days.ts';
import { paperWords } from './words.ts';

/** A block of the minutes as printed; `label` is the bullet or number of a point. */
export interface PrintedBlock {
  kind: PlacedBlock['kind'];
  depth: number;
  label: string | null;
  runs: { text: string; marks: string[] }[];
}

export interface PrintedSection {
  title: string;
  blocks: PrintedBlock[];
  /** What stands where the minutes say nothing; null where they do. */
  silence: string | null;
}

export interface MinutesPaper extends Paper {
  /** What upright and script type mean. */
  faces: string;
  facts: Row[];
  sections: PrintedSection[];
  /** Who confirmed the text and when it was fixed. */
  ending: string[];
  signatures: SignatureLine[];
  attendants: { title: string; names: string[] };
  /** What was put right after the text was final; it follows the text and its signatures. */
  supplements: SupplementsPart | null;
  seal: SealPart | null;
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

function sectionOf(view: View, section: string, title: string): PrintedSection {
  const words = paperWords[view.language].minutes;
  const blocks = blocksOf(view, section).map(printedBlock);
  const progress = view.agenda.items[section]?.progress;
  const silence = progress === 'skipped' || progress === 'withdrawn' ? words[progress] : words.nothing;
  return { title, blocks, silence: blocks.length > 0 ? null : silence };
}

function endingOf(view: View): string[] {
  const { minutes, language, community } = view;
  const words = paperWords[language].minutes;
  if (minutes?.status !== 'frozen' || minutes.frozenAt === null) return [];
  const when = (at: number) => writtenMoment(at, community.timeZone, language);
  const confirmed = (['chair', 'recorder'] as const).flatMap((capacity) => {
    const by = minutes.confirmedBy?.[capacity];
    return by ? [words.confirmed(wordsOf(language).capacities[capacity], by.name, when(by.at))] : [];
  });
  return [...confirmed, words.frozen(when(minutes.frozenAt))];
}

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

/**
 * The minutes as a paper; null where this reader may not read them.
 * @param now ms; the date of a text that is not final
 * @param seal the newest seal of the record, and where seals are listed
 */
export function minutesPaper(
  view: View,
  { now, seal }: { now: number; seal: { seal: RecordSeal; page: string } | null },
): MinutesPaper | null {
  const { minutes, agenda, language } = view;
  if (!minutes?.sections) return null;
  const words = paperWords[language];
  const items = agenda.order.flatMap((id, n) => {
    const item = agenda.items[id];
    return item ? [sectionOf(view, id, numbered(language, n + 1, item.title))] : [];
  });
  // Chair and recorder sign on lines of their own.
  const attendants = rollOf(view).came.filter(
    ({ name, capacities }) => name !== view.chair && !capacities.includes('recorder'),
  );
  return {
    ...paperHead(view, words.minutes.title(view.procedure.name[language]), minutes.frozenAt ?? now, draftMark(view)),
    faces: words.minutes.faces,
    facts: meetingFacts(view),
    sections: [sectionOf(view, opening, words.minutes.opening), ...items],
    ending: endingOf(view),
    signatures: signaturesOf(view),
    attendants: { title: words.minutes.attendants, names: attendants.map(({ name }) => name) },
    supplements: supplementsPart(view),
    seal: seal && sealPart(view, seal),
  };
}
