import type { DomainWords } from './shape.ts';

export const capacitiesEn: DomainWords['capacities'] = {
  chair: 'chair',
  recorder: 'recorder',
  member: 'representative',
  party: 'party',
  mediator: 'mediator',
  'responsible-unit': 'responsible unit',
  attendee: 'attending without a vote',
  observer: 'observer',
  supervisor: 'supervisor',
  scrutineer: 'scrutineer',
  teller: 'teller',
  witness: 'witness',
};

export const phasesEn: DomainWords['phases'] = {
  called: 'not yet open',
  'in-session': 'in session',
  adjourned: 'adjourned',
  closed: 'closed',
  'called-off': 'called off',
};

export const choicesEn: DomainWords['choices'] = { yes: 'in favour', no: 'against', abstain: 'abstaining' };
export const floorKindsEn: DomainWords['floorKinds'] = { speech: 'speech', 'point-of-order': 'point of order' };
export const waysEn: DomainWords['ways'] = { here: 'in the room', remote: 'remote' };

export const identityWaysEn: DomainWords['identityWays'] = {
  video: 'seen on video',
  voice: 'heard by voice',
  document: 'showed a document',
  'known-personally': 'known personally',
};

export const particularsEn: DomainWords['particulars'] = {
  phone: 'phone',
  'identity-number': 'identity number',
  address: 'address',
  remark: 'remark',
};
