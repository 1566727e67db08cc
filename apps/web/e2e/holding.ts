/** Holding a hearing through its pages, in either language. */
import { expect, type Page } from '@playwright/test';
import type { LinkLine } from '@yishiting/domain/api';
import { en as domainEn } from '../../../packages/domain/src/words/en.ts';
import { zhCN as domainZh } from '../../../packages/domain/src/words/zh-CN.ts';
import { staffEn as en } from '../src/lib/words/staff.en.ts';
import { staffZhCN as zhCN } from '../src/lib/words/staff.zh-CN.ts';
import { sizes, type Visitor } from './house.ts';

export const languages = [
  { language: 'zh-CN', locale: 'zh-CN', words: zhCN, domain: domainZh },
  { language: 'en', locale: 'en-GB', words: en, domain: domainEn },
] as const;

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Labels in words that begin so, or are just this, whatever their capitals. */
export const beginning = (text: string) => new RegExp(`^${literally(text)}`, 'i');
export const whole = (text: string) => new RegExp(`^${literally(text)}$`, 'i');
export const named = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Of the links that staff make: that of the nth person in a capacity. */
export const linkTo = (links: readonly LinkLine[], capacity: string, n = 0): LinkLine => {
  const found = links.filter(({ capacities }) => capacities.some((one) => one === capacity))[n];
  if (!found) throw new Error(`nobody is listed as ${capacity} ${n}`);
  return found;
};

type Words = (typeof languages)[number]['words'];

/** The steps that are the same in every hearing. */
export function holding(words: Words) {
  return {
    /** The first community of an installation; answers its code. */
    async setUp(
      page: Page,
      address: string,
      { community, body, name }: { community: string; body: string; name: string },
    ) {
      await page.goto(address);
      await named(page, words.setUp.own).click();
      for (const [label, value] of [
        [words.setUp.community, community],
        [words.setUp.body, body],
        [words.setUp.name, name],
        [words.setUp.login, 'zheng'],
        [words.setUp.password, 'guihua-2026'],
      ] as const)
        await page.getByLabel(label, { exact: true }).fill(value);
      await named(page, words.setUp.submit).click();
      await expect(page.getByRole('heading', { name: words.meetings.title, exact: true })).toBeVisible();
      return new URL(page.url()).pathname.split('/')[2] ?? '';
    },

    async checkIn({ page }: Visitor, url: string, remote = false): Promise<void> {
      await page.goto(url);
      await named(page, words.enter.submit).click();
      await named(page, remote ? words.seat.checkInRemote : words.seat.checkInHere).click();
    },

    /** A window of the chair's own computer as a projector; the panel is closed again. */
    async openWall({ page, context }: Visitor): Promise<Page> {
      const panel = named(page, words.screens.panel);
      await panel.click();
      const [wall] = await Promise.all([context.waitForEvent('page'), named(page, words.chair.projector).click()]);
      await wall.setViewportSize(sizes.wall);
      await panel.click();
      return wall;
    },

    /** Goes on to the next item, which is the nth of the five. */
    async atItem(page: Page, n: number): Promise<void> {
      await page.getByRole('button', { name: beginning(words.chair.next('')) }).click();
      await expect(page.getByText(words.seat.step(n, 5))).toBeVisible();
    },

    async confirmMinutes(page: Page): Promise<void> {
      const desk = page.getByRole('region', { name: words.minutes.title, exact: true });
      await named(page, words.minutes.confirm).click();
      await desk.getByRole('button', { name: words.minutes.confirmFinally }).click();
    },
  };
}
