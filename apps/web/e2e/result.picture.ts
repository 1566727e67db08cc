/** Contact sheets of what follows final minutes: the result, its correction, a supplement, the record verified. */
import { expect, test, type Page } from '@playwright/test';
import { aFinalHearing } from './final-hearing.ts';
import { addressOf } from './hearing.ts';
import { sizes, visit } from './house.ts';
import { Sheets } from './sheets.ts';

const result = (page: Page) => page.getByRole('region', { name: '听证结果公告' });
const supplements = (page: Page) => page.getByRole('region', { name: '补正', exact: true });

test('after final minutes', async ({ browser }) => {
  test.setTimeout(420_000);
  const hearing = await aFinalHearing(browser);
  const sheets = new Sheets();
  const { chair, recorder, member, house, community, meeting } = hearing;
  const [desk, pen] = [chair.page, recorder.page];
  const form = result(desk).getByRole('form');
  await result(desk).getByRole('button', { name: '按会议记录起草' }).click();
  await expect(form.getByLabel('正文')).toHaveValue(/特此公告。$/);
  await form.getByLabel('审核人').fill('林晓燕');
  await form.scrollIntoViewIfNeeded();
  await sheets.shoot(desk, 'drafted');
  await form.getByRole('button', { name: '公布', exact: true }).click();
  await form.getByRole('button', { name: '核对无误，公布' }).scrollIntoViewIfNeeded();
  await sheets.shoot(desk, 'asked once more');
  await form.getByRole('button', { name: '核对无误，公布' }).click();
  await expect(result(desk).getByText(/审核：林晓燕/)).toBeVisible();
  await result(desk).scrollIntoViewIfNeeded();
  await sheets.shoot(desk, 'published');

  const neighbour = await visit(browser, 'phone');
  const { page } = neighbour;
  await page.goto(addressOf(house, `/c/${community}/public/${meeting}`));
  await expect(page.getByRole('heading', { name: /结果的公告$/ })).toBeVisible();
  await sheets.shoot(page, 'public');
  await sheets.once(page, 'public, whole', true);

  await result(desk).getByRole('button', { name: '更正', exact: true }).click();
  await form.getByLabel('原来哪里有误').fill('第一项中“预算已经评审”有误，应为“预算正在评审”。');
  const said = await form.getByLabel('正文').inputValue();
  await form.getByLabel('正文').fill(said.replace('预算已经评审', '预算正在评审'));
  await form.getByLabel('审核人').fill('林晓燕');
  await form.scrollIntoViewIfNeeded();
  await sheets.shoot(desk, 'correction');
  await form.getByRole('button', { name: '更正公告' }).click();
  await form.getByRole('button', { name: '核对无误，公布更正' }).click();
  await expect(form).toHaveCount(0);
  await page.reload();
  await page.getByText(/公布的原文$/).click();
  await sheets.once(page, 'corrected, whole', true);
  await page.setViewportSize(sizes.desk);
  await sheets.shoot(page, 'corrected');
  await page.emulateMedia({ media: 'print' });
  await sheets.once(page, 'on paper', true);

  await supplements(pen).getByRole('button', { name: '提出补正' }).click();
  const proposing = pen.getByRole('form', { name: '提出补正' });
  await proposing.getByLabel('所属议程').selectOption({ index: 2 });
  await proposing.getByLabel(/^原文/).fill('三楼住户希望逐层递增');
  await proposing.getByLabel('应为').fill('四楼住户希望逐层递增');
  await proposing.getByLabel('理由').fill('楼层记错');
  await supplements(pen).scrollIntoViewIfNeeded();
  await sheets.shoot(pen, 'proposing');
  await proposing.getByRole('button', { name: '提出', exact: true }).click();
  await expect(supplements(pen).getByText('等主持人确认后生效。')).toBeVisible();
  await supplements(pen).scrollIntoViewIfNeeded();
  await sheets.shoot(pen, 'proposed');
  await supplements(desk).getByRole('button', { name: '确认补正' }).click();
  await supplements(desk).getByRole('button', { name: '核对无误，确认' }).click();
  await expect(supplements(desk).getByText('确认', { exact: false }).first()).toBeVisible();
  await member.page.getByRole('link', { name: '打印会议记录' }).click();
  await member.page.getByRole('button', { name: '核验记录' }).click();
  await expect(member.page.getByText('核验通过，没有发现问题。')).toBeVisible();
  await sheets.shoot(member.page, 'verified');
  await sheets.once(member.page, 'minutes with a supplement', true);
  await sheets.write(chair.context, 'result');
  await neighbour.context.close();
  await hearing.close();
});
