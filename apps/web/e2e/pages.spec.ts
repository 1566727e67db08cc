import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, inBothLanguages } from './barriers.ts';
import { addressOf, aHearing, type OpenHearing } from './hearing.ts';
import { sizes, visit } from './house.ts';

let hearing: OpenHearing;
test.beforeAll(async ({ browser }) => {
  hearing = await aHearing(browser);
});
test.afterAll(() => hearing.close());

/** The state a page is in, in both languages; on a phone also in the largest type. */
async function expectNoBarrier(page: Page, what: string): Promise<void> {
  await inBothLanguages(page, (language) => expectAccessible(page, `${what} ${language}`));
  if ((page.viewportSize()?.width ?? 0) > sizes.phone.width) return;
  await page.getByRole('radio', { name: '特大' }).dispatchEvent('click');
  await expectAccessible(page, `${what} in the largest type`);
  await page.getByRole('radio', { name: '标准' }).dispatchEvent('click');
}

const loaded = async (page: Page): Promise<void> => {
  // Before its script has run a page has no title and nothing on it.
  await expect(page).toHaveTitle(/./);
  await expect(page.getByText('正在载入…')).toHaveCount(0);
};

test('[R18] no page holds a barrier: before anybody has signed in', async ({ browser }) => {
  const { house, community, meeting } = hearing;
  for (const size of ['phone', 'desk'] as const) {
    const { context, page } = await visit(browser, size);
    for (const path of [
      '/',
      '/about',
      '/setup',
      `/setup#${'x'.repeat(43)}`,
      `/c/${community}/sign-in`,
      `/c/${community}`,
    ]) {
      await page.goto(addressOf(house, path));
      await loaded(page);
      await expectNoBarrier(page, `${path} ${size}`);
    }
    for (const path of [
      `/c/${community}/enter`,
      `/c/${community}/enter#${'x'.repeat(43)}`,
      `/c/${community}/records`,
      `/c/${community}/public/${meeting}`,
      '/nowhere',
    ]) {
      await page.goto(addressOf(house, path));
      await loaded(page);
      await expectNoBarrier(page, `${path} ${size}`);
    }
    // Refused: a wrong link, a wrong password, a wrong code.
    await page.goto(addressOf(house, `/c/${community}/enter#${'x'.repeat(43)}`));
    await page.getByRole('button', { name: '进入会议' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expectNoBarrier(page, `a wrong link ${size}`);
    await page.goto(addressOf(house, `/c/${community}/sign-in`));
    await page.getByLabel('登录名').fill('nobody');
    await page.getByLabel('密码').fill('wrong-1234');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expectNoBarrier(page, `a wrong password ${size}`);
    await context.close();
  }
});

test('[R18] no page holds a barrier: those of the staff', async () => {
  const { house, community, meeting, chair } = hearing;
  const { page } = chair;
  for (const size of ['desk', 'tablet', 'phone'] as const) {
    await page.setViewportSize(sizes[size]);
    const meetingPages = ['prepare', 'notice', 'names', 'chair', 'recorder'].map(
      (name) => `/c/${community}/m/${meeting}/${name}`,
    );
    for (const path of [`/c/${community}`, `/c/${community}/records`, ...meetingPages]) {
      await page.goto(addressOf(house, path));
      await loaded(page);
      await expect(page.getByText('正在进入…')).toHaveCount(0);
      await expectNoBarrier(page, `${path} ${size}`);
    }
  }
  await page.setViewportSize(sizes.desk);
  await page.goto(addressOf(house, `/c/${community}/m/${meeting}/chair`));
});

test('[R18] no page holds a barrier: a seat from check-in to the end', async ({ browser }) => {
  const { chair, members } = hearing;
  const seat = await visit(browser, 'phone');
  const { page } = seat;
  const desk = chair.page;
  await page.goto(members[0]!.url);
  await page.getByRole('button', { name: '进入会议' }).click();
  await expect(page.getByRole('button', { name: '我在现场，签到' })).toBeVisible();
  await expectNoBarrier(page, 'check-in');
  await page.getByRole('button', { name: '我在现场，签到' }).click();
  await expect(page.getByText('会议还没有开始')).toBeVisible();
  await expectNoBarrier(page, 'waiting');
  await hearing.openSounding('是否赞成方案二');
  await expect(page.getByRole('radio', { name: '赞成', exact: true })).toBeVisible();
  await expectNoBarrier(page, 'a ballot');
  await page.getByRole('radio', { name: '赞成', exact: true }).check();
  await expectNoBarrier(page, 'a half-made choice');
  await page.getByRole('button', { name: '确认：赞成' }).click();
  await expect(page.getByRole('status').filter({ hasText: '已记录' })).toBeVisible();
  await expectNoBarrier(page, 'recorded');
  for (const tab of ['议程', '我的', '当前']) {
    await page.getByRole('button', { name: tab, exact: true }).click();
    await expectNoBarrier(page, `tab ${tab}`);
  }
  await desk.getByRole('button', { name: /^截止表态/ }).click();
  await expect(page.getByText(/表态已截止/)).toBeVisible();
  await expectNoBarrier(page, 'closed for answers');
  await expectNoBarrier(desk, 'closed for answers, chair');
  await desk.getByRole('button', { name: '核定结果' }).click();
  await expectNoBarrier(desk, 'established, chair');
  await desk.getByRole('button', { name: '宣布结果' }).click();
  await expect(page.getByText(/应表态 1 人/).first()).toBeVisible();
  await expectNoBarrier(page, 'a result');
  await desk.getByRole('button', { name: '休会', exact: true }).click();
  await expect(page.getByText('会议休会')).toBeVisible();
  await expectNoBarrier(page, 'adjourned');
  await expectNoBarrier(desk, 'adjourned, chair');
  await seat.context.close();
});

test('[R18] checking in and answering need nothing but the keyboard', async ({ browser }) => {
  const { chair, members } = hearing;
  await chair.page.getByRole('button', { name: '复会', exact: true }).click();
  const voter = await visit(browser, 'tablet');
  const { page } = voter;
  /** Tab by Tab until it has the focus, as somebody without a pointer gets there. */
  const tabTo = async (role: 'button' | 'radio', name: string) => {
    const wanted = page.getByRole(role, { name, exact: true });
    await expect(wanted).toBeVisible();
    for (let n = 0; n < 60; n += 1) {
      if (await wanted.evaluate((one) => one === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reached ${name}`);
  };
  await page.goto(members[1]!.url);
  await tabTo('button', '进入会议');
  await page.keyboard.press('Enter');
  await tabTo('button', '我在现场，签到');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '我要发言' })).toBeVisible();
  await hearing.openSounding('是否同意今天散会');
  await tabTo('radio', '赞成');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await tabTo('button', '确认：赞成');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '已记录：赞成' })).toBeVisible();
  await voter.context.close();
});
