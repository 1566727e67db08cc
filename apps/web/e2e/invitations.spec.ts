import { expect, test, type Page } from '@playwright/test';
import type { Arrangement, MeetingLine, PersonLine, SessionAnswer } from '@yishiting/domain/api';
import { expectAccessible, inBothLanguages } from './barriers.ts';
import { addressOf, aHearing, askApi, linksOf, type OpenHearing } from './hearing.ts';
import { sizes, visit } from './house.ts';

let hearing: OpenHearing;
test.beforeAll(async ({ browser }) => {
  hearing = await aHearing(browser);
});
test.afterAll(() => hearing.close());

const ask = <T>(page: Page, method: string, path: string, body?: object): Promise<T> =>
  askApi(page, hearing.community, method, path, body);
const at = (meeting: string, name: string) => addressOf(hearing.house, `/c/${hearing.community}/m/${meeting}/${name}`);

/** A hearing in three days whose chair keeps the record, too; the register knows one 丁秀芝 and two 马建军. */
async function arranged(page: Page): Promise<string> {
  const { account } = await ask<SessionAnswer>(page, 'GET', 'session');
  const body = account?.posts.find(({ post }) => post === 'staff')?.body?.id;
  const matter = '小区充电桩选址';
  const { meeting } = await ask<MeetingLine>(page, 'POST', 'meetings', { body, procedure: 'hearing', matter });
  const { agenda } = await ask<Arrangement>(page, 'GET', `meetings/${meeting}`);
  for (const name of ['丁秀芝', '马建军', '马建军']) await ask<PersonLine>(page, 'POST', 'people', { name });
  const said = { matter, description: '', place: '二楼议事厅', plannedAt: Date.now() + 3 * 86_400_000 };
  const people = [{ person: account?.person, capacities: ['chair', 'recorder'], standing: '' }];
  await ask(page, 'PUT', `meetings/${meeting}`, { ...said, language: 'zh-CN', people, agenda });
  return meeting;
}

const pasted = [
  '姓名\t单位',
  '丁秀芝，3号楼代表',
  '马建军\t幸福物业\t13800001234',
  '欧阳　雪　5号楼',
  '韦东 业委会',
  '丁秀芝',
];

test('representatives are pasted, asked, called, decline by phone, and are replaced; the figures close', async ({
  browser,
}) => {
  const { page } = hearing.chair;
  const meeting = await arranged(page);
  await page.goto(at(meeting, 'prepare'));
  const people = page.getByRole('region', { name: '参会人员' });

  await people.getByRole('button', { name: '粘贴名单' }).click();
  await people.getByLabel('名单', { exact: true }).fill(pasted.join('\n'));
  await page.reload();
  await expect(people.getByLabel('名单', { exact: true })).toHaveValue(/欧阳/);
  await people.getByRole('button', { name: '核对名单' }).click();
  const lines = people.getByRole('listitem');
  await expect(lines.filter({ hasText: '姓名 单位' })).toContainText('读不出姓名');
  await expect(lines.filter({ hasText: '3号楼代表' })).toContainText('在名册中');
  await expect(lines.filter({ hasText: '欧阳雪' })).toContainText('将新登记');
  await expect(lines.filter({ hasText: '马建军' })).toContainText('已略去号码');
  await expect(people.getByText('与前面的一行相同')).toBeVisible();
  await expect(people.getByText('还有 1 行同名')).toBeVisible();
  for (const size of ['desk', 'phone'] as const) {
    await page.setViewportSize(sizes[size]);
    await inBothLanguages(page, (language) => expectAccessible(page, `pasted ${size} ${language}`));
  }
  await page.setViewportSize(sizes.desk);
  // Nothing was saved by looking.
  expect(await ask<PersonLine[]>(page, 'GET', `people?search=${encodeURIComponent('欧阳雪')}`)).toEqual([]);
  await lines.filter({ hasText: '马建军' }).getByRole('radio', { name: '在册第 2 位' }).check();
  await expect(people.getByText('在名册中 2 人，新登记 2 人，不列入 2 行。')).toBeVisible();
  await people.getByRole('button', { name: '列入 4 人' }).click();
  await expect(people.getByText('已列入 5 人')).toBeVisible();

  const answer = (name: string, said: string) =>
    people
      .getByRole('group', { name: `${name}的答复` })
      .getByRole('radio', { name: said })
      .check();
  await answer('丁秀芝', '已确认');
  await answer('马建军', '不能到会');
  await people.getByLabel('马建军不能到会的原因').selectOption('人在外地');
  await people.getByLabel('韦东代替谁到会').selectOption('马建军');
  await answer('欧阳雪', '已征询');
  await expect(people.getByText('已确认 1 人，待答复 2 人，不能到会 1 人')).toBeVisible();
  const notice = page.getByRole('region', { name: '公告', exact: true }).getByRole('article');
  await expect(notice).toContainText('韦东');
  await expect(notice).not.toContainText('马建军');
  for (const size of ['desk', 'phone'] as const) {
    await page.setViewportSize(sizes[size]);
    await inBothLanguages(page, (language) => expectAccessible(page, `asked ${size} ${language}`));
  }
  await page.setViewportSize(sizes.desk);
  await expect(page.getByText('还有 2 人没有确认能否到会。')).toBeVisible();
  await page.getByRole('button', { name: '召集会议', exact: true }).click();
  await page.getByRole('button', { name: '确认召集' }).click();
  await expect(page.getByText('会议已经召集。')).toBeVisible();

  await page.goto(at(meeting, 'chair'));
  const replies = page.getByRole('region', { name: '到会答复' });
  await expect(replies.getByText('答复能到会 1 人，待答复 2 人，不能到会 0 人')).toBeVisible();
  const links = await linksOf(page, hearing.community, meeting);
  expect(links.map(({ name }) => name)).not.toContain('马建军');

  const phone = await visit(browser, 'phone');
  await phone.page.goto(links.find(({ name }) => name === '欧阳雪')!.url);
  await phone.page.getByRole('button', { name: '进入会议' }).click();
  await phone.page.getByRole('radio', { name: '不能到会', exact: true }).check();
  await phone.page.getByRole('radio', { name: '工作原因' }).check();
  await inBothLanguages(phone.page, (language) => expectAccessible(phone.page, `own reply ${language}`));
  await phone.page.getByRole('button', { name: '确认：不能到会' }).click();
  await expect(phone.page.getByText('您已答复：不能到会（工作原因）。')).toBeVisible();
  await expect(replies.getByText('答复能到会 1 人，待答复 1 人，不能到会 1 人')).toBeVisible();
  await expect(replies.getByRole('listitem').filter({ hasText: '欧阳雪' })).toContainText('不能到会：工作原因');

  // Somebody rings up.
  await replies.getByRole('button', { name: '查看全部 3 人' }).click();
  await replies.getByRole('button', { name: '登记答复：韦东' }).click();
  const form = replies.getByRole('form', { name: '登记韦东的答复' });
  await form.getByRole('radio', { name: '不能到会' }).check();
  await form.getByLabel(/^告知人姓名/).fill('韦小云');
  await inBothLanguages(page, (language) => expectAccessible(page, `chair records a reply ${language}`));
  await form.getByRole('button', { name: '保存答复' }).click();
  await expect(replies.getByText('告知人：韦小云')).toBeVisible();

  // A substitute for who declined; the phone hears of it.
  const desk = page.getByRole('region', { name: '到会人员' });
  await desk.getByText('增补人员').click();
  await desk.getByLabel('代替谁到会').selectOption('欧阳雪');
  await desk.getByRole('textbox', { name: '查找姓名' }).fill('苏小梅');
  await desk.getByRole('button', { name: '查找姓名' }).click();
  await desk.getByRole('button', { name: '在名册中登记“苏小梅”并增补' }).click();
  await expect(desk.getByText(/^代替欧阳雪/)).toBeVisible();
  await expect(desk.getByText(/^由苏小梅代替/)).toBeVisible();
  await expect(phone.page.getByText('您的席位由苏小梅代替出席。')).toBeVisible();
  await inBothLanguages(page, (language) => expectAccessible(page, `chair with a substitute ${language}`));

  // On the day: the substitute comes, the other one too, and hears who has the place.
  await page.getByRole('button', { name: '到会 苏小梅' }).click();
  await page.getByRole('button', { name: '到会 欧阳雪' }).click();
  await expect(desk.getByText('欧阳雪的席位由苏小梅代替出席，苏小梅已经到会。')).toBeVisible();

  await page.goto(at(meeting, 'minutes'));
  await page.getByRole('button', { name: '签到表', exact: true }).click();
  const sheet = page.getByRole('table').first();
  await expect(sheet).toContainText('代替欧阳雪');
  await expect(sheet.getByRole('row').filter({ hasText: '韦东' })).toContainText('请假');
  await phone.context.close();
});
