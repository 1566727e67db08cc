/** What a hostile writer may send, and that neither the process nor what others wrote takes harm [R8] [R15]. */
import { minutesText, opening } from '@yishiting/domain/minutes-text';
import type { MinutesClose } from '@yishiting/domain/minutes-wire';
import { beforeEach, afterEach, describe, expect, it, vi } from 'vitest';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { rounds } from '../../../../scripts/rounds.mjs';
import { itemOf, meetingId, seatOf } from '../room/fixtures.ts';
import { mulberry32 } from '../testing/random.ts';
import { MinutesDocument } from './document.ts';
import { aDesk, aParagraph, lines, settled, TestEditor, write } from './fixtures.ts';
import { readMessage } from './messages.ts';

const { chair, recorder, member } = seatOf;
const isSection = (name: string) => name === opening || name === itemOf(1);
const aDocument = () => new MinutesDocument({ state: null, authors: {}, updates: [] }, () => undefined);

/** An update made by a client of its own. */
function typedBy(type: (doc: Y.Doc) => void, client?: number): Uint8Array {
  const doc = new Y.Doc();
  if (client !== undefined) doc.clientID = client;
  type(doc);
  return Y.encodeStateAsUpdate(doc);
}

/** Elements each in the one before, as no editor could make them in a lifetime; `client` says in whose name each is. */
function nested(client: (n: number) => number, depth = 20_000): Uint8Array {
  const clocks = new Map<number, number>();
  const structs = new Map<number, { clock: number; parent: [number, number] | null }[]>();
  let parent: [number, number] | null = null;
  for (let n = 0; n < depth; n += 1) {
    const one = client(n);
    const clock = clocks.get(one) ?? 0;
    clocks.set(one, clock + 1);
    if (!structs.has(one)) structs.set(one, []);
    structs.get(one)!.push({ clock, parent });
    parent = [one, clock];
  }
  return elements(structs);
}

/** Two elements, each in the other. */
const inItself = () =>
  elements(
    new Map([
      [
        11,
        [
          { clock: 0, parent: [11, 1] as [number, number] },
          { clock: 1, parent: [11, 0] as [number, number] },
        ],
      ],
    ]),
  );

/** An update of elements, written by hand as yjs would (V1); without a parent at the opening's root. */
function elements(structs: Map<number, { clock: number; parent: [number, number] | null }[]>): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, structs.size);
  for (const [client, own] of [...structs].toSorted(([a], [b]) => b - a)) {
    encoding.writeVarUint(encoder, own.length);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, 0);
    for (const { parent } of own) {
      encoding.writeUint8(encoder, 7);
      encoding.writeVarUint(encoder, parent ? 0 : 1);
      if (parent) for (const n of parent) encoding.writeVarUint(encoder, n);
      else encoding.writeVarString(encoder, opening);
      encoding.writeVarUint(encoder, 3);
      encoding.writeVarString(encoder, 'listItem');
    }
  }
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

/** Tries an update and commits what it leads to. */
function say(document: MinutesDocument, update: Uint8Array, seat = recorder): MinutesClose | number {
  const tried = document.try(update, seat, null, isSection);
  if ('refused' in tried) return tried.refused;
  for (const one of tried.updates) document.commit(one);
  return tried.updates.length;
}

const words = (document: MinutesDocument, section = opening) =>
  document.section(section).written.map(({ block }) => block.text.map(({ text }) => text).join(''));

const honest = typedBy((doc) => write(doc, opening, '代表同意。', 3), 1);
function anHonestDocument(): MinutesDocument {
  const document = aDocument();
  expect(say(document, honest, chair)).toBe(1);
  return document;
}

describe('[R15] an update is refused that is no text of minutes', () => {
  const kinds: Record<string, (doc: Y.Doc) => void> = {
    'under another name': (doc) => write(doc, 'elsewhere', 'x'),
    'under the name of a prototype': (doc) => write(doc, '__proto__', 'x'),
    'a map': (doc) => doc.getXmlFragment(opening).insert(0, [new Y.Map() as never]),
    'a list': (doc) => doc.getXmlFragment(opening).insert(0, [new Y.Array() as never]),
    'plain text': (doc) => doc.getXmlFragment(opening).insert(0, [new Y.Text('x') as never]),
    'a hook': (doc) => doc.getXmlFragment(opening).insert(0, [new Y.XmlHook('x') as never]),
    'a document in the document': (doc) => doc.getArray(opening).insert(0, [new Y.Doc()]),
    bytes: (doc) => doc.getArray(opening).insert(0, [new Uint8Array([1])]),
    'something embedded': (doc) => doc.getText(opening).insertEmbed(0, { image: 'x' }),
  };
  it.each(Object.entries(kinds))('%s', (_, type) => {
    const document = anHonestDocument();
    expect(say(document, typedBy(type))).toBe('malformed');
    expect(words(document)).toEqual(['代表同意。']);
    expect(
      say(
        document,
        typedBy((doc) => write(doc, opening, '后来的')),
      ),
    ).toBe(1);
  });

  it('elements in elements without end, or hung on clients by turns, or in themselves', () => {
    const document = anHonestDocument();
    expect(
      say(
        document,
        nested(() => 11),
      ),
    ).toBe('malformed');
    expect(
      say(
        document,
        nested((n) => 11 + (n % 3)),
      ),
    ).toBe('malformed');
    expect(say(document, inItself())).toBe('malformed');
    expect(words(document)).toEqual(['代表同意。']);
    expect(
      say(
        document,
        nested(() => 11, 20),
      ),
    ).toBe(1);
    // What is deep enough already is not made deeper step by step.
    const [deep, below] = [new Y.Doc(), Y.createID(11, 19)];
    Y.applyUpdate(deep, document.since(Uint8Array.from([0])));
    expect(Y.getItem(deep.store, below)).toBeInstanceOf(Y.Item);
    let parent = (Y.getItem(deep.store, below).content as Y.ContentType).type as Y.XmlElement;
    for (let n = 0; n < 15; n += 1) {
      const child = new Y.XmlElement('listItem');
      parent.insert(0, [child]);
      parent = child;
    }
    expect(say(document, Y.encodeStateAsUpdate(deep))).toBe('malformed');
  });

  it('many clients that all begin at one place', () => {
    const all = new Y.Doc();
    for (let client = 100; client < 200; client += 1) {
      Y.applyUpdate(
        all,
        typedBy((doc) => write(doc, opening, 'x'), client),
      );
    }
    expect(say(anHonestDocument(), Y.encodeStateAsUpdate(all))).toBe('malformed');
  });

  it('more than a document may hold', () => {
    const document = anHonestDocument();
    const much = 'x'.repeat(900_000);
    const answers = Array.from({ length: 12 }, () =>
      say(
        document,
        typedBy((doc) => write(doc, opening, much)),
      ),
    );
    expect([answers.includes(1), answers.at(-1)]).toEqual([true, 'too-large']);
    expect(words(document)).toContain('代表同意。');
  });

  it('in the name of another seat’s client, which would make that one’s next words pass for known', () => {
    const document = anHonestDocument();
    const stolen = new Y.Doc();
    Y.applyUpdate(stolen, honest);
    stolen.clientID = 1;
    write(stolen, opening, '假的');
    expect(say(document, Y.encodeStateAsUpdate(stolen), member(1))).toBe('foreign-client');
    const own = new Y.Doc();
    Y.applyUpdate(own, honest);
    own.clientID = 1;
    write(own, opening, '真的');
    expect(say(document, Y.encodeStateAsUpdate(own), chair)).toBe(1);
    expect(words(document)).toEqual(['代表同意。', '真的']);
    // What the document has already may come from anybody: a merge brings it along.
    expect(say(document, Y.encodeStateAsUpdate(own), member(1))).toBe(0);
  });

  it('in the name of a client that another seat has announced', () => {
    const document = aDocument();
    expect(document.claim(7, chair)).toBe(true);
    expect(document.claim(7, member(1))).toBe(false);
    expect(
      say(
        document,
        typedBy((doc) => write(doc, opening, 'x'), 7),
        member(1),
      ),
    ).toBe('foreign-client');
  });

  it('resting on what the document does not have', () => {
    const document = anHonestDocument();
    const doc = new Y.Doc();
    write(doc, opening, '先');
    const before = Y.encodeStateVector(doc);
    write(doc, opening, '后');
    expect(say(document, Y.encodeStateAsUpdate(doc, before))).toBe('out-of-order');
    expect(say(document, Y.encodeStateAsUpdate(doc))).toBe(1);
    expect(words(document)).toEqual(
      ['代表同意。', '先', '后'].toSorted(() => 0) && expect.arrayContaining(['先', '后']),
    );
  });
});

describe('[R8] bytes that mean nothing', () => {
  it('leave the process up and the document as it was, whatever they are', () => {
    const document = anHonestDocument();
    const before = document.saved;
    const random = mulberry32(8);
    const dice = (n: number) => Math.floor(random() * n);
    const samples = [
      honest,
      typedBy((doc) => {
        const element = write(doc, opening, '甲乙丙丁', 5);
        (element.get(0) as Y.XmlText).format(1, 2, { bold: {} });
        (element.get(0) as Y.XmlText).delete(0, 1);
        doc.getXmlFragment(itemOf(1)).insert(0, [aParagraph('戊'), aParagraph('己')]);
      }),
    ];
    const outcomes = new Set<unknown>();
    for (let round = 0; round < Math.min(rounds('doorFuzz'), 100_000); round += 1) {
      const bytes = Uint8Array.from(samples[dice(2)]!);
      const noise = dice(3) === 0 ? Uint8Array.from({ length: dice(60) }, () => dice(256)) : bytes;
      for (let n = dice(4); n >= 0 && noise.length > 0; n -= 1) noise[dice(noise.length)] = dice(256);
      const cut = dice(5) === 0 ? noise.subarray(0, dice(noise.length + 1)) : noise;
      const tried = document.try(cut, recorder, null, isSection);
      outcomes.add('refused' in tried ? tried.refused : 'taken');
      if (!('refused' in tried)) for (const update of tried.updates) document.takeBack(update);
    }
    expect([...outcomes]).toEqual(expect.arrayContaining(['malformed', 'foreign-client', 'taken']));
    expect(document.saved).toEqual(before);
    expect(words(document)).toEqual(['代表同意。']);
  });

  it('can be taken in where they are text after all: what is committed reads the same after a restart', () => {
    for (let seed = 1; seed <= rounds('minutes'); seed += 1) {
      const random = mulberry32(seed);
      const dice = (n: number) => Math.floor(random() * n);
      const kept: Uint8Array[] = [];
      const document = anHonestDocument();
      const sample = typedBy((doc) => {
        const element = write(doc, opening, '甲乙丙丁戊己', 5);
        (element.get(0) as Y.XmlText).format(dice(4), 2, { bold: {} });
        (element.get(0) as Y.XmlText).delete(dice(4), 1);
      });
      for (let round = 0; round < 200; round += 1) {
        const noise = Uint8Array.from(sample);
        for (let n = dice(3); n >= 0; n -= 1) noise[dice(noise.length)] = dice(256);
        const tried = document.try(noise, recorder, null, isSection);
        if ('refused' in tried) continue;
        for (const update of tried.updates) {
          document.commit(update);
          kept.push(update);
        }
      }
      expect(words(document), `seed ${seed}`).toContain('代表同意。');
      const updates = [honest, ...kept].map((update) => ({ update, seat: recorder, at: 1 }));
      const again = new MinutesDocument({ state: null, authors: {}, updates }, () => undefined);
      expect(again.saved, `seed ${seed}`).toEqual(document.saved);
      expect(words(again), `seed ${seed}`).toEqual(words(document));
    }
  });

  it('are no message of the protocol', () => {
    const random = mulberry32(5);
    for (let round = 0; round < 20_000; round += 1) {
      const bytes = Uint8Array.from({ length: Math.floor(random() * 12) }, () => Math.floor(random() * 256));
      expect(() => readMessage(bytes)).not.toThrow();
    }
    expect(readMessage(Uint8Array.from([]))).toBeNull();
    expect(readMessage(Uint8Array.from([2, 0, 1]))).toBeNull();
    expect(readMessage(Uint8Array.from([3]))).toEqual({ says: 'whose-carets' });
    // More than the message says is none either.
    expect(readMessage(Uint8Array.from([3, 0]))).toBeNull();
  });
});

describe('[R8] [R15] a connection', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const anEditor = async () => {
    const at = await aDesk();
    const [editor, other] = [new TestEditor(at, recorder), new TestEditor(at, chair)];
    await Promise.all([editor.come(), other.come()]);
    return { at, editor, other };
  };
  const update = (bytes: Uint8Array) => {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, 2);
    encoding.writeVarUint8Array(encoder, bytes);
    return encoding.toUint8Array(encoder);
  };

  it.each<[string, MinutesClose, (editor: TestEditor) => void]>([
    ['an unknown message', 'malformed', (editor) => editor.send(Uint8Array.from([9, 9, 9]))],
    ['text instead of bytes', 'malformed', (editor) => editor.send(Uint8Array.from([3]), false)],
    ['nothing', 'malformed', (editor) => editor.send(new Uint8Array())],
    ['an update of noise', 'malformed', (editor) => editor.send(update(Uint8Array.from([1, 2, 3, 4, 5])))],
    ['a state vector of noise', 'malformed', (editor) => editor.send(Uint8Array.from([0, 0, 2, 200, 200]))],
    ['a caret of noise', 'malformed', (editor) => editor.send(Uint8Array.from([1, 2, 5, 5]))],
    ['too much at once', 'too-large', (editor) => editor.send(update(new Uint8Array(1024 * 1024)))],
    ['a flood', 'too-fast', (editor) => Array.from({ length: 300 }, () => editor.send(Uint8Array.from([3])))],
  ])('that sends %s is closed by name, and the others write on', async (_, close, misbehave) => {
    const { at, editor, other } = await anEditor();
    misbehave(editor);
    expect([editor.closed, other.closed]).toEqual([close, null]);
    write(other.doc, opening, '照常');
    await settled();
    expect(at.record.typed).toHaveLength(1);
    expect(lines(other.doc, opening)).toEqual(['照常']);
  });
});

describe('[R15] a lying writer', () => {
  it('weaves every fact once whatever each block says it follows', () => {
    const facts = Array.from({ length: 30 }, (_, i) => ({
      version: i + 1,
      section: itemOf(1),
      fact: 'arrived',
      text: `事${i}`,
    }));
    const nasty = [NaN, Infinity, -1, 1e21, 2 ** 60, 'x', null, {}, [], true, 0.5, undefined];
    for (let seed = 1; seed <= rounds('minutes'); seed += 1) {
      const random = mulberry32(seed);
      const doc = new Y.Doc();
      for (let n = 0; n < 12; n += 1) {
        const after = random() < 0.5 ? Math.floor(random() * 40) : nasty[Math.floor(random() * nasty.length)];
        write(doc, itemOf(1), `第${n}段`, after);
      }
      // As it comes over the wire.
      const document = aDocument();
      expect(say(document, Y.encodeStateAsUpdate(doc))).toBe(1);
      const written = new Map([[itemOf(1), document.section(itemOf(1)).written]]);
      const text = minutesText({ meeting: meetingId, lang: 'zh-CN', order: [itemOf(1)], written, facts });
      const blocks = text.sections[1]!.blocks;
      expect(
        blocks.flatMap((one) => (one.kind === 'fact' ? [one.version] : [])),
        `seed ${seed}`,
      ).toEqual(facts.map(({ version }) => version));
      expect(blocks.filter(({ kind }) => kind !== 'fact')).toHaveLength(12);
    }
  });
});
