/** Mediation: the pages of parties and observers, and the wall. */
import type { Widened } from './shape.ts';
import type { mediationZh } from './mediation.zh-CN.ts';

export const mediationEn: Widened<typeof mediationZh> = {
  rightsFirst: 'Please read this before the mediation',
  acknowledge: 'I have read it and know my rights and duties',
  acknowledged: 'You know your rights and duties.',
  readAgain: 'Read the rights and duties again',
  ended:
    'There is no agreement, and the chair has ended the mediation. Arbitration, the authorities and the courts remain open to you.',
  yourAnswer: (answer) => `Your answer on record: ${answer}. If it is wrong, tell the chair now.`,
  onlyTaking: 'Only those who take part can see what is going on.',
};
