import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** No state of a page may hold a barrier: axe finds nothing, and nothing is wider than the screen. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  expect(found, what).toEqual([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wider, `${what}: wider than the screen`).toBeLessThanOrEqual(0);
}

export async function inBothLanguages(page: Page, check: (language: string) => Promise<void>): Promise<void> {
  await check('zh-CN');
  await page.getByRole('radio', { name: 'English' }).dispatchEvent('click');
  await check('en');
  await page.getByRole('radio', { name: '中文' }).dispatchEvent('click');
}
