/** Contact sheets of the summary page and of what is downloaded, to be looked at. */
import { expect, test } from '@playwright/test';
import { addressOf, aHearing, checkIn, recordOpinion } from './hearing.ts';
import { sizes, visit } from './house.ts';
import { Sheets } from './sheets.ts';

test('the summary minutes, the notice and entry cards', async ({ browser }) => {
  test.setTimeout(300_000);
  const hearing = await aHearing(browser);
  const sheets = new Sheets();
  const { house, community, meeting, chair, members } = hearing;
  const desk = chair.page;
  const at = (name: string) => addressOf(house, `/c/${community}/m/${meeting}/${name}`);
  await desk.goto(at('summary'));
  await expect(desk.getByText('会议还没有开始，没有会议纪要。')).toBeVisible();
  await sheets.shoot(desk, 'early');
  await desk.goto(at('notice'));
  await sheets.once(desk, 'notice', true);
  await desk.goto(at('names'));
  await desk.getByRole('button', { name: '生成入会卡' }).click();
  await expect(desk.getByRole('button', { name: '下载入会卡' })).toBeVisible();
  await sheets.shoot(desk, 'cards');
  await desk.setViewportSize(sizes.phone);
  await sheets.shoot(desk, 'cards');
  await desk.setViewportSize(sizes.desk);
  await desk.goto(at('chair'));
  const phone = await visit(browser, 'phone');
  const [fresh] = await hearing.chair.page.evaluate(
    async ([path, seat]) => {
      const asked = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ seats: [seat] }),
      };
      return (await (await fetch(path, asked)).json()) as { url: string }[];
    },
    [`/c/${community}/api/meetings/${meeting}/links`, members[0]!.seat] as const,
  );
  await checkIn(phone, fresh!.url);
  await desk.getByRole('button', { name: '宣布开会' }).click();
  for (const place of [1, 2, 3]) {
    await desk.getByRole('button', { name: /^下一项/ }).click();
    await expect(desk.getByText(`第 ${place} 项 · 共 5 项`)).toBeVisible();
  }
  await desk.getByRole('button', { name: '记录意见' }).click();
  for (const [n, gist] of ['方案二一至二层不分摊，三层起逐层递增，比较公平。', '保证采光、通风的，不反对。'].entries())
    await recordOpinion(desk, {
      speaker: members[n]!.name,
      stance: n === 0 ? '赞成' : '有条件赞成',
      gist,
      category: '费用分摊',
    });
  await desk.goto(at('summary'));
  await expect(desk.getByRole('article')).toBeVisible();
  await sheets.once(desk, 'summary desk', true);
  await desk.getByRole('radio', { name: 'English' }).dispatchEvent('click');
  await sheets.once(desk, 'summary desk en', false);
  await desk.getByRole('radio', { name: '中文' }).dispatchEvent('click');
  await desk.setViewportSize(sizes.phone);
  await sheets.once(desk, 'summary phone', true);
  await desk.getByRole('radio', { name: '特大' }).dispatchEvent('click');
  await sheets.once(desk, 'summary phone largest', false);
  await desk.getByRole('radio', { name: '标准' }).dispatchEvent('click');
  await phone.page.goto(at(`summary?seat=${members[0]!.seat}`));
  await expect(phone.page.getByText('会议记录还在起草')).toBeVisible();
  await sheets.shoot(phone.page, 'drafting');
  await sheets.write(chair.context, 'papers');
  await phone.context.close();
  await hearing.close();
});
