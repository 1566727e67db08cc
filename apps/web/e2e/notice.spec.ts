import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import type { Arrangement, MeetingLine, PersonLine, SessionAnswer } from '@yishiting/domain/api';
import { expectAccessible, inBothLanguages } from './barriers.ts';
import { addressOf, aHearing, askApi, type OpenHearing } from './hearing.ts';
import { sizes, visit } from './house.ts';

let hearing: OpenHearing;
test.beforeAll(async ({ browser }) => {
  hearing = await aHearing(browser);
});
test.afterAll(() => hearing.close());

const phone = '13800001234';
const observer = '黄旁听';
const inThreeDays = Date.now() + 3 * 86_400_000;

/** What pages ask of the API, asked from a page. */
const ask = <T>(page: Page, method: string, path: string, body?: object): Promise<T> =>
  askApi(page, hearing.community, method, path, body);

/** A hearing with people on its list, ready but for its notice and its calling; the signed-in chair leads it. */
async function arranged(page: Page, matter: string): Promise<string> {
  const { account } = await ask<SessionAnswer>(page, 'GET', 'session');
  const body = account?.posts.find(({ post }) => post === 'staff')?.body?.id;
  const { meeting } = await ask<MeetingLine>(page, 'POST', 'meetings', { body, procedure: 'hearing', matter });
  const { agenda } = await ask<Arrangement>(page, 'GET', `meetings/${meeting}`);
  const entered = (name: string, kept: object = {}) => ask<PersonLine>(page, 'POST', 'people', { name, ...kept });
  const member = await entered('丁秀芝', { phone, address: '3号楼2单元601室' });
  const observing = await entered(observer);
  const people = [
    { person: account?.person, capacities: ['chair', 'recorder'], standing: '居委会主任' },
    { person: member.person, capacities: ['member'], standing: '3号楼2单元601室业主' },
    { person: observing.person, capacities: ['observer'], standing: '' },
  ];
  const said = { matter, description: `低保户，${phone}`, place: '二楼议事厅', plannedAt: inThreeDays };
  await ask(page, 'PUT', `meetings/${meeting}`, { ...said, language: 'zh-CN', people, agenda });
  return meeting;
}

const at = (meeting: string, name: string) => addressOf(hearing.house, `/c/${hearing.community}/m/${meeting}/${name}`);
/** As a native date field has it, so many days from now in Shanghai. */
const dayFromNow = (days: number) =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

async function call(page: Page): Promise<void> {
  await page.getByRole('button', { name: '召集会议', exact: true }).click();
  await expect(page.getByText(/不能收回/)).toBeVisible();
  await page.getByRole('button', { name: '确认召集' }).click();
  await expect(page.getByText('会议已经召集。')).toBeVisible();
  await page.getByRole('link', { name: '公告与张贴' }).click();
  await expect(page.getByRole('heading', { name: '公告的张贴和送达' })).toBeVisible();
}

test('[H1] [H6] [H8] a notice is drafted, posted too late, and the hearing opens only for a reason that stands in the minutes', async ({
  browser,
}) => {
  const { page } = hearing.chair;
  const meeting = await arranged(page, '停车位重新划线');
  await page.goto(at(meeting, 'prepare'));
  const notice = page.getByRole('region', { name: '公告', exact: true });
  await expect(notice.getByText(/居务公开栏：最迟.*办理/)).toBeVisible();
  await expect(notice.getByRole('article')).toContainText('代表：丁秀芝（3号楼业主）。');
  await expect(notice.getByRole('article')).not.toContainText(observer);
  await notice.getByLabel('联系人').fill('林晓燕');
  await notice.getByLabel('联系电话').fill('0571-88000000');
  await notice.getByLabel(/^旁听席位/).fill('１０');
  await expect(notice.getByRole('article')).toContainText('五、旁听：设旁听席10个。');
  await notice.getByRole('button', { name: '自己改写' }).click();
  const body = notice.getByLabel('公告正文');
  await body.fill(`${await body.inputValue()}\n请带身份证。`);
  await page.reload();
  await expect(notice.getByLabel('公告正文')).toHaveValue(/请带身份证。$/);
  for (const size of ['desk', 'phone'] as const) {
    await page.setViewportSize(sizes[size]);
    await inBothLanguages(page, (language) => expectAccessible(page, `prepare ${size} ${language}`));
  }
  await page.setViewportSize(sizes.desk);
  // A private number stops the calling, named at the notice.
  await body.fill(`${await body.inputValue()}\n丁秀芝 ${phone}`);
  await page.getByRole('button', { name: '召集会议', exact: true }).click();
  await expect(notice.getByRole('alert')).toContainText('不能有身份证号码和个人手机号码');
  await body.fill((await body.inputValue()).replace(/\n丁秀芝.*/, ''));
  await call(page);

  // Nobody else finds out that it is not posted; the desk does.
  await expect(page.getByText('居务公开栏：尚未登记张贴或送达')).toBeVisible();
  await page.goto(addressOf(hearing.house, `/c/${hearing.community}`));
  const line = page.getByRole('listitem').filter({ hasText: '停车位重新划线' });
  await expect(line.getByText(/公告还没有登记张贴，公告最迟.*张贴/)).toBeVisible();
  await page.goto(at(meeting, 'notice'));
  await page.getByRole('button', { name: '登记：居务公开栏' }).click();
  await page.getByLabel('经办人').fill('林晓燕');
  await page.reload();
  await page.getByRole('button', { name: '登记：居务公开栏' }).click();
  await expect(page.getByLabel('经办人')).toHaveValue('林晓燕');
  await page.getByRole('button', { name: '保存登记' }).click();
  await expect(page.getByText(/经办人：林晓燕/)).toBeVisible();
  await expect(page.getByText(/公告已经办齐，.*起可以开会，按计划的时间开会符合规定/)).toBeVisible();
  for (const size of ['desk', 'phone'] as const) {
    await page.setViewportSize(sizes[size]);
    await inBothLanguages(page, (language) => expectAccessible(page, `notice ${size} ${language}`));
  }
  await page.setViewportSize(sizes.desk);

  // For the board and for the file; the public page offers none.
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载公告（A3）' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^关于召开停车位重新划线.*的公告 A3\.pdf$/);
  expect(readFileSync(await file.path()).toString('latin1', 0, 5)).toBe('%PDF-');

  // Everybody reads the notice, without a session.
  const resident = await visit(browser, 'phone');
  await resident.page.goto(addressOf(hearing.house, `/c/${hearing.community}/public/${meeting}`));
  await expect(resident.page.getByRole('heading', { name: /关于召开停车位重新划线.*的公告/ })).toBeVisible();
  await expect(resident.page.getByText('请带身份证。')).toBeVisible();
  await expect(resident.page.getByRole('button', { name: /下载/ })).toHaveCount(0);
  await inBothLanguages(resident.page, (language) => expectAccessible(resident.page, `public ${language}`));
  await resident.page.getByRole('radio', { name: '特大' }).dispatchEvent('click');
  await expectAccessible(resident.page, 'public in the largest type');

  // Too early: refused with the rule and its source; then for a reason.
  await page.goto(at(meeting, 'chair'));
  await page.getByRole('button', { name: '宣布开会', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText(
    '按《南门街道社区“四会”制度》（三）4（1），应在会前3日公布或通知',
  );
  await inBothLanguages(page, (language) => expectAccessible(page, `too early ${language}`));
  await page.getByText('通知期未满而确需现在开会').click();
  await page.getByLabel('理由').fill('汛期将至，须当天议定');
  await page.reload();
  await expect(page.getByLabel('理由')).toHaveValue('汛期将至，须当天议定');
  await page.getByRole('button', { name: '说明理由，宣布开会' }).click();
  await expect(page.getByRole('button', { name: /^下一项/ })).toBeVisible();
  await page.goto(at(meeting, 'minutes'));
  await expect(page.getByText(/会前公告未满规定的期限：.*主持人说明理由：汛期将至，须当天议定。/)).toBeVisible();
  await expect(page.getByText(/会议公告于.*在居务公开栏张贴，经办人：林晓燕。/)).toBeVisible();

  await resident.page.reload();
  await expect(resident.page.getByText('会议进行中')).toBeVisible();
  const bytes = resident.received.join('\n');
  for (const secret of [phone, observer, '2单元', '601室', '低保', '汛期', '经办人'])
    expect(bytes).not.toContain(secret);
  await resident.context.close();
});

test('[H1] a notice that hung in time lets the hearing open', async () => {
  const { page } = hearing.chair;
  const meeting = await arranged(page, '增设晾衣架');
  await page.goto(at(meeting, 'prepare'));
  await call(page);
  await page.goto(at(meeting, 'chair'));
  await page.getByRole('button', { name: '宣布开会', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('居务公开栏未张贴');
  await page.getByRole('button', { name: '登记：居务公开栏' }).click();
  await page.getByLabel('日期').fill(dayFromNow(-3));
  await page.getByLabel('钟点').fill('17:30');
  await page.getByRole('button', { name: '保存登记' }).click();
  await expect(page.getByText('通知期已满，可以开会')).toBeVisible();
  await expect(page.getByText('通知期未满而确需现在开会')).toHaveCount(0);
  await page.getByRole('button', { name: '宣布开会', exact: true }).click();
  await expect(page.getByRole('button', { name: /^下一项/ })).toBeVisible();
  await page.goto(at(meeting, 'minutes'));
  await expect(page.getByText(/会议开始/)).toBeVisible();
  await expect(page.getByText(/主持人说明理由/)).toHaveCount(0);
});

test('[H8] a meeting that no notice made known has no public page', async ({ browser }) => {
  const { page } = hearing.chair;
  const meeting = await arranged(page, '当场议定的事');
  const notice = { way: 'start-now', waiver: '到会人员一致同意' };
  await ask(page, 'POST', `meetings/${meeting}/call`, { commandId: 'ab'.repeat(16), notice });
  const resident = await visit(browser, 'desk');
  await resident.page.goto(addressOf(hearing.house, `/c/${hearing.community}/public/${meeting}`));
  await expect(resident.page.getByText('没有找到这次会议的公告')).toBeVisible();
  await inBothLanguages(resident.page, (language) => expectAccessible(resident.page, `not public ${language}`));
  await resident.context.close();
});
