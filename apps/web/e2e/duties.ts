/** A hearing of the demonstration brought to its end, and its minutes to theirs, for what is owed after it. */
import { expect, type Page } from '@playwright/test';
import { addressOf, skipWithReason, type OpenHearing } from './hearing.ts';

/** The pages of chair and recorder, open beside each other. */
export interface Desks {
  chair: Page;
  recorder: Page;
}

/** Opens the meeting, leaves every item but the first out with a reason, and closes it. */
export async function closeHearing({ chair }: Desks): Promise<void> {
  await chair.getByRole('button', { name: '宣布开会' }).click();
  await chair.getByRole('button', { name: /^下一项/ }).click();
  for (const skipped of [1, 2, 3, 4]) {
    await skipWithReason(chair, '另行召开会议讨论');
    await expect(chair.locator('nav li.skipped')).toHaveCount(skipped);
  }
  await chair.getByRole('button', { name: '结束会议' }).click();
  await chair.getByRole('button', { name: '结束会议' }).click();
  await expect(chair.getByText('结果已写入记录并加盖记录印')).toBeVisible();
}

/** States the proposal, writes a sentence, and has both confirm the minutes. */
export async function settleMinutes({ chair, recorder }: Desks): Promise<void> {
  await chair.getByLabel('方案内容').fill('本次会议没有形成倾向性方案，另行召开会议讨论。');
  await chair.getByRole('button', { name: '提出倾向性方案' }).click();
  await expect(chair.getByRole('button', { name: '重新提出倾向性方案' })).toBeVisible();
  const writing = recorder.getByRole('region', { name: '会议记录', exact: true });
  await writing.getByRole('textbox').first().click();
  await recorder.keyboard.type('各项议程另行召开会议讨论。');
  const circulate = writing.getByRole('button', { name: '送参会人员核阅' });
  await expect(circulate).toBeEnabled();
  await circulate.click();
  await circulate.click();
  for (const page of [recorder, chair]) {
    const desk = page.getByRole('region', { name: '会议记录', exact: true });
    await desk.getByRole('button', { name: '确认会议记录' }).click();
    await desk.getByRole('button', { name: '核对无误，确认' }).click();
  }
  await expect(chair.getByText('已确认定稿').first()).toBeVisible();
}

/** The page of chair or recorder, come to by their account or by the seat of their card. */
export const deskOf = ({ house, community, meeting }: OpenHearing, page: 'chair' | 'recorder', seat?: string): string =>
  addressOf(house, `/c/${community}/m/${meeting}/${page}${seat === undefined ? '' : `?seat=${seat}`}`);

/** One duty of the section, by its title: the rules that are quoted speak of others, too. */
export const dutyOn = (page: Page, what: string) =>
  page
    .getByRole('region', { name: '会后事项', exact: true })
    .getByRole('listitem')
    .filter({ has: page.locator('strong', { hasText: what }) });
