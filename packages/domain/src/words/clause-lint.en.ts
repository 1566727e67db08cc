/** Hints beside a clause: they point out and never refuse. */
import type { ClauseHints } from './clause-lint-shape.ts';

export const clauseHintsEn: ClauseHints = {
  'no-party': () => 'Who is to do it? Name Party A, Party B and so on.',
  'no-amount': () => 'How much? State the sum, or how it is worked out.',
  'no-deadline': () => 'By when? State a date, or “on signing”, or “on the spot”.',
  blank: () => 'There is still a blank to fill in.',
  'vague-time': (words) => `“${words}” is no time limit: state a date, or “on signing”, or “on the spot”.`,
  'vague-duty': (words) => `“${words}” leaves open what is to be done, or how much: be specific.`,
  'no-such-side': (words) => `There is no “${words}” in this agreement: check it.`,
  'both-of-many': () => 'There are more than two sides: say which two, or “all parties”.',
  'amounts-differ': (words) => `The sum in capitals and the sum in figures differ: ${words}.`,
  'amount-unreadable': (words) => `This sum cannot be read: ${words}.`,
  'no-capitals': (words) => `${words} is not written in capitals: write both.`,
  'both-compensations': () => 'Damages for a fault and a payment without one are not the same: tell the two apart.',
  'earnest-money': () =>
    'Earnest money (定金) is forfeited or doubled; a prepayment (订金) is not: choose the one that is meant.',
  'support-word': () => 'The word for support differs for children, parents and spouses: check it.',
  status: (words) =>
    `“${words}” concerns personal status: courts take no application to confirm it, and it cannot be signed electronically. Use another channel, or paper, and ask the judicial office first.`,
  inheritance: (words) =>
    `“${words}” concerns inheritance: it cannot be signed electronically. Print it and sign in ink.`,
  'real-rights': (words) =>
    `“${words}” confirms a real right or intellectual property: courts take no application for that. What is registered is changed at the registry.`,
  utilities: (words) =>
    `“${words}” concerns stopping water, heat or gas: it cannot be signed electronically. Print it and sign in ink.`,
  'private-number': (words) =>
    `${words} looks like an identity or account number: it should not stand in the agreement’s clauses. Where the form asks for contact, it is written in by hand.`,
};
