/** A mediation between two sides whose agreement is drafted at the desk and checked on phones. */
import { expect, type Browser, type Page } from '@playwright/test';
import type { Arrangement, MeetingLine, PersonLine, SessionAnswer } from '@yishiting/domain/api';
import { addressOf, askApi, checkIn, linksOf, type OpenHearing } from './hearing.ts';
import { visit, type Visitor } from './house.ts';

export const [owner, neighbour] = ['赵楼上', '钱楼下'];
const matter = '501室卫生间漏水';

/** A mediation between two sides, called at once; the signed-in chair leads it and keeps its record. */
export async function aMediation({ community, chair: { page } }: OpenHearing): Promise<string> {
  const ask = <T>(method: string, path: string, body?: object): Promise<T> =>
    askApi(page, community, method, path, body);
  const { account } = await ask<SessionAnswer>('GET', 'session');
  const body = account?.posts.find(({ post }) => post === 'staff')?.body?.id;
  const { meeting } = await ask<MeetingLine>('POST', 'meetings', { body, procedure: 'mediation', matter });
  const { agenda } = await ask<Arrangement>('GET', `meetings/${meeting}`);
  const parties = [];
  for (const [index, name] of [owner, neighbour].entries()) {
    const { person } = await ask<PersonLine>('POST', 'people', { name });
    parties.push({ person, capacities: ['party'], standing: index === 0 ? '501室业主' : '401室业主', side: index + 1 });
  }
  const people = [
    { person: account?.person, capacities: ['chair', 'recorder'], standing: '治保调解委员会' },
    ...parties,
  ];
  const said = { matter, description: '', place: '调解室', plannedAt: Date.now(), language: 'zh-CN' };
  await ask('PUT', `meetings/${meeting}`, { ...said, people, agenda });
  const notice = { way: 'start-now', waiver: '各方当事人到场并同意当场调解' };
  await ask('POST', `meetings/${meeting}/call`, { commandId: 'cd'.repeat(16), notice });
  return meeting;
}

export const deskOf = (page: Page) => page.getByRole('region', { name: '调解协议', exact: true });
export const seatOf = ({ page }: Visitor) => page.getByRole('region', { name: '调解协议', exact: true });
export const clause = (page: Page, n: number) =>
  deskOf(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: `第 ${n} 条`, exact: true }) });

export async function write(desk: Page, field: string, text: string): Promise<void> {
  const box = deskOf(desk).getByRole('textbox', { name: field });
  await box.fill(text);
  await box.press('Control+Enter');
  await expect(deskOf(desk).getByText(text, { exact: true })).toBeVisible();
}

/** Agrees to what is shown, one part after the other, until nothing is left. */
export async function agreeToAll(party: Visitor, parts: number): Promise<void> {
  const seat = seatOf(party);
  for (let n = 1; n <= parts; n += 1) {
    await seat.getByRole('button', { name: /^同意(本条|这一部分)$/ }).click();
    await expect(seat.getByText(`已同意 ${n}/${parts}`)).toBeVisible();
  }
  await expect(seat.getByText('您已逐条同意，谢谢。')).toBeVisible();
}

export async function freeze(desk: Page): Promise<void> {
  const button = deskOf(desk).getByRole('button', { name: '定稿', exact: true });
  await expect(button).toBeEnabled();
  await button.click();
  await expect(deskOf(desk).getByText('定稿后文字不能再改')).toBeVisible();
  await deskOf(desk).getByRole('button', { name: '确认定稿' }).click();
}

/** The personal link of somebody in the meeting. */
export async function linkOf({ chair, community }: OpenHearing, meeting: string, name: string): Promise<string> {
  const links = await linksOf(chair.page, community, meeting);
  const link = links.find((one) => one.name === name);
  if (!link) throw new Error(`no link for ${name}`);
  return link.url;
}

/** A party on its phone, by its personal link and the check-in. */
export async function enterParty(
  browser: Browser,
  hearing: OpenHearing,
  meeting: string,
  name: string,
): Promise<Visitor> {
  const visitor = await visit(browser, 'phone');
  await checkIn(visitor, await linkOf(hearing, meeting, name));
  return visitor;
}

/** The chair's page in a window of its own, with the meeting opened. */
export async function openDesk({ chair, house, community }: OpenHearing, meeting: string): Promise<Page> {
  const desk = await chair.context.newPage();
  await desk.goto(addressOf(house, `/c/${community}/m/${meeting}/chair`));
  await desk.getByRole('button', { name: '宣布开会', exact: true }).click();
  await expect(deskOf(desk)).toBeVisible();
  return desk;
}
