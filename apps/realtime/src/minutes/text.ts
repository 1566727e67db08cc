/** The minutes as they read: what was typed and what happened, kept woven, so that a keystroke costs one section. */
import {
  factBlock,
  minutesHash,
  minutesText,
  opening,
  type Dropped,
  type FactSaid,
  type Written,
  type WovenMinutes,
} from '@yishiting/domain/minutes-text';
import { placedBlock, type LiveMinutes, type PlacedBlock, type PlacedSections } from '@yishiting/domain/minutes-view';
import type { Meeting } from '@yishiting/domain/meeting';
import { weave } from '@yishiting/domain/weaving';
import { places } from './places.ts';
import type { SectionRead } from './reading.ts';

/** What there is to weave. */
export interface Threads {
  meetingId: string;
  meeting: Meeting;
  /** Every committed fact that is for the minutes; the same list grows, another one starts anew. */
  said: readonly FactSaid[];
}

interface Shown {
  read: SectionRead;
  /** How many facts, and the latest one's version: what is taken back can be followed by as many others. */
  facts: number;
  last: number;
  blocks: Record<string, PlacedBlock>;
}

const nothing: SectionRead = { written: [], dropped: [] };
const sectionsOf = ({ agenda }: Meeting): string[] => [opening, ...agenda.order];

export class MinutesText {
  #said: readonly FactSaid[] = [];
  #sorted = 0;
  /** Facts by section, each with its key: their count tells no outsider of events they do not see. */
  #facts = new Map<string, (FactSaid & { key: string })[]>();
  #shown = new Map<string, Shown>();
  /** What was typed, as last read from the document; it stays when the document is put away. */
  #typed = new Map<string, SectionRead>();

  /** Reads what was typed anew where it changed. */
  read({ meeting }: Threads, section: (name: string) => SectionRead): void {
    for (const name of sectionsOf(meeting)) this.#typed.set(name, section(name));
  }

  /** The text that is confirmed and frozen. */
  woven(threads: Threads): WovenMinutes {
    const { meeting, meetingId, said } = threads;
    const written = new Map<string, readonly Written[]>([...this.#typed].map(([name, read]) => [name, read.written]));
    const lang = meeting.called.language;
    const text = minutesText({ meeting: meetingId, lang, order: meeting.agenda.order, written, facts: said });
    return { text, hash: minutesHash(text), dropped: this.#dropped(meeting) };
  }

  /** What readers see. Nobody can confirm a draft, so that its hash need not be made at every keystroke. */
  live(threads: Threads): LiveMinutes {
    const { meeting } = threads;
    this.#sort(threads.said);
    const sections: PlacedSections = Object.fromEntries(sectionsOf(meeting).map((name) => [name, this.#section(name)]));
    const hash = meeting.minutes.status === 'circulated' ? this.woven(threads).hash : null;
    return { sections, hash, dropped: this.#dropped(meeting) };
  }

  #dropped(meeting: Meeting): Dropped[] {
    return sectionsOf(meeting).flatMap((name) => this.#typed.get(name)?.dropped ?? []);
  }

  #sort(said: readonly FactSaid[]): void {
    if (said !== this.#said) {
      this.#said = said;
      this.#sorted = 0;
      this.#facts.clear();
    }
    for (; this.#sorted < said.length; this.#sorted += 1) {
      const fact = said[this.#sorted]!;
      const facts = this.#facts.get(fact.section) ?? [];
      facts.push({ ...fact, key: `f${this.#sorted + 1}` });
      this.#facts.set(fact.section, facts);
    }
  }

  #section(name: string): Record<string, PlacedBlock> {
    const read = this.#typed.get(name) ?? nothing;
    const facts = this.#facts.get(name) ?? [];
    const before = this.#shown.get(name);
    const last = facts.reduce((latest, { version }) => Math.max(latest, version), 0);
    if (before?.read === read && before.facts === facts.length && before.last === last) return before.blocks;
    const woven = weave(read.written, facts);
    const at = places(
      before?.blocks ?? {},
      woven.map(({ key }) => key),
    );
    const blocks = Object.fromEntries(
      woven.map((thread, i) => {
        const block = placedBlock('fact' in thread ? factBlock(thread) : thread.block, at[i]!);
        return [thread.key, same(before?.blocks[thread.key], block)];
      }),
    );
    this.#shown.set(name, { read, facts: facts.length, last, blocks });
    return blocks;
  }
}

/** The former object where nothing changed, so that comparing two views stops there. */
const same = (before: PlacedBlock | undefined, now: PlacedBlock): PlacedBlock =>
  before && JSON.stringify(before) === JSON.stringify(now) ? before : now;
