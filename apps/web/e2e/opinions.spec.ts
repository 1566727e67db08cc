import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, inBothLanguages } from './barriers.ts';
import { aHearing, checkIn, recordOpinion, type OpenHearing } from './hearing.ts';
import { visit } from './house.ts';

let hearing: OpenHearing;
test.beforeAll(async ({ browser }) => {
  hearing = await aHearing(browser);
});
test.afterAll(() => hearing.close());

const opinions = (page: Page) => page.getByRole('region', { name: '意见', exact: true });
const minutes = (page: Page) => page.getByRole('region', { name: '会议记录' });

test('[H2] opinions, a question with its answer and the proposal, up to the confirmed minutes', async ({ browser }) => {
  const { chair, links, members } = hearing;
  const recorderLink = links.find(({ capacities }) => capacities.includes('recorder'));
  const unit = links.find(({ capacities }) => capacities.includes('responsible-unit'));
  if (!recorderLink || !unit || members.length < 3) throw new Error('The demonstration lacks people');
  const [first, second, third] = members.map(({ name }) => name) as [string, string, string];
  const recorder = await visit(browser, 'tablet');
  await checkIn(recorder, recorderLink.url);
  await recorder.page.getByRole('link', { name: '打开记录页面' }).click();
  const member = await visit(browser, 'phone');
  await checkIn(member, members[0]!.url);
  const desk = chair.page;
  const pen = recorder.page;

  await desk.getByRole('button', { name: '宣布开会' }).click();
  for (const n of [1, 2, 3]) {
    await desk.getByRole('button', { name: /^下一项/ }).click();
    await expect(desk.getByText(`第 ${n} 项 · 共 5 项`)).toBeVisible();
  }

  // Half typed when the page is loaded anew: nothing is lost, and it is still of the one who spoke.
  const form = pen.getByRole('form', { name: '记录意见' });
  const speaker = form.getByLabel('发言人');
  await speaker.selectOption({
    label: (await speaker.locator('option').filter({ hasText: first }).innerText()).trim(),
  });
  await form.getByRole('radio', { name: '赞成', exact: true }).check();
  await form.getByLabel('类别').fill('费用分摊');
  await form.getByLabel('意见要点').fill('赞成方案二，一至二层');
  await pen.reload();
  await expect(form.getByLabel('意见要点')).toHaveValue('赞成方案二，一至二层');
  await expect(form.getByLabel('类别')).toHaveValue('费用分摊');
  await expect(form.getByRole('radio', { name: '赞成', exact: true })).toBeChecked();
  await expect(speaker.locator('option:checked')).toContainText(first);
  // A push while somebody types touches nothing.
  await desk.getByRole('button', { name: '3 分钟' }).click();
  await expect(form.getByLabel('意见要点')).toHaveValue('赞成方案二，一至二层');
  await form.getByLabel('意见要点').press('End');
  await form.getByLabel('意见要点').pressSequentially('不分摊。');
  await form.getByLabel('意见要点').press('Enter');
  await expect(opinions(desk).getByText('赞成方案二，一至二层不分摊。')).toBeVisible();

  // Under the wrong name: taken back with a reason, and counted no more.
  await recordOpinion(pen, { speaker: second, stance: '赞成', gist: '记到了别人名下。' });
  await opinions(pen)
    .getByRole('button', { name: `撤回 ${second}` })
    .click();
  const why = opinions(pen).getByLabel('撤回的原因');
  await expect(why).toBeFocused();
  await expect(opinions(pen).getByRole('button', { name: '确定撤回' })).toBeDisabled();
  await why.fill('记错了发言人');
  await why.press('Enter');
  await expect(opinions(desk).getByText('本项意见 1 条：赞成 1')).toBeVisible();
  await expect(opinions(pen).getByText('本项意见 1 条：赞成 1')).toBeVisible();

  await recordOpinion(pen, { speaker: second, stance: '有条件赞成', gist: '保证采光和通风的，不反对。' });
  await recordOpinion(pen, { speaker: third, stance: '不赞成', gist: '预算过高。', category: '费用分摊' });
  await expect(opinions(desk).getByText('本项意见 3 条：赞成 1、有条件赞成 1、不赞成 1')).toBeVisible();
  await expect(opinions(pen).getByText('本项意见 3 条：赞成 1、有条件赞成 1、不赞成 1')).toBeVisible();
  // Put right: the list shows what stands now.
  await opinions(pen)
    .getByRole('button', { name: `更正 ${third}` })
    .click();
  const correcting = pen.getByRole('form', { name: '更正' });
  await correcting.getByLabel('意见要点').fill('预算过高，应先核减。');
  await correcting.getByRole('button', { name: '保存更正' }).click();
  await expect(opinions(desk).getByText('预算过高，应先核减。')).toBeVisible();
  await expect(opinions(desk).getByText('预算过高。', { exact: true })).toHaveCount(0);
  await member.page.getByRole('button', { name: '我的' }).click();
  await expect(member.page.getByRole('region', { name: '您的发言（按记录）' })).toContainText('一至二层不分摊');

  await opinions(pen).getByRole('button', { name: '记录提问' }).click();
  const asking = pen.getByRole('form', { name: '记录提问' });
  const asker = asking.getByLabel('提问人');
  await asker.selectOption({ label: (await asker.locator('option').filter({ hasText: second }).innerText()).trim() });
  await asking.getByLabel('问题').fill('一层采光受多大影响？');
  await asking.getByRole('button', { name: '记录提问' }).click();
  await expect(opinions(desk).getByText('待答问题 1').first()).toBeVisible();
  for (const [page, who] of [
    [pen, 'recorder'],
    [desk, 'chair'],
    [member.page, 'member'],
  ] as const)
    await inBothLanguages(page, (language) => expectAccessible(page, `opinions at the ${who} ${language}`));

  await desk.getByRole('button', { name: /^下一项/ }).click();
  await expect(desk.getByText('第 4 项 · 共 5 项')).toBeVisible();
  await desk.getByRole('button', { name: /^下一项/ }).click();
  await expect(desk.getByText(/有 1 个问题待答，不能继续。依据：/)).toBeVisible();
  await opinions(pen).getByRole('button', { name: '记录解答' }).click();
  await pen.getByLabel('解答要点').fill('井道与一层窗户净距 3.2 米，满足日照要求。');
  await pen.getByRole('checkbox', { name: '附有书面材料' }).check();
  await pen.getByRole('form', { name: '记录解答' }).getByRole('button', { name: '记录解答' }).click();
  await expect(opinions(desk).getByText('待答问题 0')).toBeVisible();
  // The chair may not close before the summing-up.
  await desk.getByRole('button', { name: /^下一项/ }).click();
  await expect(desk.getByText('第 5 项 · 共 5 项')).toBeVisible();
  await desk.getByRole('button', { name: '结束会议' }).click();
  await desk.getByRole('button', { name: '结束会议' }).click();
  await expect(desk.getByText('结果已写入记录并加盖记录印')).toBeVisible();

  await desk.getByRole('button', { name: '按意见和征询结果起草' }).click();
  await expect(desk.getByLabel('方案内容')).toHaveValue(/听取听证代表意见3条，其中赞成1条、有条件赞成1条、不赞成1条/);
  await desk.getByLabel('方案内容').fill('一、采用方案二。\n二、开工前核减预算，并作采光检测。');
  await desk.reload();
  await expect(desk.getByLabel('方案内容')).toHaveValue('一、采用方案二。\n二、开工前核减预算，并作采光检测。');
  await desk.getByRole('button', { name: '提出倾向性方案' }).click();
  await member.page.getByRole('button', { name: '当前' }).click();
  await expect(member.page.getByRole('region', { name: '倾向性方案' })).toContainText('开工前核减预算');

  // The minutes wait for what is owed to the opinions.
  await minutes(pen).getByRole('textbox').click();
  await pen.keyboard.type('会议按议程进行。');
  await expect(minutes(pen).getByRole('button', { name: '送参会人员核阅' })).toBeEnabled();
  await minutes(pen).getByRole('button', { name: '送参会人员核阅' }).click();
  await minutes(pen).getByRole('button', { name: '送参会人员核阅' }).click();
  await minutes(pen).getByRole('button', { name: '确认会议记录' }).click();
  await minutes(pen).getByRole('button', { name: '核对无误，确认' }).click();
  await expect(minutes(pen).getByText(/还有 3 条意见没有注明是否采纳.*依据：.*（三）4（4）/)).toBeVisible();
  const row = (name: string) => opinions(pen).getByRole('listitem').filter({ hasText: name });
  await row(first).getByRole('button', { name: '采纳', exact: true }).click();
  await row(second).getByRole('button', { name: '部分采纳' }).click();
  await row(second).getByLabel(/理由/).fill('先作采光检测，通风另议');
  await row(second).getByRole('button', { name: '保存', exact: true }).click();
  await row(third).getByRole('button', { name: '未采纳' }).click();
  await row(third).getByLabel(/理由/).fill('预算已经评审');
  await row(third).getByRole('button', { name: '保存', exact: true }).click();
  await expect(opinions(pen).getByText('意见的采纳情况已全部注明。')).toBeVisible();
  // Being weighed, it is for those who lead.
  expect(member.received.join('\n')).not.toContain('预算已经评审');
  await inBothLanguages(pen, (language) => expectAccessible(pen, `marks ${language}`));

  await minutes(pen).getByRole('button', { name: '确认会议记录' }).click();
  await minutes(pen).getByRole('button', { name: '核对无误，确认' }).click();
  await expect(minutes(desk).getByText(/^记录人已确认/)).toBeVisible();
  await minutes(desk).getByRole('button', { name: '确认会议记录' }).click();
  await minutes(desk).getByRole('button', { name: '核对无误，确认' }).click();
  await expect(minutes(desk).getByText('已确认定稿').first()).toBeVisible();
  const text = minutes(desk);
  await expect(text.getByText(/就费用分摊表示赞成：赞成方案二，一至二层不分摊。$/)).toHaveCount(1);
  await expect(text.getByText(/就费用分摊表示不赞成：预算过高，应先核减。$/)).toHaveCount(1);
  await expect(text.getByText(/^对.*“预算过高，应先核减”的意见：未采纳，理由：预算已经评审。$/)).toHaveCount(1);
  await expect(text.getByText(/满足日照要求。（附书面材料）$/)).toHaveCount(1);
  await expect(text.getByText(/主持人提出倾向性方案：\s*一、采用方案二。/)).toHaveCount(1);
  await member.page.getByRole('button', { name: '我的' }).click();
  await expect(member.page.getByText('对' + third, { exact: false }).first()).toBeVisible();
  await member.context.close();
  await recorder.context.close();
});
