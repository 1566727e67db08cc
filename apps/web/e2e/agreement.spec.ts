/** The agreement of a mediation: drafted at the desk, checked by the parties on their own phones, final, back to drafting. */
import { expect, test, type Page } from '@playwright/test';
import {
  agreeToAll,
  aMediation,
  clause,
  deskOf,
  enterParty,
  freeze,
  neighbour,
  openDesk,
  owner,
  seatOf,
  write,
} from './agreement.ts';
import { expectAccessible, inBothLanguages } from './barriers.ts';
import { aHearing, type OpenHearing } from './hearing.ts';
import { sizes } from './house.ts';

let hearing: OpenHearing;
test.beforeAll(async ({ browser }) => {
  hearing = await aHearing(browser);
});
test.afterAll(() => hearing.close());

/** At the end of the page, where the bar that stays in sight covers no half of a button. */
const accessibleToTheEnd = (page: Page, what: string) =>
  inBothLanguages(page, async (language) => {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expectAccessible(page, `${what} ${language}`);
  });

test('[A3] an agreement is drafted, checked on two phones, changed for a party, made final, sent back to drafting and made final anew', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const meeting = await aMediation(hearing);
  const upstairs = await enterParty(browser, hearing, meeting, owner);
  const downstairs = await enterParty(browser, hearing, meeting, neighbour);
  const desk = await openDesk(hearing, meeting);

  // Half typed when the page is loaded anew, and while others are told something: nothing is lost.
  const facts = deskOf(desk).getByRole('textbox', { name: '纠纷主要事实、争议事项' });
  await facts.fill('501室卫生间渗水，401室顶板受损；');
  await desk.reload();
  await expect(facts).toHaveValue('501室卫生间渗水，401室顶板受损；');
  await write(desk, '纠纷主要事实、争议事项', '501室卫生间渗水，401室顶板受损；就修复和赔偿有争议。');
  await expect(deskOf(desk).getByText(/还没有条款/)).toBeVisible();
  await expect(deskOf(desk).getByRole('button', { name: '定稿', exact: true })).toBeDisabled();
  await write(desk, '新的一条（第 1 条）', '甲方赔偿乙方损失2000元。');
  await expect(deskOf(desk).getByRole('textbox', { name: '新的一条（第 2 条）' })).toBeFocused();
  await write(desk, '新的一条（第 2 条）', '甲方于2026年12月15日前修好501室卫生间防水。');
  await clause(desk, 2).getByRole('button', { name: '把第 2 条上移' }).click();
  await expect(clause(desk, 1)).toContainText('修好501室卫生间防水');
  await expect(deskOf(desk).getByText('协议共 3 项，各方都已同意 0 项')).toBeVisible();
  await inBothLanguages(desk, (language) => expectAccessible(desk, `draft at the desk ${language}`));

  // One party agrees to everything, the other asks for a change of the second clause.
  await agreeToAll(upstairs, 3);
  const seat = seatOf(downstairs);
  await seat.getByRole('button', { name: '同意这一部分' }).click();
  await expect(seat.getByRole('heading', { name: '第 1 条' })).toBeVisible();
  await accessibleToTheEnd(downstairs.page, 'checking');
  await seat.getByRole('button', { name: '同意本条' }).click();
  await expect(seat.getByRole('heading', { name: '第 2 条' })).toBeVisible();
  await seat.getByRole('button', { name: '要求修改', exact: true }).click();
  await seat.getByLabel('您希望怎么改').fill('写明什么时候');
  await downstairs.page.reload();
  await expect(seat.getByLabel('您希望怎么改')).toHaveValue('写明什么时候');
  await seat.getByLabel('您希望怎么改').fill('写明什么时候付');
  await seat.getByRole('button', { name: '提交修改要求' }).click();
  await expect(seat.getByText('您要求修改：写明什么时候付')).toBeVisible();
  await expect(clause(desk, 2).getByText('乙方 钱楼下要求修改：写明什么时候付')).toBeVisible();
  await expect(clause(desk, 2).getByText('甲方 赵楼上')).toBeVisible();
  await expect(deskOf(desk).getByText('协议共 3 项，各方都已同意 2 项')).toBeVisible();
  // The other party is not told what was asked for.
  expect(upstairs.received.join('\n')).not.toContain('写明什么时候');

  // Revised: no phone shows another text under a finger, and every party checks it again.
  await clause(desk, 2).getByRole('button', { name: '修改第 2 条' }).click();
  const revising = deskOf(desk).getByRole('textbox', { name: '修改第 2 条' });
  await revising.fill('甲方于2026年12月20日前赔偿乙方损失2000元。');
  await revising.press('Control+Enter');
  for (const party of [upstairs, downstairs]) {
    const at = seatOf(party);
    await expect(at.getByText('1 处须再核对')).toBeVisible();
    if (party === upstairs) await at.getByRole('button', { name: /^第 2 条/ }).click();
    else await at.getByRole('button', { name: '看改后的文字' }).click();
    await expect(at.getByText('这一条改过了，请再核对。')).toBeVisible();
    await expect(at.getByText('甲方于2026年12月20日前赔偿乙方损失2000元。')).toBeVisible();
    await at.getByRole('button', { name: '同意本条' }).click();
    await expect(at.getByText('您已逐条同意，谢谢。')).toBeVisible();
  }
  await deskOf(desk).getByRole('button', { name: '登记已宣读' }).click();
  await expect(deskOf(desk).getByText(/宣读全文。$/)).toBeVisible();
  await freeze(desk);
  await expect(deskOf(desk).getByText('第 1 版', { exact: true })).toBeVisible();
  for (const party of [upstairs, downstairs]) await expect(seatOf(party).getByText('协议已定稿')).toBeVisible();
  await expect(seatOf(upstairs).getByText(/^协议不因定稿而生效/)).toBeVisible();
  for (const size of ['desk', 'tablet'] as const) {
    await desk.setViewportSize(sizes[size]);
    await inBothLanguages(desk, (language) => expectAccessible(desk, `final at the desk ${size} ${language}`));
  }
  await desk.setViewportSize(sizes.desk);
  await accessibleToTheEnd(upstairs.page, 'final');

  // Back to drafting: the former version stays readable to the desk, and everybody checks everything anew.
  await deskOf(desk).getByRole('button', { name: '重新起草', exact: true }).click();
  await deskOf(desk).getByLabel('重新起草的原因').fill('金额漏写大写');
  await deskOf(desk).getByRole('button', { name: '确定重新起草' }).click();
  await expect(seatOf(downstairs).getByText('3 处须再核对')).toBeVisible();
  // What the desk has begun to record for a party stays about the text that was read out, until it takes the new one.
  await clause(desk, 2).getByRole('button', { name: '代登记：第 2 条' }).click();
  await clause(desk, 2).getByRole('button', { name: '修改第 2 条' }).click();
  await deskOf(desk).getByRole('button', { name: '补写大写' }).click();
  await deskOf(desk).getByRole('button', { name: '保存修改' }).click();
  await expect(clause(desk, 2)).toContainText('人民币贰仟元整（¥2,000.00）');
  const recording = deskOf(desk).getByRole('form', { name: '代登记：第 2 条' });
  await recording.getByLabel('当事人').selectOption({ label: '乙方 钱楼下' });
  await expect(recording.getByText(/先前念的不是现在的文字/)).toBeVisible();
  await expect(recording.getByRole('button', { name: '登记：同意' })).toBeDisabled();
  await inBothLanguages(desk, (language) => expectAccessible(desk, `read out before a change ${language}`));
  await recording.getByRole('button', { name: '改用现在的文字' }).click();
  await recording.getByRole('button', { name: '登记：同意' }).click();
  await expect(recording).toHaveCount(0);
  await expect(clause(desk, 2).getByText('（代登记）')).toContainText('乙方 钱楼下 ✓');
  const told = seatOf(downstairs);
  await told.getByRole('button', { name: '第 2 条：已代您登记：同意' }).click();
  await expect(told.getByText('主持人、记录人已代您登记：同意。')).toBeVisible();
  await expect(told.getByRole('button', { name: '要求修改', exact: true })).toBeVisible();
  await accessibleToTheEnd(downstairs.page, 'recorded for them');
  await deskOf(desk).getByText('以前的版本（1）').click();
  await expect(deskOf(desk).getByText('原因：金额漏写大写')).toBeVisible();
  // One party has left its phone at home by now: the desk records what it says.
  await seatOf(upstairs).getByRole('button', { name: '看改后的文字' }).click();
  await agreeToAll(upstairs, 3);
  await downstairs.context.close();
  for (const title of ['纠纷主要事实、争议事项', '第 1 条']) {
    await deskOf(desk)
      .getByRole('button', { name: `代登记：${title}` })
      .click();
    const form = deskOf(desk).getByRole('form', { name: `代登记：${title}` });
    await form.getByLabel('当事人').selectOption({ label: '乙方 钱楼下' });
    await form.getByRole('button', { name: '登记：同意' }).click();
    await expect(form).toHaveCount(0);
  }
  await freeze(desk);
  await expect(deskOf(desk).getByText('第 2 版', { exact: true })).toBeVisible();
  await expect(seatOf(upstairs).getByText('协议已定稿')).toBeVisible();
  await desk.getByRole('link', { name: '协议已定稿（第 2 版）' }).click();
  await expect(deskOf(desk)).toBeInViewport();
  await upstairs.context.close();
});
