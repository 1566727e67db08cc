/** Mediations: sides, the notice of rights and duties, an end without an agreement, and the sentences of the record. */
import { capacitiesEn } from './lists.en.ts';
import type { MediationWording } from './mediation-shape.ts';
import type { MediationRefusals } from './shape.ts';
import { servingWaysEn } from './notice.en.ts';

const side = (n: number) => `Party ${'ABCDEFGHIJ'.charAt(n - 1)}`;

export const mediationEn: MediationWording = {
  side,
  as: (one, n = null) => (one === 'party' && n !== null ? side(n) : capacitiesEn[one]),
  rightsNotices: {
    '2026-11': {
      title: 'Rights and duties of the parties to a mediation',
      parts: [
        {
          heading: 'How mediation works',
          items: [
            'The parties take part of their own free will and as equals. Mediation keeps to law and policy, and it is free of charge.',
            'It does not keep you from arbitration, from the authorities, or from going to court.',
          ],
        },
        {
          heading: 'Your rights',
          items: [
            'To choose a mediator, or to accept the one proposed.',
            'To accept mediation, to refuse it, or to ask that it be ended.',
            'To ask that the mediation be open, or that it be closed.',
            'To say freely what you want, and to agree only if you wish to.',
          ],
        },
        {
          heading: 'Your duties',
          items: [
            'To tell the facts of the dispute truthfully.',
            'To keep order in the room, and to respect the mediator.',
            'To respect the rights of the other party.',
          ],
        },
        {
          heading: 'The agreement',
          items: [
            'An agreement reached before the people’s mediation committee is legally binding, and is to be carried out.',
            'If there is a dispute about the agreement or how it is carried out, a party may go to court.',
            'If the parties find it necessary, they may together ask the court to confirm the agreement, within thirty days of the day on which it takes effect.',
          ],
        },
      ],
    },
  },
  next: { 'mediate-again': 'Mediate again', 'other-channel': 'Take another way' },
  channels: ['arbitration', 'a request to the authorities', 'an action in court'],
  servingWays: servingWaysEn,
  notPublic: ({ procedure, now }) => (now ? `${procedure} in session, not public` : `${procedure}, not public`),
};

export const mediationRefusalsEn: MediationRefusals = {
  'not-a-mediation': () => ({
    says: 'This meeting is no mediation; there is nothing of the kind in it.',
    do: 'Call a community mediation for what is to be mediated.',
  }),
  'not-a-party': ({ name }) => ({
    says: `${name ?? 'This person'} is not a party.`,
    do: 'Choose one of the parties; if the list is wrong, put it right first.',
  }),
  'side-missing': () => ({
    says: 'It was not said on which side the party stands; nobody was added.',
    do: 'Choose Party A, Party B and so on, then add the person.',
  }),
  'rights-notice-outdated': () => ({
    says: 'There is a newer notice of rights and duties.',
    do: 'Reload the page, read it, and confirm again.',
  }),
  'answer-missing': ({ name }) => ({
    says: `The answer of ${name ?? 'a party'} is missing; the mediation was not ended.`,
    do: 'Ask each party who is here: mediate again, or take another way.',
  }),
  'answered-twice': ({ name }) => ({
    says: `The answer of ${name ?? 'a party'} was entered twice.`,
    do: 'Enter each party once; take the other entry away.',
  }),
};
