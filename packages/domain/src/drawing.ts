/** A signature as vectors: how much ink there is, how it is thinned when there are too many points, and how it looks on paper. */
import type { Drawing } from './acts/signing.ts';
import { drawingLimits } from './drawing-limits.ts';

export type Stroke = Drawing['strokes'][number];
/** ms since the first point; x and y in tenths of a CSS pixel; pressure in thousandths, -1 where it isn't measured. */
export type Point = Stroke['points'][number];

const tenthsPerMillimetre = (10 * 96) / 25.4;
/** Half a millimetre: what a resting hand trembles. */
const trembling = tenthsPerMillimetre / 2;

const distance = ([, ax, ay]: Point, [, bx, by]: Point): number => Math.hypot(bx - ax, by - ay);

/** In tenths of a CSS pixel. A step is counted once it has left the spot, so that a finger held still adds nothing. */
function strokeLength(points: readonly Point[]): number {
  let length = 0;
  let [from] = points;
  for (const to of points) {
    if (from === undefined || distance(from, to) < trembling) continue;
    length += distance(from, to);
    from = to;
  }
  const last = points.at(-1);
  return length > 0 && from && last ? length + distance(from, last) : length;
}

/** Millimetres of ink, with 96 CSS pixels to the inch. */
export const inkLength = ({ strokes }: Pick<Drawing, 'strokes'>): number =>
  strokes.reduce((sum, { points }) => sum + strokeLength(points), 0) / tenthsPerMillimetre;

/** Whether this is a tap or a dash and no signature: it is asked for again. */
export const isTooShort = (drawing: Pick<Drawing, 'strokes'>): boolean => inkLength(drawing) < drawingLimits.leastInk;

/** How far `point` lies from the stretch between `from` and `to`. */
function offStretch(point: Point, from: Point, to: Point): number {
  const [, x, y] = from;
  const [dx, dy] = [to[1] - x, to[2] - y];
  const along = dx === 0 && dy === 0 ? 0 : ((point[1] - x) * dx + (point[2] - y) * dy) / (dx * dx + dy * dy);
  const at = Math.min(1, Math.max(0, along));
  return Math.hypot(point[1] - x - at * dx, point[2] - y - at * dy);
}

/** Douglas and Peucker: the fewest points of which no point left out lies further than `off`; both ends stay. */
function simplified(points: readonly Point[], off: number): Point[] {
  const kept = new Set([0, points.length - 1]);
  const open: [number, number][] = [[0, points.length - 1]];
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    const [first, last] = stretch;
    let furthest = first;
    let most = off;
    for (let at = first + 1; at < last; at += 1) {
      const away = offStretch(points[at]!, points[first]!, points[last]!);
      if (away > most) [furthest, most] = [at, away];
    }
    if (furthest === first) continue;
    kept.add(furthest);
    open.push([first, furthest], [furthest, last]);
  }
  return points.filter((_, at) => kept.has(at));
}

const pointCount = (strokes: readonly Stroke[]): number => strokes.reduce((sum, { points }) => sum + points.length, 0);

/** The strokes with at most `most` points in all: the straightest parts lose theirs first; what fits stays as it was measured. */
export function thinned(strokes: readonly Stroke[], most: number = drawingLimits.points): Stroke[] {
  let fitting = [...strokes];
  for (let off = 1; pointCount(fitting) > most; off *= 2)
    fitting = strokes.map((stroke) => ({ ...stroke, points: simplified(stroke.points, off) }));
  return fitting;
}

/** One line of even width: `d` as in an SVG path; all in CSS pixels. */
export interface InkLine {
  readonly width: number;
  readonly d: string;
}

const pixels = (tenths: number): number => Math.round(tenths) / 10;
const midway = (a: Point, b: Point): string => `${pixels((a[1] + b[1]) / 2)} ${pixels((a[2] + b[2]) / 2)}`;
const spot = ([, x, y]: Point): string => `${pixels(x)} ${pixels(y)}`;

/** Thick where the pen was pressed; where nothing measures that, thick where it lingered, as ink does. A share of the nib. */
function thickness(point: Point, before: Point | undefined, nib: number): number {
  const [at, , , pressure] = point;
  if (pressure >= 0) return 0.45 + (1.1 * pressure) / 1000;
  if (before === undefined) return 1;
  const speed = distance(before, point) / 10 / nib / Math.max(1, at - before[0]);
  return Math.max(0.5, 1.25 / (1 + 1.2 * speed));
}

/** The widths along a stroke, each drawn towards its neighbour so that none jumps, in sixteenths of the nib. */
function widths(points: readonly Point[], nib: number): number[] {
  let share: number | undefined;
  return points.map((point, at) => {
    const here = thickness(point, points[at - 1], nib);
    share = share === undefined ? here : share + (here - share) * 0.35;
    return Math.round((Math.round(share * 16) / 16) * nib * 100) / 100;
  });
}

/**
 * One stroke as smooth lines whose width follows pressure or speed; to be drawn with round ends and corners.
 * `nib`: how wide the pen is, in CSS pixels.
 */
export function inkLines(points: readonly Point[], nib: number): InkLine[] {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return [];
  const along = widths(points, nib);
  // A hundredth, not nought: not everything that draws SVG draws a line of no length.
  if (points.length === 1) return [{ width: along[0]!, d: `M${spot(first)}h.01` }];
  const lines = [{ width: along[0]!, d: `M${spot(first)}L${midway(first, points[1]!)}` }];
  for (let at = 1; at < points.length - 1; at += 1) {
    const curve = `Q${spot(points[at]!)} ${midway(points[at]!, points[at + 1]!)}`;
    const line = lines.at(-1)!;
    if (line.width === along[at]) line.d += curve;
    else lines.push({ width: along[at]!, d: `M${midway(points[at - 1]!, points[at]!)}${curve}` });
  }
  lines.at(-1)!.d += `L${spot(last)}`;
  return lines;
}

/** Left, upper, right and lower edge of the ink, in CSS pixels. */
function edges(strokes: readonly Stroke[]): readonly [number, number, number, number] {
  const all = strokes.flatMap(({ points }) => points);
  const reach = (pick: (a: number, b: number) => number, part: 1 | 2) =>
    all.map((point) => point[part]).reduce(pick) / 10;
  const [least, most] = [(a: number, b: number) => Math.min(a, b), (a: number, b: number) => Math.max(a, b)];
  return [reach(least, 1), reach(least, 2), reach(most, 1), reach(most, 2)];
}

/** How wide a pen looks right for a signature of this size: on paper it then is about as thick whoever signed on whatever glass. */
const nibFor = (width: number, height: number): number => Math.max(1, Math.max(height, width / 3) / 28);

/** The ink as a picture for the paper: an SVG without script or style sheet, cropped to the ink; it scales with its `viewBox`. */
export function drawingSvg({ strokes }: Pick<Drawing, 'strokes'>, colour = '#1b1f24'): string {
  const [left, top, right, bottom] = edges(strokes);
  const nib = nibFor(right - left, bottom - top);
  const round = (number: number) => Math.round(number * 10) / 10;
  const [width, height] = [round(right - left + 2 * nib), round(bottom - top + 2 * nib)];
  const paths = strokes
    .flatMap(({ points }) => inkLines(points, nib))
    .map(({ width, d }) => `<path stroke-width="${width}" d="${d}"/>`);
  const box = `viewBox="${round(left - nib)} ${round(top - nib)} ${width} ${height}" width="${width}" height="${height}"`;
  const pen = `fill="none" stroke="${colour}" stroke-linecap="round" stroke-linejoin="round"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box}><g ${pen}>${paths.join('')}</g></svg>`;
}
