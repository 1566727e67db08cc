import { heard, opening, type FactSaid } from '@yishiting/domain/minutes-text';
import { createPatch } from 'rfc6902';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { aCalling, aRecord, itemOf, meetingId } from '../room/fixtures.ts';
import { readRecord } from '../room/decisions.ts';
import { mulberry32 } from '../testing/random.ts';
import { write } from './fixtures.ts';
import { places } from './places.ts';
import { readSection } from './reading.ts';
import { MinutesText, type Threads } from './text.ts';

describe('places', () => {
  it('are kept where they can be, and always ascend', () => {
    expect(places({}, ['a', 'b'])).toEqual([1, 2]);
    const before = { a: { place: 1 }, b: { place: 2 } };
    expect(places(before, ['a', 'x', 'y', 'b', 'z'])).toEqual([1, 1.5, 1.75, 2, 3]);
    expect(places(before, ['b', 'a'])).toEqual([2, 3]);
    expect(places(before, ['x', 'b'])).toEqual([1, 2]);
  });

  it('ascend however often something is put at one spot', () => {
    let known: Record<string, { place: number }> = {};
    const keys = ['first', 'last'];
    for (let n = 0; n < 300; n += 1) {
      keys.splice(1 + (n % 2), 0, `k${n}`);
      const found = places(known, keys);
      expect(found.every((place, i) => i === 0 || place > found[i - 1]!)).toBe(true);
      known = Object.fromEntries(keys.map((key, i) => [key, { place: found[i]! }]));
    }
  });
});

describe('the text that readers see', () => {
  const { state, said } = readRecord(aRecord(aCalling()))!;
  const facts = (count: number): FactSaid[] => [
    ...said,
    ...Array.from({ length: count }, (_, i) => ({
      version: i + 2,
      section: itemOf(1),
      fact: 'arrived',
      text: `第${i + 2}事。`,
    })),
  ];
  function aText(count = 5) {
    const doc = new Y.Doc();
    const text = new MinutesText();
    const threads: Threads & { said: FactSaid[] } = { meetingId, meeting: state.meeting, said: facts(count) };
    const read = () => text.read(threads, (name) => readSection(name, doc.getXmlFragment(name)));
    const live = () => text.live(threads);
    const shown = (section: string) =>
      Object.values(live().sections[section] ?? {})
        .toSorted((a, b) => a.place - b.place)
        .map((block) => (block.kind === 'fact' ? block.text : block.text.map((run) => run.text).join('')));
    return { doc, text, threads, read, live, shown };
  }

  it('is woven from what was typed and what happened', () => {
    const { doc, read, shown } = aText(3);
    write(doc, itemOf(1), '甲', 2);
    write(doc, itemOf(1), '乙', 3);
    read();
    expect(shown(itemOf(1))).toEqual(['第2事。', '甲', '第3事。', '乙', '第4事。']);
    expect(shown(opening)).toHaveLength(1);
    expect(shown(itemOf(5))).toEqual([]);
  });

  it('changes by one block for a keystroke or a fact, however long it is', () => {
    const { doc, read, live, threads } = aText(400);
    for (let n = 0; n < 300; n += 1) write(doc, itemOf(1), `第${n}段`, n);
    read();
    const before = live();
    const paragraph = doc.getXmlFragment(itemOf(1)).get(150) as Y.XmlElement;
    (paragraph.get(0) as Y.XmlText).insert(0, '改');
    read();
    const typed = live();
    expect(createPatch(before, typed)).toHaveLength(1);
    doc.getXmlFragment(itemOf(1)).insert(20, [new Y.XmlElement('paragraph')]);
    read();
    expect(createPatch(typed, live())).toEqual([]);
    threads.said.push({ version: 500, section: itemOf(1), fact: 'departed', text: '离会。' });
    expect(createPatch(typed, live())).toMatchObject([{ op: 'add' }]);
  });

  it('is the text whose hash is confirmed, also after the record was read anew', () => {
    const { doc, text, threads, read, shown } = aText(3);
    write(doc, itemOf(1), '甲', 3);
    read();
    const blocks = () => text.woven(threads).text.sections.flatMap((section) => section.blocks).length;
    expect([blocks(), shown(itemOf(1)).length]).toEqual([5, 4]);
    threads.said = facts(6);
    expect([blocks(), shown(itemOf(1)).length]).toEqual([8, 7]);
  });

  it('forgets a step that was taken back, also when as many facts follow it', () => {
    const { read, shown, threads } = aText(3);
    read();
    const before = threads.said.length;
    expect(shown(itemOf(1))).toEqual(['第2事。', '第3事。', '第4事。']);
    const begun = { version: 6, section: itemOf(1), fact: 'item-begun', text: '第6事。' };
    threads.said = heard(threads.said, [{ takesBack: [4] }, { fact: begun }]);
    expect(threads.said).toHaveLength(before);
    expect(shown(itemOf(1))).toEqual(['第2事。', '第3事。', '第6事。']);
  });

  it('[R15] holds every fact once in a random course of typing and facts', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const random = mulberry32(seed);
      const { doc, read, shown, threads } = aText(0);
      for (let step = 0; step < 60; step += 1) {
        const fragment = doc.getXmlFragment(itemOf(1));
        const dice = random();
        if (dice < 0.4) write(doc, itemOf(1), `s${step}`, Math.floor(random() * 60));
        else if (dice < 0.5 && fragment.length > 0) fragment.delete(Math.floor(random() * fragment.length), 1);
        else {
          const version = 2 + threads.said.length;
          threads.said.push({ version, section: itemOf(1), fact: 'arrived', text: `F${version}` });
        }
        if (random() < 0.5) read();
        const told = shown(itemOf(1)).filter((text) => text.startsWith('F'));
        expect(told, `seed ${seed}`).toEqual(threads.said.slice(1).map(({ text }) => text));
      }
    }
  });
});
