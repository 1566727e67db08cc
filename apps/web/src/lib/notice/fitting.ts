/** How large a notice may be set so that it hangs as one sheet: reckoned from its length, since a board is read from afar. */

/** mm of the printed area; margins of 22 and 28 mm, as {@link sheets} says. */
export const sheets = {
  a4: { name: 'A4', margin: 22, width: 210 - 44, height: 297 - 44, largest: 16, least: 11 },
  a3: { name: 'A3', margin: 28, width: 297 - 56, height: 420 - 56, largest: 24, least: 15 },
} as const;
export type Sheet = keyof typeof sheets;

const mmOfPoint = 25.4 / 72;
/** As the page sets it: lines of 1.75, the title half as large again, the foot's own space. */
const [lineHeight, titleSize, spare] = [1.75, 1.5, 5];

/** Halves for letters and figures, a whole for everything that is as wide as a Chinese character. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x2000 ? 0.55 : 1), 0);

/** Points in which the paper fits one sheet; the least size, where even that takes several. */
export function pointsFor(
  { title, paragraphs }: { title: string; paragraphs: readonly string[] },
  sheet: Sheet,
): number {
  const { width, height, largest, least } = sheets[sheet];
  for (let points = largest; points > least; points -= 0.5) {
    const across = Math.floor(width / (points * mmOfPoint));
    const lines = paragraphs.reduce((sum, one) => sum + Math.ceil((widthOf(one) + 2) / across), 0);
    const ofTitle = Math.ceil((widthOf(title) * titleSize) / across) * titleSize;
    if ((lines + ofTitle + spare) * lineHeight * points * mmOfPoint <= height) return points;
  }
  return least;
}
