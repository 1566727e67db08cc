/** A hearing of the demonstration that runs in a house of its own, led through its chair's page. */
import { expect, type Browser, type Page } from '@playwright/test';
import type { LinkLine, MeetingLine } from '@yishiting/domain/api';
import { hostNames, openHouse, sizes, visit, type OpenHouse, type Visitor } from './house.ts';

export interface OpenHearing {
  house: OpenHouse;
  community: string;
  meeting: string;
  /** Personal links of everybody in the meeting. */
  links: LinkLine[];
  members: LinkLine[];
  chair: Visitor;
  /** Opens the meeting and its first item when needed, confirms the number present and opens a sounding. */
  openSounding(question: string): Promise<void>;
  close(): Promise<void>;
}

export async function aHearing(browser: Browser): Promise<OpenHearing> {
  const house = await openHouse();
  const chair = await visit(browser, 'desk');
  const { community, meeting } = await openDemonstration(chair, house);
  const links = await linksOf(chair.page, community, meeting);
  await chair.page.goto(addressOf(house, `/c/${community}/m/${meeting}/chair`));
  return {
    house,
    community,
    meeting,
    links,
    members: links.filter(({ capacities }) => capacities.includes('member')),
    chair,
    openSounding: (question) => openSounding(chair.page, question),
    async close() {
      await chair.context.close();
      await house.close();
    },
  };
}

export const addressOf = ({ port }: OpenHouse, path: string, name: string = hostNames[0]): string =>
  `http://${name}:${port}${path}`;

/** The demonstration opened through the set-up link; the browser is signed in as its chair. */
export async function openDemonstration(
  { page }: Visitor,
  house: OpenHouse,
): Promise<{ community: string; meeting: string }> {
  await page.goto(addressOf(house, `/setup#${house.setUpToken}`));
  await page.getByRole('button', { name: /先看演示/ }).click();
  const go = page.getByRole('link', { name: '进入演示' });
  const community = new URL((await go.getAttribute('href')) ?? '', page.url()).pathname.split('/')[2] ?? '';
  const meetings = await page.evaluate(
    async (code) => (await (await fetch(`/c/${code}/api/meetings`)).json()) as MeetingLine[],
    community,
  );
  return { community, meeting: meetings.find(({ status }) => status === 'called')?.meeting ?? '' };
}

/** Personal links as the names page makes them; a page makes them in tests so that their tokens can be used. */
export async function linksOf(staff: Page, community: string, meeting: string): Promise<LinkLine[]> {
  return staff.evaluate(
    async ([code, id]) => {
      const asked = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
      return (await (await fetch(`/c/${code}/api/meetings/${id}/links`, asked)).json()) as LinkLine[];
    },
    [community, meeting] as const,
  );
}

/** Opens a window of the chair's own computer as a projector, and closes the panel again. */
export async function openProjector({ page, context }: Visitor): Promise<Page> {
  const panel = page.getByRole('button', { name: '投影', exact: true });
  await panel.click();
  const [wall] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('button', { name: '打开投影' }).click(),
  ]);
  await expect(page.getByText('投影 1', { exact: true })).toBeVisible();
  await panel.click();
  await wall.setViewportSize(sizes.wall);
  return wall;
}

/** Opens a personal link, enters by the tap and checks in. */
export async function checkIn({ page }: Visitor, url: string, remote = false): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: '进入会议' }).click();
  await page.getByRole('button', { name: remote ? '我在线上，签到' : '我在现场，签到' }).click();
}

/** Records an opinion at a desk whose form stands open; Enter saves it. `speaker`: by name; absent: as chosen beforehand. */
export async function recordOpinion(
  desk: Page,
  said: { speaker?: string; stance: string; gist: string; category?: string },
): Promise<void> {
  const form = desk.getByRole('form', { name: '记录意见' });
  if (said.speaker !== undefined) {
    const option = form.getByLabel('发言人').locator('option').filter({ hasText: said.speaker });
    await form.getByLabel('发言人').selectOption({ label: (await option.first().innerText()).trim() });
  }
  await form.getByLabel('意见要点').fill(said.gist);
  if (said.category !== undefined) await form.getByLabel('类别').fill(said.category);
  await form.getByRole('radio', { name: said.stance, exact: true }).check();
  await form.getByLabel('意见要点').press('Enter');
  await expect(form.getByLabel('意见要点')).toHaveValue('');
}

/** Skips the next item, which the procedure demands, with a reason on record. */
export async function skipWithReason(desk: Page, reason: string): Promise<void> {
  await desk.getByRole('button', { name: /^跳过/ }).click();
  await desk.getByLabel('原因', { exact: true }).fill(reason);
  await desk.getByRole('button', { name: '写明原因，跳过' }).click();
}

async function openSounding(desk: Page, question: string): Promise<void> {
  const open = desk.getByRole('button', { name: '宣布开会' });
  if (await open.isVisible()) {
    await open.click();
    await desk.getByRole('button', { name: /^下一项/ }).click();
  }
  await desk.getByRole('button', { name: /发起征询/ }).click();
  await desk.getByLabel('征询的问题').fill(question);
  await desk.getByRole('button', { name: /^确认实到/ }).click();
  await desk.getByRole('button', { name: '开始表态' }).click();
  await expect(desk.getByText('表态进行中')).toBeVisible();
}

/** What pages ask of the API of a community, asked from a page. */
export const askApi = <T>(page: Page, community: string, method: string, path: string, body?: object): Promise<T> =>
  page.evaluate(
    async ([how, where, text]) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(where, text === null ? { method: how } : { method: how, headers, body: text });
      return (await response.json()) as T;
    },
    [method, `/c/${community}/api/${path}`, body === undefined ? null : JSON.stringify(body)] as const,
  );
