/** Soundings on variants, as the chair's page prepares and ends them. */
import { expect, type Page } from '@playwright/test';

export interface OnVariants {
  question: string;
  method: '选一个方案' | '选几个方案' | '给各方案分档';
  variants: readonly string[];
  /** For several: how many each may choose. */
  most?: number;
}

/** The meeting opened and its first item begun. */
export async function beginMeeting(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: '宣布开会' }).click();
  await desk.getByRole('button', { name: /^下一项/ }).click();
  await expect(desk.getByText('第 1 项 · 共 5 项')).toBeVisible();
}

/** Fills the form in and leaves it open. */
export async function prepare(desk: Page, { question, method, variants, most }: OnVariants): Promise<void> {
  await desk.getByRole('button', { name: /发起征询/ }).click();
  await desk.getByLabel('征询的问题').fill(question);
  await desk.getByRole('radio', { name: method }).check();
  for (const [n, words] of variants.entries()) {
    const field = desk.getByLabel(`方案${'一二三四五六七八'[n]}`, { exact: true });
    if (!(await field.isVisible())) await desk.getByRole('button', { name: '再加一个方案' }).click();
    await field.fill(words);
  }
  if (most) await desk.getByLabel('每人至多选').selectOption(`${most}`);
}

/** Opens what stands in the form; the number present is confirmed where it has to be. */
export async function open(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: /^确认实到/ }).click();
  await desk.getByRole('button', { name: '开始表态' }).click();
  await expect(desk.getByText('表态进行中')).toBeVisible();
}

/** Closes and establishes it; whoever has not answered is left out. */
export async function establish(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: /^截止表态/ }).click();
  const anyway = desk.getByText('确认截止？');
  await expect(anyway.or(desk.getByRole('button', { name: '核定结果' })).first()).toBeVisible();
  if (await anyway.isVisible()) await desk.getByRole('button', { name: /^截止表态/ }).click();
  await desk.getByRole('button', { name: '核定结果' }).click();
}
