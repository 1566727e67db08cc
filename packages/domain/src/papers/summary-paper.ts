/** 《听证会议纪要》: basic facts, what each representative said in brief, the tendency proposal, who signs, who gets a copy. */
import type { RecordSeal } from '../record-seal.ts';
import type { View } from '../view.ts';
import { wordsOf } from '../words/words.ts';
import { numbered, numberedWithin } from './chapters.ts';
import { heldWhen, recordersOf } from './meeting-facts.ts';
import { blocksOf, draftMark, printedBlock, signaturesOf, type PrintedBlock } from './minutes-paper.ts';
import { paperHead, type Paper, type SignatureLine } from './paper.ts';
import { rollOf } from './roll.ts';
import { sealPart, type SealPart } from './seal-part.ts';
import { supplementsPart, type SupplementsPart } from './supplements-part.ts';
import { paperWords } from './words.ts';

/** One representative's opinion, each word already in the language of the record. */
export interface Opinion {
  speaker: string;
  standing: string | null;
  stance: string | null;
  category: string | null;
  gist: string;
  /** 采纳 / 部分采纳 / 未采纳; null while undecided. */
  uptake: string | null;
  reason: string | null;
}

export interface Gathered {
  opinions: readonly Opinion[];
  /** Paragraphs of the tendency proposal. */
  proposal: readonly string[];
}

export interface SummaryPaper extends Paper {
  chapters: { title: string; blocks: PrintedBlock[] }[];
  signatures: SignatureLine[];
  copies: string;
  /** What was put right after the text was final; it follows the text and its signatures. */
  supplements: SupplementsPart | null;
  seal: SealPart | null;
}

const plain = (text: string, kind: PrintedBlock['kind'] = 'paragraph'): PrintedBlock => ({
  kind,
  depth: 0,
  label: null,
  runs: [{ text, marks: [] }],
});

function basics(view: View): PrintedBlock[] {
  const { language } = view;
  const [all, words] = [paperWords[language], paperWords[language].summary];
  const roll = rollOf(view);
  const procedure = view.procedure.name[language];
  const present = words.present(roll.due.length, roll.came.length);
  return [
    words.held(heldWhen(view), view.body, view.place || all.none, procedure, view.matter),
    words.led(view.chair ?? all.none, recordersOf(view) || all.none),
    roll.observers > 0 ? present + words.observers(roll.observers) : present,
  ].map((text) => plain(text));
}

function opinionBlocks({ language }: View, opinions: readonly Opinion[]): PrintedBlock[] {
  const words = paperWords[language].summary;
  return opinions.flatMap(({ speaker, standing, stance, gist, uptake, reason }) => [
    plain(words.opinion(words.speaker(speaker, standing), stance, gist)),
    ...(uptake === null ? [] : [plain(words.uptake(uptake, reason))]),
  ]);
}

/** What was typed under each item, where opinions were not taken down one by one. */
function typedBlocks(view: View): PrintedBlock[] {
  const written = view.agenda.order
    .map((id) => ({
      title: view.agenda.items[id]?.title ?? '',
      typed: blocksOf(view, id).filter(({ kind }) => kind !== 'fact'),
    }))
    .filter(({ typed }) => typed.length > 0);
  return written.flatMap(({ title, typed }, n) => [
    plain(numberedWithin(view.language, n + 1, title), 'heading'),
    ...typed.map(printedBlock),
  ]);
}

function soundingBlocks({ votes, language }: View): PrintedBlock[] {
  const words = paperWords[language].summary;
  return votes.order.flatMap((id) => {
    const vote = votes.byId[id];
    if (!vote?.counts || vote.status !== 'published') return [];
    const { sounding } = wordsOf(language);
    const result = sounding.result({ ...vote, counts: vote.counts });
    // The result names variants by number; what they are stands below it.
    const variants = (vote.variants ?? []).map((text, n) => plain(sounding.listed(n + 1, text)));
    return [plain(words.sounding(vote.question, result)), ...variants];
  });
}

/**
 * The summary minutes; null where this reader may not read the minutes. A chapter of which the record says nothing is left
 * out, and the others are numbered without it.
 */
export function summaryPaper(
  view: View,
  gathered: Gathered | null,
  { now, seal }: { now: number; seal: { seal: RecordSeal; page: string } | null },
): SummaryPaper | null {
  const { minutes, language } = view;
  if (!minutes?.sections) return null;
  const [all, words] = [paperWords[language], paperWords[language].summary];
  const opinions = gathered ? opinionBlocks(view, gathered.opinions) : [];
  const chapters: [string, PrintedBlock[]][] = [
    [words.basics, basics(view)],
    opinions.length > 0 ? [words.opinions, opinions] : [words.course, typedBlocks(view)],
    [words.soundings, soundingBlocks(view)],
    [words.proposal, (gathered?.proposal ?? []).map((text) => plain(text))],
  ];
  const kept = chapters.filter(([, blocks]) => blocks.length > 0);
  return {
    ...paperHead(view, words.title(view.procedure.name[language]), minutes.frozenAt ?? now, draftMark(view)),
    chapters: kept.map(([title, blocks], n) => ({ title: numbered(language, n + 1, title), blocks })),
    signatures: signaturesOf(view),
    copies: all.line(words.copies, words.copiesTo),
    supplements: supplementsPart(view),
    seal: seal && sealPart(view, seal),
  };
}
