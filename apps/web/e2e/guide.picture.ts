/** The pictures of docs/guide, made from a hearing that is held for them: `node scripts/pictures.mjs guide`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import type { Arrangement, MeetingLine, PersonLine, SessionAnswer } from '@yishiting/domain/api';
import { hearing } from '../../../packages/domain/src/procedures/hearing.ts';
import { titleIn } from '../src/lib/arranging/form.ts';
import { Album, paperOf, shotOf } from './album.ts';
import { guideCases, type GuideCase } from './guide-case.ts';
import { askApi, linksOf } from './hearing.ts';
import { beginning, holding, languages, linkTo, named, whole } from './holding.ts';
import { openHouse, sizes, visit, type OpenHouse, type Visitor } from './house.ts';
import { attach, inkOf } from './papers.ts';
import settings from '../playwright.config.ts';

const folder = join(import.meta.dirname, '../../../docs/guide/pictures');
const days = 86_400_000;
/** Place of the representative who cannot come; the next one stands in. */
const declining = 6;

/** The half hour that has begun: the clocks on the pictures show that the meeting is being held. */
const thisHalfHour = () => Math.floor(Date.now() / 1_800_000) * 1_800_000;

/** As an office's computer is reached from the phones in its room. */
const origin = 'http://192.168.1.20:3000';

/** A browser that finds the house under that address. */
function phoneThatFinds({ port }: OpenHouse): Promise<Browser> {
  const launch = settings.use?.launchOptions ?? {};
  const args = (launch.args ?? []).filter((one) => !one.startsWith('--host-resolver-rules'));
  return chromium.launch({ ...launch, args: [...args, `--host-resolver-rules=MAP 192.168.1.20 127.0.0.1:${port}`] });
}

/** The plan of the case as a file, such as an office hands in. */
async function planOf({ context }: Visitor, { title, rows }: GuideCase['plan']): Promise<Buffer> {
  const page = await context.newPage();
  const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  await page.setContent(
    `<!doctype html><style>body{font:26px sans-serif;margin:24px}h1{font-size:36px}td{border:1px solid #888;padding:12px 18px}table{border-collapse:collapse;width:100%}
     tr:last-child{font-weight:bold}</style><h1>${title}</h1><table>${cells}</table>`,
  );
  const plan = await page.pdf({ width: '1100px', height: '700px' });
  await page.close();
  return plan;
}

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(400);
}

for (const { language, locale, words, domain } of languages) {
  const told: GuideCase = guideCases[language];
  const come = async (browser: Browser, size: keyof typeof sizes) => {
    const visitor = await visit(browser, size, locale);
    visitor.page.setDefaultTimeout(20_000);
    return visitor;
  };

  const { setUp, checkIn, openWall, atItem, confirmMinutes } = holding(words);

  async function arranged(page: Page, community: string): Promise<string> {
    const { account } = await askApi<SessionAnswer>(page, community, 'GET', 'session');
    const body = account?.posts.find(({ post }) => post === 'staff')?.body?.id;
    const begun = { body, procedure: 'hearing', matter: told.matter };
    const { meeting } = await askApi<MeetingLine>(page, community, 'POST', 'meetings', begun);
    const { agenda } = await askApi<Arrangement>(page, community, 'GET', `meetings/${meeting}`);
    const people: object[] = [{ person: account?.person, capacities: ['chair'], standing: told.chairs }];
    const ids: string[] = [];
    for (const [n, [name, capacity, standing]] of told.people.entries()) {
      const { person } = await askApi<PersonLine>(page, community, 'POST', 'people', { name });
      ids.push(person);
      // The last but one of the representatives declined, the last stands in.
      const reply =
        capacity !== 'member'
          ? { is: 'not-asked' }
          : n === declining
            ? { is: 'declined', reason: 'work', kept: false }
            : { is: 'confirmed' };
      people.push({
        person,
        capacities: [capacity],
        standing,
        reply,
        standsInFor: n === declining + 1 ? ids[declining] : null,
      });
    }
    await askApi(page, community, 'PUT', `meetings/${meeting}`, {
      matter: told.matter,
      description: told.description,
      place: told.place,
      plannedAt: thisHalfHour(),
      language,
      people,
      agenda: agenda.map((item, n) => ({
        ...item,
        title: titleIn(item, hearing, language),
        minutes: [5, 15, 30, 15, 10][n] ?? null,
      })),
      notice: { own: null, contact: told.contact, phone: '0571-88000000', observers: 10 },
    });
    return meeting;
  }

  test(`the guide (${language})`, async () => {
    test.setTimeout(600_000);
    const house = await openHouse(origin);
    const browser = await phoneThatFinds(house);
    const chair = await come(browser, 'desk');
    const desk = chair.page;
    const album = await Album.open(await browser.newContext(), join(folder, language));
    const own = { community: told.community, body: told.body, name: told.chair };
    const community = await setUp(desk, `${origin}/setup#${house.setUpToken}`, own);
    const meeting = await arranged(desk, community);
    const at = (name: string) => `${origin}/c/${community}/m/${meeting}/${name}`;

    // The evening before.
    await attach(desk, `/c/${community}/api/meetings/${meeting}/files`, told.plan.file, await planOf(chair, told.plan));
    await askApi(desk, community, 'PUT', `meetings/${meeting}/video`, {
      address: 'https://meeting.tencent.com/dm/Abc5511',
      access: '662-662-662',
    });
    await desk.goto(at('prepare'));
    await settled(desk);
    const matterShown = await shotOf(desk);
    await desk
      .locator('#people li')
      .nth(declining)
      .evaluate((row) => row.scrollIntoView());
    await settled(desk);
    await album.write('prepare', 1500, 900, [
      { shot: matterShown, left: 20, top: 20, width: 880 },
      { shot: await shotOf(desk), left: 600, top: 330, width: 880 },
    ]);
    await askApi(desk, community, 'POST', `meetings/${meeting}/call`, {
      commandId: 'ab'.repeat(16),
      notice: { way: 'served', servedAt: Date.now() - 5 * days },
    });
    await desk.goto(at('notice'));
    await settled(desk);
    const notice = paperOf(await desk.pdf({ preferCSSPageSize: true }));
    const resident = await come(browser, 'phone');
    await resident.page.goto(`${origin}/c/${community}/public/${meeting}`);
    await settled(resident.page);
    await album.write('notice', 1200, 800, [
      { shot: notice, left: 120, top: 40, width: 520 },
      { shot: await shotOf(resident.page), left: 740, top: 30, width: 340 },
    ]);
    await desk.goto(at('names'));
    await named(desk, words.names.make).click();
    await expect(desk.locator('article svg').first()).toBeVisible();
    await album.write('cards', 1000, 640, [
      { shot: paperOf(await desk.pdf({ preferCSSPageSize: true }), 1, 110), left: 90, top: 30, width: 820 },
    ]);
    const links = await linksOf(desk, community, meeting);
    const linkOf = (capacity: string, n = 0) => linkTo(links, capacity, n);

    // The room fills.
    await desk.goto(at('chair'));
    const panel = named(desk, words.screens.panel);
    const wall = await openWall(chair);
    const showOnWall = async (what: 'document' | 'follow') => {
      await desk
        .getByRole('combobox', { name: beginning(words.screens.what) })
        .selectOption(words.screens.contents[what]);
      if (what === 'document')
        await desk.getByRole('combobox', { name: beginning(words.screens.file) }).selectOption({ index: 0 });
      await named(desk, words.screens.showNow).click();
    };
    const phones: Visitor[] = [];
    for (let n = 0; n < 4; n++) phones.push(await come(browser, 'phone'));
    const [first, second, third, fourth] = phones as [Visitor, Visitor, Visitor, Visitor];
    await first.page.goto(linkOf('member').url);
    await named(first.page, words.enter.submit).click();
    await settled(first.page);
    await settled(wall);
    await album.write('welcome', 1400, 720, [
      { shot: await shotOf(wall), left: 40, top: 60, width: 980 },
      { shot: await shotOf(first.page), left: 1050, top: 20, width: 315 },
    ]);
    await named(first.page, words.seat.checkInHere).click();
    await checkIn(second, linkOf('member', 1).url);
    await checkIn(third, linkOf('member', 2).url);
    await checkIn(fourth, linkOf('member', 3).url, true);
    const recorder = await come(browser, 'tablet');
    await checkIn(recorder, linkOf('recorder').url);
    await recorder.page.getByRole('link', { name: words.seat.toDesk.recorder }).click();
    const pen = recorder.page;

    await named(desk, words.remote.checkOf(linkOf('member', 3).name)).click();
    await desk.getByRole('radio', { name: whole(domain.identityWays.video) }).check();
    await named(desk, words.remote.isThem).click();
    await expect(desk.getByText(words.remote.count(1, 1)).first()).toBeVisible();

    // In session: the floor.
    await named(desk, words.chair.open).click();
    for (const n of [1, 2, 3]) await atItem(desk, n);
    for (const { page } of [first, second, third]) await named(page, words.floor.ask).click();
    await desk
      .getByRole('button', { name: beginning(words.floor.give) })
      .first()
      .click();
    await expect(desk.getByText(words.floor.speaking).first()).toBeVisible();
    await settled(desk);
    await album.write('floor', 1500, 1000, [
      { shot: await shotOf(wall), left: 30, top: 30, width: 900 },
      { shot: await shotOf(desk), left: 520, top: 340, width: 950 },
      { shot: await shotOf(second.page), left: 130, top: 420, width: 260 },
    ]);
    const form = pen.getByRole('form', { name: words.opinions.record, exact: true });
    await form.getByRole('radio', { name: whole(domain.opinions.stances.for) }).check();
    await form.getByLabel(words.opinions.gist).fill(told.gists[0]);
    await settled(pen);
    await form.scrollIntoViewIfNeeded();
    await album.write('opinion', 1024, 768, [{ shot: await shotOf(pen), left: 0, top: 0, width: 1024 }]);
    await form.getByLabel(words.opinions.gist).press('Enter');
    await desk.getByRole('button', { name: beginning(words.floor.end) }).click();

    // A page of the plan on the wall, and the same on a phone.
    await panel.click();
    await showOnWall('document');
    await expect(wall.getByRole('img').first()).toBeVisible();
    await first.page.getByRole('button', { name: words.seat.tabs.agenda, exact: true }).click();
    const [title = ''] = told.plan.file.split('.');
    await first.page.getByRole('link', { name: beginning(title) }).click();
    await expect.poll(() => inkOf(first.page)).toBeGreaterThan(0);
    await settled(wall);
    await album.write('material', 1400, 720, [
      { shot: await shotOf(wall), left: 40, top: 60, width: 980 },
      { shot: await shotOf(first.page), left: 1050, top: 20, width: 315 },
    ]);
    await first.page.goBack();
    await first.page.getByRole('button', { name: words.seat.tabs.now, exact: true }).click();
    await showOnWall('follow');
    await panel.click();

    // A sounding on variants.
    await desk.getByRole('button', { name: beginning(words.chair.newSounding) }).click();
    await desk.getByLabel(words.chair.question, { exact: true }).fill(told.question);
    await desk.getByRole('radio', { name: whole(domain.sounding.methods['choose-one']) }).check();
    for (const [n, variant] of told.variants.entries()) {
      const field = desk.getByLabel(whole(domain.sounding.variant(n + 1)));
      if (!(await field.isVisible())) await named(desk, words.voting.addVariant).click();
      await field.fill(variant);
    }
    await named(desk, words.chair.confirmPresence(6)).click();
    await named(desk, words.chair.openVote).click();
    for (const { page } of [first, third, fourth]) {
      await page.getByRole('radio', { name: told.variants[0] }).check();
      await page.getByRole('button', { name: beginning(words.seat.confirm('')) }).click();
      await expect(page.getByText(words.seat.change)).toBeVisible();
    }
    await second.page.getByRole('radio', { name: told.variants[1] }).check();
    await settled(wall);
    const asked = await shotOf(second.page);
    const counting = await shotOf(wall);
    // The network fails: what is half made stays, and the wall says since when it stands still.
    for (const { context } of [chair, second]) await context.setOffline(true);
    await expect(wall.getByText(beginning(words.screen.stale('').slice(0, 4)))).toBeVisible();
    await second.page.getByRole('button', { name: beginning(words.seat.confirm('')) }).click();
    await second.page.waitForTimeout(1_500);
    await album.write('failing', 1400, 720, [
      { shot: await shotOf(wall), left: 40, top: 60, width: 980 },
      { shot: await shotOf(second.page), left: 1050, top: 20, width: 315 },
    ]);
    for (const { context } of [chair, second]) await context.setOffline(false);
    await expect(desk.getByText(words.chair.allAnswered)).toBeVisible({ timeout: 30_000 });
    await desk.getByRole('button', { name: beginning(words.chair.closeVote) }).click();
    await named(desk, words.chair.establish).click();
    await named(desk, words.chair.publish).click();
    await settled(wall);
    await album.write('sounding', 1500, 940, [
      { shot: counting, left: 30, top: 30, width: 900 },
      { shot: await shotOf(wall), left: 470, top: 330, width: 1000 },
      { shot: asked, left: 110, top: 290, width: 285 },
    ]);

    // To the end.
    await atItem(desk, 4);
    await named(pen, words.opinions.explain).click();
    const answering = pen.getByRole('form', { name: words.opinions.recordAnswer });
    await answering.getByLabel(words.opinions.answer).fill(told.answer);
    await answering.getByRole('button', { name: words.opinions.saveAnswer }).click();
    await expect(answering).toHaveCount(0);
    await atItem(desk, 5);
    await desk.getByLabel(words.opinions.proposalText).fill(told.proposal);
    await named(desk, words.opinions.state).click();
    await expect(first.page.getByText(told.proposal)).toBeVisible();
    await named(desk, words.chair.close).click();
    await named(desk, words.chair.close).click();
    await expect(desk.getByText(words.chair.closedHint)).toBeVisible();
    await pen
      .getByRole('button', { name: whole(domain.opinions.uptakes.taken) })
      .first()
      .click();
    await expect(pen.getByText(words.opinions.allMarked)).toBeVisible();
    const writing = pen.getByRole('region', { name: words.minutes.title, exact: true });
    await writing.getByRole('textbox').first().click();
    await pen.keyboard.type(told.typed);
    await expect(named(pen, words.minutes.circulate)).toBeEnabled();
    await settled(pen);
    // The column of people is empty here, further down the page.
    await album.write('minutes', 641, 768, [{ shot: await shotOf(pen), left: -383, top: 0, width: 1024 }]);
    await named(pen, words.minutes.circulate).click();
    await named(pen, words.minutes.circulate).click();
    for (const page of [pen, desk]) await confirmMinutes(page);
    await expect(desk.getByText(words.minutes.status.frozen).first()).toBeVisible();
    const papers = [];
    for (const paper of ['summary', 'sign-in-sheet'] as const) {
      const [saved] = await Promise.all([
        desk.waitForEvent('download'),
        named(desk, words.papers.names[paper]).first().click(),
      ]);
      papers.push(paperOf(readFileSync(await saved.path())));
    }
    const [summary = '', sheet = ''] = papers;
    await album.write('papers', 1300, 860, [
      { shot: summary, left: 70, top: 40, width: 560 },
      { shot: sheet, left: 670, top: 40, width: 560 },
    ]);

    // The week after: filed, and the result published.
    const filing = hearing.duties?.find(({ value }) => value.kind === 'file')?.value.words[language] ?? '';
    const duty = desk.getByRole('listitem').filter({ has: desk.locator('strong', { hasText: filing }) });
    await named(desk, words.duties.recordOf(filing)).click();
    await duty.getByLabel(words.duties.who, { exact: true }).fill(told.contact);
    await duty.getByLabel(words.duties.to, { exact: true }).fill(told.street);
    await named(desk, words.duties.save).click();
    await expect(duty.getByText(words.duties.handedTo(told.street))).toBeVisible();
    const result = desk.getByRole('region', { name: words.result.title, exact: true });
    await named(desk, words.result.draft).click();
    await result.getByLabel(words.result.fields.examinedBy, { exact: true }).fill(told.contact);
    await named(desk, words.result.publish).click();
    await named(desk, words.result.publishYes).click();
    await expect(result.getByText(words.result.toPublic)).toBeVisible();
    await resident.page.reload();
    await settled(resident.page);
    await desk
      .getByRole('region', { name: words.duties.title, exact: true })
      .evaluate((section) => section.scrollIntoView());
    await settled(desk);
    await album.write('afterwards', 1400, 760, [
      { shot: await shotOf(desk), left: 30, top: 60, width: 1010 },
      { shot: await shotOf(resident.page), left: 1060, top: 30, width: 315 },
    ]);

    await browser.close();
    await house.close();
  });
}
