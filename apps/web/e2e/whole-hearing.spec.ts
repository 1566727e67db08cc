/** The hearing, whole: from an installation that knows nobody to the sealed minutes, in each language of the pages. */
import { expect, test, type Page } from '@playwright/test';
import { connect } from '../../../packages/db/src/connect.ts';
import { verifyRecord } from '../../../packages/db/src/verify-record.ts';
import { houseZone, wallOf } from '../src/lib/ui/zoned.ts';
import { atLineStart } from '../src/lib/words/line-start.ts';
import { addressOf, linksOf } from './hearing.ts';
import { beginning, holding, languages, linkTo, named, whole } from './holding.ts';
import { hostNames, openHouse, visit } from './house.ts';

const days = 86_400_000;

/** What is typed, in the language of the record. */
const typed = {
  'zh-CN': {
    matter: '三号楼加装电梯',
    place: '社区居委会二楼',
    gist: '赞成方案二，一至二层不分摊。',
    answer: '施工期三个月。',
    plan: '采用方案二。',
  },
  en: {
    matter: 'A lift for building 3',
    place: 'Community office, second floor',
    gist: 'Plan two is fair.',
    answer: 'Works take three months.',
    plan: 'Plan two is to be carried out.',
  },
} as const;

const chairs = '郑主任';
const listed = [
  ['林记录', 'recorder'],
  ['李桂芬', 'member'],
  ['陈国栋', 'member'],
  ['赵明', 'member'],
  ['钱进', 'member'],
  ['刘工', 'responsible-unit'],
  ['孙旁听', 'observer'],
] as const;

/** A label that holds its list is read with what stands in it. */
const chosen = (page: Page, label: string) => page.getByRole('combobox', { name: beginning(label) });

for (const { language, locale, words, domain } of languages) {
  const { matter, place, gist, answer, plan } = typed[language];
  const { setUp, checkIn, openWall, atItem, confirmMinutes } = holding(words);

  /** Arranged, called and its notice posted in time, as staff do it on their pages; answers the meeting. */
  async function called(page: Page): Promise<string> {
    await page.getByLabel(words.meetings.matter, { exact: true }).fill(matter);
    await named(page, words.meetings.create).click();
    await expect(page.getByRole('heading', { name: words.prepare.title })).toBeVisible();
    const meeting = new URL(page.url()).pathname.split('/')[4] ?? '';
    await chosen(page, words.prepare.language).selectOption(language);
    await page.getByLabel(words.prepare.place, { exact: true }).fill(place);
    const held = wallOf(Date.now(), houseZone);
    await page.getByLabel(words.common.day, { exact: true }).first().fill(held.day);
    await page.getByLabel(words.common.clock, { exact: true }).first().fill(held.time);
    for (const [name, capacity] of [[chairs, 'chair'], ...listed] as const) {
      await chosen(page, words.prepare.searchAs).selectOption(atLineStart(domain.capacities[capacity]));
      await page.getByLabel(words.prepare.search, { exact: true }).fill(name);
      if (name === chairs) await named(page, words.prepare.enlist(name)).click();
      else {
        await named(page, words.prepare.addNew(name)).click();
        await named(page, words.prepare.register).click();
      }
      await expect(page.getByText(words.prepare.added(name))).toBeAttached();
    }
    await expect(page.getByText(words.prepare.listed(listed.length + 1))).toBeVisible();
    await named(page, words.prepare.call).click();
    await named(page, words.changes.callYes).click();
    await expect(page.getByText(words.prepare.called)).toBeVisible();

    // It hung on the board for four days.
    await page.getByRole('link', { name: words.notice.toNotice, exact: true }).click();
    const board = domain.channels['public-board'];
    await named(page, words.notice.recordOf(atLineStart(board))).click();
    const posting = page.getByRole('form', { name: words.notice.recordOf(board) });
    await posting.getByLabel(words.common.day, { exact: true }).fill(wallOf(Date.now() - 4 * days, houseZone).day);
    await named(page, words.notice.saveRecord).click();
    await expect(page.getByText(words.notice.inTime)).toBeVisible();
    return meeting;
  }

  test(`[H10] the whole hearing runs from an empty community to the sealed minutes, with eight at once and a restart (${language})`, async ({
    browser,
  }) => {
    const house = await openHouse();
    const come = (size: 'phone' | 'tablet' | 'desk') => visit(browser, size, locale);
    const chair = await come('desk');
    const desk = chair.page;
    const own = { community: '桂花社区', body: '桂花社区居民委员会', name: chairs };
    const community = await setUp(desk, addressOf(house, `/setup#${house.setUpToken}`), own);
    const meeting = await called(desk);
    const links = await linksOf(desk, community, meeting);
    const linkOf = (capacity: string, n = 0) => linkTo(links, capacity, n);

    const recorder = await come('tablet');
    const members = [await come('phone'), await come('tablet'), await come('phone'), await come('phone')] as const;
    const unit = await come('phone');
    const observer = await come('phone');
    await checkIn(recorder, linkOf('recorder').url);
    await recorder.page.getByRole('link', { name: words.seat.toDesk.recorder }).click();
    await checkIn(members[0], linkOf('member').url);
    await checkIn(members[1], linkOf('member', 1).url);
    await checkIn(members[2], linkOf('member', 2).url.replace(hostNames[0], hostNames[1]), true);
    await checkIn(members[3], linkOf('member', 3).url);
    await checkIn(unit, linkOf('responsible-unit').url);
    await checkIn(observer, linkOf('observer').url);
    await desk.goto(addressOf(house, `/c/${community}/m/${meeting}/chair`));
    const pen = recorder.page;
    const wall = await openWall(chair);

    await named(desk, words.chair.open).click();
    for (const n of [1, 2, 3]) await atItem(desk, n);
    // The floor is given, and the server dies while somebody speaks.
    await named(members[0].page, words.floor.ask).click();
    await desk
      .getByRole('button', { name: beginning(words.floor.give) })
      .first()
      .click();
    await expect(desk.getByText(words.floor.speaking).first()).toBeVisible();
    await expect(wall.getByText(linkOf('member').name).first()).toBeVisible();
    await house.restart();
    const floor = desk.getByRole('region', { name: words.floor.title, exact: true });
    await expect(floor.getByText(words.floor.speaking, { exact: true })).toBeVisible({ timeout: 30_000 });
    // The wall comes back by itself, and goes on with the same speaker.
    await expect(wall.getByText(beginning(words.screen.stale('').slice(0, 4)))).toHaveCount(0, { timeout: 30_000 });
    await expect(wall.getByText(linkOf('member').name).first()).toBeVisible();
    const form = pen.getByRole('form', { name: words.opinions.record, exact: true });
    await expect(form).toBeVisible({ timeout: 30_000 });
    // Whoever speaks is the speaker of the opinion.
    await expect(form.getByLabel(words.opinions.speaker).locator('option:checked')).toContainText(
      linkOf('member').name,
    );
    await form.getByRole('radio', { name: whole(domain.opinions.stances.for) }).check();
    await form.getByLabel(words.opinions.gist).fill(gist);
    await form.getByLabel(words.opinions.gist).press('Enter');
    await expect(desk.getByText(gist).first()).toBeVisible();
    await floor.getByRole('button', { name: beginning(words.floor.end) }).click();

    await desk.getByRole('button', { name: beginning(words.chair.newSounding) }).click();
    await desk.getByLabel(words.chair.question, { exact: true }).fill('方案二');
    await desk.getByRole('button', { name: whole(words.chair.confirmPresence(7)) }).click();
    await named(desk, words.chair.openVote).click();
    await named(desk, words.remote.openAnyway).click();
    for (const { page } of members) {
      await page.getByRole('radio', { name: whole(domain.choices.yes) }).check();
      await page.getByRole('button', { name: whole(words.seat.confirm(domain.choices.yes)) }).click();
      await expect(page.getByText(words.seat.change)).toBeVisible();
    }
    await expect(desk.getByText(words.chair.allAnswered)).toBeVisible();
    await desk.getByRole('button', { name: beginning(words.chair.closeVote) }).click();
    await named(desk, words.chair.establish).click();
    await named(desk, words.chair.publish).click();
    for (const { page } of [observer, { page: wall }])
      await expect(page.getByText(domain.sounding.decidesNothing).first()).toBeVisible();

    await atItem(desk, 4);
    await named(pen, words.opinions.explain).click();
    const answering = pen.getByRole('form', { name: words.opinions.recordAnswer });
    await answering.getByLabel(words.opinions.answer).fill(answer);
    await answering.getByRole('button', { name: words.opinions.saveAnswer }).click();
    await expect(desk.getByText(answer).first()).toBeVisible();
    await atItem(desk, 5);
    await desk.getByLabel(words.opinions.proposalText).fill(plan);
    await named(desk, words.opinions.state).click();
    await expect(members[1].page.getByText(plan)).toBeVisible();
    await named(desk, words.chair.close).click();
    await named(desk, words.chair.close).click();
    await expect(desk.getByText(words.chair.closedHint)).toBeVisible();

    await pen.getByRole('button', { name: whole(domain.opinions.uptakes.taken) }).click();
    await expect(pen.getByText(words.opinions.allMarked)).toBeVisible();
    const writing = pen.getByRole('region', { name: words.minutes.title, exact: true });
    await writing.getByRole('textbox').first().click();
    await pen.keyboard.type(plan);
    await expect(named(pen, words.minutes.circulate)).toBeEnabled();
    await named(pen, words.minutes.circulate).click();
    await named(pen, words.minutes.circulate).click();
    await confirmMinutes(pen);
    await confirmMinutes(desk);
    await expect(desk.getByText(words.minutes.status.frozen).first()).toBeVisible();
    await expect(desk.getByRole('region', { name: words.minutes.title, exact: true })).toContainText(gist);

    const log = { info() {}, warn() {}, error() {} };
    const { db, stop } = await connect({ dataDir: house.dataDir, log, ifRunning: 'join' });
    try {
      expect(await verifyRecord(db, { publicKeys: null })).toEqual([]);
      const seals = await db.selectFrom('record_seals').select('version').where('meeting', '=', meeting).execute();
      expect(seals).toHaveLength(2);
    } finally {
      await stop();
    }
    for (const { context } of [chair, recorder, ...members, unit, observer]) await context.close();
    await house.close();
  });
}
