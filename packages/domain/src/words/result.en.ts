/** After final minutes: supplements, and the publication of the result. */
import { capacitiesEn } from './lists.en.ts';
import type { RefusalParams, ResultRefusals } from './shape.ts';

const found = ({ text }: RefusalParams) => (text === undefined ? '' : `, “${text}”`);
const other = ({ capacity }: RefusalParams) =>
  capacity === 'chair' || capacity === 'recorder' ? `the ${capacitiesEn[capacity]}` : 'the other';

export const resultRefusalsEn: ResultRefusals = {
  'minutes-not-frozen': () => ({
    says: 'The minutes are not final yet.',
    do: 'Chair and recorder confirm them first; what is wrong before that is simply changed in the text.',
  }),
  'quote-not-found': () => ({
    says: 'These words do not stand in that part of the final minutes.',
    do: 'Copy the words from the final text, or choose the right item. Where something is missing, leave the quotation empty.',
  }),
  'no-such-supplement': () => ({ says: 'There is no such supplement.', do: 'Reload the page to see those there are.' }),
  'supplement-awaits-other': (p) => ({
    says: `Chair and recorder both stand behind a supplement; this one waits for ${other(p)}.`,
    do: `Ask ${other(p)} to check and confirm it. What is not needed any more can be withdrawn.`,
  }),
  'supplement-stands': () => ({
    says: 'This supplement stands and cannot be withdrawn.',
    do: 'If it is wrong itself, propose another one.',
  }),
  'supplement-withdrawn': () => ({
    says: 'This supplement was withdrawn and cannot be confirmed.',
    do: 'If it is needed after all, propose it again.',
  }),
  'result-not-for-public': () => ({
    says: 'Meetings of this kind are not made known to everybody, and neither is their result on the public page.',
    do: 'Tell those concerned in the way that the rules name.',
  }),
  'result-already-published': () => ({
    says: 'The result is published already.',
    do: 'To change it, publish a correction that says what was wrong; the first text stays readable.',
  }),
  'no-such-result': () => ({
    says: 'This is not the text that stands now; somebody may just have corrected it.',
    do: 'Read the text as published now, then decide whether to correct it.',
  }),
  'private-number': (p) => ({
    says: `The text holds an identity number or a private mobile number${found(p)}. It was not published.`,
    do: 'Take the number out. The contact’s telephone, which stands in the notice, may stay.',
  }),
  'fine-address': (p) => ({
    says: `The text holds an address finer than the building${found(p)}. It was not published.`,
    do: 'Name the building alone, such as “a resident of building 3”.',
  }),
  'observer-named': (p) => ({
    says: `The text names somebody who only observed${found(p)}. It was not published.`,
    do: 'Observers are not named in public; take the name out.',
  }),
};
