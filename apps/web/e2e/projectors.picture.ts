import { expect, test } from '@playwright/test';
import { aHearing, addressOf, checkIn } from './hearing.ts';
import { sizes, visit } from './house.ts';
import { aChinesePdf, attach } from './papers.ts';
import { Sheets } from './sheets.ts';

test('every content of a projector, and the panel by which it is chosen', async ({ browser }) => {
  test.setTimeout(400_000);
  const hearing = await aHearing(browser);
  const { chair, members, house, community, meeting } = hearing;
  const desk = chair.page;
  const sheets = new Sheets();
  const phone = await visit(browser, 'phone');
  await checkIn(phone, members[0]!.url);
  await desk.getByRole('button', { name: '投影', exact: true }).click();
  const walls = [];
  for (const locale of ['zh-CN', 'en']) {
    const wall = await visit(browser, 'wall', locale);
    await wall.page.goto(addressOf(house, '/screen'));
    await expect(wall.page.locator('strong')).toHaveText(/^[A-Z2-9]{3} [A-Z2-9]{3}$/);
    await desk.getByRole('button', { name: '连接投影' }).click();
    await desk.getByLabel('投影设备上显示的连接码').fill(await wall.page.locator('strong').innerText());
    await desk.keyboard.press('Enter');
    await expect(wall.page.getByRole('heading', { level: 1 })).toContainText('加装电梯');
    await desk.getByRole('button', { name: '连接投影' }).click();
    walls.push(wall.page);
  }
  const shoot = async (what: string) => {
    await desk.waitForTimeout(500);
    for (const wall of walls) await sheets.once(wall, what);
  };
  const show = async (what: string, text?: string) => {
    await desk.getByLabel('显示什么').selectOption(what);
    if (text !== undefined) await desk.getByLabel('文字内容').fill(text);
    await desk.getByRole('button', { name: '现在显示' }).click();
    await shoot(`${what} ${text?.length ?? ''}`);
  };
  await shoot('welcome');
  await show('意向征询');
  await hearing.openSounding('费用分摊采用方案二：一至二层不分摊，三层起逐层递增');
  await desk.getByRole('button', { name: '3 分钟' }).click();
  for (const what of ['跟随会议', '当前事项', '发言和计时', '意向征询', '入会码', '议程']) await show(what);
  const plan = aChinesePdf({
    pages: [['费用分摊方案（征求意见稿）', '三层每户一万二千元', '四层每户一万八千元'], ['附件']],
  });
  await attach(desk, `/c/${community}/api/meetings/${meeting}/files`, '费用分摊方案.pdf', plan);
  for (const part of ['整页', '上部']) {
    await desk.getByLabel('显示什么').selectOption('材料、照片');
    await desk.getByRole('combobox', { name: '显示范围' }).selectOption(part);
    await desk.getByRole('button', { name: '现在显示' }).click();
    await desk.waitForTimeout(2_500);
    await shoot(`document ${part}`);
  }
  await show('文字', '请安静');
  await show('文字', '午休后两点继续，请各位代表带好材料，从东门进入会场。');
  await show(
    '文字',
    '为保证听证会顺利进行，请各位代表将手机调至静音；发言请先举手，经主持人同意后发言，每人发言不超过五分钟。'.repeat(
      3,
    ),
  );
  await show('文字', 'Please hand in your opinion sheets at the desk by the door. '.repeat(3).trim());
  await show('遮黑');
  await desk.keyboard.press('Escape');
  for (const [what, where] of [
    ['入会码', '全部投影'],
    ['文字', '投影 2'],
    ['议程', '投影 1'],
  ] as const) {
    await desk.getByLabel('显示什么').selectOption(what);
    if (what === '文字') await desk.getByLabel('文字内容').fill('休息十分钟，十点一刻继续。');
    await desk.getByLabel('显示在').selectOption(where);
    await desk.getByRole('button', { name: '排入待放' }).click();
    await desk.waitForTimeout(400);
  }
  await desk.getByRole('button', { name: '恢复显示' }).click();
  await desk.getByLabel('显示什么').selectOption('议程');
  await desk.getByLabel('显示在').selectOption('投影 1');
  await desk.getByRole('button', { name: '现在显示' }).click();
  await walls[1]!.context().setOffline(true);
  await expect(walls[1]!.getByText(/Picture stopped/)).toBeVisible();
  await sheets.once(walls[1]!, 'stale');
  await desk.getByText('画面设置、断开').first().click();
  for (const size of ['desk', 'tablet', 'phone'] as const) {
    await desk.setViewportSize(sizes[size]);
    await desk.waitForTimeout(300);
    await sheets.shoot(desk, 'panel');
    if (size === 'phone') await sheets.once(desk, 'panel, all of it', true);
  }
  expect(meeting + community).not.toBe('');
  await sheets.write(chair.context, 'projectors');
  await hearing.close();
});
