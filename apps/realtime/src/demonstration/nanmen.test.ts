import { hearing } from '@yishiting/domain/procedures/hearing';
import { expect, it } from 'vitest';
import { thisEvening } from './open.ts';
import { borne, costs, nanmen, perFloor, perHousehold, perYear, running, shares, subsidy, total } from './nanmen.ts';

it('the figures of the demonstration add up to the yuan', () => {
  expect(costs.reduce((sum, [, yuan]) => sum + yuan, 0)).toBe(total);
  expect(subsidy + borne).toBe(total);
  const sumOver = (of: (share: number) => number) => shares.reduce((sum, [, share]) => sum + perFloor * of(share), 0);
  expect(sumOver(perHousehold)).toBe(borne);
  expect(sumOver(perYear)).toBe(running);
  for (const [, share] of shares)
    expect(Number.isInteger(perHousehold(share)) && Number.isInteger(perYear(share))).toBe(true);
  expect(nanmen.description).toContain('合计：62万元。其中区财政补贴20万元，其余42万元由2单元业主分摊。');
  expect(nanmen.description).toContain('六层：每户7万元，2户共14万元；运行费每户每年1000元');
});

it('has one chair, one recorder, and minutes for every step of the procedure', () => {
  const held = nanmen.people.flatMap(({ capacities }) => capacities);
  expect(held.filter((capacity) => capacity === 'chair')).toHaveLength(1);
  expect(held.filter((capacity) => capacity === 'recorder')).toHaveLength(1);
  expect(Object.keys(nanmen.minutes)).toEqual(hearing.agenda?.map(({ value }) => value.id));
  expect(new Set(nanmen.people.map(({ name }) => name)).size).toBe(nanmen.people.length);
});

it('is planned for seven in the evening of today in Shanghai', () => {
  const at = (text: string) => Date.parse(text);
  expect(thisEvening(at('2026-11-22T00:30:00+08:00'))).toBe(at('2026-11-22T19:00:00+08:00'));
  expect(thisEvening(at('2026-11-22T23:30:00+08:00'))).toBe(at('2026-11-22T19:00:00+08:00'));
});
