/**
 * 《听证会议纪要》: basic facts, what each representative said in brief, the tendency proposal and how it takes the opinions
 * up, who signs, who gets a copy. These three chapters always stand: where the record has nothing for one, it says so.
 */
import { dayOf, writtenDay } from '../days.ts';
import type { RecordSeal } from '../record-seal.ts';
import type { View } from '../view.ts';
import { pageWordsOf } from '../words/pages.ts';
import { numbered, numberedWithin } from './chapters.ts';
import { gathered, type Gathered } from './gathered.ts';
import { groupsOf, heldWhen, recordersOf } from './meeting-facts.ts';
import { paperHead, type Paper, type SignatureLine } from './paper.ts';
import { blocksOf, draftMark, printedBlock, signaturesOf, type PrintedBlock } from './printed.ts';
import { countsOf, rollOf } from './roll.ts';
import { sealPart, type SealPart } from './seal-part.ts';
import { supplementsPart, type SupplementsPart } from './supplements-part.ts';
import { paperWords } from './words.ts';

export interface SummaryPaper extends Paper {
  chapters: { title: string; blocks: PrintedBlock[] }[];
  signatures: SignatureLine[];
  copies: string;
  /** The body that drew it up, and the day on which its text was made final. */
  completed: { by: string; on: string };
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
  const { came, leave, absent, observers } = roll;
  const procedure = view.procedure.name[language];
  const present = words.present(pageWordsOf(language).replies.closing(countsOf(roll)));
  const who = [
    [all.came, groupsOf(view, came)],
    [all.leave, groupsOf(view, leave)],
    [all.absent, groupsOf(view, absent)],
  ] as const;
  return [
    words.held(heldWhen(view), view.body, view.place, procedure, view.matter),
    words.led(view.chair, recordersOf(view) || null),
    observers.length > 0 ? present + words.observers(observers.length) : present,
    ...who.flatMap(([name, groups]) => (groups.length > 0 ? [words.who(name, groups)] : [])),
  ].map((text) => plain(text));
}

function opinionBlocks({ language }: View, { opinions, speakers, stances }: Gathered): PrintedBlock[] {
  const words = paperWords[language].summary;
  if (opinions.length === 0) return [plain(words.noOpinions)];
  return [
    plain(words.heard(speakers, opinions.length, stances)),
    ...opinions.flatMap(({ said, uptake, reason }, n) => [
      plain(words.point(n + 1, said)),
      ...(uptake === null ? [] : [plain(words.uptake(uptake, reason))]),
    ]),
  ];
}

function answerBlocks({ language }: View, { answers, unanswered }: Gathered): PrintedBlock[] {
  const words = paperWords[language].summary;
  const open = unanswered > 0 ? [plain(words.unanswered(unanswered))] : [];
  return [...answers.map((said, n) => plain(words.point(n + 1, said))), ...open];
}

function proposalBlocks({ language, minutes }: View, { opinions, uptakes, proposal }: Gathered): PrintedBlock[] {
  const words = paperWords[language].summary;
  const none = minutes?.status === 'frozen' ? words.noProposal.final : words.noProposal.open;
  return [
    ...(uptakes === null ? [] : [words.taken(opinions.length, uptakes)]),
    ...(proposal.length === 0 ? [none] : [...proposal, words.reference]),
  ].map((text) => plain(text));
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
    const { sounding } = pageWordsOf(language);
    const result = sounding.result({ ...vote, counts: vote.counts });
    // The result names variants by number; what they are stands below it.
    const variants = (vote.variants ?? []).map((text, n) => plain(sounding.listed(n + 1, text)));
    return [plain(words.sounding(vote.question, result)), ...variants];
  });
}

/**
 * The summary minutes; null where this reader may not read the minutes. What they tell of soundings, of answers, and of what
 * was typed where opinions were not taken down one by one, has a chapter only where there is any.
 * @param now ms; the date of a text that is not final
 * @param seal the newest seal of the record, and where seals are listed
 */
export function summaryPaper(
  view: View,
  { now, seal }: { now: number; seal: { seal: RecordSeal; page: string } | null },
): SummaryPaper | null {
  const { minutes, language, community } = view;
  if (!minutes?.sections) return null;
  const [all, words] = [paperWords[language], paperWords[language].summary];
  const told = gathered(view);
  const chapters: [string, PrintedBlock[]][] = [
    [words.basics, basics(view)],
    [words.opinions, opinionBlocks(view, told)],
    [words.course, told.opinions.length > 0 ? [] : typedBlocks(view)],
    [words.answers, answerBlocks(view, told)],
    [words.soundings, soundingBlocks(view)],
    [words.proposal, proposalBlocks(view, told)],
  ];
  const kept = chapters.filter(([, blocks]) => blocks.length > 0);
  const { frozenAt } = minutes;
  return {
    ...paperHead(view, words.title(view.procedure.name[language]), frozenAt ?? now, draftMark(view)),
    chapters: kept.map(([title, blocks], n) => ({ title: numbered(language, n + 1, title), blocks })),
    signatures: signaturesOf(view),
    copies: all.line(words.copies, words.copiesTo),
    completed: {
      by: view.body,
      on:
        frozenAt === null
          ? words.notCompleted
          : words.completed(writtenDay(dayOf(frozenAt, community.timeZone), language)),
    },
    supplements: supplementsPart(view),
    seal: seal && sealPart(view, seal),
  };
}
