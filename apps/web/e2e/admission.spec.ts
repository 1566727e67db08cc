import { expect, test, type Page } from '@playwright/test';
import type { Arrangement } from '@yishiting/domain/api';
import { expectAccessible, inBothLanguages } from './barriers.ts';
import { aHearing, addressOf, checkIn, type OpenHearing } from './hearing.ts';
import { visit, type Visitor } from './house.ts';

let hearing: OpenHearing;
let code: string;
let recorder: Visitor;

test.beforeAll(async ({ browser }) => {
  hearing = await aHearing(browser);
  const { chair, community, meeting, links } = hearing;
  code = await chair.page.evaluate(
    async ([one, id]) => ((await (await fetch(`/c/${one}/api/meetings/${id}`)).json()) as Arrangement).joinCode ?? '',
    [community, meeting] as const,
  );
  const link = links.find(({ capacities }) => capacities.includes('recorder'));
  if (!link) throw new Error('The demonstration lacks a recorder');
  recorder = await visit(browser, 'phone');
  await checkIn(recorder, link.url);
  await recorder.page.goto(addressOf(hearing.house, `/c/${community}/m/${meeting}/recorder?seat=${link.seat}`));
  await expect(recorder.page.getByRole('heading', { name: '到会人员' })).toBeVisible();
});
test.afterAll(() => hearing.close());

/** From the code on the wall to the page that asks, by keyboard alone. */
async function askIn({ page }: Visitor, name: string): Promise<void> {
  await page.goto(addressOf(hearing.house, `/?${code}`));
  await page.getByRole('button', { name: '进入会议' }).focus();
  await page.keyboard.press('Enter');
  // The page has arrived: until then Kit puts the focus back to its beginning.
  await expect(page.getByText(/^您将进入/)).toBeVisible();
  await page.getByLabel('您的姓名').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`“${name}”请求入会`)).toBeVisible();
}

/** Nothing is wider than a phone's screen in the largest type either. */
async function inLargestType(page: Page, check: () => Promise<void>): Promise<void> {
  await page.getByRole('radio', { name: '特大' }).dispatchEvent('click');
  await check();
  await page.getByRole('radio', { name: '标准' }).dispatchEvent('click');
}

const request = (name: string) => recorder.page.getByRole('article', { name });
const press = async (page: Page, name: string | RegExp) => {
  await page.getByRole('button', { name }).first().focus();
  await page.keyboard.press('Enter');
};

test('whoever comes with the short code enters by themselves once the recorder admitted them, by keyboard alone', async ({
  browser,
}) => {
  const { members, house, community, meeting } = hearing;
  const member = members[0]!;
  const phone = await visit(browser, 'phone');
  await phone.page.goto(addressOf(house, `/?${code}`));
  await phone.page.getByRole('button', { name: '进入会议' }).click();
  await expect(phone.page.getByLabel('您的姓名')).toBeVisible();
  expect(new URL(phone.page.url()).pathname).toBe(`/c/${community}/m/${meeting}/ask`);
  await inBothLanguages(phone.page, (language) => expectAccessible(phone.page, `ask ${language}`));
  await inLargestType(phone.page, () => expectAccessible(phone.page, 'ask, largest type'));
  await phone.page.getByLabel('您的姓名').fill('王秀');
  await phone.page.reload();
  await expect(phone.page.getByLabel('您的姓名')).toHaveValue('王秀');
  await askIn(phone, member.name);
  // Reloaded, the page goes on waiting.
  await phone.page.reload();
  await expect(phone.page.getByText(`“${member.name}”请求入会`)).toBeVisible();
  await inBothLanguages(phone.page, (language) => expectAccessible(phone.page, `waiting ${language}`));
  await inLargestType(phone.page, () => expectAccessible(phone.page, 'waiting, largest type'));

  await expect(recorder.page.getByRole('link', { name: '1 人请求入会' })).toBeVisible();
  await expect(request(member.name)).toHaveCount(1);
  await inBothLanguages(recorder.page, (language) => expectAccessible(recorder.page, `requests ${language}`));
  await inLargestType(recorder.page, () => expectAccessible(recorder.page, 'requests, largest type'));
  await press(recorder.page, new RegExp(`^准许以“${member.name}`));
  await expect(recorder.page.getByText(`已准许“${member.name}”入会。`)).toBeVisible();
  await expect(request(member.name)).toHaveCount(0);
  await expect(phone.page.getByRole('heading', { name: new RegExp(`^${member.name}`) })).toBeVisible();
  expect(new URL(phone.page.url()).pathname).toBe(`/c/${community}/m/${meeting}/seat/${member.seat}`);
  await phone.context.close();
});

test('[R4] a name that is not on the list is found by search, and the page asks again by itself when the server died', async ({
  browser,
}) => {
  const member = hearing.members[1]!;
  const phone = await visit(browser, 'phone');
  await askIn(phone, '王阿姨');
  await expect(request('王阿姨')).toBeVisible();
  await phone.page.getByRole('button', { name: '修改姓名' }).click();
  await phone.page.getByLabel('您的姓名').fill('老王阿姨');
  await phone.page.getByRole('button', { name: '请求入会' }).click();
  await expect(recorder.page.getByRole('article')).toHaveCount(1);
  await expect(request('老王阿姨')).toBeVisible();
  await hearing.house.restart();
  await expect(recorder.page.getByText('已连接')).toBeVisible({ timeout: 30_000 });
  await expect(request('老王阿姨')).toBeVisible({ timeout: 30_000 });
  await expect(recorder.page.getByText('名单上没有“老王阿姨”')).toBeVisible();
  const card = request('老王阿姨');
  await card.getByLabel('在名单中查找姓名').fill(member.name);
  await inBothLanguages(recorder.page, (language) => expectAccessible(recorder.page, `choosing ${language}`));
  await inLargestType(recorder.page, () => expectAccessible(recorder.page, 'choosing, largest type'));
  await press(recorder.page, new RegExp(`^准许以“${member.name}`));
  await expect(phone.page.getByRole('heading', { name: new RegExp(`^${member.name}`) })).toBeVisible();
  await phone.context.close();
});

test('whoever is declined is told so and may ask again; nobody else hears of it', async ({ browser }) => {
  const other = await visit(browser, 'phone');
  await checkIn(other, hearing.members[2]!.url);
  await expect(other.page.getByText('会议还没有开始')).toBeVisible();
  const phone = await visit(browser, 'phone');
  await askIn(phone, '何来客');
  await expect(request('何来客')).toBeVisible();
  await press(recorder.page, '谢绝 何来客');
  await expect(phone.page.getByText('这次没有获准入会')).toBeVisible();
  await inBothLanguages(phone.page, (language) => expectAccessible(phone.page, `declined ${language}`));
  await inLargestType(phone.page, () => expectAccessible(phone.page, 'declined, largest type'));
  await phone.page.getByRole('button', { name: '再次请求' }).click();
  await expect(request('何来客')).toBeVisible();
  await press(recorder.page, '谢绝 何来客');
  await expect(request('何来客')).toHaveCount(0);
  // [R5] Nothing of it reached another seat.
  const bytes = other.received.join('\n');
  for (const secret of ['何来客', '老王阿姨', '"desk"']) expect(bytes).not.toContain(secret);
  await phone.context.close();
  await other.context.close();
});

test('a second device of the same person is admitted by one tap on the first', async ({ browser }) => {
  const member = hearing.members[3]!;
  const first = await visit(browser, 'phone');
  await checkIn(first, member.url);
  await expect(first.page.getByText('会议还没有开始')).toBeVisible();
  const second = await visit(browser, 'phone');
  await second.page.goto(member.url);
  await second.page.getByRole('button', { name: '进入会议' }).click();
  await expect(second.page.getByText('这个个人链接已在另一台设备上使用')).toBeVisible();
  await inBothLanguages(second.page, (language) => expectAccessible(second.page, `in use ${language}`));
  await inLargestType(second.page, () => expectAccessible(second.page, 'in use, largest type'));
  await press(second.page, '请记录人准许');
  await expect(second.page.getByText('您的这台设备请求入会')).toBeVisible();
  await expect(request(member.name).getByText('本人的另一台设备')).toBeVisible();
  const asks = first.page.getByRole('region', { name: '您的另一台设备请求入会' });
  await expect(asks).toBeInViewport({ ratio: 1 });
  await inBothLanguages(first.page, (language) => expectAccessible(first.page, `own request ${language}`));
  await inLargestType(first.page, () => expectAccessible(first.page, 'own request, largest type'));
  await asks.getByRole('button', { name: '准许' }).focus();
  await first.page.keyboard.press('Enter');
  await expect(second.page.getByRole('heading', { name: new RegExp(`^${member.name}`) })).toBeVisible();
  await expect(asks).toHaveCount(0);
  await expect(first.page.getByText('已连接')).toBeVisible();
  await first.context.close();
  await second.context.close();
});
