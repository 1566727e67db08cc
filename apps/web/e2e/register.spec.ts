import { expect, test, type Browser, type Page } from '@playwright/test';
import type { Arrangement, MeetingLine, SessionAnswer } from '@yishiting/domain/api';
import { connect } from '../../../packages/db/src/connect.ts';
import { tableNames } from '../../../packages/db/src/tables.ts';
import { verifyRecord } from '../../../packages/db/src/verify-record.ts';
import { expectAccessible, inBothLanguages } from './barriers.ts';
import { addressOf, askApi } from './hearing.ts';
import { openHouse, sizes, visit, type OpenHouse, type Visitor } from './house.ts';

/** Each test goes on where the one before left the pages. */
test.describe.configure({ mode: 'serial' });

/** A community of its own with its first administrator, a resident and an open meeting that resident is listed in. */
let house: OpenHouse;
let admin: Visitor;
let community: string;
let resident: string;
let meeting: string;
const phone = '13912345678';
const remark = '周二下午方便接电话';
const reason = '本人书面要求';

test.beforeAll(async ({ browser }) => {
  house = await openHouse();
  admin = await visit(browser, 'desk');
  community = await setUp(admin.page);
});
test.afterAll(async () => {
  await admin.context.close();
  await house.close();
});

async function setUp(page: Page): Promise<string> {
  await page.goto(addressOf(house, `/setup#${house.setUpToken}`));
  await page.getByRole('button', { name: '建立本社区' }).click();
  await page.getByLabel('社区名称').fill('桂花社区');
  await page.getByLabel('召开会议的组织').fill('居民委员会');
  await page.getByLabel('您的姓名').fill('郑主任');
  await page.getByLabel('登录名').fill('zheng');
  await page.getByLabel('密码').fill('guihua-2026');
  await page.getByRole('button', { name: '建立', exact: true }).click();
  await expect(page.getByRole('heading', { name: '会议', exact: true })).toBeVisible();
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}

/** What pages ask of the API, asked from a page. */
const ask = <T>(page: Page, method: string, path: string, body?: object): Promise<T> =>
  askApi(page, community, method, path, body);

/** A meeting that was called without notice, with the administrator in the chair. */
async function callMeeting(): Promise<string> {
  const { account } = await ask<SessionAnswer>(admin.page, 'GET', 'session');
  const body = account?.posts.find(({ post }) => post === 'staff')?.body?.id;
  const begun = { body, procedure: 'hearing', matter: '加装电梯' };
  const { meeting } = await ask<MeetingLine>(admin.page, 'POST', 'meetings', begun);
  const { agenda } = await ask<Arrangement>(admin.page, 'GET', `meetings/${meeting}`);
  const people = [
    { person: account?.person, capacities: ['chair', 'recorder'], standing: '' },
    { person: resident, capacities: ['member'], standing: '3号楼' },
  ];
  const arranged = { matter: '加装电梯', description: '', place: '二楼', plannedAt: Date.now(), language: 'zh-CN' };
  await ask(admin.page, 'PUT', `meetings/${meeting}`, { ...arranged, people, agenda });
  const called = { commandId: 'ab'.repeat(16), notice: { way: 'start-now', waiver: '到会人员均同意' } };
  await ask(admin.page, 'POST', `meetings/${meeting}/call`, called);
  return meeting;
}

/** The state a page is in: on a desk and a phone, in both languages, and on the phone in the largest type. */
async function expectNoBarrier(page: Page, what: string): Promise<void> {
  for (const size of ['desk', 'phone'] as const) {
    await page.setViewportSize(sizes[size]);
    await inBothLanguages(page, (language) => expectAccessible(page, `${what} ${size} ${language}`));
  }
  await page.getByRole('radio', { name: '特大' }).dispatchEvent('click');
  await expectAccessible(page, `${what} in the largest type`);
  await page.getByRole('radio', { name: '标准' }).dispatchEvent('click');
  await page.setViewportSize(sizes.desk);
}

const fileOf = (page: Page) => page.getByRole('form', { name: '姓名与个人信息' });

/** The tables in which a row holds the text. */
async function rowsWith(text: string): Promise<string[]> {
  const log = { info() {}, warn() {}, error() {} };
  const { db, pool, stop } = await connect({ dataDir: house.dataDir, log, ifRunning: 'join' });
  try {
    const found: string[] = [];
    for (const table of tableNames) {
      const { rows } = await pool.query(`select from ${table} t where strpos(t::text, $1) > 0`, [text]);
      if (rows.length > 0) found.push(table);
    }
    expect(await verifyRecord(db, { publicKeys: null })).toEqual([]);
    return found;
  } finally {
    await stop();
  }
}

const signIn = async (browser: Browser, login: string, password: string): Promise<Visitor> => {
  const visitor = await visit(browser, 'phone');
  await visitor.page.goto(addressOf(house, `/c/${community}/sign-in`));
  await visitor.page.getByLabel('登录名').fill(login);
  await visitor.page.getByLabel('密码').fill(password);
  await visitor.page.getByRole('button', { name: '登录', exact: true }).click();
  return visitor;
};

test('a resident is registered, found by name, and their particulars corrected', async () => {
  const { page } = admin;
  await page.getByRole('link', { name: '居民名册' }).click();
  await page.getByLabel('姓名', { exact: true }).fill('赵玉芬');
  await page.getByLabel('电话（可不填）').fill('13900000000');
  await page.getByLabel('住址（可不填）').fill('3幢2单元501');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await expect(page.getByText('赵玉芬已登记。')).toBeVisible();
  // A second one of the name is pointed out first.
  await page.getByLabel('姓名', { exact: true }).fill('赵玉芬');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await expect(page.getByText('名册中已有“赵玉芬”')).toBeVisible();
  await expectNoBarrier(page, 'register');
  expect(admin.received.join('\n'), 'the list holds names only').not.toContain('3幢2单元501');

  await page.getByLabel('查找姓名').fill('玉芬');
  await expect(page.getByText('找到 1 人')).toBeVisible();
  await page.getByRole('link', { name: '赵玉芬', exact: true }).click();
  await expect(fileOf(page).getByLabel('电话')).toHaveValue('13900000000');
  resident = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await fileOf(page).getByLabel('电话').fill('');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('不能留空')).toBeVisible();
  await fileOf(page).getByLabel('电话').fill(phone);
  await fileOf(page).getByLabel('备注').fill(remark);
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已保存。')).toBeVisible();
  await expectNoBarrier(page, 'a file');
  await page.reload();
  await expect(fileOf(page).getByLabel('电话')).toHaveValue(phone);
});

test('[R11] what is erased through the page is in no row, and the open meeting goes on', async () => {
  const { page } = admin;
  meeting = await callMeeting();
  const chair = await admin.context.newPage();
  await chair.goto(addressOf(house, `/c/${community}/m/${meeting}/chair`));
  await chair.getByRole('button', { name: '宣布开会' }).click();
  await expect(chair.getByRole('button', { name: /^下一项/ })).toBeVisible();
  for (const secret of [phone, remark]) expect(await rowsWith(secret)).toEqual(['particulars']);

  const erase = page.getByRole('region', { name: '删除个人信息' });
  await erase.getByLabel('理由').fill(reason);
  await erase.getByRole('button', { name: '下一步' }).click();
  await expect(erase.getByText('请至少选一项')).toBeVisible();
  await erase.getByLabel('电话').check();
  await erase.getByLabel('备注').check();
  await erase.getByRole('button', { name: '下一步' }).click();
  await expect(erase.getByRole('heading', { name: '请再核对一遍' })).toBeFocused();
  await expect(erase.getByText('永久删除赵玉芬的电话、备注')).toBeVisible();
  await expect(erase.getByText('姓名，以及会议记录中的姓名和发言')).toBeVisible();
  await expect(erase.getByText('删除之前做的备份')).toBeVisible();
  await expectNoBarrier(page, 'what will be erased');
  await erase.getByRole('button', { name: '永久删除' }).click();
  await expect(erase.getByText('已删除电话、备注')).toBeVisible();
  await expect(fileOf(page).getByLabel('电话')).toHaveValue('');
  await expect(fileOf(page).getByLabel('住址')).toHaveValue('3幢2单元501');
  await expectNoBarrier(page, 'erased');

  for (const secret of [phone, remark]) expect(await rowsWith(secret)).toEqual([]);
  expect(await rowsWith(reason)).toEqual(['erasures']);
  await chair.keyboard.press('ArrowRight');
  await expect(chair.getByText('第 1 项 · 共 5 项')).toBeVisible();
  await chair.close();
});

test('[R9] a first password opens only its own change; closing the account ends its open page at once', async ({
  browser,
}) => {
  const { page } = admin;
  const office = page.getByRole('region', { name: '账号与职务' });
  await office.getByLabel('登录名').fill('zheng');
  await office.getByRole('button', { name: '开通账号' }).click();
  await expect(office.getByText('这个登录名已有人使用')).toBeVisible();
  await office.getByLabel('登录名').fill('zhao');
  await office.getByRole('button', { name: '开通账号' }).click();
  await expect(office.getByText('初始密码（只显示这一次）')).toBeVisible();
  const password = (await office.locator('code').innerText()).trim();
  await office.getByLabel('任职').selectOption({ label: '居民委员会工作人员' });
  await office.getByRole('button', { name: '担任' }).click();
  await expect(office.getByText('居民委员会 工作人员', { exact: true })).toBeVisible();
  await expectNoBarrier(page, 'account and posts');

  const colleague = await signIn(browser, 'zhao', password);
  const own = colleague.page;
  await expect(own.getByRole('heading', { name: '赵玉芬，请先更换初始密码' })).toBeVisible();
  await expect(own.getByRole('link')).toHaveCount(1);
  await expectNoBarrier(own, 'first password');
  await own.getByLabel('现在的密码').fill(password);
  await own.getByLabel('新密码').fill('yufen-2026');
  await own.getByRole('button', { name: '更换密码' }).click();
  await expect(own.getByRole('link', { name: '居民名册' })).toBeVisible();
  await expect(own.getByRole('link', { name: '工作人员账号与组织' })).toHaveCount(0);
  await own.goto(addressOf(house, `/c/${community}/people/accounts`));
  await expect(own.getByText('这一页只供社区管理员使用。')).toBeVisible();
  await own.goto(addressOf(house, `/c/${community}/m/${meeting}/chair`));
  await expect(own.getByText('第 1 项 · 共 5 项')).toBeVisible();

  await office.getByRole('button', { name: '停用账号' }).click();
  await office.getByRole('button', { name: '停用', exact: true }).click();
  await expect(own.getByText('登录已被收回')).toBeVisible();
  await expect(office.getByText('没有登录账号。')).toBeVisible();
  await colleague.context.close();
});

test('the last administrator stays; whoever left the register comes back; a body is added', async () => {
  const { page } = admin;
  await page.getByRole('button', { name: /^免去/ }).click();
  await page.getByRole('button', { name: '免去', exact: true }).click();
  await expect(page.getByText('没有职务。')).toBeVisible();
  await page.getByRole('button', { name: '移出名册' }).click();
  await page.getByRole('button', { name: '移出', exact: true }).click();
  await expect(page.getByText(/起已移出名册/)).toBeVisible();
  await page.getByRole('link', { name: '返回居民名册' }).click();
  await page.getByLabel('只看已移出名册的人').check();
  await page.getByRole('link', { name: '赵玉芬', exact: true }).click();
  await page.getByRole('button', { name: '放回名册' }).click();
  await expect(page.getByRole('button', { name: '移出名册' })).toBeVisible();

  await page.goto(addressOf(house, `/c/${community}/people/accounts`));
  await page.getByLabel('组织名称').fill('业主委员会');
  await page.getByRole('button', { name: '增加组织' }).click();
  await expect(page.getByText('已增加“业主委员会”。')).toBeVisible();
  await expectNoBarrier(page, 'accounts and bodies');
  await page.getByRole('link', { name: '郑主任' }).click();
  await page.getByRole('button', { name: '停用账号' }).click();
  await page.getByRole('button', { name: '停用', exact: true }).click();
  await expect(page.getByText('最后一位能登录的保管员')).toBeVisible();
  await page.getByRole('button', { name: '免去：社区管理员' }).click();
  await page.getByRole('button', { name: '免去', exact: true }).click();
  await expect(page.getByText('最后一位能登录的管理员')).toBeVisible();
  await expectNoBarrier(page, 'refused');
});
