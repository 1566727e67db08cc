/** Where a page stands in the box that it is looked at in. All in the same unit. */

export interface Size {
  width: number;
  height: number;
}
export interface Placed extends Size {
  left: number;
  top: number;
}
/** The page whole, or larger with one of three parts of it in sight. */
export type Part = 'whole' | 'top' | 'middle' | 'bottom';

/** How much of three heights of the box a page may fill at most, so that its three parts overlap and no line is lost. */
const threeParts = 2.8;

/** As large as it goes: whole, or as wide as the box with the part asked for in sight. A page that is low anyway is whole. */
export function placed(page: Size, box: Size, part: Part): Placed {
  const whole = Math.min(box.width / page.width, box.height / page.height);
  const wide = Math.min(box.width / page.width, (threeParts * box.height) / page.height);
  const scale = part === 'whole' ? whole : Math.max(whole, wide);
  const [width, height] = [page.width * scale, page.height * scale];
  const over = Math.max(0, height - box.height);
  const top = over === 0 ? (box.height - height) / 2 : -over * { whole: 0, top: 0, middle: 0.5, bottom: 1 }[part];
  return { width, height, left: (box.width - width) / 2, top };
}

/** So many times as wide as the box, which grows with it. */
export function widened(page: Size, box: Size, times: number): Placed {
  const width = box.width * times;
  return { width, height: (width * page.height) / page.width, left: 0, top: 0 };
}

/** What a browser draws of one page at most, in pixels: Safari draws nothing on a canvas of more than 16 million. */
export const drawn = { pixels: 16_000_000, side: 8_192 } as const;

/** The scale at which a page is `width` pixels wide, or smaller where it would be more than a browser draws. */
export function scaleFor(page: Size, width: number): number {
  const byPixels = Math.sqrt(drawn.pixels / (page.width * page.height));
  return Math.min(width / page.width, byPixels, drawn.side / Math.max(page.width, page.height));
}
