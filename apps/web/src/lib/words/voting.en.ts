import type { Words } from './shape.ts';

export const votingEn: Words['voting'] = {
  most: 'Each may choose up to',
  grades: 'Grades, the best first',
  grade: (n) => `Grade ${n}`,
  left: (n) => `${n} more may be chosen`,
  full: (n) => `${n} are chosen, which is all. To choose another, take one back first.`,
  ungraded: (n) => (n === 1 ? 'One option has no grade yet.' : `${n} options have no grade yet.`),
  abstainFromAll: 'Abstain (no view on any option)',
  confirmGrades: 'Confirm these grades',
  variants: 'Options',
  ofPeople: (n) => `${n}`,
  whoAnswered: 'Who answered what',
};
