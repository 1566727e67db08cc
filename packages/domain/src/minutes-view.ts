/** What readers are shown of the minutes: the text as woven, to those who lead always, to others once it is shared or circulated. */
import type { ConfirmingCapacity } from './acts/minutes.ts';
import type { Attendance } from './attendance.ts';
import type { Meeting } from './meeting.ts';
import { ballotFacts } from './ballot-facts.ts';
import { weighedFacts } from './for-the-minutes.ts';
import type { Block, Dropped, MinutesText } from './minutes-text.ts';
import { supplementsView, type SupplementsView } from './supplements-view.ts';
import { mayWrite, type Amendment, type Confirmations, type Minutes } from './minutes.ts';

/** A block at its place: blocks of a section are shown by ascending `place`, a number that only changes when it must. */
export type PlacedBlock = (Exclude<Block, { kind: 'fact' }> | { kind: 'fact'; fact: string; text: string }) & {
  place: number;
};
/** By section, then by a key that stays the block's own, so that a keystroke changes one block of a patch. */
export type PlacedSections = Record<string, Record<string, PlacedBlock>>;

/** The minutes at this moment, which no event holds. */
export interface LiveMinutes {
  sections: PlacedSections;
  /** Of the text as woven and committed; null while nobody can confirm it. */
  hash: string | null;
  dropped: readonly Dropped[];
}

export interface AmendmentView {
  seat: string;
  section: string;
  words: string;
  reason: string;
  proposedAt: number;
  decision: Amendment['decision'];
}

export interface MinutesView {
  status: Minutes['status'];
  shared: boolean;
  circulatedAt: number | null;
  frozenAt: number | null;
  /** Of the frozen text. */
  hash: string | null;
  /** Who confirmed the frozen text, by capacity; null before. */
  confirmedBy: Partial<Record<ConfirmingCapacity, { name: string; at: number }>> | null;
  /** Null: not for this reader, or not read yet; never an empty text in place of one that is not. */
  sections: PlacedSections | null;
  /** What was put right after the text was final: those that stand; for those who lead the others too. */
  supplements: SupplementsView;
  /** Only for those who lead. */
  desk?: {
    /** Seats admitted to write beside chair and recorder. */
    writers: Record<string, true>;
    /** Of the present text: what `confirm-minutes` names. */
    hash: string | null;
    /** By capacity, of which text and when; it counts only while that is the present one. */
    confirmations: Partial<Record<ConfirmingCapacity, { hash: string; at: number }>>;
    amendments: Record<string, AmendmentView>;
    /** What the document holds and minutes cannot. */
    dropped: readonly Dropped[];
  };
}

export function placedBlock(block: Block, place: number): PlacedBlock {
  if (block.kind !== 'fact') return { ...block, place };
  // Without its version: numbers of the stream would tell of what others do not see.
  const { kind, fact, text } = block;
  return { kind, fact, text, place };
}

const placedTexts = new WeakMap<MinutesText, PlacedSections>();

/** A frozen text as it is shown; placed once, however many look at it. */
function placed(text: MinutesText): PlacedSections {
  const known = placedTexts.get(text);
  if (known) return known;
  const sections = Object.fromEntries(
    text.sections.map(({ item, blocks }) => [
      item,
      Object.fromEntries(blocks.map((block, i) => [`b${i + 1}`, placedBlock(block, i + 1)])),
    ]),
  );
  placedTexts.set(text, sections);
  return sections;
}

/**
 * Who gave a view when, and why one was entered by hand, is for those who lead; so is, until the text is frozen, which
 * opinions are taken up.
 */
const forOthers = (sections: PlacedSections, frozen: boolean): PlacedSections => {
  const kept = (block: PlacedBlock): boolean =>
    block.kind !== 'fact' || !(ballotFacts.has(block.fact) || (!frozen && weighedFacts.has(block.fact)));
  return Object.fromEntries(
    Object.entries(sections).map(([section, blocks]) => [
      section,
      Object.fromEntries(Object.entries(blocks).filter(([, block]) => kept(block))),
    ]),
  );
};

function deskView(minutes: Minutes, live: LiveMinutes | null): MinutesView['desk'] & object {
  const confirmations = minutes.status === 'drafting' ? {} : minutes.confirmations;
  return {
    writers: Object.fromEntries(minutes.writers.map((seat) => [seat, true])),
    hash: minutes.status === 'frozen' ? minutes.hash : (live?.hash ?? null),
    confirmations: Object.fromEntries(
      Object.entries(confirmations).map(([capacity, { hash, at }]) => [capacity, { hash, at }]),
    ),
    amendments: Object.fromEntries(minutes.amendments.map(({ amendment, ...proposed }) => [amendment, proposed])),
    dropped: live?.dropped ?? [],
  };
}

const confirmedBy = (confirmations: Confirmations, { people }: Attendance): MinutesView['confirmedBy'] =>
  Object.fromEntries(
    Object.entries(confirmations).map(([capacity, { seat, at }]) => [capacity, { name: people[seat]?.name ?? '', at }]),
  );

export function minutesView(meeting: Meeting, live: LiveMinutes | null, leads: boolean): MinutesView {
  const { minutes, attendance } = meeting;
  const { status, shared } = minutes;
  const sections = status === 'frozen' ? placed(minutes.text) : (live?.sections ?? null);
  const readable = leads || shared || status !== 'drafting';
  const view: MinutesView = {
    status,
    shared,
    circulatedAt: status === 'drafting' ? null : minutes.circulatedAt,
    frozenAt: status === 'frozen' ? minutes.frozenAt : null,
    hash: status === 'frozen' ? minutes.hash : null,
    confirmedBy: status === 'frozen' ? confirmedBy(minutes.confirmations, attendance) : null,
    sections: sections && readable ? (leads ? sections : forOthers(sections, status === 'frozen')) : null,
    supplements: supplementsView(meeting, leads),
  };
  return leads ? { ...view, desk: deskView(minutes, live) } : view;
}

/** What of the minutes concerns one seat alone. */
export interface MyMinutes {
  writes: boolean;
  /** For those who write: the last event, which the editor notes as `after` on each block it begins; otherwise null. */
  seen: number | null;
  /** What this seat proposed, by amendment. */
  proposed: Record<string, AmendmentView>;
}

export function myMinutes(meeting: Meeting, seat: string): MyMinutes {
  const writes = mayWrite(meeting, seat);
  const own = meeting.minutes.amendments.filter((one) => one.seat === seat);
  return {
    writes,
    seen: writes ? meeting.version : null,
    proposed: Object.fromEntries(own.map(({ amendment, ...proposed }) => [amendment, proposed])),
  };
}
