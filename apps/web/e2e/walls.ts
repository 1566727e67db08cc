import type { Page } from '@playwright/test';

/** Every text that stands on a wall: how high its letters are and where it ends, as shares of the picture's height. */
export function textsOf(wall: Page): Promise<{ text: string; size: number; bottom: number }[]> {
  return wall.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const holder = node.parentElement;
      const text = node.textContent?.trim();
      if (
        !holder ||
        !text ||
        holder.closest('.skip, .unseen, #svelte-announcer') ||
        holder.getClientRects().length === 0
      )
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const size = parseFloat(getComputedStyle(holder).fontSize) / innerHeight;
      found.push({ text: text.slice(0, 30), size, bottom: range.getBoundingClientRect().bottom / innerHeight });
    }
    return found;
  });
}
