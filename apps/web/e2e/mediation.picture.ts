/** Contact sheets of a mediation: begun at once, at the desks, on a party's phone, on the wall; prepared and served in writing. */
import { test } from '@playwright/test';
import { addressOf, linksOf } from './hearing.ts';
import { holding, languages, linkTo, named } from './holding.ts';
import { openHouse, sizes, visit } from './house.ts';
import { aWall, beginWalkIn, organ, typeWalkIn } from './mediation.ts';
import { Sheets } from './sheets.ts';

const { words, domain } = languages[0];
const { setUp, checkIn, atItem } = holding(words);

test('a mediation', async ({ browser }) => {
  test.setTimeout(300_000);
  const house = await openHouse();
  const sheets = new Sheets();
  const chair = await visit(browser, 'desk');
  const desk = chair.page;
  const community = await setUp(desk, addressOf(house, `/setup#${house.setUpToken}`), organ);
  await sheets.shoot(desk, 'new meeting');
  await typeWalkIn(desk);
  await sheets.shoot(desk, 'walk-in');
  await desk.setViewportSize(sizes.phone);
  await sheets.once(desk, 'walk-in', true);
  await desk.setViewportSize(sizes.desk);
  const meeting = await beginWalkIn(desk);
  const links = await linksOf(desk, community, meeting);
  const party = await visit(browser, 'phone');
  await checkIn(party, linkTo(links, 'party').url);
  await party.page.getByText(words.mediation.rightsFirst).waitFor();
  await sheets.shoot(party.page, 'rights');
  await named(party.page, words.mediation.acknowledge).click();
  await sheets.once(party.page, 'acknowledged');
  const other = await visit(browser, 'phone');
  await checkIn(other, linkTo(links, 'party', 1).url);
  await sheets.shoot(desk, 'called');
  const [wall, english] = [
    await aWall(browser, house, desk, { community, meeting }),
    await aWall(browser, house, desk, { community, meeting }, 'en-GB'),
  ];
  await named(desk, words.chair.open).click();
  for (const n of [1, 2, 3, 4, 5]) await atItem(desk, n);
  for (const { page } of [wall, english]) {
    await page.getByText(/不公开|not public/).waitFor();
    await sheets.once(page, 'closed');
  }
  await named(desk, words.mediation.recordReadOf('陈国栋')).click();
  await sheets.shoot(desk, 'reading recorded');
  await named(desk, words.mediation.saveRead).click();
  const end = desk.getByRole('region', { name: words.mediation.end, exact: true });
  await end.getByRole('button', { name: words.mediation.end, exact: true }).click();
  const { next } = domain.mediation;
  const answer = (name: string) => end.getByRole('group', { name: words.mediation.answerOf(name) });
  await answer('李桂芬').getByRole('radio', { name: next['mediate-again'] }).check();
  await answer('陈国栋').getByRole('radio', { name: next['other-channel'] }).check();
  await end.getByRole('button', { name: domain.mediation.channels[2] ?? '', exact: true }).click();
  await end.scrollIntoViewIfNeeded();
  await sheets.shoot(desk, 'no agreement');
  await desk.setViewportSize(sizes.phone);
  await sheets.once(desk, 'no agreement', true);
  await desk.setViewportSize(sizes.desk);
  await end.getByRole('checkbox', { name: words.mediation.told }).check();
  await named(desk, words.mediation.endAct).click();
  await other.page.getByText(words.mediation.ended).waitFor();
  await sheets.shoot(other.page, 'ended');
  await desk.setViewportSize(sizes.tablet);
  await desk.goto(addressOf(house, `/c/${community}/m/${meeting}/recorder`));
  await desk.getByRole('heading', { name: words.mediation.title }).waitFor();
  await sheets.shoot(desk, 'recorder');

  await desk.setViewportSize(sizes.desk);
  await desk.goto(addressOf(house, `/c/${community}`));
  await desk.getByRole('radio', { name: '社区事务协调会' }).check();
  await desk.getByLabel(words.meetings.matter, { exact: true }).fill('楼道堆放杂物');
  await named(desk, words.meetings.create).click();
  for (const name of ['李桂芬', '陈国栋']) {
    await desk.getByLabel(words.prepare.search, { exact: true }).fill(name);
    await named(desk, words.prepare.enlist(name)).click();
  }
  await desk.locator('#people').scrollIntoViewIfNeeded();
  await sheets.shoot(desk, 'prepare');
  await sheets.write(chair.context, 'mediation');
  for (const { context } of [chair, party, other, wall, english]) await context.close();
  await house.close();
});
