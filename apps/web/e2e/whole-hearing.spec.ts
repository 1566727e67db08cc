/** The hearing, whole: from an installation that knows nobody to the sealed minutes, in each language of the pages. */
import { expect, test, type Page } from '@playwright/test';
import type { Arrangement, LinkLine, MeetingLine, PersonLine, SessionAnswer } from '@yishiting/domain/api';
import { connect } from '../../../packages/db/src/connect.ts';
import { verifyRecord } from '../../../packages/db/src/verify-record.ts';
import { en as domainEn } from '../../../packages/domain/src/words/en.ts';
import { zhCN as domainZh } from '../../../packages/domain/src/words/zh-CN.ts';
import { staffEn as en } from '../src/lib/words/staff.en.ts';
import { staffZhCN as zhCN } from '../src/lib/words/staff.zh-CN.ts';
import { addressOf, askApi, linksOf } from './hearing.ts';
import { hostNames, openHouse, visit, type OpenHouse, type Visitor } from './house.ts';

const days = 86_400_000;
const beginning = (text: string) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'i');
const whole = (text: string) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`, 'i');

const courses = [
  {
    language: 'zh-CN',
    words: zhCN,
    domain: domainZh,
    gist: '赞成方案二，一至二层不分摊。',
    answer: '施工期三个月。',
    plan: '采用方案二。',
  },
  {
    language: 'en',
    words: en,
    domain: domainEn,
    gist: 'Plan two is fair.',
    answer: 'Works take three months.',
    plan: 'Plan two is to be carried out.',
  },
] as const;

for (const { language, words, domain, gist, answer, plan } of courses) {
  const named = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  async function setUp(page: Page, house: OpenHouse): Promise<string> {
    await page.goto(addressOf(house, `/setup#${house.setUpToken}`));
    await named(page, words.setUp.own).click();
    for (const [label, value] of [
      [words.setUp.community, '桂花社区'],
      [words.setUp.body, '桂花社区居民委员会'],
      [words.setUp.name, '郑主任'],
      [words.setUp.login, 'zheng'],
      [words.setUp.password, 'guihua-2026'],
    ] as const)
      await page.getByLabel(label, { exact: true }).fill(value);
    await named(page, words.setUp.submit).click();
    await expect(page.getByRole('heading', { name: words.meetings.title, exact: true })).toBeVisible();
    return new URL(page.url()).pathname.split('/')[2] ?? '';
  }

  /** People on the register, a hearing with all of them, called by a notice that hung in time. */
  async function calledHearing(page: Page, community: string): Promise<{ meeting: string; links: LinkLine[] }> {
    const { account } = await askApi<SessionAnswer>(page, community, 'GET', 'session');
    const body = account?.posts.find(({ post }) => post === 'staff')?.body?.id;
    const begun = { body, procedure: 'hearing', matter: '加装电梯' };
    const { meeting } = await askApi<MeetingLine>(page, community, 'POST', 'meetings', begun);
    const { agenda } = await askApi<Arrangement>(page, community, 'GET', `meetings/${meeting}`);
    const listed = [
      ['林记录', 'recorder'],
      ['李桂芬', 'member'],
      ['陈国栋', 'member'],
      ['赵明', 'member'],
      ['钱进', 'member'],
      ['刘工', 'responsible-unit'],
      ['孙旁听', 'observer'],
    ] as const;
    const people: object[] = [{ person: account?.person, capacities: ['chair'], standing: '居委会主任' }];
    for (const [name, capacity] of listed) {
      const { person } = await askApi<PersonLine>(page, community, 'POST', 'people', { name });
      people.push({ person, capacities: [capacity], standing: '' });
    }
    const arranged = { matter: '加装电梯', description: '', place: '二楼', plannedAt: Date.now(), language };
    await askApi(page, community, 'PUT', `meetings/${meeting}`, { ...arranged, people, agenda });
    const notice = { way: 'served', servedAt: Date.now() - 5 * days };
    await askApi(page, community, 'POST', `meetings/${meeting}/call`, { commandId: 'ab'.repeat(16), notice });
    return { meeting, links: await linksOf(page, community, meeting) };
  }

  async function checkIn({ page }: Visitor, url: string, remote = false): Promise<void> {
    await page.goto(url);
    await named(page, words.enter.submit).click();
    await named(page, remote ? words.seat.checkInRemote : words.seat.checkInHere).click();
  }

  async function atItem(page: Page, n: number): Promise<void> {
    await page.getByRole('button', { name: beginning(words.chair.next('')) }).click();
    await expect(page.getByText(words.seat.step(n, 5))).toBeVisible();
  }

  async function confirmMinutes(page: Page): Promise<void> {
    const desk = page.getByRole('region', { name: words.minutes.title, exact: true });
    await named(page, words.minutes.confirm).click();
    await desk.getByRole('button', { name: words.minutes.confirmFinally }).click();
  }

  test(`[H10] the whole hearing runs from an empty community to the sealed minutes, with eight at once and a restart (${language})`, async ({
    browser,
  }) => {
    const house = await openHouse();
    const locale = language === 'en' ? 'en-GB' : 'zh-CN';
    const come = (size: 'phone' | 'tablet' | 'desk') => visit(browser, size, locale);
    const chair = await come('desk');
    const desk = chair.page;
    const community = await setUp(desk, house);
    const { meeting, links } = await calledHearing(desk, community);
    const linkOf = (capacity: string, n = 0) =>
      links.filter(({ capacities }) => capacities.some((one) => one === capacity))[n]!;

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

    await named(desk, words.chair.open).click();
    for (const n of [1, 2, 3]) await atItem(desk, n);
    // The floor is given, and the server dies while somebody speaks.
    await named(members[0].page, words.floor.ask).click();
    await desk
      .getByRole('button', { name: beginning(words.floor.give) })
      .first()
      .click();
    await expect(desk.getByText(words.floor.speaking).first()).toBeVisible();
    await house.restart();
    const floor = desk.getByRole('region', { name: words.floor.title, exact: true });
    await expect(floor.getByText(words.floor.speaking, { exact: true })).toBeVisible({ timeout: 30_000 });
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
    await expect(observer.page.getByText(domain.sounding.decidesNothing).first()).toBeVisible();

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
