/** Contact sheets of the agreement of a mediation, at the desks and on a party's phone, to be looked at. */
import { expect, test } from '@playwright/test';
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
import { addressOf, aHearing } from './hearing.ts';
import { sizes } from './house.ts';
import { Sheets } from './sheets.ts';

test('an agreement, from the empty draft to the final text', async ({ browser }) => {
  test.setTimeout(300_000);
  const hearing = await aHearing(browser);
  const sheets = new Sheets();
  const meeting = await aMediation(hearing);
  const upstairs = await enterParty(browser, hearing, meeting, owner);
  const downstairs = await enterParty(browser, hearing, meeting, neighbour);
  const desk = await openDesk(hearing, meeting);
  const look = async (what: string) => {
    await deskOf(desk).scrollIntoViewIfNeeded();
    await deskOf(desk).evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await sheets.shoot(desk, what);
  };
  await expect(deskOf(desk)).toBeVisible();
  await look('nothing yet');
  await write(
    desk,
    '纠纷主要事实、争议事项',
    '2026年10月起，501室卫生间渗水，浸湿401室卫生间顶板，双方就修复和赔偿有争议。',
  );
  await deskOf(desk).getByRole('button', { name: '常用条款' }).click();
  await deskOf(desk).getByLabel('纠纷类别').selectOption({ label: '漏水' });
  await deskOf(desk).getByLabel('条款', { exact: true }).selectOption({ index: 1 });
  await deskOf(desk).getByLabel('由谁做').selectOption({ label: '甲方' });
  await look('a usual clause is filled in');
  await deskOf(desk).getByLabel('日期').fill('2026-12-15');
  await deskOf(desk).getByLabel('地点、部位').fill('501室卫生间');
  await deskOf(desk).getByRole('button', { name: '填入上面的条款' }).click();
  await deskOf(desk).getByRole('button', { name: '添加这一条' }).click();
  await expect(clause(desk, 1)).toBeVisible();
  await write(desk, '新的一条（第 2 条）', '甲方尽快赔偿乙方损失2000元。');
  await agreeToAll(upstairs, 3);
  await sheets.shoot(upstairs.page, 'waiting for the other');
  const seat = seatOf(downstairs);
  await sheets.shoot(downstairs.page, 'a part to check');
  await seat.getByRole('button', { name: '同意这一部分' }).click();
  await seat.getByRole('button', { name: '同意本条' }).click();
  await expect(seat.getByRole('heading', { name: '第 2 条' })).toBeVisible();
  await seat.getByRole('button', { name: '要求修改', exact: true }).click();
  await seat.getByLabel('您希望怎么改').fill('写明什么时候付，“尽快”说不清。');
  await sheets.once(downstairs.page, 'a change is asked for', true);
  await seat.getByRole('button', { name: '提交修改要求' }).click();
  await expect(seat.getByText(/^您要求修改/)).toBeVisible();
  await sheets.shoot(downstairs.page, 'asked');
  await clause(desk, 2).scrollIntoViewIfNeeded();
  await sheets.shoot(desk, 'a wish at the desk');
  await clause(desk, 1).getByRole('button', { name: '代登记：第 1 条' }).click();
  await clause(desk, 2).getByRole('button', { name: '修改第 2 条' }).click();
  await clause(desk, 1).scrollIntoViewIfNeeded();
  await sheets.shoot(desk, 'revising and recording');
  await deskOf(desk).getByRole('button', { name: '补写大写' }).click();
  const revising = deskOf(desk).getByRole('textbox', { name: '修改第 2 条' });
  await revising.fill((await revising.inputValue()).replace('尽快', '于2026年12月20日前'));
  await revising.press('Control+Enter');
  await deskOf(desk)
    .getByRole('form', { name: /^代登记/ })
    .getByRole('button', { name: '取消' })
    .click();
  await expect(seat.getByRole('button', { name: '看改后的文字' })).toBeVisible();
  await sheets.shoot(downstairs.page, 'changed under the eyes');
  await seat.getByRole('button', { name: '看改后的文字' }).click();
  await downstairs.page.getByRole('radio', { name: '特大' }).dispatchEvent('click');
  await sheets.once(downstairs.page, 'changed, largest', true);
  await downstairs.page.getByRole('radio', { name: '标准' }).dispatchEvent('click');
  await seat.getByRole('button', { name: '同意本条' }).click();
  await seatOf(upstairs).getByRole('button', { name: '看改后的文字' }).click();
  await seatOf(upstairs).getByRole('button', { name: '同意本条' }).click();
  await deskOf(desk).getByRole('button', { name: '登记已宣读' }).click();
  const button = deskOf(desk).getByRole('button', { name: '定稿', exact: true });
  await expect(button).toBeEnabled();
  await button.click();
  await sheets.shoot(desk, 'asked once more');
  await deskOf(desk).getByRole('region', { name: '定稿' }).getByRole('button', { name: '取消' }).click();
  await freeze(desk);
  await expect(deskOf(desk).getByText('第 1 版', { exact: true })).toBeVisible();
  await look('final');
  await sheets.shoot(downstairs.page, 'final');
  await desk.setViewportSize(sizes.tablet);
  await look('final on a tablet');
  await desk.goto(addressOf(hearing.house, `/c/${hearing.community}/m/${meeting}/recorder`));
  await desk.setViewportSize(sizes.phone);
  await expect(deskOf(desk)).toBeVisible();
  await sheets.once(desk, 'the recorder on a phone', true);
  await sheets.write(hearing.chair.context, 'agreement');
  await hearing.close();
});
