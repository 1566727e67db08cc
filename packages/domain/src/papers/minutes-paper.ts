/** 听证笔录: the whole minutes as a paper, with what was typed and the facts of the record as they are woven. */
import { opening } from '../minutes-text.ts';
import type { RecordSeal } from '../record-seal.ts';
import type { View } from '../view.ts';
import { pageWordsOf } from '../words/pages.ts';
import { numbered } from './chapters.ts';
import { meetingFacts } from './meeting-facts.ts';
import { paperHead, type Paper, type Row, type SignatureLine } from './paper.ts';
import { blocksOf, draftMark, printedBlock, signaturesOf, type PrintedBlock } from './printed.ts';
import { rollOf } from './roll.ts';
import { sealPart, type SealPart } from './seal-part.ts';
import { supplementsPart, type SupplementsPart } from './supplements-part.ts';
import { writtenMoment } from '../days.ts';
import { paperWords } from './words.ts';

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
    return by ? [words.confirmed(pageWordsOf(language).capacities[capacity], by.name, when(by.at))] : [];
  });
  return [...confirmed, words.frozen(when(minutes.frozenAt))];
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
