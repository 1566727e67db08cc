/** Ways to arrive: a card on paper, the first page of the installation, an address typed wrongly, a personal link. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { addressOf, aHearing, linksOf, type OpenHearing } from './hearing.ts';
import { visit } from './house.ts';

let hearing: OpenHearing;
test.beforeAll(async ({ browser }) => {
  hearing = await aHearing(browser);
});
test.afterAll(() => hearing.close());

/** The pages of a PDF as text without spaces, which its lines break at will. */
const textOf = (pdf: Buffer): string[] =>
  execFileSync('pdftotext', ['-', '-'], { input: pdf })
    .toString()
    .split('\f')
    .map((page) => page.replace(/\s/g, ''))
    .filter((page) => page !== '');

test('a card on paper says which meeting, when, where, for whom, and what to type without a camera', async () => {
  const { house, community, meeting, chair, links } = hearing;
  const page = await chair.context.newPage();
  await page.goto(addressOf(house, `/c/${community}/m/${meeting}/names`));
  await page.getByRole('button', { name: '生成入会卡' }).click();
  const cards = page.locator('article');
  await expect(cards).toHaveCount(links.length);
  await expect(cards.locator('svg')).toHaveCount(links.length);
  const { matter, plannedAt, place, joinCode } = await page.evaluate(
    async (path) => (await fetch(path)).json(),
    `/c/${community}/api/meetings/${meeting}/invitation`,
  );
  const year = new Date(plannedAt).getFullYear();
  const code = `${joinCode.slice(0, 3)} ${joinCode.slice(3)}`;
  const typed = `没有摄像头的，打开 yishiting.test:${house.port} 输入入会码 ${code}`;
  for (const [n, { name }] of links.entries()) {
    for (const said of ['演示', matter, `时间：${year}年`, place, name, typed]) {
      await expect(cards.nth(n)).toContainText(said);
    }
  }
  const sheets = textOf(await page.pdf({ preferCSSPageSize: true }));
  expect(sheets.length).toBe(Math.ceil(links.length / 8));
  for (const sheet of sheets) {
    // As many heads as feet: no card is torn apart.
    const feet = sheet.split(`输入入会码${joinCode}`).length - 1;
    expect(sheet.split(`时间：${year}年`).length - 1).toBe(feet);
    expect(feet).toBeLessThanOrEqual(8);
  }
  for (const { name } of links) expect(sheets.join('')).toContain(name);
  expect(sheets.join('')).not.toContain('/enter#');
  // As a file the same cards, without making the links anew.
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载入会卡' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^社区工作听证会入会卡-.+\.pdf$/);
  const filed = textOf(readFileSync(await file.path()));
  expect(filed.length).toBe(Math.ceil(links.length / 8));
  for (const { name } of links) expect(filed.join('')).toContain(name);
  expect(filed.join('')).toContain(`输入入会码${joinCode}`);
  await expect(page.getByText(/^已生成“社区工作听证会入会卡-/)).toBeVisible();
  await page.close();
});

test('the first page leads staff to the sign-in of their community, and does not ask for what only an address knows', async ({
  browser,
}) => {
  const { house, community } = hearing;
  const { page, context } = await visit(browser, 'phone');
  await page.goto(addressOf(house, '/'));
  const staff = page.getByRole('region', { name: '工作人员登录' });
  const demonstrations = staff.getByRole('listitem').filter({ hasText: '演示' });
  await expect(staff.getByRole('link', { name: '南门街道示范社区' })).toBeVisible();
  // Only the demonstration is there: its communities are listed as such, and nothing says that nothing is.
  await expect(demonstrations).toHaveCount(await staff.getByRole('listitem').count());
  await expect(page.getByText('还没有设置')).toHaveCount(0);
  await expect(page.getByRole('textbox')).toHaveCount(1);
  await staff.getByRole('link', { name: '南门街道示范社区' }).click();
  await expect(page).toHaveURL(new RegExp(`/c/${community}/sign-in$`));
  await context.close();
});

test('an address of no community says so at once and leads home', async ({ browser }) => {
  const { house, community } = hearing;
  const { page, context } = await visit(browser, 'phone');
  for (const path of ['/c/nowhere', '/c/nowhere/sign-in', '/c/nowhere/people']) {
    await page.goto(addressOf(house, path));
    await expect(page.getByText('这台服务器上没有这个社区')).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await expect(page.getByRole('link', { name: '登录' })).toHaveCount(0);
    await expect(page.getByRole('link', { name: '回到首页' })).toBeVisible();
  }
  await page.goto(addressOf(house, `/c/${community}/sign-in`));
  await expect(page.getByText('南门街道示范社区')).toBeVisible();
  await expect(page.getByLabel('登录名')).toBeVisible();
  await context.close();
});

test('whoever prepares a meeting hears at once all that keeps it from being called, and why a button waits', async () => {
  const { house, community, chair } = hearing;
  const page = await chair.context.newPage();
  await page.goto(addressOf(house, `/c/${community}`));
  await page.getByLabel('事项').fill('停车位重新划线');
  await page.getByRole('button', { name: '建立并开始准备' }).click();
  await page.getByRole('button', { name: '召集会议', exact: true }).click();
  const call = page.getByRole('region', { name: '召集会议' });
  const fields = ['地点：请填写。', '时间：请填写。'];
  for (const gap of [...fields, '参会人员：请指定主持人。', '记录人：请指定记录人。']) {
    await expect(call.getByRole('link', { name: gap, exact: true })).toBeVisible();
  }
  await call.getByRole('link', { name: '记录人：' }).click();
  await expect(page.getByRole('heading', { name: '参会人员' })).toBeFocused();
  for (const link of await page.getByRole('navigation', { name: '本页内容' }).getByRole('link').all()) {
    const box = await link.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
  await call.getByText('立即开会', { exact: true }).click();
  const now = call.getByRole('button', { name: '不经公告，立即召集' });
  await expect(now).toBeDisabled();
  await expect(now).toHaveAccessibleDescription(/请先选择或写明理由/);
  await call.getByLabel('为什么可以不经公告立即开会').fill('到会人员一致同意');
  await expect(now).toBeEnabled();
  await expect(now).toHaveAccessibleDescription('');
  await page.close();
});

test('[R9] a personal link says which community before the tap and whose it is only after it', async ({ browser }) => {
  const { community, meeting, chair } = hearing;
  // The cards above made all links anew.
  const links = await linksOf(chair.page, community, meeting);
  const { name, url } = links.filter(({ capacities }) => capacities.includes('member'))[8]!;
  const first = await visit(browser, 'phone');
  await first.page.goto(url);
  await expect(first.page.getByText('您将进入南门街道示范社区的会议。')).toBeVisible();
  await expect(first.page.getByText('演示', { exact: true })).toBeVisible();
  expect(first.received.join('')).not.toContain(name);
  await first.page.getByRole('button', { name: '进入会议' }).click();
  await expect(first.page.getByRole('heading', { name: new RegExp(name) })).toBeVisible();
  await expect(first.page).toHaveTitle(/^我的席位 · /);
  // What a screen reader was told on arriving.
  await expect(first.page.locator('#svelte-announcer')).toHaveText('我的席位 · 议事厅');
  const second = await visit(browser, 'phone');
  await second.page.goto(url);
  await expect(second.page.getByText('您将进入南门街道示范社区的会议。')).toBeVisible();
  expect(second.received.join('')).not.toContain(name);
  await second.page.getByRole('button', { name: '进入会议' }).click();
  await expect(second.page.getByText(`这是${name}的入会链接。`)).toBeVisible();
  await first.context.close();
  await second.context.close();
});

test('in English a line begins with a capital', async ({ browser }) => {
  const { community, meeting, chair } = hearing;
  const links = await linksOf(chair.page, community, meeting);
  const { page, context } = await visit(browser, 'phone', 'en');
  await page.goto(links.filter(({ capacities }) => capacities.includes('member'))[7]!.url);
  await page.getByRole('button', { name: 'Enter the meeting' }).click();
  // As shown, whatever the case of the letters in the page: `innerText` knows of styles.
  await expect(page.getByRole('banner')).toContainText('Not yet open', { useInnerText: true });
  await page.getByRole('button', { name: 'Mine' }).click();
  await expect(page.getByRole('definition').filter({ hasText: 'Not here yet' })).toBeVisible();
  await context.close();
});
