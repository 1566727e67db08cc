import { describe, expect, it } from 'vitest';
import { drawingSchema } from './acts/signing.ts';
import { chance } from './chain.fixtures.ts';
import { drawingLimits } from './drawing-limits.ts';
import { drawingSvg, inkLength, inkLines, isTooShort, type Point, type Stroke, thinned } from './drawing.ts';

/** Tenths of a CSS pixel in a millimetre. */
const mm = (10 * 96) / 25.4;
const stroke = (...points: Point[]): Stroke => ({ pointer: 'touch', points });
/** A straight line from (x, y), all in millimetres, of one point each `every`. */
const line = (x: number, y: number, length: number, every = length): Stroke => ({
  pointer: 'touch',
  points: Array.from({ length: Math.round(length / every) + 1 }, (_, n): Point => [
    n * 8,
    Math.round((x + n * every) * mm),
    Math.round(y * mm),
    -1,
  ]),
});
const drawn = (...strokes: Stroke[]) => ({ strokes });

/** A loop as a hand writes it, of `count` points, with a pressure that rises and falls. */
const loop = (count: number, wide = 900): Stroke => ({
  pointer: 'pen',
  points: Array.from({ length: count }, (_, n): Point => {
    const turn = (n / count) * 4 * Math.PI;
    return [
      n * 4,
      Math.round(1000 + (wide * n) / count + 300 * Math.sin(turn)),
      Math.round(800 + 400 * Math.cos(turn)),
      Math.round(500 + 400 * Math.sin(turn / 2)),
    ];
  }),
});

describe('how much ink there is', () => {
  it('is the length of the strokes in millimetres, the way between them not counted', () => {
    expect(inkLength(drawn(line(0, 0, 7), line(60, 30, 5)))).toBeCloseTo(12, 1);
    expect(inkLength(drawn(line(0, 0, 7, 0.3)))).toBeCloseTo(6.9, 1);
  });

  it.each([
    ['a tap', drawn(stroke([0, 100, 100, -1]))],
    ['a line of 2 mm', drawn(line(0, 0, 2, 0.1))],
    ['thirty taps all over the pad', drawn(...Array.from({ length: 30 }, (_, n) => stroke([0, n * 200, n * 90, -1])))],
    ['just under the least', drawn(line(0, 0, drawingLimits.leastInk - 0.1))],
  ])('%s is no signature', (_, drawing) => expect(isTooShort(drawing)).toBe(true));

  it('a finger held still for a minute is no signature, however it trembles (seed 20261123)', () => {
    const any = chance(20_261_123);
    const points = Array.from({ length: 3_600 }, (_, n): Point => [n * 16, 1000 + any(13), 1000 + any(13), -1]);
    expect(inkLength(drawn(stroke(...points)))).toBeLessThan(drawingLimits.leastInk / 10);
  });

  it('the least ink suffices, in one line or in the short strokes of a name', () => {
    expect(isTooShort(drawn(line(0, 0, drawingLimits.leastInk + 0.1, 0.4)))).toBe(false);
    expect(isTooShort(drawn(line(0, 0, 3), line(0, 4, 3), line(2, 0, 4.1)))).toBe(false);
  });
});

describe('too many points', () => {
  it('what fits stays as it was measured', () => {
    const strokes = [loop(2_000), loop(2_000)];
    expect(thinned(strokes)).toEqual(strokes);
  });

  it('are thinned to what may be sent, with both ends and the shape of every stroke', () => {
    const strokes = [loop(9_000), line(10, 10, 40, 0.01), loop(3_000, 100)];
    const fewer = thinned(strokes);
    const drawing = { width: 800, height: 400, strokes: fewer };
    expect(drawingSchema.safeParse(drawing).success).toBe(true);
    expect(fewer.map(({ points }) => [points[0], points.at(-1)])).toEqual(
      strokes.map(({ points }) => [points[0], points.at(-1)]),
    );
    expect(inkLength(drawing) / inkLength({ strokes })).toBeCloseTo(1, 1);
    for (const [at, { points }] of fewer.entries())
      for (const point of points) expect(strokes[at]!.points).toContain(point);
  });

  it('even of the most strokes there are enough left', () => {
    const strokes = Array.from({ length: drawingLimits.strokes }, () => loop(500));
    const count = thinned(strokes).reduce((sum, { points }) => sum + points.length, 0);
    expect(count).toBeLessThanOrEqual(drawingLimits.points);
    expect(count).toBeGreaterThanOrEqual(2 * drawingLimits.strokes);
  });
});

/** The numbers after each letter of a path. */
const numbersOf = (d: string): number[] => (d.match(/-?[\d.]+/gu) ?? []).map(Number);

describe('the picture for the paper', () => {
  it('is cropped to the ink, wherever it stood in the box and beyond its edge', () => {
    const far = drawingSvg(drawn(line(80, 60, 40)));
    const [left, top, width, height] = /viewBox="([^"]+)"/u.exec(far)![1]!.split(' ').map(Number) as [
      number,
      number,
      number,
      number,
    ];
    expect(left).toBeLessThan(80 * (mm / 10));
    expect(left + width).toBeGreaterThan(120 * (mm / 10));
    expect(width).toBeLessThan(50 * (mm / 10));
    expect(top).toBeLessThan(60 * (mm / 10));
    expect(top + height).toBeGreaterThan(60 * (mm / 10));
    expect(drawingSvg(drawn(line(-5, -5, 20)))).toMatch(/viewBox="-\d/u);
  });

  it('looks the same wherever on the glass it was drawn, and however large', () => {
    const at = (x: number, y: number, times: number): Stroke => ({
      pointer: 'pen',
      points: loop(60).points.map(([t, px, py, p]): Point => [t, px * times + x, py * times + y, p]),
    });
    const shape = (svg: string) => [...svg.matchAll(/ d="([^"]+)"/gu)].map(([, d]) => d!.replace(/[\d.\s-]+/gu, ' '));
    const [one, other] = [drawingSvg(drawn(at(0, 0, 1))), drawingSvg(drawn(at(3_000, 500, 3)))];
    expect(shape(other)).toEqual(shape(one));
    const thickest = (svg: string) =>
      Math.max(...[...svg.matchAll(/stroke-width="([\d.]+)"/gu)].map(([, w]) => Number(w)));
    expect(thickest(other) / thickest(one)).toBeCloseTo(3, 1);
  });

  it('holds nothing but lines: no script, no style, no address', () => {
    const svg = drawingSvg(drawn(loop(40), stroke([0, 5, 5, -1]), line(0, 0, 4)));
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/script|style|href|url|on\w+=|http/iu);
    expect([...new Set([...svg.matchAll(/<\/?(\w+)/gu)].map(([, name]) => name))]).toEqual(['svg', 'g', 'path']);
    expect(svg).not.toMatch(/NaN|undefined|Infinity|\de-/u);
  });

  it('a dot of the pen is a dot on paper', () => {
    expect(inkLines([[0, 50, 70, -1]], 2)).toEqual([{ width: 2, d: 'M5 7h.01' }]);
    expect(drawingSvg(drawn(stroke([0, 50, 70, -1])))).toContain('M5 7h.01');
  });
});

describe('the width of a line', () => {
  const widths = (points: Point[]) => inkLines(points, 10).map(({ width }) => width);
  const row = (pressure: (n: number) => number, step: (n: number) => number) => {
    let x = 0;
    return Array.from({ length: 40 }, (_, n): Point => [n * 16, (x += step(n)), 0, pressure(n)]);
  };

  it('follows the pressure where that is measured, however fast the pen is', () => {
    const rising = widths(
      row(
        (n) => n * 25,
        () => 100,
      ),
    );
    expect(rising).toEqual([...rising].sort((a, b) => a - b));
    expect(rising.at(-1)).toBeGreaterThan(2 * rising[0]!);
    expect(
      widths(
        row(
          () => 600,
          (n) => n * 40,
        ),
      ),
    ).toHaveLength(1);
  });

  it('follows the speed elsewhere: slow is thick', () => {
    const faster = widths(
      row(
        () => -1,
        (n) => n * 60,
      ),
    );
    expect(faster[0]).toBeGreaterThan(1.5 * faster.at(-1)!);
  });

  it('a line goes through where the pen was and ends where it ended', () => {
    const { points } = loop(80);
    const lines = inkLines(points, 3);
    expect(numbersOf(lines[0]!.d).slice(0, 2)).toEqual([points[0]![1] / 10, points[0]![2] / 10]);
    expect(numbersOf(lines.at(-1)!.d).slice(-2)).toEqual([points.at(-1)![1] / 10, points.at(-1)![2] / 10]);
    for (const [at, { d }] of lines.entries())
      if (at > 0) expect(numbersOf(d).slice(0, 2)).toEqual(numbersOf(lines[at - 1]!.d).slice(-2));
  });
});
