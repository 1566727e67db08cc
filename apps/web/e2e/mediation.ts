/** A mediation in Chinese through its pages: begun at once from names, shown on a wall of another computer. */
import { expect, type Browser, type Page } from '@playwright/test';
import { addressOf, askApi } from './hearing.ts';
import { languages, named } from './holding.ts';
import { visit, type OpenHouse, type Visitor } from './house.ts';

const { words, domain } = languages[0];

export const organ = { community: '桂花社区', body: '桂花社区居民委员会', name: '郑主任' };

/** Opens the form, and types all but the recorder. */
export async function typeWalkIn(desk: Page): Promise<void> {
  await named(desk, words.mediation.walkIn).click();
  await desk.getByLabel(words.meetings.matter, { exact: true }).fill('楼上卫生间漏水');
  await desk.getByLabel(words.mediation.partyOf(domain.mediation.side(1))).fill('李桂芬');
  await desk.getByLabel(words.mediation.partyOf(domain.mediation.side(2))).fill('陈国栋');
  await desk.getByLabel(words.mediation.place).fill('社区调解室');
}

/** Begins what was typed; the desk is the chair's. @returns the meeting */
export async function beginWalkIn(desk: Page): Promise<string> {
  await desk.getByLabel(words.mediation.recorder).fill('林记录');
  await named(desk, words.mediation.start).click();
  await named(desk, words.mediation.sureYes).click();
  await expect(desk.getByRole('heading', { name: words.mediation.title })).toBeVisible();
  return new URL(desk.url()).pathname.split('/')[4] ?? '';
}

/** A window of another computer, shown by the code that stands on it. */
export async function aWall(
  browser: Browser,
  house: OpenHouse,
  desk: Page,
  of: { community: string; meeting: string },
  locale = 'zh-CN',
): Promise<Visitor> {
  const wall = await visit(browser, 'wall', locale);
  await wall.page.goto(addressOf(house, '/screen'));
  const code = wall.page.locator('strong');
  await expect(code).toHaveText(/^[A-HJ-NP-Z2-9]{3} [A-HJ-NP-Z2-9]{3}$/);
  await askApi(desk, of.community, 'POST', `meetings/${of.meeting}/screens`, { code: await code.innerText() });
  return wall;
}
