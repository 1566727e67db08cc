/** On staff pages: taking a sounding and entering answers by hand. */
import type { Widened } from './shape.ts';
import type { votingStaffZh } from './voting.staff.zh-CN.ts';

export const votingStaffEn: Widened<typeof votingStaffZh> = {
  method: 'Way of asking',
  aboutVariants: 'Needed: one sentence, such as: how to share the cost',
  addVariant: 'Add an option',
  remove: (name) => `Remove ${name}`,
  mostOf: (n) => `${n} options`,
  addGrade: 'Add a grade',
  choices: 'Please choose',
  byHand: (name) => `Enter the view of ${name}`,
  keepHand: 'Enter it',
  hands: 'Entered',
  correct: 'Correct',
  correctHand: (name) => `Correct the view of ${name}`,
  keepCorrected: 'Keep the correction',
};
