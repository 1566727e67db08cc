import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { aHearing, checkIn, skipWithReason, type OpenHearing } from './hearing.ts';
import { sizes, visit } from './house.ts';
import { expectAccessible, inBothLanguages } from './barriers.ts';

let hearing: OpenHearing;
test.beforeAll(async ({ browser }) => {
  hearing = await aHearing(browser);
});
test.afterAll(() => hearing.close());

const desk = (page: Page): Locator => page.getByRole('region', { name: '会议记录' });
const editor = (page: Page): Locator => desk(page).getByRole('textbox', { name: /^撰写：1/ });
const saved = (page: Page): Locator =>
  desk(page)
    .getByRole('status')
    .filter({ hasText: /^已保存$/ });

test('[R15] recorder and chair write together, through a killed server, up to the frozen minutes', async ({
  browser,
}) => {
  const { house, chair, links, members } = hearing;
  const recorderLink = links.find(({ capacities }) => capacities.includes('recorder'));
  if (!recorderLink) throw new Error('The demonstration has no recorder');
  const recorder = await visit(browser, 'tablet');
  await checkIn(recorder, recorderLink.url);
  await recorder.page.getByRole('link', { name: '打开记录页面' }).click();
  const member = await visit(browser, 'phone');
  await checkIn(member, members[0]!.url);

  const one = chair.page;
  const other = recorder.page;
  await one.getByRole('button', { name: '宣布开会' }).click();
  await one.getByRole('button', { name: /^下一项/ }).click();
  await expect(editor(other)).toBeVisible();
  await editor(other).click();
  await other.keyboard.type('李桂芬：三楼住户希望逐层递增。');
  await expect(editor(one)).toContainText('逐层递增');
  await expect(saved(other)).toBeVisible();

  // Typed while the server is away; nothing is lost, nothing doubled.
  await house.kill();
  await editor(other).click();
  await other.keyboard.press('End');
  await other.keyboard.press('Enter');
  await other.keyboard.type('离线时记录人写的一句。');
  // Nothing is called saved that the server has not committed.
  await expect(desk(other).getByText('尚未保存')).toBeVisible();
  await expect(saved(other)).toHaveCount(0);
  await editor(one).click();
  await one.keyboard.press('Control+Home');
  await one.keyboard.type('主持人离线时写的：');
  await house.restart();
  await expect(saved(other)).toBeVisible({ timeout: 30_000 });
  await expect(saved(one)).toBeVisible({ timeout: 30_000 });
  await expect(editor(one)).toContainText('离线时记录人写的一句。');
  await expect(editor(other)).toContainText('主持人离线时写的：');
  expect((await editor(one).innerText()).match(/离线时记录人写的一句。/g)).toHaveLength(1);
  await other.reload();
  await expect(editor(other)).toContainText('主持人离线时写的：李桂芬');

  // Connected, but the server does not answer: what is typed is not called saved before it is.
  await editor(other).click();
  await other.keyboard.press('Control+End');
  house.child.kill('SIGSTOP');
  await other.keyboard.type('还没有存。');
  await expect(desk(other).getByText('正在保存')).toBeVisible();
  await other.waitForTimeout(500);
  await expect(saved(other)).toHaveCount(0);
  house.child.kill('SIGCONT');
  await expect(saved(other)).toBeVisible();
  for (let n = 0; n < 5; n += 1) await other.keyboard.press('Backspace');

  // A change that only deletes is saved like any other.
  await editor(other).click();
  await other.keyboard.press('Control+End');
  for (let n = 0; n < 3; n += 1) await other.keyboard.press('Backspace');
  await expect(saved(other)).toBeVisible();
  await expect(editor(one)).toContainText('离线时记录人写的');
  await expect(editor(one)).not.toContainText('一句。');

  // Readers see nothing of the draft until it is shared, then facts and text woven.
  await member.page.getByRole('button', { name: '我的' }).click();
  await expect(member.page.getByText('逐层递增')).toHaveCount(0);
  expect(member.received.join('\n')).not.toContain('逐层递增');
  await desk(one).getByRole('button', { name: '向参会人员开放草稿' }).click();
  await expect(member.page.getByText(/逐层递增/)).toBeVisible();
  await expect(member.page.getByText(/到会/).first()).toBeVisible();

  await inBothLanguages(other, (language) => expectAccessible(other, `minutes ${language}`));

  // To the end of the meeting: items that were not dealt with are skipped.
  for (const skipped of [1, 2, 3, 4]) {
    await skipWithReason(one, '另行召开会议讨论');
    await expect(one.locator('nav li.skipped')).toHaveCount(skipped);
  }
  await one.getByRole('button', { name: '结束会议' }).click();
  await one.getByRole('button', { name: '结束会议' }).click();
  await one.getByLabel('方案内容').fill('本次会议没有形成倾向性方案，另行召开会议讨论。');
  await one.getByRole('button', { name: '提出倾向性方案' }).click();
  await expect(one.getByRole('button', { name: '重新提出倾向性方案' })).toBeVisible();
  await desk(one).getByRole('button', { name: '送参会人员核阅' }).click();
  await desk(one).getByRole('button', { name: '送参会人员核阅' }).click();
  await member.page.getByLabel('希望写成').fill('三楼住户希望从三楼起逐层递增。');
  await member.page.getByLabel('理由').fill('原话如此');
  await member.page.reload();
  await member.page.getByRole('button', { name: '我的' }).click();
  await expect(member.page.getByLabel('理由')).toHaveValue('原话如此');
  await member.page.getByLabel('所属议程').selectOption({ index: 3 });
  await member.page.getByRole('button', { name: '提交' }).click();
  await expect(desk(one).getByText('原话如此')).toBeVisible();
  await desk(one).getByRole('button', { name: '采纳', exact: true }).click();
  await expect(desk(one).getByText('已采纳')).toBeVisible();
  // Declining asks for the reason, which whoever proposed it reads.
  await member.page.getByLabel('所属议程').selectOption({ index: 3 });
  await member.page.getByLabel('希望写成').fill('删去第二段。');
  await member.page.getByLabel('理由').fill('过长');
  await member.page.getByRole('button', { name: '提交' }).click();
  await desk(one).getByRole('button', { name: '不采纳', exact: true }).click();
  await desk(one).getByRole('button', { name: '确定不采纳' }).click();
  await expect(desk(one).getByText('未采纳')).toHaveCount(0);
  await desk(one).getByLabel('不采纳的理由').fill('会上确有此言');
  await desk(one).getByRole('button', { name: '确定不采纳' }).click();
  await expect(member.page.getByText('不采纳的理由：会上确有此言')).toBeVisible();
  // Asked once more, with what was taken up: the text has to say it.
  await desk(one).getByRole('button', { name: '确认会议记录' }).click();
  await expect(desk(one).getByText('有 1 条修改意见已采纳')).toBeVisible();
  await expect(desk(other).getByText(/^主持人已确认/)).toHaveCount(0);
  await desk(one).getByRole('button', { name: '核对无误，确认' }).click();
  // Not offered again for the very same text.
  await expect(desk(one).getByText(/^您已确认现在的这份文字/)).toBeVisible();
  await expect(desk(one).getByRole('button', { name: '确认会议记录' })).toHaveCount(0);
  await expect(desk(other).getByText(/^主持人已确认/)).toBeVisible();
  await desk(other).getByRole('button', { name: '确认会议记录' }).click();
  await desk(other).getByRole('button', { name: '核对无误，确认' }).click();
  await expect(desk(one).getByText('已确认定稿').first()).toBeVisible();
  await expect(desk(one).getByText(/定稿，摘要 [0-9a-f]{64}/)).toBeVisible();
  await expect(editor(one)).toHaveCount(0);

  // Printed from the view: the minutes for whoever may read them, the sign-in sheet for those who lead.
  await member.page.getByRole('button', { name: '当前' }).click();
  await member.page.getByRole('link', { name: '打印会议记录' }).click();
  const paper = member.page.getByRole('article');
  await expect(paper.getByRole('heading', { level: 1 })).toHaveText('社区工作听证会会议记录');
  await expect(paper).toContainText(/应到 \d+ 人，实到 \d+ 人/);
  await expect(paper).toContainText('逐层递增');
  await expect(paper).toContainText(/正文校验值（SHA-256）：[0-9a-f]{64}/);
  await expect(paper).toContainText(/主持人.+于.+确认/);
  await expect(member.page.getByRole('button', { name: '签到表' })).toHaveCount(0);
  await expect(member.page.getByRole('button', { name: /^下载/ })).toHaveText(['下载笔录', '下载会议纪要']);
  const [file] = await Promise.all([
    member.page.waitForEvent('download'),
    member.page.getByRole('button', { name: '下载笔录' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^社区工作听证会笔录-.+\.pdf$/);
  expect(readFileSync(await file.path()).toString('latin1', 0, 5)).toBe('%PDF-');
  await expect(member.page.getByText(/^已生成“社区工作听证会笔录-/)).toBeVisible();
  await inBothLanguages(member.page, (language) => expectAccessible(member.page, `printed minutes ${language}`));

  // The summary as a page: the chapters that the rules demand, the proposal, and the seal of the record.
  await member.page.getByRole('link', { name: '会议纪要', exact: true }).click();
  const summary = member.page.getByRole('article');
  await expect(summary.getByRole('heading', { level: 1 })).toHaveText('社区工作听证会议纪要');
  await expect(summary.getByRole('heading', { level: 2 })).toHaveText([
    '一、基本情况',
    '二、听证代表意见扼要陈述',
    '三、会议情况',
    '四、倾向性方案',
    '记录印证',
  ]);
  await expect(summary).toContainText(/应到 \d+ 人，实到 3 人，请假 0 人，缺席 \d+ 人/);
  await expect(summary).toContainText('会议没有逐条记录听证代表的意见。');
  await expect(summary).toContainText('本次会议没有形成倾向性方案，另行召开会议讨论。');
  await expect(summary).toContainText(/\d年\d+月\d+日定稿/);
  await expect(summary).toContainText(/正文校验值（SHA-256）\s*[0-9a-f]{64}/);
  await expect(member.page.getByText(/草稿|送阅稿/)).toHaveCount(0);
  for (const size of ['phone', 'desk'] as const) {
    await member.page.setViewportSize(sizes[size]);
    await inBothLanguages(member.page, (language) => expectAccessible(member.page, `summary ${size} ${language}`));
  }
  await member.page.emulateMedia({ media: 'print' });
  await expect(member.page.getByRole('button', { name: '打印', exact: true })).toBeHidden();
  await expect(summary).toBeVisible();

  await desk(one).getByRole('link', { name: '打印会议记录、签到表' }).click();
  await one.getByRole('button', { name: '签到表', exact: true }).click();
  const sheet = one.getByRole('article');
  await expect(sheet.getByRole('heading', { level: 1 })).toHaveText('社区工作听证会签到表');
  await expect(sheet.getByRole('columnheader')).toHaveText([
    '序号',
    '姓名',
    '单位/楼栋',
    '身份',
    '到会时间',
    '方式',
    '签名',
  ]);
  await expect(sheet.getByRole('row').filter({ hasText: '现场' }).first()).toContainText(/[上下]午\d/);
  await expect(sheet).not.toContainText(/1\d{10}/);
  await one.emulateMedia({ media: 'print' });
  await expect(one.getByRole('button', { name: '打印', exact: true })).toBeHidden();
  await expect(sheet.getByRole('table')).toBeVisible();
  const sideways = await one.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(sideways).toBeLessThanOrEqual(0);
  await member.context.close();
  await recorder.context.close();
});
