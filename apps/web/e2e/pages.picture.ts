import { expect, test, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aHearing, addressOf, checkIn, openProjector, recordOpinion } from './hearing.ts';
import { openHouse, sizes, visit } from './house.ts';
import { folder, Sheets } from './sheets.ts';

const question = '费用分摊采用方案二：一至二层不分摊，三层起逐层递增';
const loaded = async (page: Page) => {
  await expect(page.getByText(/正在(载入|进入)…/)).toHaveCount(0);
  await page.waitForTimeout(250);
};

test('every page in both languages, at the sizes it is used in', async ({ browser }) => {
  test.setTimeout(600_000);
  const hearing = await aHearing(browser);
  const { house, community, meeting, chair, links, members } = hearing;
  const sheets = new Sheets();
  const at = (path: string) => addressOf(house, path);

  // Before anybody has signed in.
  for (const size of ['phone', 'desk'] as const) {
    const { context, page } = await visit(browser, size);
    for (const path of ['/', '/about', '/setup', `/setup#${'x'.repeat(43)}`, `/c/${community}/sign-in`, '/nowhere']) {
      await page.goto(at(path));
      await loaded(page);
      await sheets.shoot(page, path.slice(0, 20));
    }
    await context.close();
  }

  // The desk before the meeting.
  const desk = chair.page;
  const ofMeeting = (name: string) => `/c/${community}/m/${meeting}/${name}`;
  for (const size of ['desk', 'phone', 'tablet'] as const) {
    await desk.setViewportSize(sizes[size]);
    for (const path of [
      `/c/${community}`,
      ofMeeting('prepare'),
      ofMeeting('names'),
      ofMeeting('notice'),
      ofMeeting('observers'),
      `/c/${community}/people`,
      `/c/${community}/people/accounts`,
      `/c/${community}/records`,
      ofMeeting('chair'),
    ]) {
      await desk.goto(at(path));
      await loaded(desk);
      await sheets.shoot(desk, path.split('/').slice(-2).join('/'));
    }
  }
  await desk.setViewportSize(sizes.desk);
  const wall = await openProjector(chair);
  await wall.setViewportSize(sizes.wall);
  await expect(wall.getByRole('heading', { name: '欢迎参加' })).toBeVisible();
  await sheets.once(wall, 'welcome');

  // Seats.
  const phone = await visit(browser, 'phone');
  await phone.page.goto(members[0]!.url);
  await loaded(phone.page);
  await sheets.shoot(phone.page, 'enter');
  await phone.page.getByRole('button', { name: '进入会议' }).click();
  await loaded(phone.page);
  await sheets.shoot(phone.page, 'check in');
  await phone.page.getByRole('button', { name: '我在现场，签到' }).click();
  await loaded(phone.page);
  await sheets.shoot(phone.page, 'waiting');
  const tablet = await visit(browser, 'tablet');
  await checkIn(tablet, members[1]!.url);
  const others = [];
  for (const member of members.slice(2, 5)) {
    const other = await visit(browser, 'phone');
    await checkIn(other, member.url, true);
    others.push(other);
  }
  const recorder = await visit(browser, 'tablet');
  const recorderLink = links.find(({ capacities }) => capacities.includes('recorder'))!;
  await checkIn(recorder, recorderLink.url);

  await desk.getByRole('button', { name: '宣布开会' }).click();
  for (const place of [1, 2, 3]) {
    await desk.getByRole('button', { name: /^下一项/ }).click();
    await expect(desk.getByText(`第 ${place} 项 · 共 5 项`)).toBeVisible();
  }
  await desk.getByRole('button', { name: '3 分钟' }).click();
  await sheets.shoot(desk, 'in session, clock');
  await sheets.once(wall, 'an item, clock');
  await sheets.shoot(phone.page, 'an item');
  await phone.page.getByRole('button', { name: '议程', exact: true }).click();
  await sheets.shoot(phone.page, 'agenda');
  await phone.page.getByRole('button', { name: '我的', exact: true }).click();
  await sheets.shoot(phone.page, 'mine');
  await phone.page.getByRole('button', { name: '当前', exact: true }).click();
  await recorder.page.goto(at(`${ofMeeting('recorder')}?seat=${recorderLink.seat}`));
  await loaded(recorder.page);
  await sheets.shoot(recorder.page, 'recorder');

  await desk.getByRole('button', { name: /发起征询/ }).click();
  await desk.getByLabel('征询的问题').fill(question);
  await sheets.shoot(desk, 'preparing a sounding');
  await desk.getByRole('button', { name: /^确认实到/ }).click();
  await desk.getByRole('button', { name: '开始表态' }).click();
  // Three of them are remote, and nobody has checked who they are.
  await desk.getByRole('button', { name: '仍然开始表态' }).click();
  await expect(desk.getByText('表态进行中')).toBeVisible();
  await loaded(phone.page);
  await sheets.shoot(phone.page, 'ballot');
  await phone.page.getByRole('radio', { name: '赞成', exact: true }).check();
  await sheets.shoot(phone.page, 'half made');
  await phone.page.getByRole('radio', { name: '特大' }).dispatchEvent('click');
  await sheets.shoot(phone.page, 'largest');
  await phone.page.getByRole('radio', { name: '标准' }).dispatchEvent('click');
  await tablet.page.getByRole('radio', { name: '不赞成', exact: true }).check();
  await sheets.shoot(tablet.page, 'ballot');
  await phone.page.getByRole('button', { name: '确认：赞成' }).click();
  await expect(phone.page.getByText(/已记录：赞成/).first()).toBeVisible();
  await sheets.shoot(phone.page, 'recorded');
  await sheets.shoot(desk, 'sounding open');
  await sheets.once(wall, 'sounding open');
  for (const other of others) {
    await other.page.getByRole('radio', { name: '赞成', exact: true }).check();
    await other.page.getByRole('button', { name: '确认：赞成' }).click();
  }
  await tablet.page.getByRole('button', { name: '确认：不赞成' }).click();
  await expect(desk.getByText('全部已表态')).toBeVisible();
  await desk.keyboard.press('v');
  await expect(desk.getByRole('button', { name: '核定结果' })).toBeVisible();
  await sheets.shoot(desk, 'closed');
  await desk.getByRole('button', { name: '核定结果' }).click();
  await sheets.shoot(desk, 'established');
  await desk.getByRole('button', { name: '宣布结果' }).click();
  await expect(wall.getByText(/应表态 \d+ 人，已表态 \d+ 人/).first()).toBeVisible();
  await sheets.once(wall, 'result');
  await sheets.shoot(phone.page, 'result');
  await sheets.shoot(desk, 'announced');
  await sheets.shoot(recorder.page, 'announced');

  await desk.getByRole('button', { name: '投影', exact: true }).click();
  await desk.getByRole('button', { name: '连接投影' }).click();
  await sheets.shoot(desk, 'pairing');
  const screen = await visit(browser, 'wall');
  await screen.page.goto(at('/screen'));
  await loaded(screen.page);
  await sheets.once(screen.page, 'waiting for a code');
  await desk.goto(at(ofMeeting('chair')));
  await desk.getByRole('button', { name: '休会', exact: true }).click();
  await loaded(desk);
  await sheets.once(wall, 'adjourned');
  await sheets.shoot(phone.page, 'adjourned');
  await desk.getByRole('button', { name: '复会', exact: true }).click();
  await desk.getByRole('button', { name: '记录意见' }).click();
  await recordOpinion(desk, { speaker: members[0]!.name, stance: '赞成', gist: '赞成方案二。' });
  for (const place of [4, 5]) {
    await desk.getByRole('button', { name: /^下一项/ }).click();
    await expect(desk.getByText(`第 ${place} 项 · 共 5 项`)).toBeVisible();
    if (place === 5) break;
    await desk.getByRole('button', { name: '记录说明（无人提问）' }).click();
    await desk.getByLabel('解答要点').fill('施工期三个月，通行不中断。');
    await desk.getByRole('button', { name: '记录解答' }).click();
    await expect(desk.getByRole('form', { name: '记录解答' })).toHaveCount(0);
  }
  await desk.getByRole('button', { name: '结束会议' }).click();
  await sheets.shoot(desk, 'closing?');
  await desk.getByRole('button', { name: '结束会议' }).click();
  await expect(desk.getByText('结果已写入记录并加盖记录印')).toBeVisible();
  await sheets.shoot(desk, 'closed');
  await sheets.once(wall, 'over');
  await sheets.shoot(phone.page, 'over');
  await desk.goto(at(ofMeeting('minutes')));
  await loaded(desk);
  await sheets.shoot(desk, 'minutes on paper');
  await desk.goto(at(`/c/${community}/records`));
  await loaded(desk);
  await sheets.shoot(desk, 'records');
  await sheets.write(chair.context, 'pages');
  await hearing.close();
});

/** What comes out of the printer, a picture a page. */
async function printed(page: Page, name: string): Promise<void> {
  const paper = join(folder, `${name}.pdf`);
  writeFileSync(paper, await page.pdf({ preferCSSPageSize: true }));
  execFileSync('pdftoppm', ['-r', '110', '-png', paper, join(folder, name)]);
}

test('the first day of an office: set up, people, a hearing prepared and called, cards on paper', async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const house = await openHouse();
  const sheets = new Sheets();
  const desk = await visit(browser, 'desk');
  const { page } = desk;
  await page.goto(addressOf(house, `/setup#${house.setUpToken}`));
  await loaded(page);
  await sheets.shoot(page, 'set up');
  await page.getByRole('button', { name: '建立本社区' }).click();
  await sheets.once(page, 'our community', true);
  await page.getByLabel('社区名称').fill('桂花社区');
  await page.getByLabel('召开会议的组织').fill('居民委员会');
  await page.getByLabel('您的姓名').fill('郑主任');
  await page.getByLabel('登录名').fill('zheng');
  await page.getByLabel('密码').fill('guihua-2026');
  await page.getByRole('button', { name: '建立', exact: true }).click();
  await expect(page.getByRole('heading', { name: '会议', exact: true })).toBeVisible();
  await loaded(page);
  await sheets.shoot(page, 'no meeting yet');
  await page.getByRole('link', { name: '居民名册' }).click();
  await page.getByLabel('姓名', { exact: true }).fill('赵玉芬');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await expect(page.getByText('赵玉芬已登记。')).toBeVisible();
  await page.getByRole('link', { name: '赵玉芬', exact: true }).click();
  await loaded(page);
  await sheets.once(page, 'a person', true);
  await page.getByRole('link', { name: /返回/ }).first().click();
  await page.getByRole('link', { name: /返回会议列表/ }).click();
  await page.getByLabel('事项').fill('停车位重新划线');
  await page.getByRole('button', { name: '建立并开始准备' }).click();
  await loaded(page);
  await sheets.once(page, 'preparing', true);
  await page.getByRole('button', { name: '召集会议', exact: true }).click();
  await sheets.once(page, 'what is missing', true);
  await page.getByRole('radio', { name: 'English' }).dispatchEvent('click');
  await sheets.once(page, 'what is missing, English', true);
  await page.getByRole('radio', { name: '中文' }).dispatchEvent('click');
  await page.setViewportSize(sizes.phone);
  await sheets.once(page, 'what is missing, phone', true);
  await sheets.write(desk.context, 'office');
  await house.close();

  const hearing = await aHearing(browser);
  const staff = hearing.chair.page;
  const at = (path: string) =>
    staff.goto(addressOf(hearing.house, `/c/${hearing.community}/m/${hearing.meeting}/${path}`));
  await at('names');
  await staff.getByRole('button', { name: '生成入会卡' }).click();
  await expect(staff.locator('article svg')).toHaveCount(hearing.links.length);
  await printed(staff, 'cards');
  await at('minutes');
  await loaded(staff);
  await printed(staff, 'minutes');
  await staff.getByRole('button', { name: '签到表', exact: true }).click();
  await printed(staff, 'sign-in');
  await hearing.close();
});
