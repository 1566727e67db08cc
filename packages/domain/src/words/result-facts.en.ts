/** Publishing the result, and supplements: the sentences of the record. */
import { capacitiesEn } from './lists.en.ts';
import type { ResultFacts } from './shape.ts';

/** Words that someone typed, set before our own full stop. */
const said = (words: string) => words.replace(/[.。\s]+$/u, '');

const as = (capacities: readonly ('chair' | 'recorder')[]) =>
  capacities.map((capacity) => capacitiesEn[capacity]).join(' and ');

export const resultFactsEn: ResultFacts = {
  'supplement-proposed': ({ name, section, quote, words, reason }) =>
    `${name} proposed a supplement (${section === null ? 'before the first item' : `“${section}”`}): ` +
    `${quote === null ? '' : `in place of “${said(quote)}” `}“${said(words)}”. Reason: ${said(reason)}.`,
  'supplement-confirmed': ({ name, as: capacities }) =>
    `${name} confirmed the supplement as ${as(capacities)}; it stands from now on.`,
  'supplement-withdrawn': ({ name, reason }) => `${name} withdrew the supplement. Reason: ${said(reason)}.`,
  'result-published': ({ title, examinedBy, wrong }) =>
    `“${said(title)}” was published, examined by ${said(examinedBy)}.${wrong === null ? '' : ` It corrects what was published before: ${said(wrong)}.`}`,
};
