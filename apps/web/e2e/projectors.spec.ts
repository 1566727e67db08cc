import { expect, test, type Browser, type Page } from '@playwright/test';
import { expectAccessible, inBothLanguages } from './barriers.ts';
import { addressOf, aHearing, checkIn, type OpenHearing } from './hearing.ts';
import { visit, type Visitor } from './house.ts';
import { OutsiderRoom } from '../../realtime/src/testing/outsider.ts';
import { textsOf } from './walls.ts';

let hearing: OpenHearing;
test.beforeAll(async ({ browser }) => {
  hearing = await aHearing(browser);
});
test.afterAll(() => hearing.close());

const message = '午休后两点继续，请各位代表带好材料。';
const prepared = '请到二楼会议室领取评议表';

/** A device of the room, made a screen by the code it shows. */
async function aWall(browser: Browser): Promise<Visitor & { number: number }> {
  const desk = hearing.chair.page;
  const wall = await visit(browser, 'wall');
  await wall.page.goto(addressOf(hearing.house, '/screen'));
  const code = wall.page.locator('strong');
  await expect(code).toHaveText(/^[A-HJ-NP-Z2-9]{3} [A-HJ-NP-Z2-9]{3}$/);
  await desk.getByRole('button', { name: '连接投影' }).click();
  await desk.getByLabel('投影设备上显示的连接码').fill(await code.innerText());
  await desk.keyboard.press('Enter');
  await expect(wall.page.getByRole('heading', { level: 1 })).toContainText('加装电梯');
  const said = await desk.getByText(/投影 \d+ 已连接。/).innerText();
  await desk.getByRole('button', { name: '连接投影' }).click();
  return { ...wall, number: Number(/\d+/.exec(said)?.[0]) };
}

async function choose(desk: Page, what: string, where = '全部投影', act = '现在显示'): Promise<void> {
  await desk.getByLabel('显示什么').selectOption(what);
  if (await desk.getByLabel('显示在').isVisible()) await desk.getByLabel('显示在').selectOption(where);
  await desk.getByRole('button', { name: act }).click();
}
const card = (desk: Page, n: number) =>
  desk.getByRole('listitem').filter({ has: desk.getByText(`投影 ${n}`, { exact: true }) });
/** What the desk says that a screen shows; not the picture of it. */
const saidOf = (desk: Page, n: number) => card(desk, n).locator('.now');
const table = (page: Page) => page.getByRole('table');

test('[H9] two screens show each its own, one comes back from a cut to what it should show, and a restart keeps all', async ({
  browser,
}) => {
  const { chair, house, links, members } = hearing;
  const desk = chair.page;
  const member = await visit(browser, 'phone');
  await checkIn(member, members[0]!.url);
  await desk.getByRole('button', { name: '投影', exact: true }).click();
  await expect(desk.getByText('还没有连接投影。')).toBeVisible();
  const first = await aWall(browser);
  const second = await aWall(browser);
  expect([first.number, second.number]).toEqual([1, 2]);
  await expect(card(desk, 2).getByText('在线')).toBeVisible();

  // Each its own.
  await choose(desk, '议程', '投影 1');
  await expect(table(first.page)).toContainText('计划');
  await expect(second.page.getByText('欢迎参加')).toBeVisible();
  await desk.getByLabel('显示什么').selectOption('文字');
  await desk.getByLabel('文字内容').fill(message);
  await desk.reload();
  await desk.getByRole('button', { name: '投影', exact: true }).click();
  await expect(desk.getByLabel('文字内容')).toHaveValue(message);
  await desk.getByLabel('显示在').selectOption('投影 2');
  await desk.getByRole('button', { name: '现在显示' }).click();
  await expect(second.page.getByText(message)).toBeVisible();
  await expect(table(first.page)).toBeVisible();

  // Prepared for later: the walls and the seats are sent nothing of it.
  await desk.getByLabel('显示什么').selectOption('文字');
  await desk.getByLabel('文字内容').fill(prepared);
  await desk.getByLabel('显示在').selectOption('投影 2');
  await desk.getByRole('button', { name: '排入待放' }).click();
  await expect(desk.getByRole('button', { name: `移除：文字：${prepared}` })).toBeVisible();
  await choose(desk, '入会码', '全部投影', '排入待放');
  await inBothLanguages(desk, (language) => expectAccessible(desk, `projector panel ${language}`));
  await expectInert(desk);

  // One is cut off, a minute passes for it, and another content is chosen meanwhile.
  await second.page.clock.install();
  await second.context.setOffline(true);
  await expect(second.page.getByText(/^画面停在 .午\d+:\d\d/)).toBeVisible();
  await second.page.clock.fastForward(60_000);
  await expect(card(desk, 2).getByText(/断线/)).toBeVisible();
  await expect(card(desk, 1).getByText('在线')).toBeVisible();
  await choose(desk, '当前事项', '投影 2');
  await expect(saidOf(desk, 2)).toContainText('当前事项');
  await expect(second.page.getByText(message)).toBeVisible();
  await expectAccessible(second.page, 'stale wall');
  expect(Math.min(...(await textsOf(second.page)).map(({ size }) => size))).toBeGreaterThanOrEqual(1 / 30);
  await expect(table(first.page)).toBeVisible();
  await expect(first.page.getByText(/画面停在/)).toHaveCount(0);
  await second.context.setOffline(false);
  await expect(second.page.getByText(/画面停在/)).toHaveCount(0);
  await expect(second.page.getByText(message)).toHaveCount(0);
  await expect(card(desk, 2).getByText('在线')).toBeVisible();

  // A restart keeps contents and queue.
  await house.restart();
  for (const page of [first.page, second.page])
    await expect(page.getByText(/画面停在/)).toHaveCount(0, { timeout: 30_000 });
  await expect(table(first.page)).toBeVisible();
  await expect(second.page.getByText(/欢迎参加|第 \d 项/).first()).toBeVisible();
  await expect(card(desk, 2).getByText('在线')).toBeVisible({ timeout: 30_000 });
  await first.page.reload();
  await expect(table(first.page)).toBeVisible();

  // The recorder, on a phone, has the same queue; by one key the next is shown, where it is meant for.
  const link = links.find(({ capacities }) => capacities.includes('recorder'));
  if (!link) throw new Error('The demonstration lacks a recorder');
  const recorder = await visit(browser, 'phone');
  await checkIn(recorder, link.url);
  await recorder.page.goto(addressOf(house, `/c/${hearing.community}/m/${hearing.meeting}/recorder?seat=${link.seat}`));
  await recorder.page.getByRole('button', { name: '投影', exact: true }).click();
  await expect(recorder.page.getByRole('button', { name: `移除：文字：${prepared}` })).toBeVisible();
  await inBothLanguages(recorder.page, (language) => expectAccessible(recorder.page, `panel on a phone ${language}`));
  await desk.getByRole('heading', { level: 1 }).first().click();
  await desk.keyboard.press('p');
  await expect(second.page.getByText(prepared)).toBeVisible();
  await expect(table(first.page)).toBeVisible();
  await expect(recorder.page.getByRole('button', { name: `移除：文字：${prepared}` })).toHaveCount(0);
  await recorder.page.getByRole('button', { name: '显示下一个' }).click();
  for (const page of [first.page, second.page]) await expect(page.getByText('扫码签到，或输入')).toBeVisible();
  await expect(table(first.page)).toHaveCount(0);

  // By one key all are dark, by the same they are back.
  await desk.keyboard.press('b');
  for (const page of [first.page, second.page]) await expect(page.getByText('扫码签到，或输入')).toHaveCount(0);
  await expect(desk.getByRole('button', { name: '恢复显示' })).toBeVisible();
  await expectAccessible(first.page, 'blank wall');
  await desk.keyboard.press('b');
  for (const page of [first.page, second.page]) await expect(page.getByText('扫码签到，或输入')).toBeVisible();

  // [R5] Nothing of the queue reached a seat or a wall before it was shown, nor what screens there are.
  for (const { received } of [member, first, second]) {
    const bytes = received.join('\n');
    for (const secret of ['"queue"', '"blanked"', '"desk"']) expect(bytes).not.toContain(secret);
  }
  for (const { received } of [member, first]) expect(received.join('\n')).not.toContain(prepared);
  for (const one of [member, recorder, first, second]) await one.context.close();
});

/** The pictures of the screens take no focus, are not read out, hold no code to scan, and touching them sends nothing. */
async function expectInert(desk: Page): Promise<void> {
  const pictures = desk.locator('.picture');
  await expect(pictures).toHaveCount(3);
  await expect(pictures.nth(0)).toContainText('计划');
  await expect(pictures.nth(1)).toContainText(message);
  await expect(pictures.nth(2)).toContainText(prepared);
  const asked: string[] = [];
  const listen = (request: { method(): string; url(): string }) =>
    void (request.method() !== 'GET' && asked.push(request.url()));
  desk.on('request', listen);
  const before = await desk.evaluate(() => document.activeElement?.tagName);
  for (let n = 0; n < 3; n += 1) {
    const picture = pictures.nth(n);
    expect(await picture.evaluate((node: HTMLElement) => [node.inert, node.getAttribute('aria-hidden')])).toEqual([
      true,
      'true',
    ]);
    await picture.scrollIntoViewIfNeeded();
    const box = await picture.boundingBox();
    if (box) await desk.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expect(picture.locator('svg')).toHaveCount(0);
    expect(await picture.evaluate((node) => node.contains(document.activeElement))).toBe(false);
  }
  expect(asked).toEqual([]);
  expect(before).toBeDefined();
  desk.off('request', listen);
}

test('every content stands whole on a wall: a long agenda page by page, a message of 200 characters', async ({
  browser,
}) => {
  const { chair } = hearing;
  const desk = chair.page;
  await desk.goto(addressOf(hearing.house, `/c/${hearing.community}/m/${hearing.meeting}/chair`));
  await desk.getByRole('button', { name: '投影', exact: true }).click();
  const wall = await aWall(browser);
  const { number } = wall;
  await addItems(26);
  await choose(desk, '议程');
  await expect(wall.page.getByText(/第 1 页 · 共 \d 页/)).toBeVisible();
  const pages = Number(/共 (\d+) 页/.exec(await wall.page.getByText(/第 1 页/).innerText())?.[1]);
  expect(pages).toBeGreaterThanOrEqual(3);
  const seen = new Set<string>();
  for (let page = 1; page <= pages; page += 1) {
    await expect(wall.page.getByText(`第 ${page} 页 · 共 ${pages} 页`)).toBeVisible();
    for (const title of await wall.page.locator('tbody .title').allInnerTexts()) seen.add(title);
    await expectWhole(wall.page, 'agenda');
    if (page < pages) await card(desk, number).getByRole('button', { name: '下一页' }).click();
  }
  expect(seen.size).toBeGreaterThanOrEqual(30);
  await expectAccessible(wall.page, 'agenda on the wall');

  for (const text of [
    '会'.repeat(200),
    `${'请各位代表有序离场，注意脚下台阶。\n'.repeat(8)}`.trim(),
    'A '.repeat(99),
    '请安静',
  ]) {
    await desk.getByLabel('显示什么').selectOption('文字');
    await desk.getByLabel('文字内容').fill(text);
    await desk.getByRole('button', { name: '现在显示' }).click();
    await expect(wall.page.getByText(text.split('\n')[0]!.trim()).first()).toBeVisible();
    await expectWhole(wall.page, text.slice(0, 8));
  }
  await desk.getByLabel('文字内容').fill('会'.repeat(201));
  await expect(desk.getByText('超过 200 字或 8 行，请缩短。')).toBeVisible();
  await expect(desk.getByRole('button', { name: '现在显示' })).toBeDisabled();
  for (const what of ['跟随会议', '当前事项', '意向征询', '入会码', '遮黑']) {
    await choose(desk, what);
    await expect(saidOf(desk, number)).toContainText(what);
    await expectWhole(wall.page, what);
    await expectAccessible(wall.page, what);
  }
  await wall.context.close();
});

/** Nothing is smaller than a thirtieth of the height, and nothing lies beyond the picture. */
async function expectWhole(wall: Page, what: string): Promise<void> {
  await expect(async () => {
    for (const { text, size, bottom } of await textsOf(wall)) {
      expect(size, `${what}: ${text}`).toBeGreaterThanOrEqual(1 / 30);
      expect(bottom, `${what}: ${text}`).toBeLessThanOrEqual(1);
    }
    expect(await wall.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
  }).toPass();
}

/** Further items at the end of the agenda, given by the chair through the protocol: no page of ours adds any yet. */
async function addItems(count: number): Promise<void> {
  const { chair, house, community, meeting } = hearing;
  const cookie = (await chair.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const origin = `http://127.0.0.1:${house.port}`;
  const room = new OutsiderRoom({ origin, cookie }, community, { protocol: 2, meeting, as: { kind: 'account' } });
  await room.joined();
  for (let n = count; n > 0; n -= 1) {
    const title =
      n % 4 === 0 ? `第 ${n} 户加装电梯费用分摊及后续运行维护管理费用承担方式的说明` : `听取第 ${n} 户的意见`;
    const after = room.view.agenda.order.at(-1);
    expect(await room.command({ type: 'add-item', title, minutes: n, after })).toEqual({ answer: 'accepted' });
  }
  room.close();
}
