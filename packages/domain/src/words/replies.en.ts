import type { DomainWords } from './shape.ts';

export const repliesEn: DomainWords['replies'] = {
  coming: { yes: 'coming', no: 'cannot come', none: 'no answer yet' },
  reasons: { work: 'work', away: 'away from here', personal: 'personal reasons' },
  ways: {
    'own-page': 'answered on their own page',
    phone: 'told by telephone',
    message: 'told by message',
    'in-person': 'told in person',
  },
  counts: ({ coming, unanswered, declined }) =>
    `${coming} coming, ${unanswered} still to answer, ${declined} cannot come`,
  onLeave: 'excused',
  closing: ({ due, came, leave, absent }) => `Due: ${due}; came: ${came}; excused: ${leave}; absent: ${absent}`,
};
