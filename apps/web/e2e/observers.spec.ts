import { expect, test, type Page } from '@playwright/test';
import type { Arrangement, LinkLine, MeetingLine, PersonLine, SessionAnswer } from '@yishiting/domain/api';
import { expectAccessible, inBothLanguages } from './barriers.ts';
import { addressOf, aHearing, askApi, linksOf, openProjector, type OpenHearing } from './hearing.ts';
import { sizes, visit } from './house.ts';

let hearing: OpenHearing;
test.beforeAll(async ({ browser }) => {
  hearing = await aHearing(browser);
});
test.afterAll(() => hearing.close());

const ask = <T>(page: Page, method: string, path: string, body?: object): Promise<T> =>
  askApi(page, hearing.community, method, path, body);
const at = (path: string) => addressOf(hearing.house, `/c/${hearing.community}/${path}`);
const inFiveDays = Date.now() + 5 * 86_400_000;
/** As a native date field has it, so many days from now in Shanghai. */
const dayFromNow = (days: number) =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

/** A hearing called with places for two observers; the signed-in chair leads it. */
async function called(page: Page, matter: string): Promise<{ meeting: string; links: LinkLine[] }> {
  const { account } = await ask<SessionAnswer>(page, 'GET', 'session');
  const body = account?.posts.find(({ post }) => post === 'staff')?.body?.id;
  const { meeting } = await ask<MeetingLine>(page, 'POST', 'meetings', { body, procedure: 'hearing', matter });
  const { agenda } = await ask<Arrangement>(page, 'GET', `meetings/${meeting}`);
  const member = await ask<PersonLine>(page, 'POST', 'people', { name: '丁秀芝' });
  const people = [
    { person: account?.person, capacities: ['chair', 'recorder'], standing: '居委会主任' },
    { person: member.person, capacities: ['member'], standing: '3号楼业主' },
  ];
  const notice = { own: null, contact: '林晓燕', phone: '0571-88000000', observers: 2 };
  const said = { matter, description: '', place: '二楼议事厅', plannedAt: inFiveDays, notice };
  await ask(page, 'PUT', `meetings/${meeting}`, { ...said, language: 'zh-CN', people, agenda });
  const command = { commandId: 'cd'.repeat(16), notice: { way: 'to-be-served' } };
  await ask(page, 'POST', `meetings/${meeting}/call`, command);
  return { meeting, links: await linksOf(page, hearing.community, meeting) };
}

test('[H8] residents register to observe until the places are taken; the desk sees them and takes one in', async ({
  browser,
}) => {
  const { page } = hearing.chair;
  const { meeting } = await called(page, '停车位重新划线');
  const resident = await visit(browser, 'phone');
  const phone = resident.page;
  await phone.goto(at(`public/${meeting}`));
  const section = phone.getByRole('region', { name: '旁听登记' });
  await expect(section.getByText('还有 2 个名额，共 2 个')).toBeVisible();
  await section.getByLabel('姓名').fill('黄旁听');
  await section.getByLabel('联系方式').fill('13911112222');
  await inBothLanguages(phone, (language) => expectAccessible(phone, `registering ${language}`));
  await phone.reload();
  await expect(section.getByLabel('姓名')).toHaveValue('黄旁听');
  await phone.context().setOffline(true);
  await section.getByRole('button', { name: '登记旁听' }).click();
  await expect(section.getByRole('alert')).toBeVisible();
  await phone.context().setOffline(false);
  await section.getByRole('button', { name: '登记旁听' }).click();
  await expect(section.getByText('登记号 1')).toBeVisible();
  await expect(section.getByText('还有 1 个名额，共 2 个')).toBeVisible();
  await section.getByRole('button', { name: '复制链接' }).click();
  await expect(section.getByRole('button', { name: '✓ 已复制' })).toBeVisible();
  await inBothLanguages(phone, (language) => expectAccessible(phone, `registered ${language}`));
  const link = await section.getByRole('link').getAttribute('href');
  await phone.reload();
  await expect(section.getByText('登记号 1')).toBeVisible();

  // The desk enters who telephoned; then it is full.
  await page.goto(at(`m/${meeting}/notice`));
  await page.getByRole('link', { name: '旁听登记名单' }).click();
  await expect(page.getByText('已登记 1 人，共 2 个名额')).toBeVisible();
  await expect(page.getByText('13911112222')).toBeVisible();
  const entering = page.getByRole('form', { name: '代为登记' });
  await entering.getByLabel('姓名').fill('吴桂芳');
  await entering.getByLabel('联系方式').fill('88001122');
  await entering.getByRole('button', { name: '代为登记' }).click();
  await expect(page.getByText('登记号 2 · 吴桂芳')).toBeVisible();
  const other = await visit(browser, 'phone');
  await other.page.goto(at(`public/${meeting}`));
  await expect(other.page.getByText('旁听名额已满')).toBeVisible();
  await expect(other.page.getByLabel('姓名')).toHaveCount(0);
  await inBothLanguages(other.page, (language) => expectAccessible(other.page, `full ${language}`));

  // Struck with a reason, the place comes back; what the person sees says why.
  await page.getByLabel('选中 黄旁听').check();
  await page.getByLabel('划去的理由').fill('重复登记');
  for (const size of ['desk', 'phone'] as const) {
    await page.setViewportSize(sizes[size]);
    await inBothLanguages(page, (language) => expectAccessible(page, `observers ${size} ${language}`));
  }
  await page.setViewportSize(sizes.desk);
  await page.getByRole('button', { name: '划去', exact: true }).click();
  await expect(page.getByText('已划去：重复登记')).toBeVisible();
  await phone.goto('about:blank');
  await phone.goto(addressOf(hearing.house, link ?? ''));
  await expect(section.getByText('登记已被取消')).toBeVisible();
  await expect(section.getByText('理由：重复登记')).toBeVisible();
  await other.page.getByRole('button', { name: '重新查看名额' }).click();
  await expect(other.page.getByText('还有 1 个名额，共 2 个')).toBeVisible();

  // One tap makes somebody an observer of the meeting.
  await page.getByRole('button', { name: '到会旁听：吴桂芳' }).click();
  await expect(page.getByText('已到会 · 代为登记')).toBeVisible();
  await page.goto(at(`m/${meeting}/chair`));
  await expect(page.getByRole('complementary').getByText('吴桂芳')).toBeVisible();
  // Nothing of it reached somebody else's phone.
  for (const secret of ['黄旁听', '吴桂芳', '13911112222', '88001122'])
    expect(other.received.join('\n')).not.toContain(secret);
  for (const { context } of [resident, other]) await context.close();
});

test('[H1] a called meeting is moved: a new notice, to be posted again, the former one struck through', async ({
  browser,
}) => {
  const { page } = hearing.chair;
  const { meeting, links } = await called(page, '增设晾衣架');
  await page.goto(at(`m/${meeting}/notice`));
  await page.getByRole('button', { name: '登记：居务公开栏' }).click();
  await page.getByRole('button', { name: '保存登记' }).click();
  await expect(page.getByRole('button', { name: '更正：居务公开栏' })).toBeVisible();
  const member = await visit(browser, 'phone');
  await member.page.goto(links.find(({ capacities }) => capacities.includes('member'))!.url);
  await member.page.getByRole('button', { name: '进入会议' }).click();
  await page.goto(at(`m/${meeting}/chair`));
  const wall = await openProjector(hearing.chair);

  await page.goto(at(`m/${meeting}/notice`));
  await page.locator('summary', { hasText: '变更时间、地点' }).click();
  await page.getByLabel('日期').fill(dayFromNow(2));
  await page.getByLabel('会议地点').fill('一楼大厅');
  await page.getByLabel('变更原因').fill('二楼停电检修');
  await expect(page.getByText(/今天就重新张贴，也要到.*才满公告期/)).toBeVisible();
  await expect(page.getByRole('article').first()).toContainText('会议地点变更为一楼大厅。变更原因：二楼停电检修。');
  await page.reload();
  await expect(page.getByLabel('变更原因')).toHaveValue('二楼停电检修');
  for (const size of ['desk', 'phone'] as const) {
    await page.setViewportSize(sizes[size]);
    await inBothLanguages(page, (language) => expectAccessible(page, `moving ${size} ${language}`));
  }
  await page.setViewportSize(sizes.desk);
  await page.getByRole('button', { name: '变更会议' }).click();
  await page.getByRole('button', { name: '确认变更' }).click();
  await expect(page.getByText('居务公开栏：尚未登记张贴或送达')).toBeVisible();
  await expect(page.getByText('已变更。请重新张贴变更公告')).toBeVisible();

  // Everybody is told, and what was announced before stays readable.
  await expect(member.page.getByText('会议时间、地点有变更')).toBeVisible();
  await expect(wall.getByText('会议时间、地点有变更')).toBeVisible();
  await expect(wall.getByText('一楼大厅')).toBeVisible();
  await inBothLanguages(member.page, (language) => expectAccessible(member.page, `seat moved ${language}`));
  const resident = await visit(browser, 'phone');
  await resident.page.goto(at(`public/${meeting}`));
  await expect(
    resident.page.getByRole('heading', { name: '关于变更增设晾衣架社区工作听证会时间、地点的公告' }),
  ).toBeVisible();
  await resident.page.getByText(/的公告，.*作废/).click();
  await expect(resident.page.getByRole('deletion').getByRole('heading', { name: /关于召开增设晾衣架/ })).toBeVisible();
  await inBothLanguages(resident.page, (language) => expectAccessible(resident.page, `public moved ${language}`));
  await page.goto(at(`m/${meeting}/minutes`));
  await expect(page.getByText(/会议地点由“二楼议事厅”变更为“一楼大厅”，原因：二楼停电检修。/)).toHaveCount(1);
  await wall.close();
  for (const { context } of [member, resident]) await context.close();
});

test('a called meeting is called off with a reason that everybody reads, and nothing is done in it any more', async ({
  browser,
}) => {
  const { page } = hearing.chair;
  const { meeting, links } = await called(page, '楼道刷新');
  const member = await visit(browser, 'phone');
  await member.page.goto(links.find(({ capacities }) => capacities.includes('member'))!.url);
  await member.page.getByRole('button', { name: '进入会议' }).click();
  await page.goto(at(`m/${meeting}/notice`));
  await page.locator('summary', { hasText: '取消会议' }).click();
  await page.getByLabel('取消原因').fill('项目中止');
  await page.getByRole('button', { name: '取消会议' }).click();
  await expect(page.getByText(/这次会议不能再开，也不能恢复/)).toBeVisible();
  await inBothLanguages(page, (language) => expectAccessible(page, `calling off ${language}`));
  await page.getByRole('button', { name: '确认取消会议' }).click();
  await expect(page.getByText('本次会议已经取消，不再办理任何事项。')).toBeVisible();
  await expect(page.getByRole('button', { name: '变更会议' })).toHaveCount(0);
  await expect(member.page.getByRole('alert')).toContainText('项目中止');
  await expect(member.page.getByRole('button', { name: /签到/ })).toHaveCount(0);
  await inBothLanguages(member.page, (language) => expectAccessible(member.page, `seat called off ${language}`));
  await page.goto(at(`m/${meeting}/chair`));
  await expect(page.getByText('本次会议已经取消，不再办理任何事项。')).toBeVisible();
  await expect(page.getByRole('button', { name: '宣布开会' })).toHaveCount(0);
  await inBothLanguages(page, (language) => expectAccessible(page, `chair called off ${language}`));
  await page.getByRole('link', { name: '查阅会议记录' }).click();
  await expect(page.getByText(/会议取消，原因：项目中止。/)).toBeVisible();
  await page.goto(addressOf(hearing.house, `/c/${hearing.community}`));
  await expect(page.getByRole('listitem').filter({ hasText: '楼道刷新' }).getByText('会议已取消')).toBeVisible();
  const resident = await visit(browser, 'phone');
  await resident.page.goto(at(`public/${meeting}`));
  await expect(resident.page.getByText('原因：项目中止')).toBeVisible();
  await expect(resident.page.getByRole('region', { name: '旁听登记' })).toHaveCount(0);
  await inBothLanguages(resident.page, (language) => expectAccessible(resident.page, `public called off ${language}`));
  for (const { context } of [member, resident]) await context.close();
});
