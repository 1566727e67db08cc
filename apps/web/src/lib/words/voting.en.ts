import type { Words } from './shape.ts';

export const votingEn: Words['voting'] = {
  method: 'Way of asking',
  aboutVariants: 'Needed: one sentence, such as: how to share the cost',
  addVariant: 'Add an option',
  remove: (name) => `Remove ${name}`,
  most: 'Each may choose up to',
  mostOf: (n) => `${n} options`,
  grades: 'Grades, the best first',
  grade: (n) => `Grade ${n}`,
  addGrade: 'Add a grade',
  choices: 'Please choose',
  left: (n) => `${n} more may be chosen`,
  full: (n) => `${n} are chosen, which is all. To choose another, take one back first.`,
  ungraded: (n) => (n === 1 ? 'One option has no grade yet.' : `${n} options have no grade yet.`),
  abstainFromAll: 'Abstain (no view on any option)',
  confirmGrades: 'Confirm these grades',
  variants: 'Options',
  ofPeople: (n) => `${n}`,
  byHand: (name) => `Enter the view of ${name}`,
  keepHand: 'Enter it',
};
