/** 倾向性方案的起草稿：由意见和意向征询拼成，留出须由主持人填写的空白。 */
import { stances } from '../stances.ts';
import { opinionsZh } from './opinions.zh-CN.ts';
import type { ProposalMaterial } from './shape.ts';
import { soundingZh } from './soundings.zh-CN.ts';

/** Words that someone typed, set before our own full stop. */
const said = (words: string) => words.replace(/[。.．\s]+$/u, '');

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const blank = '＿＿＿＿';

/** The result names variants by number: which is which stands before it. */
const named = (variants: readonly string[] | null) =>
  variants ? `（${variants.map((words, n) => soundingZh.listed(n + 1, said(words))).join('；')}）` : '';

export const draftZh = ({ matter, opinions, soundings }: ProposalMaterial): string => {
  const of = { for: 0, conditional: 0, against: 0, suggestion: 0 };
  for (const { stance } of opinions) of[stance] += 1;
  const parts = stances
    .filter((stance) => of[stance] > 0)
    .map((stance) => `${opinionsZh.stances[stance]}${of[stance]}条`);
  const subjects = new Map<string, (typeof opinions)[number][]>();
  for (const one of opinions) {
    const subject = one.category ?? '其他意见';
    subjects.set(subject, [...(subjects.get(subject) ?? []), one]);
  }
  const points = [...subjects].map(
    ([subject, all]) =>
      `关于${subject}。${all.map(({ stance, gist }) => `${said(gist)}（${opinionsZh.stances[stance]}）`).join('；')}。拟${blank}。`,
  );
  return [
    opinions.length === 0
      ? `本次听证会就“${said(matter)}”听取意见，没有记录代表意见。`
      : `本次听证会就“${said(matter)}”听取听证代表意见${opinions.length}条，其中${parts.join('、')}。`,
    ...soundings.map(
      (sounding) =>
        `就“${said(sounding.question)}”进行意向征询${named(sounding.variants)}：${soundingZh.result(sounding)}`,
    ),
    '综合以上意见，提出如下倾向性方案：',
    ...[`总体意见：${blank}。`, ...points].map((point, n) => `${numerals[n] ?? n + 1}、${point}`),
  ].join('\n');
};
