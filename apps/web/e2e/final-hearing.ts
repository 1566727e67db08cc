/** A hearing led through its pages up to minutes that chair and recorder have confirmed. */
import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { aHearing, checkIn, recordOpinion, skipWithReason, type OpenHearing } from './hearing.ts';
import { visit, type Visitor } from './house.ts';

export interface FinalHearing extends OpenHearing {
  recorder: Visitor;
  member: Visitor;
}

export const minutesOf = (page: Page): Locator => page.getByRole('region', { name: '会议记录' });

/** What was typed under the first item; the opinions of two representatives are recorded and marked. */
export const typed = '王芳：三楼住户希望逐层递增。';

export async function aFinalHearing(browser: Browser): Promise<FinalHearing> {
  const hearing = await aHearing(browser);
  const { chair, links, members } = hearing;
  const desk = chair.page;
  const recorder = await visit(browser, 'tablet');
  await checkIn(recorder, links.find(({ capacities }) => capacities.includes('recorder'))!.url);
  await recorder.page.getByRole('link', { name: '打开记录页面' }).click();
  const pen = recorder.page;
  const member = await visit(browser, 'phone');
  await checkIn(member, members[0]!.url);

  await desk.getByRole('button', { name: '宣布开会' }).click();
  await desk.getByRole('button', { name: /^下一项/ }).click();
  const editor = minutesOf(pen).getByRole('textbox', { name: /^撰写：1/ });
  await editor.click();
  await pen.keyboard.type(typed);
  const saved = minutesOf(pen)
    .getByRole('status')
    .filter({ hasText: /^已保存$/ });
  await expect(saved).toBeVisible();
  for (const place of [2, 3]) {
    await desk.getByRole('button', { name: /^下一项/ }).click();
    await expect(desk.getByText(`第 ${place} 项 · 共 5 项`)).toBeVisible();
  }
  const said = [
    ['有条件赞成', '一、二层不分摊，三层起逐层递增，比较公平。', '费用分摊'],
    ['不赞成', '预算偏高，应先核减，再确定分摊办法。', '费用分摊'],
  ] as const;
  for (const [n, [stance, gist, category]] of said.entries())
    await recordOpinion(pen, { speaker: members[n]!.name, stance, gist, category });
  for (const skipped of [1, 2]) {
    await skipWithReason(desk, '另行召开会议讨论');
    await expect(desk.locator('nav li.skipped')).toHaveCount(skipped);
  }
  for (let tap = 0; tap < 2; tap += 1) await desk.getByRole('button', { name: '结束会议' }).click();
  await desk.getByLabel('方案内容').fill('采用方案二，费用从三层起逐层递增。\n预算先行核减，结果另行公布。');
  await desk.getByRole('button', { name: '提出倾向性方案' }).click();
  await expect(desk.getByRole('button', { name: '重新提出倾向性方案' })).toBeVisible();
  const rows = pen.getByRole('region', { name: '意见', exact: true }).getByRole('listitem');
  await rows.filter({ hasText: '一、二层' }).getByRole('button', { name: '采纳', exact: true }).click();
  await rows.filter({ hasText: '预算偏高' }).getByRole('button', { name: '未采纳' }).click();
  await rows.filter({ hasText: '预算偏高' }).getByLabel(/理由/).fill('预算已经评审');
  await pen.getByRole('button', { name: '保存' }).click();
  await expect(pen.getByText('意见的采纳情况已全部注明。')).toBeVisible();
  for (let tap = 0; tap < 2; tap += 1) await minutesOf(desk).getByRole('button', { name: '送参会人员核阅' }).click();
  for (const page of [desk, pen]) {
    await minutesOf(page).getByRole('button', { name: '确认会议记录' }).click();
    await minutesOf(page).getByRole('button', { name: '核对无误，确认' }).click();
  }
  await expect(minutesOf(desk).getByText('已确认定稿').first()).toBeVisible();
  return {
    ...hearing,
    recorder,
    member,
    async close() {
      await recorder.context.close();
      await member.context.close();
      await hearing.close();
    },
  };
}
