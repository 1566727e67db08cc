/** The draft of the public result in English. */
import type { ResultMaterial, ResultWording } from './draft-result-shape.ts';

/** Words that someone typed, set before our own full stop. */
const said = (words: string) => words.replace(/[.。;\s]+$/u, '');
const uptakes = { taken: 'Taken up', partly: 'Taken up in part', 'not-taken': 'Not taken up' };

const opened = ({ held, organ, place, procedure, matter, roll }: ResultMaterial) =>
  `On ${held} ${organ} held a ${procedure.charAt(0).toLowerCase()}${procedure.slice(1)} at ${place}, on “${said(matter)}”. ` +
  `Of ${roll.due} ${roll.representatives ? 'representatives' : 'people'} due, ${roll.came} came. Its result is made known as follows.`;

function heard({ stances, opinions }: ResultMaterial, counts: (of: ResultMaterial['stances']) => string): string[] {
  const total = Object.values(stances).reduce((sum, count) => sum + count, 0);
  if (total === 0) return ['No opinions were recorded.'];
  const each = opinions.flatMap(({ uptake, all }) => [
    `${uptakes[uptake]}:`,
    ...all.map(
      ({ category, gist, reason }, n) =>
        `(${n + 1}) ${category === null ? '' : `On ${category}: `}${said(gist)}.${reason === null ? '' : ` Reason: ${said(reason)}.`}`,
    ),
  ]);
  return [`The representatives were heard; ${counts(stances)}.`, ...each];
}

export const draftResultEn: ResultWording = {
  title: ({ matter, procedure }) =>
    `Result of the ${procedure.charAt(0).toLowerCase()}${procedure.slice(1)}: ${said(matter)}`,
  body: (material, { sounding, opinions }) => {
    const { soundings, proposal, effects, organ } = material;
    const chapters: [string, string[]][] = [
      ['Opinions, and what became of them', heard(material, opinions.counts)],
      [
        'Soundings',
        soundings.flatMap((one) => [
          `On “${said(one.question)}”: ${sounding.result(one)}`,
          ...(one.variants ?? []).map((words, n) => `${sounding.listed(n + 1, said(words))}.`),
        ]),
      ],
      ['Tendency proposal', proposal.length === 0 ? [] : [...proposal, ...effects]],
      ['Supervision', [`This result is open to the residents’ supervision. Whoever has an objection tells ${organ}.`]],
    ];
    const kept = chapters.filter(([, lines]) => lines.length > 0);
    return [opened(material), ...kept.flatMap(([title, lines], n) => [`${n + 1}. ${title}`, ...lines])];
  },
  masked: (name) => `${[...name][0] ?? ''}.`,
};
