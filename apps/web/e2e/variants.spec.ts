import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, inBothLanguages } from './barriers.ts';
import { aHearing, checkIn, type OpenHearing, openProjector } from './hearing.ts';
import { visit } from './house.ts';
import { beginMeeting, establish, open, prepare } from './variants.ts';

let hearing: OpenHearing;
test.beforeAll(async ({ browser }) => {
  hearing = await aHearing(browser);
});
test.afterAll(() => hearing.close());

const seen = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first();

/** Up to eight variants of 120 characters stand on the wall at once, none too small to be read from ten metres. */
async function expectOnWall(wall: Page, what: string): Promise<void> {
  await expectAccessible(wall, what);
  const { smallest, beyond } = await wall.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const sizes: number[] = [];
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const holder = text.parentElement;
      if (!holder || !text.textContent?.trim() || holder.closest('.skip, .unseen')) continue;
      if (holder.getClientRects().length > 0) sizes.push(parseFloat(getComputedStyle(holder).fontSize));
    }
    const beyond = document.documentElement.scrollHeight - innerHeight;
    return { smallest: Math.min(...sizes) / innerHeight, beyond };
  });
  expect(smallest, what).toBeGreaterThanOrEqual(1 / 30);
  expect(beyond, `${what}: higher than the wall`).toBeLessThanOrEqual(0);
}

/** The wall has no switches: it speaks the language that its browser remembers. */
async function onWallInBoth(wall: Page, what: string): Promise<void> {
  for (const language of ['en', 'zh-CN']) {
    await wall.evaluate((chosen) => localStorage.setItem('yishiting language', chosen), language);
    await wall.reload();
    await expect(wall.locator('table')).toBeVisible();
    await expectOnWall(wall, `${what} ${language}`);
  }
}

const checkInBoth = (page: Page, what: string) =>
  inBothLanguages(page, (language) => expectAccessible(page, `${what} ${language}`));

test('[R18] soundings on variants: choose one, choose several, grade; on phones, by hand, on the wall and in the minutes', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const { chair, members } = hearing;
  const [phone, tablet, quiet] = [
    await visit(browser, 'phone'),
    await visit(browser, 'tablet'),
    await visit(browser, 'phone'),
  ];
  const voters = [phone, tablet, quiet];
  for (const [n, voter] of voters.entries()) await checkIn(voter, members[n]!.url);
  const desk = chair.page;
  const wall = await openProjector(chair);
  await beginMeeting(desk);

  // Choose one. What is half typed survives a reload of the chair's page.
  await prepare(desk, {
    question: '费用如何分摊',
    method: '选一个方案',
    variants: ['按户平均分摊', '按楼层递增', '按面积分摊'],
  });
  await desk.reload();
  await expect(desk.getByRole('button', { name: /发起征询/ })).toBeVisible();
  await desk.keyboard.press('n');
  await expect(desk.getByLabel('征询的问题')).toHaveValue('费用如何分摊');
  await expect(desk.getByLabel('方案三', { exact: true })).toHaveValue('按面积分摊');
  await expect(desk.getByRole('radio', { name: '选一个方案' })).toBeChecked();
  await checkInBoth(desk, 'preparing');
  await open(desk);
  await phone.page.getByRole('radio', { name: '方案二：按楼层递增' }).check();
  await checkInBoth(phone.page, 'choose one');
  // Neither a push nor a reload touches what is ticked and not yet confirmed.
  await tablet.page.getByRole('radio', { name: /^方案一/ }).check();
  await tablet.page.getByRole('button', { name: '确认：方案一' }).click();
  await expect(seen(phone.page, '已有 1 人表态')).toBeVisible();
  await expect(phone.page.getByRole('radio', { name: /^方案二/ })).toBeChecked();
  await phone.page.reload();
  await expect(phone.page.getByRole('radio', { name: /^方案二/ })).toBeChecked();
  await phone.page.getByRole('button', { name: '确认：方案二' }).click();
  await expect(seen(phone.page, /已记录：方案二/)).toBeVisible();
  await expect(seen(phone.page, /您已表态/)).toBeVisible();
  await quiet.page.getByRole('radio', { name: '弃权' }).check();
  await quiet.page.getByRole('button', { name: '确认：弃权' }).click();
  await expect(desk.getByText('全部已表态')).toBeVisible();
  await onWallInBoth(wall, 'choose one, open');
  await establish(desk);
  const oneResult = '应表态 3 人，已表态 3 人：方案一 1 人，方案二 1 人，方案三 0 人，弃权 1 人。意向征询不作决定。';
  await expect(seen(desk, oneResult)).toBeVisible();
  expect(voters.flatMap(({ received }) => received).join('\n')).not.toMatch(/"counts":\{/);
  await desk.getByRole('button', { name: '宣布结果' }).click();
  await expect(seen(phone.page, oneResult)).toBeVisible();
  await expect(seen(wall, '应表态 3 人，已表态 3 人，弃权 1 人。')).toBeVisible();
  await onWallInBoth(wall, 'choose one, result');
  await checkInBoth(phone.page, 'choose one, result');

  // Choose several, eight variants of the greatest length; whoever has no device is entered by hand.
  const eight = Array.from({ length: 8 }, (_, n) =>
    `办法${n + 1}，${'由各户协商后报社区备案，'.repeat(10)}`.slice(0, 120),
  );
  await prepare(desk, { question: '哪些办法可以考虑？'.repeat(12), method: '选几个方案', variants: eight, most: 2 });
  await open(desk);
  const box = (page: Page, which: string) => page.getByRole('checkbox', { name: new RegExp(`^方案${which}`) });
  await expect(phone.page.getByText('还可选 2 项')).toBeVisible();
  await box(phone.page, '一').check();
  await expect(phone.page.getByText('还可选 1 项')).toBeVisible();
  await box(phone.page, '八').check();
  await expect(box(phone.page, '三')).toBeDisabled();
  await expect(phone.page.getByText(/已选满 2 项/)).toBeVisible();
  await phone.page.getByRole('radio', { name: '特大' }).dispatchEvent('click');
  await checkInBoth(phone.page, 'choose several, largest type');
  await phone.page.getByRole('radio', { name: '标准' }).dispatchEvent('click');
  await box(phone.page, '一').uncheck();
  await box(phone.page, '三').check();
  await phone.page.getByRole('button', { name: '确认：方案三、方案八' }).click();
  await expect(seen(phone.page, /已记录：方案三、方案八/)).toBeVisible();
  await tablet.page.getByRole('checkbox', { name: '弃权' }).check();
  await box(tablet.page, '八').check();
  await expect(tablet.page.getByRole('checkbox', { name: '弃权' })).not.toBeChecked();
  await tablet.page.getByRole('button', { name: '确认：方案八' }).click();
  await expect(seen(desk, /已有 2 人表态/)).toBeVisible();
  await onWallInBoth(wall, 'choose several, open');
  await desk.getByRole('button', { name: /^截止表态/ }).click();
  await desk.getByRole('button', { name: /^截止表态/ }).click();
  await desk.getByRole('button', { name: '录入举手或口头表态' }).click();
  await expect(desk.getByLabel('为什么不用本人设备')).toHaveValue('没有手机，当场举手');
  await desk.getByRole('button', { name: /^录入.*的表态$/ }).click();
  await box(desk, '四').check();
  await checkInBoth(desk, 'by hand');
  await desk.getByRole('button', { name: '确认录入' }).click();
  await expect(desk.getByText('全部已表态')).toBeVisible();
  // Entered wrongly: it stands in a list, and can be put right until the result is established.
  const entered = desk.getByRole('list', { name: '已录入' });
  await expect(entered.getByText('方案四', { exact: true })).toBeVisible();
  await entered.getByRole('button', { name: /^更正.*的表态$/ }).click();
  await box(desk, '四').uncheck();
  await box(desk, '三').check();
  await checkInBoth(desk, 'by hand, correcting');
  await desk.getByRole('button', { name: '确认更正' }).click();
  await expect(entered.getByText('方案三', { exact: true })).toBeVisible();
  await desk.getByRole('button', { name: '核定结果' }).click();
  await desk.getByRole('button', { name: '宣布结果' }).click();
  await expect(
    seen(phone.page, /每人至多选 2 个方案：方案一 0 人，方案二 0 人，方案三 2 人.*方案八 2 人，弃权 0 人/),
  ).toBeVisible();
  await onWallInBoth(wall, 'choose several, result');

  // Grades, in the largest type on a phone; incomplete until every variant has one.
  await prepare(desk, { question: '请分别表态', method: '给各方案分档', variants: eight });
  await open(desk);
  await phone.page.getByRole('radio', { name: '特大' }).dispatchEvent('click');
  const rows = (page: Page) => page.getByRole('group', { name: /^方案/ });
  await expect(rows(phone.page)).toHaveCount(8);
  for (let n = 0; n < 7; n += 1) await rows(phone.page).nth(n).getByRole('radio', { name: '可以接受' }).check();
  await expect(phone.page.getByText('还有 1 个方案没有选定档次。')).toBeVisible();
  await expect(phone.page.getByRole('button', { name: '确认以上档次' })).toHaveCount(0);
  await checkInBoth(phone.page, 'grades, largest type');
  await phone.page.reload();
  await rows(phone.page).nth(7).getByRole('radio', { name: '优先考虑' }).check();
  await phone.page.getByRole('button', { name: '确认以上档次' }).click();
  await expect(seen(phone.page, /已记录：方案一 可以接受，.*方案八 优先考虑/)).toBeVisible();
  for (const { page } of [tablet, quiet]) {
    await page.getByRole('checkbox', { name: /^弃权/ }).check();
    await page.getByRole('button', { name: '确认：弃权' }).click();
  }
  await expect(desk.getByText('全部已表态')).toBeVisible();
  await onWallInBoth(wall, 'grades, open');
  await establish(desk);
  await desk.getByRole('button', { name: '宣布结果' }).click();
  const gradedResult = /方案八，优先考虑 1 人、可以接受 0 人、不宜采用 0 人；弃权 2 人。意向征询不作决定。/;
  await expect(seen(phone.page, gradedResult)).toBeVisible();
  await onWallInBoth(wall, 'grades, result');
  await checkInBoth(desk, 'all announced');

  // Three and four have two lines each, in larger type.
  for (const count of [3, 4]) {
    const question = '哪些办法可以考虑？'.repeat(20);
    await prepare(desk, { question, method: '选几个方案', variants: eight.slice(0, count), most: 2 });
    await open(desk);
    await expect(wall.locator('tbody tr')).toHaveCount(count);
    await expectOnWall(wall, `${count} variants`);
    await desk.getByRole('button', { name: '作废' }).click();
    await desk.getByLabel('作废的理由').fill('表述有误');
    await desk.getByRole('button', { name: '作废' }).click();
    await expect(desk.getByText('已作废').first()).toBeVisible();
  }
  await phone.page.getByRole('button', { name: '我的', exact: true }).click();
  await expect(seen(phone.page, /已记录：方案三、方案八/)).toBeVisible();

  // The minutes say what was asked, how, and what came of it.
  const minutes = desk.getByText(
    /就“费用如何分摊”进行意向征询（记名，选择一个方案），应表态 3 人。方案一：按户平均分摊；方案二：/,
  );
  await expect(minutes.first()).toBeVisible();
  await expect(desk.getByText(`主持人宣布意向征询结果。${oneResult}`).first()).toBeVisible();
});
