/** What stands in a fragment, as blocks of minutes. What minutes cannot hold is dropped and named; nothing here throws. */
import {
  marks,
  type Dropped,
  type Mark,
  type Run,
  type TypedBlock,
  type Written,
} from '@yishiting/domain/minutes-text';
import * as Y from 'yjs';

export interface SectionRead {
  written: Written[];
  dropped: Dropped[];
}

/** Deeper lists are dropped; nobody reads them. */
const deepestList = 9;

/** Reads one section. The fragment may hold whatever a hostile client put there. */
export function readSection(section: string, fragment: Y.XmlFragment): SectionRead {
  const reader = new Reader();
  try {
    reader.blocks(childrenOf(fragment), 0);
  } catch {
    // A fragment that cannot be walked is no reason to withhold the minutes; that it is so is said.
    reader.drop('unreadable');
  }
  const dropped = [...reader.dropped].map(([what, times]) => ({ section, what, times }));
  return { written: reader.written, dropped };
}

type Attributes = Readonly<Record<string, unknown>>;
const attributesOf = (element: Y.XmlElement): Attributes => element.getAttributes() as Attributes;
const childrenOf = (parent: Y.XmlFragment): unknown[] => parent.toArray();

/** The element's lasting name: who made it, and as the how-manieth thing. */
const keyOf = ({ _item }: Y.XmlElement): string =>
  _item ? `t${_item.id.client.toString(36)}-${_item.id.clock.toString(36)}` : 't';

class Reader {
  written: Written[] = [];
  dropped = new Map<string, number>();

  drop(what: string): void {
    const name = cleaned(what).replace(/\s+/gu, ' ').slice(0, 60).toWellFormed();
    this.dropped.set(name, (this.dropped.get(name) ?? 0) + 1);
  }

  blocks(children: readonly unknown[], depth: number): void {
    for (const child of children) {
      if (child instanceof Y.XmlElement) this.#block(child, depth);
      else this.drop(child instanceof Y.XmlText ? 'text' : 'embedded');
    }
  }

  #block(element: Y.XmlElement, depth: number): void {
    switch (element.nodeName) {
      case 'paragraph':
        return this.#keep(element, { kind: 'paragraph', depth, text: this.#runs(element) });
      case 'heading':
        return this.#keep(element, { kind: 'heading', level: levelOf(element), text: this.#runs(element) });
      case 'bulletList':
      case 'orderedList':
        return this.#list(element, depth + 1);
      default:
        return this.drop(element.nodeName);
    }
  }

  #list(list: Y.XmlElement, depth: number): void {
    if (depth > deepestList) return this.drop(list.nodeName);
    const start = attributesOf(list)['start'];
    let number = Number.isSafeInteger(start) && Number(start) >= 1 && Number(start) < 1e6 ? Number(start) : 1;
    for (const item of childrenOf(list)) {
      if (!(item instanceof Y.XmlElement) || item.nodeName !== 'listItem') {
        this.drop(item instanceof Y.XmlElement ? item.nodeName : 'text');
        continue;
      }
      const [first, ...rest] = childrenOf(item);
      if (first instanceof Y.XmlElement && first.nodeName === 'paragraph') {
        const point = list.nodeName === 'orderedList' ? number : null;
        this.#keep(first, { kind: 'point', depth, number: point, text: this.#runs(first) });
        this.blocks(rest, depth);
      } else this.blocks(first === undefined ? [] : [first, ...rest], depth);
      number += 1;
    }
  }

  /** Lines that say nothing are the editor's, not the minutes'. */
  #keep(element: Y.XmlElement, block: TypedBlock): void {
    if (!block.text.some(({ text }) => text.trim() !== '')) return;
    this.written.push({ key: keyOf(element), after: attributesOf(element)['after'], block });
  }

  #runs(element: Y.XmlElement): Run[] {
    const runs: Run[] = [];
    for (const child of childrenOf(element)) {
      if (child instanceof Y.XmlText) this.#text(child, runs);
      else if (child instanceof Y.XmlElement && child.nodeName === 'hardBreak') append(runs, '\n', []);
      else this.drop(child instanceof Y.XmlElement ? child.nodeName : 'embedded');
    }
    return runs;
  }

  #text(text: Y.XmlText, runs: Run[]): void {
    for (const { insert, attributes = {} } of text.toDelta() as { insert: unknown; attributes?: Attributes }[]) {
      if (typeof insert !== 'string') {
        this.drop('embedded');
        continue;
      }
      const given = Object.keys(attributes).filter((name) => isOn(attributes[name]));
      for (const name of given) if (!marks.includes(name as Mark)) this.drop(`mark ${name}`);
      append(
        runs,
        insert,
        marks.filter((mark) => given.includes(mark)),
      );
    }
  }
}

/** Formats are ended by null; some editors write false. */
const isOn = (value: unknown): boolean => value !== null && value !== undefined && value !== false;

function append(runs: Run[], typed: string, given: Mark[]): void {
  const text = cleaned(typed);
  if (text === '') return;
  const last = runs.at(-1);
  if (last && (last.marks ?? []).join() === given.join()) last.text += text;
  else runs.push(given.length > 0 ? { text, marks: given } : { text });
}

/** What can be hashed, stored and printed: well-formed, without control characters save newline and tab. */
const cleaned = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu, '').toWellFormed();

function levelOf(heading: Y.XmlElement): number {
  const level = attributesOf(heading)['level'];
  return Number.isSafeInteger(level) ? Math.min(3, Math.max(1, Number(level))) : 1;
}

/** A block as plain text. */
const plain = ({ block }: Written): string => {
  const words = block.text.map(({ text }) => text).join('');
  if (block.kind !== 'point') return words;
  return `${'  '.repeat(block.depth - 1)}${block.number === null ? '-' : `${block.number}.`} ${words}`;
};

/** Everything that was typed, section by section, to be read without this program. */
export function readable(doc: Y.Doc): string {
  return [...doc.share.keys()]
    .toSorted()
    .map((name) => [name, readSection(name, doc.getXmlFragment(name)).written] as const)
    .filter(([, written]) => written.length > 0)
    .map(([name, written]) => `[${name}]\n${written.map(plain).join('\n')}\n`)
    .join('\n');
}
