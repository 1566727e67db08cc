/** After final minutes: the result on the public page and its correction, a supplement by two, the record verified. */
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, inBothLanguages } from './barriers.ts';
import { aFinalHearing, minutesOf, typed, type FinalHearing } from './final-hearing.ts';
import { addressOf } from './hearing.ts';
import { visit } from './house.ts';

let hearing: FinalHearing;
test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  hearing = await aFinalHearing(browser);
});
test.afterAll(() => hearing.close());

const result = (page: Page) => page.getByRole('region', { name: '听证结果公告' });
const supplements = (page: Page) => page.getByRole('region', { name: '补正', exact: true });

test('[H8] the result is drafted, refused with private data, published, and corrected for everybody to read', async ({
  browser,
}) => {
  const { chair, house, community, meeting, members } = hearing;
  const desk = chair.page;
  const form = result(desk).getByRole('form', { name: '听证结果公告' });
  await expect(result(desk).getByText(/听证后的有关结果，社区居委会应当在居务公开栏内进行公布/)).toBeVisible();
  await result(desk).getByRole('button', { name: '按会议记录起草' }).click();
  await expect(form.getByLabel('正文')).toHaveValue(/未采纳的意见\n1．关于费用分摊：预算偏高.*理由：预算已经评审。/);
  await expect(form.getByLabel('正文')).not.toHaveValue(new RegExp(members[0]!.name));
  const drafted = await form.getByLabel('正文').inputValue();

  const publish = async () => {
    await form.getByRole('button', { name: '公布', exact: true }).click();
    await form.getByRole('button', { name: '核对无误，公布' }).click();
  };
  await form.getByLabel('审核人').fill('郑审核');
  await form.getByLabel('正文').fill(`${drafted}\n3号楼2单元601室住户反对。`);
  await publish();
  await expect(result(desk).getByText(/精确到单元、楼层或门牌的住址“2单元601室”/)).toBeVisible();
  // Half typed: it survives a reload.
  await form.getByLabel('正文').fill(`${drafted}\n会后另行通知。`);
  await desk.reload();
  await expect(form.getByLabel('正文')).toHaveValue(/会后另行通知。$/);
  await expect(form.getByLabel('审核人')).toHaveValue('郑审核');
  await inBothLanguages(desk, (language) => expectAccessible(desk, `result desk ${language}`));
  await publish();
  await expect(result(desk).getByText(/审核：郑审核/)).toBeVisible();

  const neighbour = await visit(browser, 'phone');
  const { page } = neighbour;
  await page.goto(addressOf(house, `/c/${community}/public/${meeting}`));
  await expect(page.getByRole('heading', { name: /结果的公告$/ })).toBeVisible();
  await expect(page.getByText('会后另行通知。')).toBeVisible();
  await inBothLanguages(page, (language) => expectAccessible(page, `public result ${language}`));
  await page.setViewportSize({ width: 1440, height: 900 });
  await inBothLanguages(page, (language) => expectAccessible(page, `public result at a desk ${language}`));
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('会后另行通知。')).toBeVisible();
  await expect(page.getByRole('button', { name: '打印结果公告' })).toBeHidden();
  await expect(page.getByText(/定于.+召开社区工作听证会/)).toBeHidden();
  await page.emulateMedia({ media: 'screen' });

  await result(desk).getByRole('button', { name: '更正', exact: true }).click();
  const correction = result(desk).getByRole('form', { name: '更正公告' });
  await correction.getByLabel('原来哪里有误').fill('“会后另行通知”一句有误，应删去。');
  await correction.getByLabel('正文').fill(drafted);
  await correction.getByLabel('审核人').fill('郑审核');
  await correction.getByRole('button', { name: '更正公告' }).click();
  await correction.getByRole('button', { name: '核对无误，公布更正' }).click();
  await expect(result(desk).getByText(/更正$/).first()).toBeVisible();

  await page.reload();
  await expect(page.getByText('更正说明：“会后另行通知”一句有误，应删去。')).toBeVisible();
  await expect(page.getByText('会后另行通知。', { exact: true })).toBeHidden();
  await page.getByText(/公布的原文$/).click();
  await expect(page.locator('del').getByText('会后另行通知。', { exact: true })).toBeVisible();
  await inBothLanguages(page, (language) => expectAccessible(page, `corrected result ${language}`));
  expect(neighbour.received.join('\n')).not.toContain('郑审核');
  await neighbour.context.close();
});

test('a supplement is proposed by the recorder, confirmed by the chair, read by a representative; the record verifies', async () => {
  const { chair, recorder, member } = hearing;
  const [desk, pen] = [chair.page, recorder.page];
  await supplements(pen).getByRole('button', { name: '提出补正' }).click();
  const form = pen.getByRole('form', { name: '提出补正' });
  await form.getByLabel('所属议程').selectOption({ index: 2 });
  await form.getByLabel(/^原文/).fill('没有这句话');
  await form.getByLabel('应为').fill('四楼住户希望逐层递增');
  await form.getByLabel('理由').fill('楼层记错');
  await form.getByRole('button', { name: '提出', exact: true }).click();
  await expect(minutesOf(pen).getByText('定稿的这一部分没有所引的原文。')).toBeVisible();
  await pen.reload();
  await expect(form.getByLabel('应为')).toHaveValue('四楼住户希望逐层递增');
  expect(typed).toContain('三楼住户希望逐层递增');
  await form.getByLabel(/^原文/).fill('三楼住户希望逐层递增');
  await form.getByRole('button', { name: '提出', exact: true }).click();
  await supplements(pen).getByRole('button', { name: '撤回', exact: true }).click();
  const why = supplements(pen).getByLabel('撤回的理由');
  await expect(why).toBeFocused();
  await why.fill('重复提出');
  await why.press('Enter');
  await expect(supplements(pen).getByText(/撤回，理由：重复提出$/)).toBeVisible();
  await supplements(pen).getByRole('button', { name: '提出补正' }).click();
  await form.getByLabel('所属议程').selectOption({ index: 2 });
  await form.getByLabel(/^原文/).fill('三楼住户希望逐层递增');
  await form.getByLabel('应为').fill('四楼住户希望逐层递增');
  await form.getByLabel('理由').fill('楼层记错');
  await form.getByRole('button', { name: '提出', exact: true }).click();
  await expect(supplements(pen).getByText('等主持人确认后生效。')).toBeVisible();
  await inBothLanguages(pen, (language) => expectAccessible(pen, `supplement proposed ${language}`));
  expect(member.received.join('\n')).not.toContain('楼层记错');

  await supplements(desk).getByRole('button', { name: '确认补正' }).click();
  await supplements(desk).getByRole('button', { name: '核对无误，确认' }).click();
  await expect(minutesOf(desk).getByText(/^主持人.+、记录人.+确认$/)).toBeVisible();

  await member.page.getByRole('link', { name: '打印会议记录' }).click();
  const paper = member.page.getByRole('article');
  await expect(paper).toContainText('三楼住户希望逐层递增');
  await expect(supplements(member.page)).toContainText('应为：四楼住户希望逐层递增');
  await expect(supplements(member.page)).toContainText('理由：楼层记错');
  await member.page.getByRole('button', { name: '核验记录' }).click();
  await expect(member.page.getByText('核验通过，没有发现问题。')).toBeVisible();
  await expect(member.page.getByText(/逐条核对了全部 \d+ 条记录/)).toBeVisible();
  await expect(member.page.getByText('生效的补正 1 条。')).toBeVisible();
  await inBothLanguages(member.page, (language) => expectAccessible(member.page, `verified ${language}`));
});
