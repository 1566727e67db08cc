/** Contact sheets of opinions, questions and the proposal, at the desks and at a seat, to be looked at. */
import { expect, test } from '@playwright/test';
import { aHearing, checkIn, recordOpinion } from './hearing.ts';
import { visit } from './house.ts';
import { Sheets } from './sheets.ts';

test('opinions, from the form to the marks', async ({ browser }) => {
  test.setTimeout(300_000);
  const hearing = await aHearing(browser);
  const sheets = new Sheets();
  const { chair, links, members } = hearing;
  const desk = chair.page;
  const recorder = await visit(browser, 'tablet');
  await checkIn(recorder, links.find(({ capacities }) => capacities.includes('recorder'))!.url);
  await recorder.page.getByRole('link', { name: '打开记录页面' }).click();
  const pen = recorder.page;
  const phone = await visit(browser, 'phone');
  await checkIn(phone, members[0]!.url);
  await desk.getByRole('button', { name: '宣布开会' }).click();
  for (const place of [1, 2, 3]) {
    await desk.getByRole('button', { name: /^下一项/ }).click();
    await expect(desk.getByText(`第 ${place} 项 · 共 5 项`)).toBeVisible();
  }
  await sheets.shoot(pen, 'empty');
  const said = [
    ['赞成', '方案二一至二层不分摊，三层起逐层递增，比较公平。', '费用分摊'],
    ['有条件赞成', '保证采光、通风，控制运行噪声的，不反对。', '采光和噪声'],
    ['不赞成', '预算偏高，应先核减，再确定分摊办法。', '费用分摊'],
  ] as const;
  for (const [n, [stance, gist, category]] of said.entries())
    await recordOpinion(pen, { speaker: members[n]!.name, stance, gist, category });
  await pen.getByLabel('意见要点').fill('建议施工期间设专人引导通行');
  await sheets.shoot(pen, 'three recorded, one half typed');
  await sheets.once(pen, 'whole page', true);
  await pen.getByRole('radio', { name: '特大' }).dispatchEvent('click');
  await sheets.once(pen, 'largest', true);
  await pen.getByRole('radio', { name: '标准' }).dispatchEvent('click');
  await pen.getByRole('button', { name: '记录提问' }).click();
  const asking = pen.getByRole('form', { name: '记录提问' });
  const asker = asking.getByLabel('提问人');
  await asker.selectOption({ index: 5 });
  await asking.getByLabel('问题').fill('一层采光受多大影响？');
  await asking.getByRole('button', { name: '记录提问' }).click();
  await pen.getByRole('button', { name: '记录解答' }).click();
  await sheets.once(pen, 'question', true);
  await desk.getByRole('button', { name: '记录意见' }).click();
  await sheets.shoot(desk, 'chair records');
  await desk.getByRole('button', { name: '收起' }).click();
  await desk.getByRole('button', { name: /^下一项/ }).click();
  await expect(desk.getByText('第 4 项 · 共 5 项')).toBeVisible();
  await desk.getByRole('button', { name: /^下一项/ }).click();
  await expect(desk.getByText(/依据/)).toBeVisible();
  await sheets.shoot(desk, 'refused');
  await phone.page.getByRole('button', { name: '我的' }).click();
  await sheets.shoot(phone.page, 'own');
  await desk.getByLabel('原因', { exact: true }).fill('负责单位会后书面答复');
  await desk.getByRole('button', { name: '写明原因，继续' }).click();
  await expect(desk.getByText('第 5 项 · 共 5 项')).toBeVisible();
  await desk.getByRole('button', { name: '按意见和征询结果起草' }).click();
  await sheets.once(desk, 'draft', false);
  await desk.getByRole('button', { name: '结束会议' }).click();
  await desk.getByRole('button', { name: '结束会议' }).click();
  await expect(desk.getByText('结果已写入记录并加盖记录印')).toBeVisible();
  await desk.getByLabel('方案内容').fill('一、采用方案二。\n二、开工前核减预算，并作采光检测。');
  await desk.getByRole('button', { name: '提出倾向性方案' }).click();
  const rows = pen.getByRole('region', { name: '意见', exact: true }).getByRole('listitem');
  await rows.filter({ hasText: members[0]!.name }).getByRole('button', { name: '采纳', exact: true }).click();
  await rows.filter({ hasText: members[1]!.name }).getByRole('button', { name: '部分采纳' }).click();
  await rows.filter({ hasText: members[1]!.name }).getByLabel(/理由/).fill('先作采光检测');
  await sheets.once(pen, 'marks', true);
  await phone.page.getByRole('button', { name: '当前' }).click();
  await sheets.shoot(phone.page, 'proposal');
  await pen.setViewportSize({ width: 390, height: 844 });
  await sheets.once(pen, 'marks on a phone', true);
  await sheets.write(chair.context, 'opinions');
  await hearing.close();
});
