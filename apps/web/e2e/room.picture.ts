import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { aHearing, checkIn, openProjector } from './hearing.ts';
import { visit } from './house.ts';

const folder = join(import.meta.dirname, '../../../docs/pictures');

test('the running room: the wall, the chair’s page and a phone', async ({ browser }) => {
  const hearing = await aHearing(browser);
  const { chair, members } = hearing;
  const phones = [];
  for (const member of members.slice(0, 5)) {
    const phone = await visit(browser, 'phone');
    await checkIn(phone, member.url);
    phones.push(phone.page);
  }
  const desk = chair.page;
  const wall = await openProjector(chair);
  await wall.setViewportSize({ width: 1920, height: 1080 });
  await desk.getByRole('button', { name: '宣布开会' }).click();
  for (const place of [1, 2, 3]) {
    await desk.getByRole('button', { name: /^下一项/ }).click();
    await expect(desk.getByText(`第 ${place} 项 · 共 5 项`)).toBeVisible();
  }
  await desk.getByLabel('每次发言限时').selectOption({ label: '3 分钟' });
  for (const phone of phones.slice(1, 4)) await phone.getByRole('button', { name: '我要发言' }).click();
  await desk
    .getByRole('button', { name: /^请发言|请.*发言/ })
    .first()
    .click();
  await hearing.openSounding('费用分摊采用方案二：一至二层不分摊，三层起逐层递增');
  for (const [n, phone] of phones.slice(1).entries()) {
    const choice = n === 3 ? '不赞成' : '赞成';
    await phone.getByRole('radio', { name: choice, exact: true }).check();
    await phone.getByRole('button', { name: `确认：${choice}` }).click();
  }
  const [first] = phones;
  if (!first) throw new Error('The demonstration lacks members');
  await first.getByRole('radio', { name: '赞成', exact: true }).check();
  await expect(wall.getByText('/ 5')).toBeVisible();
  await desk.locator('main').evaluate((main) => main.scrollTo(0, 0));
  const shots = await Promise.all(
    [wall, desk, first].map(async (page) => (await page.screenshot()).toString('base64')),
  );
  const page = await chair.context.newPage();
  await page.setViewportSize({ width: 1600, height: 1400 });
  const [onWall, onDesk, onPhone] = shots.map((shot) => `data:image/png;base64,${shot}`);
  // The wall above; the chair's computer and a phone below it, none over the other's words.
  await page.setContent(`<style>body{margin:0;background:#d9d6cc;height:100vh;position:relative}
    img{position:absolute;box-shadow:0 4px 20px #0004;border-radius:10px}</style>
    <img src="${onWall}" style="left:30px;top:30px;width:1100px"><img src="${onDesk}" style="left:30px;top:682px;width:1100px">
    <img src="${onPhone}" style="left:1165px;top:262px;width:405px">`);
  await page.screenshot({ path: join(folder, 'room.png') });
  await hearing.close();
});
