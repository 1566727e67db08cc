/** The words of soundings: how it is asked, what somebody marked, and the line with the figures. */
import type { Answers } from '../marks.ts';
import { choicesZh } from './lists.zh-CN.ts';
import type { DomainWords, SoundingResult } from './shape.ts';

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八'];
const variant = (n: number) => `方案${numerals[n - 1] ?? n}`;
/** Whoever typed the number themselves does not read it twice. */
const listed = (n: number, words: string) => (words.startsWith(variant(n)) ? words : `${variant(n)}：${words}`);
const decidesNothing = '意向征询不作决定。';

const turnout = ({ roll, returned }: Pick<SoundingResult, 'roll' | 'returned'>) =>
  `应表态 ${roll} 人，已表态 ${returned} 人`;

function result(given: SoundingResult): string {
  const { counts, most, grades } = given;
  const abstain = `弃权 ${counts.abstain} 人`;
  const figures = () => {
    if ('yes' in counts) return `：赞成 ${counts.yes} 人，不赞成 ${counts.no} 人，${abstain}`;
    if ('variants' in counts) {
      const each = most > 1 ? `，每人至多选 ${most} 个方案` : '';
      return `${each}：${[...counts.variants.map((count, n) => `${variant(n + 1)} ${count} 人`), abstain].join('，')}`;
    }
    const of = (row: readonly number[]) => row.map((count, n) => `${grades?.[n] ?? ''} ${count} 人`).join('、');
    return `：${[...counts.grades.map((row, n) => `${variant(n + 1)}，${of(row)}`), abstain].join('；')}`;
  };
  return `${turnout(given)}${figures()}。${decidesNothing}`;
}

function named(answers: Answers, grades: readonly string[] | null): string[] {
  const given = (): [string, string[]][] => {
    if ('yes' in answers)
      return [
        [choicesZh.yes, answers.yes],
        [choicesZh.no, answers.no],
      ];
    if ('variants' in answers) return answers.variants.map((names, n) => [variant(n + 1), names]);
    return answers.grades.flatMap((row, n) =>
      row.map((names, grade): [string, string[]] => [`${variant(n + 1)}（${grades?.[grade] ?? ''}）`, names]),
    );
  };
  const all: [string, string[]][] = [...given(), [choicesZh.abstain, answers.abstain], ['未表态', answers.unanswered]];
  return all.flatMap(([what, names]) => (names.length === 0 ? [] : [`${what}：${names.join('、')}`]));
}

export const soundingZh: DomainWords['sounding'] = {
  result,
  named,
  answered: (given) => `${turnout(given)}。`,
  handReason: '没有手机，当场举手',
  decidesNothing,
  turnout: (given) =>
    `${turnout(given)}${given.most > 1 ? `，每人至多选 ${given.most} 个方案` : ''}，弃权 ${given.counts.abstain} 人。`,
  methods: {
    'yes-no-abstain': '赞成或者不赞成',
    'choose-one': '选一个方案',
    'choose-several': '选几个方案',
    grade: '给各方案分档',
  },
  how: ({ most, grades }) =>
    grades
      ? `对每个方案选定一档：${grades.join('、')}`
      : most > 1
        ? `至多选择 ${most} 个方案`
        : most === 1
          ? '选择一个方案'
          : '',
  variant,
  listed,
  grades: ['优先考虑', '可以接受', '不宜采用'],
  marks: ({ choice, chosen, graded }, grades) => {
    if (graded) return graded.map((grade, n) => `${variant(n + 1)} ${grades?.[grade - 1] ?? ''}`).join('，');
    return chosen ? chosen.map(variant).join('、') : choice ? choicesZh[choice] : '';
  },
};
