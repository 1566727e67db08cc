/** A mediation through its pages: begun at once from names, held behind closed doors, ended without an agreement; and one served in writing. */
import { expect, test } from '@playwright/test';
import { houseZone, wallOf } from '../src/lib/ui/zoned.ts';
import { atLineStart } from '../src/lib/words/line-start.ts';
import { expectAccessible, inBothLanguages } from './barriers.ts';
import { addressOf, linksOf } from './hearing.ts';
import { beginning, holding, languages, linkTo, named } from './holding.ts';
import { openHouse, sizes, visit, type OpenHouse } from './house.ts';
import { aWall, beginWalkIn, organ, typeWalkIn } from './mediation.ts';
import { textsOf } from './walls.ts';

const { words, domain } = languages[0];
const { setUp, checkIn, atItem } = holding(words);
/** What only those who take part may ever be told. */
const inside = ['卫生间漏水', '李桂芬', '陈国栋', '郑主任', '林记录', '社区调解室', '陈述事实和理由', '金额相差'];

let house: OpenHouse;
test.beforeAll(async () => {
  house = await openHouse();
});
test.afterAll(() => house.close());

test('[A11] a mediation begins in three taps, is closed to the wall and to who looks on, and ends with each party’s answer', async ({
  browser,
}) => {
  const chair = await visit(browser, 'desk');
  const desk = chair.page;
  const community = await setUp(desk, addressOf(house, `/setup#${house.setUpToken}`), organ);

  // Three taps, with names typed.
  await typeWalkIn(desk);
  await desk.getByLabel(words.mediation.recorder).fill('李桂芬');
  await expect(desk.getByText(words.mediation.sameName('李桂芬'))).toBeVisible();
  await expect(named(desk, words.mediation.start)).toBeDisabled();
  // Half-typed names survive a reload.
  await desk.reload();
  await named(desk, words.mediation.walkIn).click();
  await expect(desk.getByLabel(words.mediation.partyOf(domain.mediation.side(2)))).toHaveValue('陈国栋');
  await desk.getByLabel(words.mediation.recorder).fill('林记录');
  await inBothLanguages(desk, (language) => expectAccessible(desk, `walk-in ${language}`));
  const meeting = await beginWalkIn(desk);

  const links = await linksOf(desk, community, meeting);
  const [first, second] = [await visit(browser, 'phone'), await visit(browser, 'phone')];
  await checkIn(first, linkTo(links, 'party').url);
  await checkIn(second, linkTo(links, 'party', 1).url);
  const wall = await aWall(browser, house, desk, { community, meeting });
  const line = domain.mediation.notPublic({ procedure: '社区事务协调会', now: false });
  await expect(wall.page.getByText(line)).toBeVisible();

  // Rights and duties: one on the own phone, the other has them read to them.
  await expect(desk.getByText(words.mediation.rightsMissing('李桂芬、陈国栋'))).toBeVisible();
  await expect(first.page.getByText('李桂芬 · 甲方当事人').first()).toBeVisible();
  await inBothLanguages(first.page, (language) => expectAccessible(first.page, `rights ${language}`));
  await named(first.page, words.mediation.acknowledge).click();
  await expect(first.page.getByText(words.mediation.acknowledged)).toBeVisible();
  await expect(desk.getByText(words.mediation.rightsMissing('陈国栋'))).toBeVisible();
  await named(desk, words.mediation.recordReadOf('陈国栋')).click();
  await named(desk, words.mediation.saveRead).click();
  await expect(desk.getByText(words.mediation.rightsAll)).toBeVisible();
  await expect(second.page.getByText(words.mediation.acknowledged)).toBeVisible();

  await named(desk, words.chair.open).click();
  const now = domain.mediation.notPublic({ procedure: '社区事务协调会', now: true });
  await expect(wall.page.getByText(now)).toBeVisible();
  for (const n of [1, 2, 3, 4, 5]) await atItem(desk, n);
  await inBothLanguages(desk, (language) => expectAccessible(desk, `chair ${language}`));
  const english = await aWall(browser, house, desk, { community, meeting }, 'en-GB');
  const calm = languages[1].domain.mediation.notPublic({ procedure: 'Community mediation', now: true });
  await expect(english.page.getByText(calm)).toBeVisible();
  for (const { page } of [wall, english]) {
    await expectAccessible(page, 'closed wall');
    for (const { text, size, bottom } of await textsOf(page)) {
      expect([text, size >= 1 / 30, bottom <= 1]).toEqual([text, true, true]);
    }
  }

  // Without an outcome the meeting does not close.
  await named(desk, words.chair.close).click();
  await named(desk, words.chair.close).click();
  await expect(desk.getByText(beginning('“协调结果”')).first()).toBeVisible();
  await named(desk, words.common.cancel).click();
  const end = desk.getByRole('region', { name: words.mediation.end, exact: true });
  await end.getByRole('button', { name: words.mediation.end, exact: true }).click();
  const answer = (name: string) => end.getByRole('group', { name: words.mediation.answerOf(name) });
  const { next, channels } = domain.mediation;
  await answer('李桂芬').getByRole('radio', { name: next['mediate-again'] }).check();
  await expect(named(desk, words.mediation.endAct)).toBeDisabled();
  await answer('陈国栋').getByRole('radio', { name: next['other-channel'] }).check();
  await end.getByRole('button', { name: channels[2] ?? '', exact: true }).click();
  await end.getByLabel(words.mediation.reason).fill('金额相差较大');
  await end.getByRole('checkbox', { name: words.mediation.told }).check();
  // Half filled in, it survives a reload.
  await desk.reload();
  await expect(answer('李桂芬').getByRole('radio', { name: next['mediate-again'] })).toBeChecked();
  await inBothLanguages(desk, (language) => expectAccessible(desk, `no agreement ${language}`));
  await named(desk, words.mediation.endAct).click();
  await expect(desk.getByText(words.mediation.endedDesk)).toBeVisible();
  const recorded = words.mediation.yourAnswer(`${next['other-channel']}（${channels[2]}）`);
  await expect(second.page.getByText(recorded)).toBeVisible();
  await inBothLanguages(second.page, (language) => expectAccessible(second.page, `no agreement, a party ${language}`));
  await named(desk, words.chair.close).click();
  await named(desk, words.chair.close).click();
  await expect(desk.getByText(words.chair.closedHint)).toBeVisible();
  await expect(first.page.getByText(words.seat.closed)).toBeVisible();
  await expect(wall.page.getByText(line)).toBeVisible();

  // Every byte that the wall received, and what anybody may ask for.
  const bytes = [...wall.received, ...english.received].join('\n');
  expect(inside.filter((said) => bytes.includes(said))).toEqual([]);
  const stranger = await visit(browser, 'phone');
  for (const path of [`/c/${community}/public/${meeting}`, `/c/${community}/records`, '/']) {
    await stranger.page.goto(addressOf(house, path));
    await stranger.page.waitForLoadState('networkidle');
  }
  expect(inside.filter((said) => stranger.received.join('\n').includes(said))).toEqual([]);
  // It would have been found: the party's phone received it.
  expect(first.received.join('\n')).toContain('卫生间漏水');
  for (const { context } of [chair, first, second, wall, english, stranger]) await context.close();
});

test('[H1] a mediation is prepared with its sides, its notice served on each in writing, and opened to the room and closed again', async ({
  browser,
}) => {
  const chair = await visit(browser, 'desk');
  const desk = chair.page;
  await desk.goto(addressOf(house, '/'));
  const about = await desk.evaluate(
    async () => (await fetch('/api/about')).json() as Promise<{ communities: { code: string }[] }>,
  );
  const community = about.communities[0]?.code ?? '';
  await desk.goto(addressOf(house, `/c/${community}/sign-in`));
  await desk.getByLabel(words.signIn.login).fill('zheng');
  await desk.getByLabel(words.signIn.password, { exact: true }).fill('guihua-2026');
  await named(desk, words.signIn.submit).click();
  await expect(desk.getByRole('radio', { name: '社区工作听证会' })).toBeChecked();
  await desk.getByRole('radio', { name: '社区事务协调会' }).check();
  await inBothLanguages(desk, (language) => expectAccessible(desk, `new meeting ${language}`));
  await desk.getByLabel(words.meetings.matter, { exact: true }).fill('楼道堆放杂物');
  await named(desk, words.meetings.create).click();
  await expect(desk.getByRole('heading', { name: words.prepare.title })).toBeVisible();
  const meeting = new URL(desk.url()).pathname.split('/')[4] ?? '';
  await desk.getByLabel(words.prepare.place, { exact: true }).fill('社区调解室');
  const held = wallOf(Date.now(), houseZone);
  await desk.getByLabel(words.common.day, { exact: true }).first().fill(held.day);
  await desk.getByLabel(words.common.clock, { exact: true }).first().fill(held.time);
  const people = [
    ['郑主任', 'chair'],
    ['林记录', 'recorder'],
    ['李桂芬', 'party'],
    ['陈国栋', 'party'],
  ] as const;
  for (const [name, capacity] of people) {
    await desk
      .getByRole('combobox', { name: beginning(words.prepare.searchAs) })
      .selectOption(atLineStart(domain.capacities[capacity]));
    await desk.getByLabel(words.prepare.search, { exact: true }).fill(name);
    await named(desk, words.prepare.enlist(name)).click();
    await expect(desk.getByText(words.prepare.added(name))).toBeAttached();
  }
  const sideOf = (name: string) => desk.getByRole('combobox', { name: words.mediation.sideOf(name) });
  await expect(sideOf('李桂芬')).toHaveValue('1');
  await expect(sideOf('陈国栋')).toHaveValue('2');
  // Both on one side is no dispute.
  await sideOf('陈国栋').selectOption('1');
  await named(desk, words.prepare.call).click();
  await expect(desk.getByText(domain.fields['one-side']).first()).toBeVisible();
  await sideOf('陈国栋').selectOption('2');
  await inBothLanguages(desk, (language) => expectAccessible(desk, `prepare ${language}`));
  await named(desk, words.prepare.call).click();
  await named(desk, words.changes.callYes).click();
  await expect(desk.getByText(words.prepare.called)).toBeVisible();

  await desk.getByRole('link', { name: words.mediation.notice.toNotice, exact: true }).click();
  const each = ['林记录', '李桂芬', '陈国栋'];
  await expect(desk.getByText(words.mediation.servings(0, 3))).toBeVisible();
  for (const name of each) {
    await named(desk, words.mediation.serveOf(name)).click();
    const form = desk.getByRole('form', { name: words.mediation.serveOf(name) });
    await form.getByLabel(words.common.day, { exact: true }).fill(wallOf(Date.now() - 4 * 86_400_000, houseZone).day);
    await form.getByRole('radio', { name: domain.mediation.servingWays['in-person'] }).check();
    await form.getByLabel(words.mediation.note).fill('本人签收');
    if (name === each[0]) await inBothLanguages(desk, (language) => expectAccessible(desk, `serving ${language}`));
    await named(desk, words.notice.saveRecord).click();
    await expect(form).toHaveCount(0);
  }
  await expect(desk.getByText(words.mediation.servings(3, 3))).toBeVisible();
  await expect(desk.getByText(words.notice.inTime)).toBeVisible();

  await desk.goto(addressOf(house, `/c/${community}/m/${meeting}/chair`));
  const wall = await aWall(browser, house, desk, { community, meeting });
  await expect(wall.page.getByText('社区事务协调会，不公开')).toBeVisible();
  await named(desk, words.chair.open).click();
  await named(desk, words.mediation.settleOpen).click();
  await named(desk, words.mediation.openYes).click();
  await expect(wall.page.getByRole('heading', { name: '楼道堆放杂物' }).first()).toBeVisible();
  await named(desk, words.mediation.closeAgain).click();
  await expect(wall.page.getByText('社区事务协调会正在进行，不公开')).toBeVisible();
  await expect(wall.page.getByText('楼道堆放杂物')).toHaveCount(0);
  await desk.setViewportSize(sizes.phone);
  await inBothLanguages(desk, (language) => expectAccessible(desk, `chair on a phone ${language}`));
  for (const { context } of [chair, wall]) await context.close();
});
