import { describe, expect, it } from 'vitest';
import { agendaPages, pageShown } from './pages.ts';

const item = (n: number, title = '听取设计单位说明') => ({ item: String(n), title });
const thirty = Array.from({ length: 30 }, (_, n) => item(n + 1));

describe('an agenda on a wall', () => {
  it('stands on one page when it is short, on several when it is long, and holds each item once', () => {
    expect(agendaPages(thirty.slice(0, 10))).toMatchObject({ pages: { length: 1 }, scale: 1 });
    expect(agendaPages(thirty.slice(0, 5))).toMatchObject({ pages: { length: 1 }, scale: 1.5 });
    const { pages } = agendaPages(thirty);
    expect(pages.map((page) => page.length)).toEqual([10, 10, 10]);
    expect(pages.flat()).toEqual(thirty);
  });

  it('has fewer items on a page where titles are long', () => {
    const long = thirty.map((one) => ({
      ...one,
      title: '加装电梯费用分摊办法及后续运行维护管理费用承担方式的说明与讨论',
    }));
    expect(agendaPages(long).pages[0]).toHaveLength(5);
    expect(agendaPages([item(1, '会'.repeat(200)), item(2)]).pages.map((page) => page.length)).toEqual([2]);
  });

  it('shows the page asked for, else that of the current item', () => {
    const { pages } = agendaPages(thirty);
    expect([pageShown(pages, 2, '1'), pageShown(pages, 9, '1'), pageShown([], 1, null)]).toEqual([2, 3, 1]);
    expect([pageShown(pages, null, '25'), pageShown(pages, null, null)]).toEqual([3, 1]);
  });
});
