/** [H6] What the regulation demands of a hearing's record and summary, part by part, and what stands there without it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anItemId, chair, recorder, type Fact } from '../fixtures.ts';
import type { View } from '../view.ts';
import { shown, wholeHearing, type Course } from './minutes-says.fixtures.ts';
import { minutesPaper } from './minutes-paper.ts';
import type { PrintedBlock } from './printed.ts';
import { summaryPaper } from './summary-paper.ts';

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8');
const seed = fixture('seeds/four-meetings.txt');
type Row = [quote: string, paper: '笔录' | '纪要', part: string, contains: string, without: string];
const rows = fixture('minutes-says.md')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\|[\s-]*---|原文 quotation/.test(line))
  .map(
    (line) =>
      line
        .split('|')
        .slice(1, 6)
        .map((cell) => cell.trim()) as Row,
  );

const made = { now: Date.UTC(2026, 10, 22, 8), seal: null };
const textOf = (blocks: readonly PrintedBlock[]) =>
  blocks.map(({ label, runs }) => `${label ?? ''}${runs.map(({ text }) => text).join('')}`);

/** All that is printed, in its order. */
function printed(paper: Row[1], seen: View): string {
  if (paper === '笔录') {
    const { title, marks, facts, sections, ending, signatures, attendants } = minutesPaper(seen, made)!;
    return [
      title,
      ...marks,
      ...facts.map(({ name, said }) => `${name}：${said.join('')}`),
      ...sections.flatMap((one) => [one.title, one.silence ?? '', ...textOf(one.blocks)]),
      ...ending,
      ...signatures.map(({ who }) => who),
      attendants.title,
      ...attendants.names,
    ].join('');
  }
  const { title, marks, chapters, signatures, copies, completed } = summaryPaper(seen, made)!;
  return [
    title,
    ...marks,
    ...chapters.flatMap((one) => [one.title, ...textOf(one.blocks)]),
    ...signatures.map(({ who }) => who),
    copies,
    completed.by,
    completed.on,
  ].join('');
}

/** A step that left nothing of what is demanded of it, with the reason on record. */
const omitted = (step: number, outcome: 'opinions' | 'answers', reason: string): Fact => ({
  type: 'outcome-omitted',
  item: anItemId(step),
  outcome,
  reason,
});
const withStep = (course: Course, step: number, facts: Fact[] | string): Course => ({
  ...course,
  steps: course.steps.map((one, n) => (n === step - 1 ? facts : one)),
});
const withoutSeat = (course: Course, seat: string): Course => ({
  ...course,
  called: { ...course.called, people: course.called.people.filter((one) => one.seat !== seat) },
  came: course.came.filter((one) => one !== seat),
});
const noOpinion = (course: Course): Course => ({
  ...withStep(course, 3, [omitted(3, 'opinions', '代表均无意见')]),
  marked: [],
});
const unmarked = (course: Course): Course => ({ ...course, marked: [], final: false });

/** The example without the one thing, by the part of the table. */
const without: Record<string, (course: Course) => Course> = {
  主持人: (course) => withoutSeat(course, chair),
  记录人: (course) => withoutSeat(course, recorder),
  到会代表: (course) => ({ ...course, came: [] }),
  缺席人员: (course) => ({ ...course, came: course.called.people.map(({ seat }) => seat) }),
  情况介绍: (course) => withStep({ ...course, typed: {} }, 2, '材料已书面送达'),
  发言次序: noOpinion,
  提问解答: (course) =>
    withStep(course, 4, [...(course.steps[3] as Fact[]).slice(0, 1), omitted(4, 'answers', '会后书面答复')]),
  小结: (course) => withStep({ ...course, typed: {} }, 5, '时间已晚'),
  确认: (course) => ({ ...course, final: false }),
  代表意见: noOpinion,
  意见条数: noOpinion,
  倾向性方案: (course) => withStep(course, 5, []),
  采纳情况: unmarked,
  采纳理由: unmarked,
  完成日期: (course) => ({ ...course, final: false }),
};

describe('[H6] record and summary of a hearing', () => {
  const whole = shown(wholeHearing());

  it('are compared with every part that the regulation and the forms name', () => {
    const parts = (paper: Row[1]) => rows.filter((row) => row[1] === paper).map(([, , part]) => part);
    expect(parts('笔录').join(' ')).toBe(
      '标题 事项 时间 地点 召集单位 主持人 记录人 人数 到会代表 到会单位 列席 缺席人员 旁听 议程 情况介绍 发言次序 提问解答 书面材料 小结 确认 签名 核阅',
    );
    expect(parts('纪要').join(' ')).toBe(
      '标题 事项 时间 地点 主持人 记录人 人数 到会代表 代表意见 意见条数 提问解答 倾向性方案 采纳情况 采纳理由 参考 完成日期 签名 抄送',
    );
  });

  it.each(rows)('say what “%s” demands (%s: %s)', (quote, paper, _, contains) => {
    expect(seed).toContain(quote.normalize('NFKC'));
    expect(printed(paper, whole)).toContain(contains);
  });

  const named = rows.filter((row) => row[4] !== '—');
  it.each(named)('%s: the %s names it where there is no %s', (_, paper, part, contains, instead) => {
    const text = printed(paper, shown(without[part]!(wholeHearing())));
    expect(text).not.toContain(contains);
    expect(text).toContain(instead);
  });
});
