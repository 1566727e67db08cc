import { expect, test } from '@playwright/test';
import { expectAccessible, inBothLanguages } from './barriers.ts';
import { addressOf, openDemonstration } from './hearing.ts';
import { openHouse, visit } from './house.ts';

test('the demonstration is removed in two steps, by its name, and its pages are gone', async ({ browser }) => {
  const house = await openHouse();
  try {
    const desk = await visit(browser, 'desk');
    const { page } = desk;
    const { community } = await openDemonstration(desk, house);
    await page.goto(addressOf(house, `/c/${community}`));
    await page.getByRole('button', { name: '删除演示社区' }).click();
    await expect(page.getByText('删除后不能恢复；真实的社区不受影响。')).toBeVisible();
    await inBothLanguages(page, (language) => expectAccessible(page, `removing ${language}`));
    await page.getByLabel('请输入“南门街道示范社区”以确认').fill('南门街道');
    await page.getByRole('button', { name: '全部删除' }).click();
    await expect(page.getByText('与社区名称不一致，请照原样填写。')).toBeVisible();
    await page.getByLabel('请输入“南门街道示范社区”以确认').fill('南门街道示范社区');
    await page.getByRole('button', { name: '全部删除' }).click();
    await expect(page.getByText('演示社区已经删除。')).toBeVisible();
    const answers = await page.evaluate(
      async (codes) => Promise.all(codes.map(async (code) => (await fetch(`/c/${code}/api/session`)).status)),
      ['nanmen-demo', 'beiyuan-demo'],
    );
    expect(answers).toEqual([404, 404]);
    await desk.context.close();
  } finally {
    await house.close();
  }
});
