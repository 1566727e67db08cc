import { describe, expect, it } from 'vitest';
import { drawn, placed, scaleFor, widened, type Part } from './placing.ts';

const a4 = { width: 595, height: 842 };
const wall = { width: 1_800, height: 800 };

describe('a page in its box', () => {
  it('whole, lies in the middle and nothing is cut off', () => {
    const { width, height, left, top } = placed(a4, wall, 'whole');
    expect([height, top]).toEqual([800, 0]);
    expect(left).toBeCloseTo((1_800 - width) / 2);
    expect(placed({ width: 400, height: 100 }, wall, 'whole')).toEqual({
      width: 1_800,
      height: 450,
      left: 0,
      top: 175,
    });
  });

  it.each([
    ['a letter', a4],
    ['a long strip', { width: 300, height: 3_000 }],
    ['a slide', { width: 1_600, height: 900 }],
  ])('%s, in parts, is larger, and its three parts together show all of it', (_, page) => {
    const seen = (['top', 'middle', 'bottom'] as Part[]).map((part) => placed(page, wall, part));
    expect(seen[0]!.width).toBeGreaterThanOrEqual(placed(page, wall, 'whole').width);
    let shownTo = 0;
    for (const { top, height } of seen) {
      expect(-top, 'no gap after the part before').toBeLessThanOrEqual(shownTo);
      shownTo = Math.min(height, wall.height - top);
    }
    expect(shownTo).toBeCloseTo(seen[2]!.height);
    expect(seen[0]!.width).toBeLessThanOrEqual(wall.width + 0.001);
  });

  it('that is low is whole in every part', () => {
    const low = { width: 400, height: 100 };
    expect(placed(low, wall, 'bottom')).toEqual(placed(low, wall, 'whole'));
  });

  it('grows with what it is enlarged by', () => {
    expect(widened(a4, { width: 358, height: 0 }, 2)).toMatchObject({ width: 716, left: 0, top: 0 });
  });
});

it.each([
  ['a letter', a4, 1_000],
  ['a page box of two hundred inches', { width: 14_400, height: 14_400 }, 100_000],
  ['a strip', { width: 3, height: 14_400 }, 3_000],
])('%s takes no more than a browser draws', (_, page, width) => {
  const scale = scaleFor(page, width);
  expect(page.width * scale).toBeLessThanOrEqual(width + 0.001);
  expect(page.width * scale * page.height * scale).toBeLessThanOrEqual(drawn.pixels + 1);
  expect(Math.max(page.width, page.height) * scale).toBeLessThanOrEqual(drawn.side + 0.001);
});
