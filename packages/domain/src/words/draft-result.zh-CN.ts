/** 听证结果公告的起草稿。 */
import type { ResultMaterial, ResultWording } from './draft-result-shape.ts';
import { chineseNumber } from '../papers/chapters.ts';

/** Words that someone typed, set before our own full stop. */
const said = (words: string) => words.replace(/[。.．；;\s]+$/u, '');

/** Official papers set no space between characters and figures; sentences shared with the pages do. */
const tight = (words: string) => words.replace(/(?<=\p{Script=Han}) (?=\d)|(?<=\d) (?=\p{Script=Han})/gu, '');

const opened = ({ held, organ, place, procedure, matter, roll }: ResultMaterial) =>
  `${held}，${organ}在${place}召开${procedure}，就“${said(matter)}”听取意见。` +
  `应到${roll.representatives ? '听证代表' : ''}${roll.due}人，实到${roll.came}人。现将听证结果公告如下：`;

const uptakes = { taken: '采纳的意见', partly: '部分采纳的意见', 'not-taken': '未采纳的意见' };

function heard({ stances, opinions }: ResultMaterial, counts: (of: ResultMaterial['stances']) => string): string[] {
  const total = Object.values(stances).reduce((sum, count) => sum + count, 0);
  if (total === 0) return ['会上没有记录代表意见。'];
  const each = opinions.flatMap(({ uptake, all }, n) => [
    `（${chineseNumber(n + 1)}）${uptakes[uptake]}`,
    ...all.map(
      ({ category, gist, reason }, at) =>
        `${at + 1}．${category === null ? '' : `关于${category}：`}${said(gist)}。` +
        (reason === null ? '' : `理由：${said(reason)}。`),
    ),
  ]);
  return [tight(`会上共听取${counts(stances)}。`), ...each];
}

export const draftResultZh: ResultWording = {
  title: ({ matter, procedure }) => `关于${said(matter)}${procedure}结果的公告`,
  body: (material, { sounding, opinions }) => {
    const { soundings, proposal, effects, organ } = material;
    const chapters: [string, string[]][] = [
      ['意见听取和采纳情况', heard(material, opinions.counts)],
      [
        '意向征询情况',
        soundings.flatMap((one) => [
          `就“${said(one.question)}”征询意向。${tight(sounding.result(one))}`,
          ...(one.variants ?? []).map((words, n) => sounding.listed(n + 1, said(words)) + '。'),
        ]),
      ],
      ['倾向性方案', proposal.length === 0 ? [] : [...proposal, ...effects]],
      ['监督', [`以上结果接受社区居民监督。对结果有意见的，请向${organ}反映。`]],
    ];
    const kept = chapters.filter(([, lines]) => lines.length > 0);
    return [
      opened(material),
      ...kept.flatMap(([title, lines], n) => [`${chineseNumber(n + 1)}、${title}`, ...lines]),
      '特此公告。',
    ];
  },
  masked: (name) => `${[...name][0] ?? ''}某某`,
};
