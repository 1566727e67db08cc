/**
 * How large a text can stand on a wall so that all of it is seen. Reckoned and not measured, so that a small picture of
 * the wall and the wall itself come to the same.
 */

/** The width of a text in units of its size: a Chinese character is as wide as high, others on the average a bit over half. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter >= '\u2e80' ? 1 : /[A-ZMW@%]/.test(letter) ? 0.75 : 0.56), 0);

/** What a line may not be broken within: a Chinese character with the mark that follows it, a word, or a phrase. */
const parts = {
  characters: /[\u2e80-\u{10ffff}][，。；：、？！）》”’]*|[^\s\u2e80-\u{10ffff}]+\s*|\s+/gu,
  /** As Phrases.svelte breaks. */
  phrases: /[^，。；：、？！]*[，。；：、？！]+|[^，。；：、？！]+$/gu,
} as const;

/** Lines that a text takes at `perLine` units of its size, breaking between its parts. */
export function linesOf(text: string, perLine: number, by: keyof typeof parts = 'characters'): number {
  return text.split('\n').reduce((sum, line) => sum + linesOfOne(line.match(parts[by]) ?? [], perLine), 0);
}

function linesOfOne(pieces: readonly string[], perLine: number): number {
  let [lines, filled] = [1, 0];
  for (const piece of pieces) {
    const width = widthOf(piece.trimEnd());
    if (filled > 0 && filled + width > perLine) {
      lines += 1;
      filled = 0;
    }
    if (width > perLine) lines += Math.ceil(width / perLine) - 1;
    filled = width > perLine ? perLine : filled + widthOf(piece);
  }
  return lines;
}

interface Room {
  /** Of the field, in the same unit as the sizes. */
  width: number;
  height: number;
  /** Largest first; the last one is taken where none fits. */
  sizes: readonly number[];
  /** Height of a line in units of its size. */
  leading: number;
  by?: keyof typeof parts;
}

/** The largest of the sizes at which the text fits into the field. */
export function fittingSize(text: string, { width, height, sizes, leading, by }: Room): number {
  const fits = (size: number) => linesOf(text, width / size, by) * size * leading <= height;
  return sizes.find(fits) ?? sizes.at(-1) ?? 0;
}
