/** What is owed after a meeting: the sentences of the record. */
import type { DutyFacts } from './shape.ts';

const said = (words: string) => words.replace(/[。.．\s]+$/u, '');

export const dutyFactsEn: DutyFacts = {
  'proof-added': ({ title, duty }) =>
    duty === null
      ? `A proof that the notice was posted was filed: “${title}”.`
      : `A proof for “${duty}” was filed: “${title}”.`,
  'proof-discarded': () => 'A proof was taken away again.',
  'duty-assigned': ({ duty, person }) =>
    person === null ? `“${duty}” is no longer in anybody’s charge.` : `${said(person)} is in charge of “${duty}”.`,
  'duty-fulfilled': ({ duty, time, by, to, note }) =>
    `“${duty}” was done at ${time} by ${said(by)}` +
    (to === null ? '' : `, handed to ${said(to)}`) +
    (note === null ? '.' : `; ${said(note)}.`),
  'duty-reopened': ({ duty, reason }) => `“${duty}” was recorded as done and was not; reason: ${said(reason)}.`,
};
