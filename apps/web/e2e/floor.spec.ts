import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, inBothLanguages } from './barriers.ts';
import { aHearing, checkIn, type OpenHearing, openProjector } from './hearing.ts';
import { visit, type Visitor } from './house.ts';

let hearing: OpenHearing;
test.beforeAll(async ({ browser }) => {
  hearing = await aHearing(browser);
});
test.afterAll(() => hearing.close());

const floor = (page: Page) => page.getByRole('region', { name: '发言', exact: true });
/** Names of those who wait, as the desk lists them. */
const waiting = (page: Page) => page.getByRole('region', { name: /^等候发言/ }).getByRole('listitem');
const tap = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('[H3] the floor is asked for, given, paused and ended in order, with a server that dies while somebody speaks', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const { house, chair, links, members } = hearing;
  const [one, two, three] = members as [(typeof members)[0], (typeof members)[0], (typeof members)[0]];
  const seats: Visitor[] = [];
  for (const [n, member] of [one, two, three].entries()) {
    const visitor = await visit(browser, n === 1 ? 'tablet' : 'phone');
    await checkIn(visitor, member.url, n === 2);
    seats.push(visitor);
  }
  const [first, second, third] = seats.map(({ page }) => page) as [Page, Page, Page];
  const observer = await visit(browser, 'phone');
  await checkIn(observer, links.find(({ capacities }) => capacities.includes('observer'))!.url);
  const recorder = await visit(browser, 'tablet');
  const recorderLink = links.find(({ capacities }) => capacities.includes('recorder'))!;
  await checkIn(recorder, recorderLink.url);
  const desk = chair.page;
  const wall = await openProjector(chair);
  await desk.getByRole('button', { name: '宣布开会' }).click();
  await desk.getByRole('button', { name: /^下一项/ }).click();
  await expect(desk.getByText('第 1 项 · 共 5 项')).toBeVisible();

  // They ask, by keyboard too; the remote one raises a point of order, which goes before.
  await first.getByRole('button', { name: '我要发言' }).focus();
  await first.keyboard.press('Enter');
  await expect(first.getByText('您已申请发言，排在第 1 位。')).toBeVisible();
  await tap(second, '我要发言');
  await expect(second.getByText('您已申请发言，排在第 2 位。')).toBeVisible();
  await tap(third, '提出程序问题');
  await expect(third.getByText('您已申请提出程序问题，排在第 1 位。')).toBeVisible();
  await expect(first.getByText('您已申请发言，排在第 2 位。')).toBeVisible();
  await expect(observer.page.getByText('现在不需要您操作')).toBeVisible();
  await expect(observer.page.getByRole('button', { name: '我要发言' })).toHaveCount(0);
  await expect(waiting(desk)).toHaveText([three.name, one.name, two.name].map((name) => new RegExp(`^${name}`)));
  await expect(wall.getByText(`接下来发言：${three.name}（程序问题） · ${one.name} · ${two.name}`)).toBeVisible();

  // A limit for this item; the first of the list by a key, the next ends that.
  await desk.getByLabel('每次发言限时').selectOption({ label: '3 分钟' });
  await desk.getByLabel('每次发言限时').blur();
  await desk.keyboard.press('f');
  await expect(third.getByText('请您提出程序问题')).toBeVisible();
  await expect(waiting(desk)).toHaveCount(2);
  await desk.waitForTimeout(900);
  await desk.getByRole('button', { name: `请发言 ${one.name}` }).click();
  await expect(first.getByText('现在请您发言')).toBeVisible();
  await expect(wall.getByText('正在发言')).toBeVisible();
  await expect(wall.getByText(one.name)).toBeVisible();
  await expect(wall.getByRole('timer')).toHaveText(/^[23]:\d\d$/);
  await expect(second.getByText(`正在发言：${one.name}`)).toBeVisible();

  for (const [page, what] of [
    [first, 'the speaker'],
    [second, 'who waits'],
    [observer.page, 'who observes'],
  ] as const)
    await inBothLanguages(page, (language) => expectAccessible(page, `${what} ${language}`));
  await desk.getByText(/^发言统计/).click();
  await inBothLanguages(desk, (language) => expectAccessible(desk, `chair ${language}`));
  await expectAccessible(wall, 'wall');

  // Paused by the space bar: the time stands still, while the server dies and comes back.
  await desk.keyboard.press(' ');
  await expect(first.getByText('发言暂停，请等主持人示意后继续。')).toBeVisible();
  const left = await first.getByRole('timer').innerText();
  await house.restart();
  await expect(first.getByText('已连接')).toBeVisible({ timeout: 30_000 });
  await expect(first.getByRole('timer')).toHaveText(left);
  await expect(floor(desk).getByText('已暂停')).toBeVisible();
  await desk.keyboard.press(' ');
  await expect(first.getByText('现在请您发言')).toBeVisible();
  // Running through a second one.
  await house.restart();
  await expect(first.getByText('已连接')).toBeVisible({ timeout: 30_000 });
  await expect(first.getByText('现在请您发言')).toBeVisible();
  await expect(first.getByRole('timer')).toHaveText(/^[0-3]:\d\d$|^\+/);
  await tap(desk, '延长 1 分钟');

  // The recorder enters a raised hand, and pauses and ends; only the chair gives the floor and changes the order.
  const keeper = recorder.page;
  await keeper.goto(keeper.url().replace(/\/seat\/([^/?]+).*/, '/recorder?seat=$1'));
  await expect(waiting(keeper)).toHaveCount(1);
  await expect(keeper.getByRole('button', { name: /^请发言/ })).toHaveCount(0);
  await tap(keeper, `举手 ${three.name}`);
  await tap(keeper, '登记发言申请');
  await expect(waiting(desk)).toHaveCount(2);
  await inBothLanguages(keeper, (language) => expectAccessible(keeper, `recorder ${language}`));
  await floor(keeper).getByRole('button', { name: '结束' }).click();
  await expect(floor(desk).getByText('现在无人发言。')).toBeVisible();
  await expect(wall.getByText('正在发言')).toHaveCount(0);

  // Who has spoken on this item comes after those who have not, unless the chair moves them.
  await tap(first, '我要发言');
  await expect(first.getByText('您已申请发言，排在第 3 位。')).toBeVisible();
  await tap(desk, `调整 ${one.name}`);
  await desk.getByRole('button', { name: '排到最前' }).click();
  await expect(first.getByText('您已申请发言，排在第 1 位。')).toBeVisible();
  await expect(desk.getByText('第 2 次 · 刚刚申请 · 次序已调整')).toBeVisible();
  await tap(first, '取消申请');
  await expect(waiting(desk)).toHaveCount(2);

  // The next item by mistake: undone, the speech goes on.
  await desk.keyboard.press('f');
  await expect(second.getByText('现在请您发言')).toBeVisible();
  await desk.keyboard.press('ArrowRight');
  await expect(wall.getByText('第 2 项 · 共 5 项')).toBeVisible();
  await expect(second.getByText('现在请您发言')).toHaveCount(0);
  // Keys mean what the chair's own page shows by then.
  await expect(floor(desk).getByText('现在无人发言。')).toBeVisible();
  await desk.keyboard.press('Control+z');
  await expect(second.getByText('现在请您发言')).toBeVisible();
  await expect(floor(desk).getByText('正在发言')).toBeVisible();
  await desk.keyboard.press('e');
  await expect(second.getByText('现在请您发言')).toHaveCount(0);

  // Items that have not begun are put in another order.
  await tap(desk, '调整次序');
  const titles = await desk.locator('nav li button[title]').allInnerTexts();
  await tap(desk, `“${titles[1]}”提前一项`);
  await expect(desk.getByRole('button', { name: `下一项：${titles[1]}` })).toBeVisible();
  await expect(desk.getByText(/计划合计 95 分钟/)).toBeVisible();

  // [R5] Who waits, and how long everybody spoke, goes to those who lead; observers are named to nobody.
  for (const { received } of [...seats, observer]) {
    const bytes = received.join('\n');
    for (const secret of ['"waiting"', '"totals"', '"next"']) expect(bytes, `sent ${secret}`).not.toContain(secret);
  }
});
