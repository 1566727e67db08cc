import { expect, it } from 'vitest';
import { pointsFor, sheets } from './fitting.ts';

const short = { title: '关于召开听证会的公告', paragraphs: ['一、会议时间', '二、会议地点'] };
const long = { ...short, paragraphs: Array.from({ length: 24 }, () => '代表'.repeat(30)) };

it('sets a short notice as large as its sheet allows, and a long one smaller', () => {
  for (const sheet of ['a4', 'a3'] as const) {
    expect(pointsFor(short, sheet)).toBe(sheets[sheet].largest);
    expect(pointsFor(long, sheet)).toBeLessThan(sheets[sheet].largest);
    expect(pointsFor({ ...long, paragraphs: Array(500).fill('代'.repeat(60)) }, sheet)).toBe(sheets[sheet].least);
  }
});

it('never sets a longer notice larger than a shorter one', () => {
  const sizes = Array.from({ length: 40 }, (_, n) =>
    pointsFor({ title: short.title, paragraphs: Array(n).fill('项目情况介绍，代表发表意见') }, 'a4'),
  );
  expect(sizes).toEqual([...sizes].sort((one, other) => other - one));
});
