/** What is owed after a meeting: refusals, and the sentences of the record. */
import { basisEn } from './opinions.en.ts';
import type { DutyFacts, DutyRefusals } from './shape.ts';

const said = (words: string) => words.replace(/[。.．\s]+$/u, '');

export const dutyRefusalsEn: DutyRefusals = {
  'no-such-duty': () => ({
    says: 'Nothing of this kind is owed after this meeting.',
    do: 'Reload the page and go by what is listed there.',
  }),
  'duty-of-record': (p) => ({
    says: `This is met when the minutes are final, and is not recorded by hand.${basisEn(p)}`,
    do: 'Have chair and recorder confirm the minutes; it is then marked as done by itself.',
  }),
  'duty-in-future': () => ({
    says: 'This time has not come yet.',
    do: 'Check the date and the time; record it once it is done.',
  }),
  'duty-before-meeting': () => ({
    says: 'This time is before the meeting began.',
    do: 'Check the date and the time.',
  }),
  'duty-recipient': (p) =>
    p.needed === 0
      ? {
          says: 'This is not handed to anybody.',
          do: 'Leave the recipient out; where it was done goes into the remark.',
        }
      : {
          says: 'It is not said to whom it was handed.',
          do: 'Give the full name of the office, such as Nanmen Street Office.',
        },
  'minutes-not-final': (p) => ({
    says: `The minutes are not final, or were not at that time, so this cannot be recorded.${basisEn(p)}`,
    do: 'Have chair and recorder confirm the minutes first; hand them in, and then record it.',
  }),
};

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
