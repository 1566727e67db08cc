/** Contact sheets of what is owed after a hearing: open, half recorded, done, and late in the list of meetings. */
import { test } from '@playwright/test';
import { closeHearing, deskOf, dutyOn, settleMinutes } from './duties.ts';
import { addressOf, aHearing, checkIn } from './hearing.ts';
import { sizes, visit } from './house.ts';
import { Sheets } from './sheets.ts';

test('what is owed after a hearing', async ({ browser }) => {
  test.setTimeout(300_000);
  const hearing = await aHearing(browser);
  const { chair, links, community, house } = hearing;
  const sheets = new Sheets();
  const card = links.find(({ capacities }) => capacities.includes('recorder'))!;
  const pen = await visit(browser, 'phone');
  await checkIn(pen, card.url);
  await pen.page.setViewportSize(sizes.tablet);
  await pen.page.goto(deskOf(hearing, 'recorder', card.seat));
  await chair.page.goto(deskOf(hearing, 'chair'));
  const desks = { chair: chair.page, recorder: pen.page };
  await closeHearing(desks);
  await chair.page.getByRole('link', { name: /^会后事项待办/ }).click();
  await sheets.shoot(chair.page, 'open, before the minutes are final');
  await settleMinutes(desks);
  await dutyOn(pen.page, '报街道或相关部门备案')
    .getByRole('button', { name: /登记办理/ })
    .click();
  await dutyOn(pen.page, '报街道或相关部门备案').getByLabel('报送单位').fill('南门街道办事处');
  await sheets.shoot(pen.page, 'half recorded');
  await pen.page.setViewportSize(sizes.phone);
  await sheets.shoot(pen.page, 'half recorded');
  await pen.page.getByRole('button', { name: '保存登记' }).click();
  await dutyOn(pen.page, '报街道或相关部门备案').getByText('已办理').scrollIntoViewIfNeeded();
  await sheets.shoot(pen.page, 'filed');
  const list = chair.page;
  await list.clock.setFixedTime(Date.now() + 9 * 86_400_000);
  await list.goto(addressOf(house, `/c/${community}`));
  await list.getByRole('list', { name: '会后事项' }).waitFor();
  await sheets.shoot(list, 'listed');
  await sheets.write(chair.context, 'duties');
  await pen.context.close();
  await hearing.close();
});
