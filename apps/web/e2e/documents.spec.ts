/** Pages of attachments and pictures on the wall and on a phone. */
import { readFileSync } from 'node:fs';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { parse } from 'acorn';
import { expectAccessible, inBothLanguages } from './barriers.ts';
import { addressOf, aHearing, checkIn, type OpenHearing } from './hearing.ts';
import { visit, type Visitor } from './house.ts';
import { aBrokenPdf, aChinesePdf, attach, inkOf } from './papers.ts';
import { OutsiderRoom } from '../../realtime/src/testing/outsider.ts';
import { textsOf } from './walls.ts';

let hearing: OpenHearing;
let files: string;
test.beforeAll(async ({ browser }) => {
  hearing = await aHearing(browser);
  files = `/c/${hearing.community}/api/meetings/${hearing.meeting}/files`;
});
test.afterAll(() => hearing.close());

const lines = (n: number) => [
  `费用分摊方案 第 ${n} 页`,
  '三层每户一万二千元',
  '四层每户一万八千元',
  '五层每户两万四千元',
];
const plan = () => aChinesePdf({ pages: [lines(1), lines(2), lines(3)], harmful: true });

async function openPanel(desk: Page): Promise<void> {
  const panel = desk.getByRole('button', { name: '投影', exact: true });
  if ((await panel.getAttribute('aria-expanded')) !== 'true') await panel.click();
}
/** A device of the room, made a screen by the code it shows. */
async function aWall(browser: Browser): Promise<Visitor> {
  const desk = hearing.chair.page;
  await openPanel(desk);
  const wall = await visit(browser, 'wall');
  await wall.page.goto(addressOf(hearing.house, '/screen'));
  const code = wall.page.locator('strong');
  await expect(code).toHaveText(/^[A-HJ-NP-Z2-9]{3} [A-HJ-NP-Z2-9]{3}$/);
  await desk.getByRole('button', { name: '连接投影' }).click();
  await desk.getByLabel('投影设备上显示的连接码').fill(await code.innerText());
  await desk.keyboard.press('Enter');
  await expect(wall.page.getByRole('heading', { level: 1 })).toContainText('加装电梯');
  await desk.getByRole('button', { name: '连接投影' }).click();
  return wall;
}
async function show(desk: Page, file: string, { where = '全部投影', page = 1, part = '整页' } = {}): Promise<void> {
  await desk.getByLabel('显示什么').selectOption('材料、照片');
  await desk.getByLabel('哪一份').selectOption(file);
  if (await desk.getByLabel('第几页').isVisible()) await desk.getByLabel('第几页').fill(String(page));
  await desk.getByRole('combobox', { name: '显示范围' }).selectOption(part);
  if (await desk.getByLabel('显示在').isVisible()) await desk.getByLabel('显示在').selectOption(where);
  await desk.getByRole('button', { name: '现在显示' }).click();
}
/** Half of it dark. */
async function aPicture(page: Page): Promise<Buffer> {
  const drawn = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [640, 480];
    const pen = canvas.getContext('2d')!;
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, 640, 480);
    pen.fillStyle = '#234';
    pen.fillRect(0, 240, 640, 240);
    return canvas.toDataURL('image/png').split(',')[1]!;
  });
  return Buffer.from(drawn, 'base64');
}
const drawnOn = (page: Page) => expect.poll(() => inkOf(page)).toBeGreaterThan(0.2);
const sheet = (page: Page) => page.getByRole('img', { name: /方案/ });

test('[H9] a page of an attachment stands on the wall, is turned from the desk, and stays through a cut and a restart', async ({
  browser,
}) => {
  const { page: desk } = hearing.chair;
  const asked: string[] = [];
  await attach(desk, files, '三号楼方案.pdf', plan());
  const other = await attach(desk, files, '底稿.pdf', plan());
  const [first, second] = [await aWall(browser), await aWall(browser)];
  for (const { page } of [first, second]) page.on('request', (request) => asked.push(request.url()));
  await show(desk, '三号楼方案', { where: '投影 1' });
  // [H5] Chinese without a font in the file, and nothing of what the file would do.
  await drawnOn(first.page);
  await expect(first.page.getByText('第 1 页 · 共 3 页')).toBeVisible();
  await expect(first.page.locator('a[href*=evil], iframe, object, embed')).toHaveCount(0);
  await expect(second.page.getByText('欢迎参加')).toBeVisible();
  await expectAccessible(first.page, 'a page on the wall');
  await expectWhole(first.page);

  // By key, by button, and in parts.
  const card = desk.getByRole('listitem').filter({ has: desk.getByText('投影 1', { exact: true }) });
  await expect(card.getByRole('group', { name: '投影 1 的页码' })).toContainText('第 1 页 · 共 3 页');
  await desk.getByRole('heading', { level: 1 }).first().click();
  await desk.keyboard.press(']');
  await expect(first.page.getByText('第 2 页 · 共 3 页')).toBeVisible();
  await card.getByRole('button', { name: '下一页' }).click();
  await expect(first.page.getByText('第 3 页 · 共 3 页')).toBeVisible();
  await expect(card.getByRole('button', { name: '下一页' })).toBeDisabled();
  await card.getByRole('button', { name: '上部' }).click();
  const wide = () => first.page.getByRole('img').evaluate((node) => node.getBoundingClientRect().width);
  await expect.poll(wide).toBeGreaterThan(1_400);
  await drawnOn(first.page);
  await expectWhole(first.page);
  await inBothLanguages(desk, (language) => expectAccessible(desk, `document on the desk ${language}`));

  // Prepared for the second, it is sent nothing of it before.
  await desk.getByLabel('哪一份').selectOption('三号楼方案');
  await desk.getByLabel('第几页').fill('2');
  await desk.getByRole('combobox', { name: '显示范围' }).selectOption('整页');
  await desk.getByLabel('显示在').selectOption('投影 2');
  await desk.getByRole('button', { name: '排入待放' }).click();
  await expect(desk.getByRole('button', { name: '移除：三号楼方案，第 2 页' })).toBeVisible();
  expect(second.received.join('\n')).not.toContain('三号楼方案');
  await desk.getByRole('heading', { level: 1 }).first().click();
  await desk.keyboard.press('p');
  await expect(second.page.getByText('第 2 页 · 共 3 页')).toBeVisible();
  await drawnOn(second.page);

  // Cut off, it keeps its page and says how stale it is; meanwhile another is chosen.
  await second.context.setOffline(true);
  await expect(second.page.getByText(/^画面停在 .午\d+:\d\d/)).toBeVisible();
  await show(desk, '三号楼方案', { where: '投影 2', page: 3 });
  await expect(second.page.getByText('第 2 页 · 共 3 页')).toBeVisible();
  await drawnOn(second.page);
  await expectWhole(second.page);
  await second.context.setOffline(false);
  await expect(second.page.getByText('第 3 页 · 共 3 页')).toBeVisible();
  await expect(second.page.getByText(/画面停在/)).toHaveCount(0);
  await hearing.house.restart();
  await expect(second.page.getByText(/画面停在/)).toHaveCount(0, { timeout: 30_000 });
  await second.page.reload();
  await expect(second.page.getByText('第 3 页 · 共 3 页')).toBeVisible({ timeout: 30_000 });
  await drawnOn(second.page);
  for (const { received } of [first, second]) expect(received.join('\n')).not.toContain(other);
  for (const url of asked) expect(new URL(url).hostname).not.toContain('evil');

  // Withdrawn, it says so instead of a stale picture.
  await desk.getByRole('button', { name: '撤回“三号楼方案”' }).click();
  await desk.getByLabel('撤回的原因（记入会议记录）').fill('数据有误');
  await desk.getByRole('button', { name: '撤回这份材料' }).click();
  for (const { page } of [first, second]) {
    await expect(page.getByText('这份材料已经撤回')).toBeVisible();
    await expect(sheet(page)).toHaveCount(0);
  }
  for (const one of [first, second]) await one.context.close();
});

test('[H5] what cannot be shown says so and the wall goes on; a page of any size is drawn; an erased one leaves it at once', async ({
  browser,
}) => {
  const { page: desk } = hearing.chair;
  const wall = await aWall(browser);
  await attach(desk, files, '坏文件.pdf', aBrokenPdf());
  await attach(desk, files, '巨幅方案.pdf', aChinesePdf({ pages: [lines(1)], box: [14_400, 14_400] }));
  await attach(
    desk,
    files,
    '厚方案.pdf',
    aChinesePdf({ pages: Array.from({ length: 3_000 }, (_, n) => lines(n + 1)) }),
  );
  await show(desk, '坏文件');
  await expect(wall.page.getByText('这份材料打不开：文件已损坏。')).toBeVisible();
  await expectAccessible(wall.page, 'a broken file');
  await show(desk, '巨幅方案');
  await expect(wall.page.getByRole('img', { name: '巨幅方案' })).toBeVisible();
  await attach(desk, files, '现场图方案.png', await aPicture(desk));
  await show(desk, '现场图方案');
  await drawnOn(wall.page);
  await expectWhole(wall.page);
  await show(desk, '厚方案', { page: 2_999 });
  await expect(wall.page.getByText('第 2999 页 · 共 3000 页')).toBeVisible();
  await drawnOn(wall.page);
  await show(desk, '厚方案', { page: 9_999 });
  await expect(wall.page.getByText('第 3000 页 · 共 3000 页')).toBeVisible();

  await desk.getByRole('button', { name: '彻底删除“厚方案”' }).click();
  const form = desk.getByRole('form', { name: '彻底删除“厚方案”' });
  await form.getByLabel(/依据/).selectOption('个人撤回同意');
  await form.getByLabel('具体原因').fill('第七页有住户的身份证号');
  await inBothLanguages(desk, (language) => expectAccessible(desk, `erasing ${language}`));
  await desk.getByRole('button', { name: '下一步' }).click();
  await expect(desk.getByText('不能恢复')).toBeVisible();
  await desk.getByRole('button', { name: '彻底删除', exact: true }).last().click();
  await expect(wall.page.getByText('这份材料已经删除')).toBeVisible();
  await expect(desk.getByText('已删除（依据：个人撤回同意）')).toBeVisible();
  await expect(desk.getByRole('button', { name: '彻底删除“厚方案”' })).toHaveCount(0);
  expect(wall.received.join('\n')).not.toContain('身份证号');
  await wall.context.close();
});

test('the floor and its clock have the whole wall', async ({ browser }) => {
  const { page: desk } = hearing.chair;
  const wall = await aWall(browser);
  await desk.getByLabel('显示什么').selectOption('发言和计时');
  await desk.getByRole('button', { name: '现在显示' }).click();
  await expect(wall.page.getByText('现在无人发言')).toBeVisible();
  await expectAccessible(wall.page, 'nobody speaks');
  await expectWhole(wall.page);
  const speakers = await someSpeak(7);
  await expect(wall.page.getByText('正在发言')).toBeVisible();
  await expect(wall.page.getByRole('timer')).toBeVisible();
  await expect(wall.page.getByRole('listitem')).toHaveCount(5);
  await expect(wall.page.getByRole('listitem').first()).toContainText(speakers[1]!);
  await expectAccessible(wall.page, 'somebody speaks');
  await expectWhole(wall.page);
  await wall.context.close();
});

/** In session, the first of so many members speaks and the others wait; given through the protocol. @returns their names */
async function someSpeak(count: number): Promise<string[]> {
  const { chair, house, community, meeting, members } = hearing;
  const cookie = (await chair.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const origin = `http://127.0.0.1:${house.port}`;
  const room = new OutsiderRoom({ origin, cookie }, community, { protocol: 2, meeting, as: { kind: 'account' } });
  await room.joined();
  const who = members.slice(-count);
  const give = async (command: object) => expect(await room.command(command)).toEqual({ answer: 'accepted' });
  for (const { seat } of who) await give({ type: 'record-arrival', seat, way: 'here' });
  await give({ type: 'open-meeting' });
  await give({ type: 'begin-item', item: room.view.agenda.order[0] });
  await give({ type: 'set-speaking-time', item: room.view.agenda.order[0], seconds: 300 });
  for (const { seat } of who.slice(1)) await give({ type: 'enter-floor-request', seat, kind: 'speech' });
  await give({ type: 'give-floor', seat: who[0]!.seat, kind: 'speech' });
  room.close();
  return who.map(({ name }) => name);
}

test('[R18] a PDF is read with what browsers of 2020 lack taken away, on the page and in its worker', async ({
  browser,
}) => {
  await attach(hearing.chair.page, files, '老手机方案.pdf', plan());
  const member = await visit(browser, 'phone');
  await member.context.addInitScript(withoutNewer);
  await member.page.route('**/workers/*.js', async (route) => {
    const { pathname } = new URL(route.request().url());
    const script = readFileSync(new URL(`../build/client${pathname}`, import.meta.url), 'utf8');
    parse(script, { ecmaVersion: 2021 });
    const body = `(${withoutNewer.toString()})();\n${script}`;
    await route.fulfill({ contentType: 'text/javascript', body });
  });
  const errors: string[] = [];
  member.page.on('pageerror', ({ message }) => errors.push(message));
  await checkIn(member, hearing.members[1]!.url);
  await member.page.getByRole('button', { name: '议程' }).click();
  await member.page.getByRole('link', { name: '老手机方案' }).click();
  await drawnOn(member.page);
  expect(await member.page.evaluate(() => typeof globalThis.OffscreenCanvas)).toBe('undefined');
  expect(errors).toEqual([]);
  await member.context.close();
});

/** Takes away what Chrome 87 or Safari 14 lack; runs in the browser. */
function withoutNewer(): void {
  const gone: [object | undefined, string[]][] = [
    [Array.prototype, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']],
    [String.prototype, ['at', 'isWellFormed', 'toWellFormed']],
    [Object, ['hasOwn', 'groupBy']],
    [Promise, ['withResolvers', 'try']],
    [URL, ['parse', 'canParse']],
    [Response.prototype, ['bytes']],
    [Blob.prototype, ['bytes']],
    [AbortSignal, ['any', 'timeout']],
    [Map.prototype, ['getOrInsert', 'getOrInsertComputed']],
    [Uint8Array, ['fromBase64', 'fromHex']],
    [Math, ['sumPrecise']],
    [crypto, ['randomUUID']],
    [Object.getPrototypeOf(crypto) as object, ['randomUUID']],
    [typeof ReadableStream === 'undefined' ? undefined : ReadableStream.prototype, [Symbol.asyncIterator as never]],
    [
      globalThis,
      [
        ...['structuredClone', 'WeakRef', 'FinalizationRegistry', 'Iterator', 'scheduler', 'OffscreenCanvas'],
        ...['ImageDecoder', 'createImageBitmap', 'DecompressionStream', 'CompressionStream'],
      ],
    ],
  ];
  for (const [target, names] of gone)
    for (const name of names) if (target) delete (target as Record<string, unknown>)[name];
}

test('a member reads an attachment on a phone page by page, and is called back when a sounding opens', async ({
  browser,
}) => {
  const { page: desk } = hearing.chair;
  await attach(desk, files, '说明方案.pdf', plan());
  const member = await visit(browser, 'phone');
  await checkIn(member, hearing.members[0]!.url);
  const { page } = member;
  await page.getByRole('button', { name: '议程' }).click();
  await page.getByRole('link', { name: '说明方案' }).click();
  await drawnOn(page);
  await expect(page.getByText('第 1 页 · 共 3 页')).toBeVisible();
  await expect(page).toHaveTitle(/说明方案/);
  await inBothLanguages(page, (language) => expectAccessible(page, `reading ${language}`));
  await page.getByRole('button', { name: '下一页' }).click();
  await expect(page.getByText('第 2 页 · 共 3 页')).toBeVisible();
  await expect(page.getByRole('img', { name: /第 2 页/ })).toBeVisible();
  const wide = () => page.getByRole('img').evaluate((node) => node.getBoundingClientRect().width);
  const before = await wide();
  await page.getByRole('button', { name: '放大' }).click();
  await expect.poll(wide).toBeGreaterThan(before * 1.4);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.reload();
  await drawnOn(page);
  await page.getByRole('link', { name: '返回会议' }).click();
  await expect(page.getByRole('button', { name: '议程' })).toBeVisible();

  // What is half filled in stays, whatever is read meanwhile.
  await hearing.openSounding('是否赞成方案二');
  await page.getByRole('button', { name: '当前' }).click();
  await page.getByRole('radio', { name: '不赞成', exact: true }).check();
  await page.getByRole('button', { name: '议程' }).click();
  await page.getByRole('link', { name: '说明方案' }).click();
  await drawnOn(page);
  await expect(page.getByRole('alert')).toContainText('开始征询意向');
  await inBothLanguages(page, (language) => expectAccessible(page, `called back ${language}`));
  await page.getByRole('link', { name: /去表态/ }).click();
  await expect(page.getByRole('radio', { name: '不赞成', exact: true })).toBeChecked();
  await member.context.close();
});

/** Nothing is smaller than a thirtieth of the height, and nothing lies beyond the picture. */
async function expectWhole(wall: Page): Promise<void> {
  await expect(async () => {
    for (const { text, size, bottom } of await textsOf(wall)) {
      expect(size, text).toBeGreaterThanOrEqual(1 / 30);
      expect(bottom, text).toBeLessThanOrEqual(1);
    }
    expect(await wall.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
  }).toPass();
}
