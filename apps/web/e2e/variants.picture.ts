import { expect, test, type Page } from '@playwright/test';
import { aHearing, checkIn, openProjector } from './hearing.ts';
import { sizes, visit } from './house.ts';
import { Sheets } from './sheets.ts';
import { beginMeeting, establish, open, prepare } from './variants.ts';

const short = ['按户平均分摊', '按楼层递增分摊', '按房屋面积分摊'];
const long = [
  '一至二层不分摊，三层起逐层递增，具体比例由各户协商后报社区备案，协商不成的由物业提出比例再次听取意见',
  '按户平均分摊',
  '按房屋建筑面积分摊，一层按百分之二十计算，二层按百分之四十计算，三层以上按全额计算，地下室和车库不计入面积，商铺另行协商，由业主委员会与商铺经营者签订书面协议后报社区备案，费用结余转入维修资金',
  '由维修资金支付一半，其余按户平均分摊',
  '申请政府补贴后再议',
  '由使用电梯的住户按次付费，按月结算',
  '由物业公司先行垫付，五年内随物业费收回',
  '暂不加装',
];

async function in3Sizes(sheets: Sheets, page: Page, what: string): Promise<void> {
  await sheets.shoot(page, what);
  await page.getByRole('radio', { name: '特大' }).dispatchEvent('click');
  await sheets.once(page, `${what}, largest`, true);
  await page.getByRole('radio', { name: '标准' }).dispatchEvent('click');
}

/** The wall has no switches: it speaks the language that its browser remembers. */
async function onWall(sheets: Sheets, wall: Page, what: string): Promise<void> {
  for (const language of ['zh-CN', 'en', 'zh-CN']) {
    await wall.evaluate((chosen) => localStorage.setItem('yishiting language', chosen), language);
    if (language === 'zh-CN' && (await wall.locator('html').getAttribute('lang')) === 'zh-CN') {
      await sheets.once(wall, `${what} 中`);
      continue;
    }
    await wall.reload();
    await expect(wall.locator('table')).toBeVisible();
    if (language === 'en') await sheets.once(wall, `${what} en`);
  }
}

test('soundings on variants: prepared, answered, on the wall, announced', async ({ browser }) => {
  test.setTimeout(400_000);
  const hearing = await aHearing(browser);
  const { chair, members } = hearing;
  const sheets = new Sheets();
  const phones: Page[] = [];
  for (const member of members.slice(0, 4)) {
    const phone = await visit(browser, 'phone');
    await checkIn(phone, member.url);
    phones.push(phone.page);
  }
  const [first, ...others] = phones as [Page, ...Page[]];
  const desk = chair.page;
  const wall = await openProjector(chair);
  await beginMeeting(desk);

  const one = { question: '加装电梯费用如何分摊', method: '选一个方案', variants: short } as const;
  await prepare(desk, one);
  await sheets.shoot(desk, 'preparing, one');
  await open(desk);
  await first.getByRole('radio', { name: /^方案二/ }).check();
  await in3Sizes(sheets, first, 'one');
  for (const other of others.slice(0, 2)) {
    await other.getByRole('radio', { name: /^方案一/ }).check();
    await other.getByRole('button', { name: /^确认/ }).click();
  }
  await first.getByRole('button', { name: '确认：方案二' }).click();
  await sheets.shoot(first, 'one, recorded');
  await onWall(sheets, wall, 'one, open');
  await desk.getByRole('button', { name: /^截止表态/ }).click();
  await desk.getByRole('button', { name: /^截止表态/ }).click();
  await desk.getByRole('button', { name: '录入举手或口头表态' }).click();
  await desk.getByLabel('为什么不用本人设备').fill('没有手机，当场举手');
  await desk.getByRole('button', { name: /^录入.*的表态$/ }).click();
  await desk.getByRole('radio', { name: '弃权' }).check();
  await sheets.shoot(desk, 'by hand');
  await desk.getByRole('button', { name: '确认录入' }).click();
  await desk.getByRole('button', { name: '核定结果' }).click();
  await desk.getByRole('button', { name: '宣布结果' }).click();
  await expect(wall.getByText(/弃权 1 人/)).toBeVisible();
  await onWall(sheets, wall, 'one, result');
  await sheets.shoot(first, 'one, result');
  await sheets.shoot(desk, 'one, announced');

  const several = {
    question: '电梯投入使用后，您认为哪些办法可以考虑？请从下列方案中选择',
    method: '选几个方案',
    variants: long,
    most: 3,
  } as const;
  await prepare(desk, several);
  await sheets.once(desk, 'preparing, several');
  await open(desk);
  for (const [n, phone] of phones.entries()) {
    for (const which of [/^方案一/, /^方案[二三]/, /^方案七/])
      await phone
        .getByRole('checkbox', { name: which })
        .nth(which.source.includes('[') ? n % 2 : 0)
        .check();
  }
  await in3Sizes(sheets, first, 'several');
  await sheets.once(first, 'several, whole', true);
  await onWall(sheets, wall, 'several, open');
  for (const phone of phones) await phone.getByRole('button', { name: /^确认/ }).click();
  await expect(desk.getByText('全部已表态')).toBeVisible();
  await establish(desk);
  await desk.getByRole('button', { name: '宣布结果' }).click();
  await expect(wall.getByText(/弃权 0 人/)).toBeVisible();
  await onWall(sheets, wall, 'several, result');
  await sheets.once(first, 'several, result', true);
  await sheets.once(desk, 'several, announced');

  const graded = { question: '请对下列方案分别表态', method: '给各方案分档', variants: long } as const;
  await prepare(desk, graded);
  await sheets.once(desk, 'preparing, grades', true);
  await desk.setViewportSize(sizes.phone);
  await sheets.once(desk, 'preparing on a phone', true);
  await desk.setViewportSize(sizes.desk);
  await open(desk);
  for (const [n, phone] of phones.entries()) {
    for (const [at] of graded.variants.entries()) {
      if (n === 0 && at === 7) continue;
      await phone
        .getByRole('radio', { name: ['优先考虑', '可以接受', '不宜采用'][(n + at) % 3]! })
        .nth(at)
        .check();
    }
  }
  await in3Sizes(sheets, first, 'grades');
  await sheets.once(first, 'grades, whole', true);
  await first.getByRole('radio', { name: '可以接受' }).nth(7).check();
  for (const phone of phones) await phone.getByRole('button', { name: /^确认/ }).click();
  await expect(desk.getByText('全部已表态')).toBeVisible();
  await sheets.once(first, 'grades, recorded', true);
  await onWall(sheets, wall, 'grades, open');
  await establish(desk);
  await desk.getByRole('button', { name: '宣布结果' }).click();
  await expect(wall.getByText(/弃权 0 人/)).toBeVisible();
  await onWall(sheets, wall, 'grades, result');
  await desk.getByRole('button', { name: '3 分钟' }).click();
  await expect(wall.getByRole('timer')).toBeVisible();
  await sheets.once(wall, 'grades, result, clock');
  await sheets.once(first, 'grades, result', true);
  await sheets.once(desk, 'grades, announced');
  await sheets.write(chair.context, 'variants');
  await hearing.close();
});
