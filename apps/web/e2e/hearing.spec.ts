import { expect, test, type Page } from '@playwright/test';
import { connect } from '../../../packages/db/src/connect.ts';
import { loadEvents } from '../../../packages/db/src/meeting-events.ts';
import { verifyRecord } from '../../../packages/db/src/verify-record.ts';
import { expectAccessible, inBothLanguages } from './barriers.ts';
import { aHearing, addressOf, checkIn, openProjector, recordOpinion, type OpenHearing } from './hearing.ts';
import { hostNames, visit } from './house.ts';
import { textsOf } from './walls.ts';

let hearing: OpenHearing;
test.beforeAll(async ({ browser }) => {
  hearing = await aHearing(browser);
});
test.afterAll(() => hearing.close());

const question = '费用分摊采用方案二：一至二层不分摊，三层起逐层递增';

/** The text where somebody can see it: other tabs of the page may hold it, too. */
const seen = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first();

test('[R18] [R10] the short hearing runs with seven at once, in Chinese, and its record is read back', async ({
  browser,
}) => {
  const { house, chair, community, meeting, links, members } = hearing;
  expect(meeting).not.toBe('');
  const recorderLink = links.find(({ capacities }) => capacities.includes('recorder'));
  const observerLink = links.find(({ capacities }) => capacities.includes('observer'));
  if (members.length < 3 || !recorderLink || !observerLink) throw new Error('The demonstration lacks people');
  // Links carry an address that a phone can reach, not localhost.
  for (const { url } of links) expect(url).toMatch(new RegExp(`^http://${hostNames[0]}:`));

  const first = await visit(browser, 'phone');
  const second = await visit(browser, 'tablet');
  const third = await visit(browser, 'phone');
  const recorder = await visit(browser, 'tablet');
  const observer = await visit(browser, 'phone');
  await checkIn(first, members[0]!.url);
  await checkIn(second, members[1]!.url);
  // The remote one comes by the other name of the same server.
  await checkIn(third, members[2]!.url.replace(hostNames[0], hostNames[1]), true);
  await checkIn(recorder, recorderLink.url);
  await checkIn(observer, observerLink.url);
  expect(await third.page.evaluate(() => isSecureContext)).toBe(false);

  const desk = chair.page;
  await desk.goto(addressOf(house, `/c/${community}/m/${meeting}/chair`));
  await expect(desk.getByText('实到 4 人，其中线上 1 人')).toBeVisible();
  const wall = await openProjector(chair);
  await wall.setViewportSize({ width: 1920, height: 1080 });
  await expect(wall.getByRole('heading', { name: '欢迎参加' })).toBeVisible();

  await desk.getByRole('button', { name: '宣布开会' }).click();
  await expect(desk.getByRole('button', { name: /^下一项/ })).toBeVisible();
  const titles = await desk.locator('nav li').allInnerTexts();
  await desk.keyboard.press('ArrowRight');
  await expect(wall.getByText('第 1 项 · 共 5 项')).toBeVisible();
  await desk.keyboard.press('ArrowRight');
  await expect(desk.getByText('第 2 项 · 共 5 项')).toBeVisible();
  await desk.keyboard.press('ArrowRight');
  await expect(wall.getByText('第 3 项 · 共 5 项')).toBeVisible();
  await desk.keyboard.press('Control+z');
  await expect(wall.getByText('第 2 项 · 共 5 项')).toBeVisible();
  await desk.keyboard.press('ArrowRight');
  await expect(first.page.getByText('第 3 项 · 共 5 项')).toBeVisible();
  expect(titles.length).toBe(5);

  await desk.getByRole('button', { name: '3 分钟' }).click();
  await expect(wall.getByText('计时')).toBeVisible();
  await expect(wall.getByRole('timer')).toHaveText(/^[23]:\d\d$/);

  // The sounding: the number present, with the chair who opened the meeting, is confirmed first.
  await desk.keyboard.press('n');
  await desk.getByLabel('征询的问题').fill(question);
  await expect(desk.getByText('实到 5 人，其中有表态资格的代表 3 人')).toBeVisible();
  await desk.getByRole('button', { name: '确认实到 5 人' }).click();
  // Nobody has checked who the remote one is: that is said, and one more tap goes on.
  await desk.getByRole('button', { name: '开始表态' }).click();
  await expect(desk.getByText(/的身份还没有核对/)).toBeVisible();
  await desk.getByRole('button', { name: '仍然开始表态' }).click();

  // By keyboard alone.
  await first.page.getByRole('radio', { name: '赞成', exact: true }).focus();
  await first.page.keyboard.press('Space');
  await first.page.getByRole('button', { name: '确认：赞成' }).focus();
  await first.page.keyboard.press('Enter');
  await expect(seen(first.page, /已记录：赞成/)).toBeVisible();

  // [R4] A half-made choice stays while the connection is cut, the server dies, and others answer.
  await second.page.getByRole('radio', { name: '不赞成' }).check();
  await house.restart();
  await expect(second.page.getByText('已连接')).toBeVisible({ timeout: 30_000 });
  await expect(second.page.getByRole('radio', { name: '不赞成' })).toBeChecked();
  await second.page.getByRole('button', { name: '确认：不赞成' }).click();
  await expect(seen(second.page, /已记录：不赞成/)).toBeVisible();
  await third.page.getByRole('radio', { name: '弃权' }).check();
  await third.page.reload();
  await expect(third.page.getByRole('radio', { name: '弃权' })).toBeChecked();
  await third.page.getByRole('button', { name: '确认：弃权' }).click();
  await expect(seen(third.page, /已记录：弃权/)).toBeVisible();

  await expect(desk.getByText('全部已表态')).toBeVisible({ timeout: 20_000 });
  await expect(wall.getByRole('timer')).toHaveText(/^[0-3]:\d\d$/);
  await inBothLanguages(first.page, (language) => expectAccessible(first.page, `ballot ${language}`));
  await inBothLanguages(desk, (language) => expectAccessible(desk, `chair ${language}`));
  await desk.keyboard.press('v');
  await desk.getByRole('button', { name: '核定结果' }).click();
  // Before it is announced nobody but those who lead sees a figure.
  await expect(seen(desk, /赞成 1 /)).toBeVisible();
  await expect(first.page.getByText(/赞成 1 /)).toHaveCount(0);
  const toldBefore = [first, second, third, observer].flatMap(({ received }) => received).join('\n');
  expect(toldBefore).not.toMatch(/"counts":\{/);
  await desk.getByRole('button', { name: '宣布结果' }).click();
  await expect(seen(first.page, /赞成 1 /)).toBeVisible();
  await expect(seen(wall, /应表态 \d+ 人，已表态 3 人/)).toBeVisible();
  // Who answered what is for those in the room.
  await first.page.getByText('谁怎样表态').click();
  await expect(first.page.getByText(`赞成：${members[0]!.name}`, { exact: true })).toBeVisible();
  await expect(wall.getByText('谁怎样表态')).toHaveCount(0);
  await expectAccessible(wall, 'wall');
  // Read from ten metres: nothing on the wall is smaller than a thirtieth of its height.
  const smallest = Math.min(...(await textsOf(wall)).map(({ size }) => size));
  expect(smallest).toBeGreaterThanOrEqual(1 / 30);

  // [H2] No going on without what the step must leave: the refusal says by which rule.
  await desk.keyboard.press('ArrowRight');
  await expect(
    desk.getByText(/还没有记入代表意见，不能继续。依据：《南门街道社区“四会”制度》（三）4（3）/),
  ).toBeVisible();
  await desk.getByRole('button', { name: '取消' }).click();
  await desk.getByRole('button', { name: '记录意见' }).click();
  await recordOpinion(desk, { speaker: members[0]!.name, stance: '赞成', gist: '赞成方案二。' });
  await desk.getByRole('button', { name: '收起' }).click();
  await desk.keyboard.press('ArrowRight');
  await expect(desk.getByText('第 4 项 · 共 5 项')).toBeVisible();
  await desk.getByRole('button', { name: '记录说明（无人提问）' }).click();
  await desk.getByLabel('解答要点').fill('施工期三个月，通行不中断。');
  await desk.getByRole('button', { name: '记录解答' }).click();
  await expect(desk.getByText('施工期三个月，通行不中断。').first()).toBeVisible();
  await desk.getByRole('button', { name: /^下一项/ }).click();
  await expect(wall.getByText('第 5 项 · 共 5 项')).toBeVisible();
  await desk.getByRole('button', { name: '结束会议' }).click();
  await desk.getByRole('button', { name: '结束会议' }).click();
  await expect(desk.getByText('结果已写入记录并加盖记录印')).toBeVisible();
  await expect(first.page.getByText('会议已经结束')).toBeVisible();
  await expectAccessible(first.page, 'closed');

  // [R5] No seat was sent what it must not see: who is offline, who has not answered, the code to join, observers' names.
  for (const { received } of [first, second, third]) {
    const bytes = received.join('\n');
    for (const secret of ['"device"', '"missing"', '"hands"', '"joinCode"', '"desk"', observerLink.name]) {
      expect(bytes, `a member was sent ${secret}`).not.toContain(secret);
    }
  }
  const heard = observer.received.join('\n');
  for (const secret of ['"device"', '"missing"', '"desk"', '"joinCode"']) expect(heard).not.toContain(secret);
  await expectRecord(meeting);
});

/** What stands in Postgres: the chain holds, and the outcome is there as rows. */
async function expectRecord(meeting: string): Promise<void> {
  const log = { info() {}, warn() {}, error() {} };
  const { db, stop } = await connect({ dataDir: hearing.house.dataDir, log, ifRunning: 'join' });
  try {
    expect(await verifyRecord(db, { publicKeys: null })).toEqual([]);
    const row = await db
      .selectFrom('meetings')
      .select(['community', 'status', 'head'])
      .where('id', '=', meeting)
      .executeTakeFirstOrThrow();
    expect(row.status).toBe('closed');
    const lines = await loadEvents(db, row.community, meeting);
    expect(lines).toHaveLength(row.head);
    expect(lines.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['meeting-opened', 'vote-published', 'meeting-closed']),
    );
    const vote = await db.selectFrom('votes').selectAll().where('meeting', '=', meeting).executeTakeFirstOrThrow();
    expect(vote).toMatchObject({ question, on_roll: 3, ballots: 3, outcome: 'counted' });
    const seals = await db.selectFrom('record_seals').select('version').where('meeting', '=', meeting).execute();
    expect(seals).toHaveLength(1);
  } finally {
    await stop();
  }
}
