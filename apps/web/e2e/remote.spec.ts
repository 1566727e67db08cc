import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, inBothLanguages } from './barriers.ts';
import { aHearing, checkIn, openProjector, type OpenHearing } from './hearing.ts';
import { visit } from './house.ts';

let hearing: OpenHearing;
test.beforeAll(async ({ browser }) => {
  hearing = await aHearing(browser);
});
test.afterAll(() => hearing.close());

const invitation = `张主任 邀请您参加腾讯会议
会议时间：2026/11/28 09:00-11:00
https://meeting.example/dm/Abc5511
#腾讯会议：662-662-662
会议密码：2026`;
const notes = { whole: '先请三楼的老人讲，别催', item: '两家有旧怨，分开请' };
const link = (page: Page) => page.getByRole('link', { name: '打开视频会议' });
const unfold = (page: Page) => page.locator('summary', { hasText: '视频会议' }).click();
/** As pasted from another program; over plain http a page cannot be given a clipboard. */
const paste = (page: Page, label: string, text: string) =>
  page.getByLabel(label).evaluate((field, pasted) => {
    const data = new DataTransfer();
    data.setData('text', pasted);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);

test('[H8] [R5] a remote representative gets in, is known and is counted; the host’s notes stay the host’s', async ({
  browser,
}) => {
  const { chair, members, links } = hearing;
  const desk = chair.page;
  await unfold(desk);
  await desk.getByRole('button', { name: '安排视频会议' }).click();
  await paste(desk, '会议链接', invitation);
  await expect(desk.getByLabel('会议链接')).toHaveValue('https://meeting.example/dm/Abc5511');
  // Half typed, it survives a reload, and is sent to nobody.
  await desk.reload();
  await unfold(desk);
  await desk.getByRole('button', { name: '安排视频会议' }).click();
  await expect(desk.getByLabel('会议号、密码')).toHaveValue('腾讯会议：662-662-662\n会议密码：2026');
  await desk.getByRole('button', { name: '保存', exact: true }).click();
  await expect(desk.getByText('已保存，线上参加的人')).toBeVisible();

  const [far, here, pen] = [
    await visit(browser, 'phone'),
    await visit(browser, 'phone'),
    await visit(browser, 'tablet'),
  ];
  const name = members[0]!.name;
  await checkIn(far, members[0]!.url, true);
  await expect(link(far.page)).toHaveAttribute('href', 'https://meeting.example/dm/Abc5511');
  await expect(link(far.page)).toHaveAttribute('target', '_blank');
  await expect(link(far.page)).toHaveAttribute('rel', /noopener/);
  await expect(far.page.getByText('662-662-662')).toBeVisible();
  await expect(far.page.getByText('工作人员将核对您的身份')).toBeVisible();
  // Without a secure context, too.
  expect(await far.page.evaluate(() => isSecureContext)).toBe(false);
  await far.page.getByRole('button', { name: '复制链接' }).click();
  await expect(far.page.getByRole('button', { name: '✓ 已复制' })).toBeVisible();
  await checkIn(here, members[1]!.url);
  await expect(link(here.page)).toBeVisible();
  await checkIn(pen, links.find(({ capacities }) => capacities.includes('recorder'))!.url);
  await pen.page.getByRole('link', { name: /记录/ }).click();
  await inBothLanguages(far.page, (language) => expectAccessible(far.page, `remote seat ${language}`));

  // What the host notes is saved by itself.
  const whole = desk.getByLabel('全场');
  await expect(whole).toBeHidden();
  await desk.locator('summary', { hasText: '主持备忘' }).click();
  await whole.fill(notes.whole);
  await expect(desk.getByText(/^已于.*保存|已保存/).first()).toBeVisible();
  const wall = await openProjector(chair);
  const walled: string[] = [];
  wall.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => walled.push(payload.toString())));
  await wall.reload();
  await desk.getByRole('button', { name: '宣布开会' }).click();
  await desk.getByRole('button', { name: /^下一项/ }).click();
  await expect(link(here.page)).toHaveCount(0);
  await expect(link(far.page)).toBeVisible();
  await desk.getByLabel(/^本项：/).fill(notes.item);
  await desk.getByLabel(/^本项：/).press('Escape');
  // The key folds and unfolds.
  await desk.keyboard.press('m');
  await expect(whole).toBeHidden();
  await expect(desk.locator('summary', { hasText: '主持备忘' })).toContainText(notes.item);
  await desk.keyboard.press('m');
  await expect(desk.getByLabel(/^本项：/)).toBeFocused();
  await desk.keyboard.press('Escape');
  await desk.reload();
  await expect(desk.getByLabel('全场')).toHaveValue(notes.whole);
  await expect(desk.getByLabel(/^本项：/)).toHaveValue(notes.item);

  // A sounding with somebody unchecked says so first.
  await desk.keyboard.press('n');
  await desk.getByLabel('征询的问题').fill('采用方案二');
  await desk.getByRole('button', { name: /^确认实到/ }).click();
  await desk.getByRole('button', { name: '开始表态' }).click();
  await expect(desk.getByText(`线上代表${name}的身份还没有核对。`)).toBeVisible();
  await inBothLanguages(desk, (language) => expectAccessible(desk, `chair, unchecked ${language}`));
  await desk.getByRole('button', { name: `核对身份：${name}` }).click();
  await desk.getByRole('radio', { name: '出示证件' }).check();
  await desk.getByLabel('备注').fill('身份证 330102195001011234');
  await expect(desk.getByText('请去掉证件号码和电话')).toBeVisible();
  await desk.getByLabel('备注').fill('居民身份证');
  await inBothLanguages(desk, (language) => expectAccessible(desk, `checking identity ${language}`));
  await desk.getByRole('button', { name: '确认是本人' }).click();
  await expect(desk.getByText(/身份已核对（出示证件，/)).toBeVisible();
  await expect(far.page.getByText(/您的身份已由.+核对。/)).toBeVisible();
  await expect(desk.getByText('线上 1 人，1 人已核对身份。').first()).toBeVisible();
  await desk.getByRole('button', { name: '开始表态', exact: true }).click();
  await far.page.getByRole('radio', { name: '赞成', exact: true }).check();
  await far.page.getByRole('button', { name: '确认：赞成' }).click();
  await expect(desk.getByText(/已有 1 人表态/).first()).toBeVisible();

  // Another link while the meeting runs.
  await unfold(desk);
  await desk.getByRole('button', { name: '更改', exact: true }).click();
  await desk.getByLabel('会议链接').fill('meeting.example/2');
  await desk.getByRole('button', { name: '保存', exact: true }).click();
  await expect(desk.getByText('网址应以 https 开头')).toBeVisible();
  await desk.getByLabel('会议链接').fill('https://meeting.example/dm/second');
  await desk.getByRole('button', { name: '保存', exact: true }).click();
  await expect(link(far.page)).toHaveAttribute('href', 'https://meeting.example/dm/second');

  await expect.poll(() => walled.length).toBeGreaterThan(0);
  for (const [who, received] of Object.entries({ far: far.received, here: here.received, pen: pen.received, walled })) {
    for (const note of Object.values(notes)) expect(received.join('\n'), who).not.toContain(note);
  }
  expect(walled.join('\n')).not.toMatch(/meeting\.example|662-662/);
  expect(here.received.join('\n')).not.toContain('dm/second');
});
