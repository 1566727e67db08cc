import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** No state of a page may hold a barrier: axe finds nothing, and nothing is wider than the screen. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // No page holds a frame, so that axe need not gather its findings in a page of its own each time.
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  expect(found, what).toEqual([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wider, `${what}: wider than the screen`).toBeLessThanOrEqual(0);
}

/** The words of the other language are fetched first; until then the page speaks the one before. */
async function choose(page: Page, name: string, language: string): Promise<void> {
  await page.getByRole('radio', { name }).dispatchEvent('click');
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

export async function inBothLanguages(page: Page, check: (language: string) => Promise<void>): Promise<void> {
  await check('zh-CN');
  await choose(page, 'English', 'en');
  await check('en');
  await choose(page, '中文', 'zh-CN');
}
