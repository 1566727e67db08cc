/** Pictures for the guide: screens of the running product, alone or laid beside each other on a table. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';

/** A screen in a picture: how wide it is drawn, and where its top left corner lies, in px of the picture. */
export interface Laid {
  shot: string;
  left: number;
  top: number;
  width: number;
}

const asAddress = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`;

/** What the page shows now; `clip` from the top of the page, so many px high. */
export async function shotOf(page: Page, height?: number): Promise<string> {
  const width = page.viewportSize()?.width ?? 0;
  const clip = height === undefined ? undefined : { x: 0, y: 0, width, height };
  return asAddress(await page.screenshot({ ...(clip && { clip, fullPage: true }), animations: 'disabled' }));
}

/** A page of a PDF as it comes out of the printer. */
export function paperOf(pdf: Buffer, page = 1, dots = 80): string {
  const folder = mkdtempSync(join(tmpdir(), 'yishiting-paper-'));
  try {
    writeFileSync(join(folder, 'paper.pdf'), pdf);
    const pages = ['-f', `${page}`, '-l', `${page}`, '-singlefile', '-r', `${dots}`, '-png'];
    execFileSync('pdftoppm', [...pages, join(folder, 'paper.pdf'), join(folder, 'paper')]);
    return asAddress(readFileSync(join(folder, 'paper.png')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export class Album {
  readonly #page: Page;
  readonly #folder: string;

  private constructor(page: Page, folder: string) {
    this.#page = page;
    this.#folder = folder;
  }

  static async open(context: BrowserContext, folder: string): Promise<Album> {
    mkdirSync(folder, { recursive: true });
    return new Album(await context.newPage(), folder);
  }

  /** Writes a picture of screens laid on a table, the later ones above the earlier. */
  async write(name: string, width: number, height: number, laid: readonly Laid[]): Promise<void> {
    await this.#page.setViewportSize({ width, height });
    await this.#page.setContent(
      `<style>body{margin:0;background:#d9d6cc;height:${height}px;position:relative;overflow:hidden}
       img{position:absolute;box-shadow:0 3px 14px #0005;border-radius:8px}</style>` +
        laid
          .map(
            ({ shot, left, top, width: w }) => `<img src="${shot}" style="left:${left}px;top:${top}px;width:${w}px">`,
          )
          .join(''),
    );
    await this.#page.screenshot({ path: join(this.#folder, `${name}.png`) });
  }
}
