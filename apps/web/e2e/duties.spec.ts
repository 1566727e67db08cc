/** What is owed after a hearing: the clerk proves the notice, files the minutes with a stamped receipt, posts the result, and sees what is late. */
import { expect, test, type Page } from '@playwright/test';
import { aPdf } from '../../../packages/db/src/uploads/testing-files.ts';
import { expectAccessible, inBothLanguages } from './barriers.ts';
import { closeHearing, deskOf, dutyOn, settleMinutes } from './duties.ts';
import { addressOf, aHearing, checkIn, type OpenHearing } from './hearing.ts';
import { sizes, visit } from './house.ts';

let hearing: OpenHearing;
test.beforeAll(async ({ browser }) => {
  hearing = await aHearing(browser);
});
test.afterAll(() => hearing.close());

const days = 86_400_000;

/** A picture that a browser can draw. */
async function aPicture(page: Page): Promise<Buffer> {
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [640, 480];
    const pen = canvas.getContext('2d')!;
    pen.fillStyle = '#7a9';
    pen.fillRect(0, 0, 640, 480);
    return canvas.toDataURL('image/jpeg', 0.8).split(',')[1]!;
  });
  return Buffer.from(drawn, 'base64');
}
const photo = async (page: Page) => ({ name: 'IMG_0017.jpg', mimeType: 'image/jpeg', buffer: await aPicture(page) });
const widthOf = (page: Page, name: RegExp) =>
  page
    .getByRole('img', { name })
    .first()
    .evaluate((img: HTMLImageElement) => img.naturalWidth);

test('what a hearing owes is recorded with its proof, survives a reload, and is late where it is not done', async ({
  browser,
}) => {
  const { chair, links, members, community, house } = hearing;
  const card = links.find(({ capacities }) => capacities.includes('recorder'))!;
  const pen = await visit(browser, 'tablet');
  await checkIn(pen, card.url);
  const member = await visit(browser, 'phone');
  await checkIn(member, members[0]!.url);
  const desks = { chair: chair.page, recorder: pen.page };
  await pen.page.goto(deskOf(hearing, 'recorder', card.seat));
  await chair.page.goto(deskOf(hearing, 'chair'));

  // A photo of the board beside the record of posting.
  const notice = chair.page.getByRole('group', { name: '凭证：会议公告' });
  await notice.locator('input[type=file]').setInputFiles([await photo(chair.page)]);
  await expect(notice.getByRole('img')).toBeVisible();
  await expect.poll(() => widthOf(chair.page, /^凭证照片/)).toBe(640);
  await inBothLanguages(chair.page, (language) => expectAccessible(chair.page, `proof of posting ${language}`));

  await closeHearing(desks);
  const filing = dutyOn(chair.page, '报街道或相关部门备案');
  await expect(filing.getByText('会议记录定稿后才能报送')).toBeVisible();
  await expect(filing.getByRole('button', { name: /登记办理/ })).toHaveCount(0);
  await expect(chair.page.getByText('会后事项待办 3 项')).toBeVisible();
  await inBothLanguages(chair.page, (language) => expectAccessible(chair.page, `duties open ${language}`));

  // Who is in charge is offered as who did it.
  await filing.getByRole('button', { name: /^指定责任人/ }).click();
  await filing.getByLabel('责任人', { exact: true }).fill('林晓燕');
  await chair.page.keyboard.press('Enter');
  await expect(dutyOn(pen.page, '报街道或相关部门备案').getByText('责任人：林晓燕')).toBeVisible();

  await settleMinutes(desks);
  await expect(dutyOn(chair.page, '完成《听证会议纪要》').getByText(/^会议记录于.+定稿$/)).toBeVisible();

  // Half typed, and the page is reloaded.
  const clerk = pen.page;
  const filed = dutyOn(clerk, '报街道或相关部门备案');
  await filed.getByRole('button', { name: /登记办理/ }).click();
  await expect(filed.getByLabel('经办人')).toHaveValue('林晓燕');
  await filed.getByLabel('报送单位').fill('南门街道办事处');
  await clerk.reload();
  await expect(filed.getByLabel('报送单位')).toHaveValue('南门街道办事处');
  await filed.getByLabel('备注（可不填）').fill('回执第 17 号');
  await inBothLanguages(clerk, (language) => expectAccessible(clerk, `recording a duty ${language}`));
  await filed.getByRole('button', { name: '保存登记' }).click();
  await expect(filed.getByText('已办理', { exact: true })).toBeVisible();
  await filed
    .locator('input[type=file]')
    .setInputFiles([{ name: '备案回执.pdf', mimeType: 'application/pdf', buffer: aPdf() }]);
  await expect(filed.getByRole('link', { name: '备案回执' })).toBeVisible();

  const posted = dutyOn(chair.page, '在居务公开栏公布听证结果');
  await posted.getByRole('button', { name: /登记办理/ }).click();
  await posted.getByLabel('备注（可不填）').fill('东门公告栏');
  await posted.getByRole('button', { name: '保存登记' }).click();
  await posted.locator('input[type=file]').setInputFiles([await photo(chair.page)]);
  await expect(posted.getByRole('img')).toBeVisible();
  await expect(chair.page.getByText('会后事项已全部办理')).toBeVisible();

  for (const page of [chair.page, clerk]) {
    await page.reload();
    const done = dutyOn(page, '报街道或相关部门备案');
    await expect(done.getByText('报送单位：南门街道办事处')).toBeVisible();
    await expect(done.getByText('备注：回执第 17 号')).toBeVisible();
    await expect(done.getByRole('link', { name: '备案回执' })).toBeVisible();
    await expect(dutyOn(page, '在居务公开栏公布听证结果').getByText('备注：东门公告栏')).toBeVisible();
  }

  // It was the wrong one: taken back with the reason, and late once its days are over.
  const again = dutyOn(clerk, '报街道或相关部门备案');
  await again.getByRole('button', { name: /撤销登记/ }).click();
  await again.getByLabel('撤销的原因').fill('街道退回补正，尚未备案');
  await again.getByRole('button', { name: '确认撤销登记' }).click();
  await expect(again.getByText('待办', { exact: true })).toBeVisible();
  const list = chair.page;
  await list.clock.setFixedTime(Date.now() + 9 * days);
  await list.goto(addressOf(house, `/c/${community}`));
  const owed = list.getByRole('list', { name: '会后事项' });
  await expect(owed.getByRole('listitem')).toHaveText([
    /^逾期 2 天\s*《听证会议纪要》报街道或相关部门备案（期限：.+），责任人：林晓燕$/,
  ]);
  await inBothLanguages(list, (language) => expectAccessible(list, `meetings with what is late ${language}`));
  await list.setViewportSize(sizes.phone);
  await expectAccessible(list, 'meetings with what is late on a phone');

  await clerk.setViewportSize(sizes.phone);
  await clerk.getByRole('radio', { name: '特大' }).dispatchEvent('click');
  await expectAccessible(clerk, 'duties on a phone in the largest type');
  // Nobody else was told anything of it.
  expect(member.received.join('\n')).not.toMatch(/duty-proof|notice-proof|draw-up-minutes|回执第 17 号/);
  await pen.context.close();
  await member.context.close();
});
