/** Contact sheets: screenshots of one kind of screen beside each other, in both languages, to be looked at. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { sizes } from './house.ts';

export const folder = join(import.meta.dirname, '../../../test-results/sheets');

/** How many screenshots stand in a row of a sheet. */
const columns = { phone: 5, tablet: 2, desk: 2, wall: 2 } as const;

export type Size = keyof typeof sizes;

export class Sheets {
  readonly #shots = new Map<Size, { what: string; picture: string }[]>();

  /** The page as it is, in both languages; it is left in Chinese. */
  async shoot(page: Page, what: string): Promise<void> {
    await this.#take(page, `${what} 中`);
    await page.getByRole('radio', { name: 'English' }).dispatchEvent('click');
    await page.waitForTimeout(150);
    await this.#take(page, `${what} en`);
    await page.getByRole('radio', { name: '中文' }).dispatchEvent('click');
    await page.waitForTimeout(100);
  }

  /** The page as it is, in the language it is in; `whole`: also what is beyond the screen. */
  async once(page: Page, what: string, whole = false): Promise<void> {
    await this.#take(page, what, whole);
  }

  async #take(page: Page, what: string, whole = false): Promise<void> {
    const size = sizeOf(page);
    const picture = (await page.screenshot({ fullPage: whole })).toString('base64');
    this.#shots.set(size, [...(this.#shots.get(size) ?? []), { what, picture }]);
  }

  /** Writes the sheets, a few screenshots each, under test-results/sheets. */
  async write(context: BrowserContext, name: string): Promise<void> {
    mkdirSync(folder, { recursive: true });
    const page = await context.newPage();
    for (const [size, shots] of this.#shots) {
      const across = columns[size];
      const perSheet = size === 'phone' ? 5 : 2;
      for (let from = 0; from < shots.length; from += perSheet) {
        const some = shots.slice(from, from + perSheet);
        await page.setViewportSize({ width: across * (sizes[size].width + 10), height: 400 });
        await page.setContent(
          `<style>body{margin:0;background:#777;display:grid;grid-template-columns:repeat(${across},auto);gap:10px;font:14px sans-serif;color:#fff}img{display:block}</style>` +
            some.map(({ what, picture }) => `<div>${what}<img src="data:image/png;base64,${picture}"></div>`).join(''),
        );
        await page.screenshot({
          path: join(folder, `${name}-${size}-${String(from / perSheet + 1).padStart(2, '0')}.png`),
          fullPage: true,
        });
      }
    }
    await page.close();
  }
}

function sizeOf(page: Page): Size {
  const width = page.viewportSize()?.width;
  const found = (Object.keys(sizes) as Size[]).find((size) => sizes[size].width === width);
  if (!found) throw new Error(`No size is ${width} wide`);
  return found;
}
