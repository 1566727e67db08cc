/** Attachments from the preparing page to the seat, and photos from the recorder's phone: over plain http, as in a room. */
import { expect, test, type Page } from '@playwright/test';
import type { SessionAnswer } from '@yishiting/domain/api';
import { aDocx, aPdf, exif } from '../../../packages/db/src/uploads/testing-files.ts';
import { expectAccessible, inBothLanguages } from './barriers.ts';
import { addressOf, aHearing, checkIn, type OpenHearing } from './hearing.ts';
import { visit } from './house.ts';

let hearing: OpenHearing;
test.beforeAll(async ({ browser }) => {
  hearing = await aHearing(browser);
});
test.afterAll(() => hearing.close());

/** A picture as a phone takes it, with its notes: drawn by the browser, since only that makes a real one. */
async function aPhoto(page: Page): Promise<Buffer> {
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [640, 480];
    const pen = canvas.getContext('2d')!;
    pen.fillStyle = '#7a9';
    pen.fillRect(0, 0, 640, 480);
    pen.fillStyle = '#234';
    pen.fillRect(80, 200, 300, 220);
    return canvas.toDataURL('image/jpeg', 0.8).split(',')[1]!;
  });
  const picture = Buffer.from(drawn, 'base64');
  const notes = exif(1);
  const head = Buffer.from([0xff, 0xe1, (notes.length + 2) >> 8, (notes.length + 2) & 255]);
  return Buffer.concat([picture.subarray(0, 2), head, notes, picture.subarray(2)]);
}
/** What a page of ours gets at this address, and whether it says where it was taken. */
const fetched = (page: Page, path: string) =>
  page.evaluate(async (asked) => {
    const response = await fetch(asked);
    return { status: response.status, saysWhere: (await response.text()).includes('GPS') };
  }, path);
/** A hearing of the chair's own body that is still being prepared. */
const aDraft = (page: Page, community: string): Promise<string> =>
  page.evaluate(async (code) => {
    const api = `/c/${code}/api`;
    const { account } = (await (await fetch(`${api}/session`)).json()) as SessionAnswer;
    const body = account?.posts.find(({ post }) => post === 'staff')?.body?.id;
    const asked = { body, procedure: 'hearing', matter: '增设电动车充电棚' };
    const headers = { 'content-type': 'application/json' };
    const made = await fetch(`${api}/meetings`, { method: 'POST', headers, body: JSON.stringify(asked) });
    return ((await made.json()) as { meeting: string }).meeting;
  }, community);
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

test('[H5] attachments are added, refused with a sentence, put in order and removed while a meeting is prepared', async () => {
  const { page } = hearing.chair;
  const draft = await aDraft(page, hearing.community);
  await page.goto(addressOf(hearing.house, `/c/${hearing.community}/m/${draft}/prepare`));
  const section = page.getByRole('region', { name: '附件和材料' });
  await expect(section.getByText('还没有附件。')).toBeVisible();
  await expectAccessible(page, 'no attachments yet');
  const picker = section.locator('input[type=file]');
  await picker.setInputFiles([file('费用测算表.pdf', aPdf()), file('说明.docx', await aDocx())]);
  await expect(section.getByRole('link', { name: '费用测算表' })).toBeVisible();
  await expect(section.getByRole('link', { name: '说明' })).toBeVisible();
  await picker.setInputFiles([file('假的.pdf', Buffer.from('<script>document.title="ran"</script>'))]);
  await expect(section.getByText('这个文件不能上传')).toBeVisible();
  await inBothLanguages(page, (language) => expectAccessible(page, `attachments ${language}`));
  await section.getByRole('button', { name: '不传了“假的.pdf”' }).click();

  await section.getByRole('button', { name: '上移“说明”' }).click();
  await expect(section.getByRole('listitem').first()).toContainText('说明');
  await section.getByRole('listitem').first().getByRole('button', { name: '移除' }).focus();
  await page.keyboard.press('Enter');
  await section.getByRole('alert').getByRole('button', { name: '移除' }).click();
  await expect(section.getByRole('link', { name: '说明' })).toHaveCount(0);
  await page.reload();
  await expect(section.getByRole('link', { name: '费用测算表' })).toBeVisible();

  // Opened as an address of its own it is saved, and nothing in it runs.
  const href = (await section.getByRole('link', { name: '费用测算表' }).getAttribute('href'))!;
  const other = await page.context().newPage();
  const saved = other.waitForEvent('download');
  await other.goto(addressOf(hearing.house, href)).catch(() => undefined);
  expect((await saved).suggestedFilename()).toBe('费用测算表.pdf');
  expect(await other.title()).toBe('');
  await other.close();

  // Cut in the middle: said so, and after a reload clearly not there.
  await page.route('**/files?*', (route) => route.abort());
  await picker.setInputFiles([file('断线.pdf', aPdf())]);
  await expect(section.getByText('文件没有传完')).toBeVisible();
  await page.unroute('**/files?*');
  await section.getByRole('button', { name: '再传一次' }).click();
  await expect(section.getByRole('link', { name: '断线' })).toBeVisible();
});

test('[H5] a photo from the recorder’s phone is there at once for the chair, without where it was taken, and not for members', async ({
  browser,
}) => {
  const { chair, community, meeting, links, members } = hearing;
  const card = links.find(({ capacities }) => capacities.includes('recorder'))!;
  const phone = await visit(browser, 'phone');
  await checkIn(phone, card.url);
  await phone.page.goto(addressOf(hearing.house, `/c/${community}/m/${meeting}/recorder?seat=${card.seat}`));
  const photos = phone.page.getByRole('region', { name: /^现场照片/ });
  await expect(phone.page.getByText('拍照', { exact: true })).toBeInViewport();
  await phone.page.locator('input[capture]').setInputFiles([file('IMG_0001.jpg', await aPhoto(phone.page))]);
  const picture = photos.getByRole('img');
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(640);
  await inBothLanguages(phone.page, (language) => expectAccessible(phone.page, `recorder’s photos ${language}`));

  await chair.page.goto(addressOf(hearing.house, `/c/${community}/m/${meeting}/chair`));
  const seen = chair.page.getByRole('region', { name: /^现场照片/ }).getByRole('img');
  await seen.scrollIntoViewIfNeeded();
  await expect.poll(() => seen.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(640);
  const href = (await seen.getAttribute('src'))!;
  expect(await fetched(chair.page, href)).toMatchObject({ status: 200, saysWhere: false });

  const desk = chair.page.getByRole('region', { name: '附件和材料' });
  await desk.getByText('添加附件').first().click();
  await desk.locator('input[type=file]').setInputFiles([file('方案图.pdf', aPdf())]);
  await expect(desk.getByRole('link', { name: '方案图' })).toBeVisible();
  await inBothLanguages(chair.page, (language) => expectAccessible(chair.page, `chair’s files ${language}`));

  const member = await visit(browser, 'phone');
  await checkIn(member, members[0]!.url);
  await member.page.getByRole('button', { name: '议程' }).click();
  const link = member.page.getByRole('link', { name: '方案图' });
  await expect(link).toBeVisible();
  await inBothLanguages(member.page, (language) => expectAccessible(member.page, `seat’s files ${language}`));
  expect(await link.getAttribute('href')).toMatch(/\/seat\/[^/]+\/file\/[^/]+$/);
  const paper = (await link.getAttribute('href'))!.split('/').at(-1)!;
  expect(await fetched(member.page, href.replace(/[^/]+$/, paper))).toMatchObject({ status: 200 });
  expect(await fetched(member.page, href)).toMatchObject({ status: 404 });
  expect(member.received.join('')).not.toContain(href.split('/').at(-1)!);

  await desk.getByRole('button', { name: '撤回“方案图”' }).click();
  await desk.getByLabel('撤回的原因（记入会议记录）').fill('数据有误');
  await desk.getByRole('button', { name: '撤回这份材料' }).click();
  await expect(link).toHaveCount(0);
  await photos.getByRole('button', { name: '撤去' }).click();
  await photos.getByRole('alert').getByRole('button', { name: '撤去' }).click();
  await expect(photos.getByRole('img')).toHaveCount(0);
  await member.context.close();
  await phone.context.close();
});
