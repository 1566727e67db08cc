import { opening } from '@yishiting/domain/minutes-text';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { aParagraph } from './fixtures.ts';
import { readSection } from './reading.ts';

describe('[R15] a text is read whatever stands in it', () => {
  const read = (type: (fragment: Y.XmlFragment) => void) => {
    const doc = new Y.Doc();
    type(doc.getXmlFragment(opening));
    return readSection(opening, doc.getXmlFragment(opening));
  };
  const block = (fragment: Y.XmlFragment, name: string, ...children: (Y.XmlElement | Y.XmlText)[]) => {
    const element = new Y.XmlElement(name);
    fragment.insert(fragment.length, [element]);
    element.insert(0, children);
    return element;
  };

  it('keeps paragraphs, headings, lists, marks and line breaks', () => {
    const { written, dropped } = read((fragment) => {
      const styled = new Y.XmlText('普通粗斜');
      block(fragment, 'paragraph', styled, new Y.XmlElement('hardBreak'), new Y.XmlText('下一行')).setAttribute(
        'after',
        4 as never,
      );
      styled.format(2, 2, { bold: {} });
      styled.format(3, 1, { italic: true });
      block(fragment, 'heading', new Y.XmlText('小标题')).setAttribute('level', 2 as never);
      const inner = new Y.XmlElement('bulletList');
      const point = new Y.XmlElement('listItem');
      const innerPoint = new Y.XmlElement('listItem');
      const list = block(fragment, 'orderedList', point);
      list.setAttribute('start', 3 as never);
      point.insert(0, [aParagraph('三', 9), aParagraph('续'), inner]);
      inner.insert(0, [innerPoint]);
      innerPoint.insert(0, [aParagraph('里面')]);
      block(fragment, 'paragraph', new Y.XmlText('  '));
    });
    expect(dropped).toEqual([]);
    expect(written.map((one) => [one.after, one.block])).toEqual([
      [
        4,
        {
          kind: 'paragraph',
          depth: 0,
          text: [
            { text: '普通' },
            { text: '粗', marks: ['bold'] },
            { text: '斜', marks: ['bold', 'italic'] },
            { text: '\n下一行' },
          ],
        },
      ],
      [undefined, { kind: 'heading', level: 2, text: [{ text: '小标题' }] }],
      [9, { kind: 'point', depth: 1, number: 3, text: [{ text: '三' }] }],
      [undefined, { kind: 'paragraph', depth: 1, text: [{ text: '续' }] }],
      [undefined, { kind: 'point', depth: 2, number: null, text: [{ text: '里面' }] }],
    ]);
    expect(new Set(written.map(({ key }) => key)).size).toBe(5);
  });

  it('drops and names what minutes cannot hold, and cleans what cannot be stored', () => {
    const { written, dropped } = read((fragment) => {
      block(fragment, 'table', new Y.XmlText('x'));
      block(fragment, 'table');
      fragment.insert(0, [new Y.XmlText('无主的字')]);
      const text = new Y.XmlText('有链接');
      block(fragment, 'paragraph', text, new Y.XmlElement('image'), new Y.XmlText('a\u0000b\u0007\ud800c'));
      text.format(0, 1, { link: { href: 'x' } });
      const odd = block(fragment, 'heading', new Y.XmlText('级别'));
      odd.setAttribute('level', 1e300 as never);
      block(fragment, 'x'.repeat(500));
    });
    expect(written.map((one) => one.block.text)).toEqual([[{ text: '有链接ab\ufffdc' }], [{ text: '级别' }]]);
    expect(written[1]?.block).toMatchObject({ level: 1 });
    expect(dropped.map(({ what, times }) => [what, times])).toEqual([
      ['text', 1],
      ['table', 2],
      ['mark link', 1],
      ['image', 1],
      ['x'.repeat(60), 1],
    ]);
  });
});
