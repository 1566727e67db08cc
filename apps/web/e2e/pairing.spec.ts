import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, inBothLanguages } from './barriers.ts';
import { addressOf, aHearing, checkIn, type OpenHearing } from './hearing.ts';
import { hostNames, visit, type Visitor } from './house.ts';

let hearing: OpenHearing;
test.beforeAll(async ({ browser }) => {
  hearing = await aHearing(browser);
});
test.afterAll(() => hearing.close());

/** A projector computer at the first page, by keyboard alone; under the server's other name, as it may well be. */
async function toWall({ page }: Visitor): Promise<void> {
  await page.goto(addressOf(hearing.house, '/', hostNames[1]));
  await page.getByRole('link', { name: '把这台设备用作投影' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('请主持人或记录人在会议页面点“投影”，再点“连接投影”')).toBeVisible();
}
async function codeOn(page: Page): Promise<string> {
  const code = page.locator('strong');
  await expect(code).toHaveText(/^[A-HJ-NP-Z2-9]{3} [A-HJ-NP-Z2-9]{3}$/);
  return code.innerText();
}
async function connect(desk: Page, code: string): Promise<void> {
  await desk.getByLabel('投影设备上显示的连接码').fill(code);
  await desk.keyboard.press('Enter');
}

test('[R9] a computer in the room shows the hearing by a code that the chair types, until it is disconnected', async ({
  browser,
}) => {
  const { chair, community, meeting } = hearing;
  const desk = chair.page;
  const wall = await visit(browser, 'wall');
  await toWall(wall);
  expect(new URL(wall.page.url()).pathname).toBe('/screen');
  await codeOn(wall.page);
  const [cookie] = await wall.context.cookies();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  await inBothLanguages(wall.page, async (language) => {
    await codeOn(wall.page);
    await expectAccessible(wall.page, `waiting screen ${language}`);
  });
  await wall.page.getByRole('radio', { name: '特大' }).dispatchEvent('click');
  await expectAccessible(wall.page, 'waiting screen, largest type');
  await wall.page.getByRole('radio', { name: '标准' }).dispatchEvent('click');

  await desk.getByRole('button', { name: '投影', exact: true }).focus();
  await desk.keyboard.press('Enter');
  await desk.getByRole('button', { name: '连接投影' }).focus();
  await desk.keyboard.press('Enter');
  await expect(desk.getByText('还没有连接投影')).toBeVisible();
  await connect(desk, 'OOO 111');
  await expect(desk.getByText('没有显示这个连接码的投影设备')).toBeVisible();
  await inBothLanguages(desk, (language) => expectAccessible(desk, `connecting ${language}`));
  await connect(desk, (await codeOn(wall.page)).toLowerCase());
  await expect(desk.getByText('投影 1 已连接。')).toBeVisible();
  await expect(wall.page.getByText('欢迎参加')).toBeVisible();
  expect(new URL(wall.page.url()).pathname).toMatch(new RegExp(`^/c/${community}/m/${meeting}/screen/[0-9a-f-]{36}$`));
  await inBothLanguages(desk, (language) => expectAccessible(desk, `connected ${language}`));

  // It stays what it is over a reload, and follows the meeting.
  await wall.page.reload();
  await expect(wall.page.getByText('欢迎参加')).toBeVisible();
  await expectAccessible(wall.page, 'paired screen');
  await desk.getByRole('button', { name: '宣布开会' }).click();
  await expect(wall.page.getByText('欢迎参加')).toHaveCount(0);
  // It acts for nobody: no page of the desk opens on it.
  const other = await wall.context.newPage();
  await other.goto(addressOf(hearing.house, `/c/${community}/m/${meeting}/chair`, hostNames[1]));
  await expect(other.getByText('没有找到这个会议或席位')).toBeVisible();
  await other.close();

  await desk.getByText('画面设置、断开').focus();
  await desk.keyboard.press('Enter');
  await desk.getByRole('button', { name: '断开 投影 1' }).focus();
  await desk.keyboard.press('Enter');
  await expect(desk.getByText('投影 1 已断开。')).toBeVisible();
  await expect(desk.getByRole('button', { name: /^断开/ })).toHaveCount(0);
  await expect(desk.getByRole('region', { name: '本次会议的投影' })).toBeFocused();
  await codeOn(wall.page);
  expect(new URL(wall.page.url()).pathname).toBe('/screen');
  await wall.context.close();
});

test('[R4] a waiting screen goes on when the server died, and the recorder pairs it from their phone', async ({
  browser,
}) => {
  const { house, community, meeting, links } = hearing;
  const wall = await visit(browser, 'wall');
  await toWall(wall);
  const code = await codeOn(wall.page);
  await house.restart();
  await expect(wall.page.locator('strong')).toHaveText(code);
  const link = links.find(({ capacities }) => capacities.includes('recorder'));
  if (!link) throw new Error('The demonstration lacks a recorder');
  const recorder = await visit(browser, 'phone');
  await checkIn(recorder, link.url);
  await recorder.page.goto(addressOf(house, `/c/${community}/m/${meeting}/recorder?seat=${link.seat}`));
  await recorder.page.getByRole('button', { name: '投影', exact: true }).click();
  await recorder.page.getByRole('button', { name: '连接投影' }).click();
  await connect(recorder.page, code);
  await expect(recorder.page.getByText('投影 2 已连接。')).toBeVisible();
  await expect(wall.page.getByRole('heading', { level: 1 })).toContainText('加装电梯');
  await inBothLanguages(recorder.page, (language) => expectAccessible(recorder.page, `list on a phone ${language}`));
  await recorder.page.getByRole('radio', { name: '特大' }).dispatchEvent('click');
  await expectAccessible(recorder.page, 'list on a phone, largest type');
  // Disconnected while it is switched off, it shows a code when it comes back.
  const address = wall.page.url();
  await wall.page.goto('about:blank');
  await recorder.page.getByText('画面设置、断开').click();
  await recorder.page.getByRole('button', { name: '断开 投影 2' }).click();
  await expect(recorder.page.getByText('投影 2 已断开。')).toBeVisible();
  await wall.page.goto(address);
  await codeOn(wall.page);
  await wall.context.close();
  await recorder.context.close();
});
