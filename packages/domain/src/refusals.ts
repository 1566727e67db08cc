/**
 * Every reason why something is refused, each a code; the sentence and what to do stand in words/.
 * Codes are part of the protocol: they may be added, none may change its meaning.
 */
export const refusalCodes = [
  // at the door
  'malformed',
  'too-large',
  'too-fast',
  'not-found',
  'not-signed-in',
  'wrong-origin',
  'protocol-outdated',
  // entering
  'wrong-password',
  'password-overdue',
  'wrong-code',
  'link-void',
  'link-in-use',
  'no-such-request',
  'wrong-screen-code',
  // who may
  'not-entitled',
  'wrong-phase',
  'password-needed',
  // meeting
  'notice-too-short',
  'no-such-notice',
  'notice-in-future',
  'meeting-incomplete',
  'items-pending',
  'step-required',
  'step-not-held',
  'outcome-missing',
  'result-unpublished',
  'vote-running',
  'chair-already-yours',
  // agenda
  'no-such-item',
  'item-withdrawn',
  'item-finished',
  'item-not-begun',
  'step-not-last',
  'no-current-item',
  // clock
  'clock-not-running',
  'clock-not-paused',
  // attendance
  'no-such-seat',
  'not-present',
  'person-already-listed',
  'presence-differs',
  'presence-unconfirmed',
  'privacy-notice-outdated',
  // votes
  'roll-empty',
  'no-such-vote',
  'vote-not-open',
  'vote-not-closed',
  'vote-not-counting',
  'vote-not-established',
  'vote-already-published',
  'not-on-roll',
  'already-cast',
  'variants-unfit',
  'variants-alike',
  'marks-unfit',
  'no-such-variant',
  'too-many-variants',
  'grade-missing',
  // opinions, questions, proposal
  'observer-silent',
  'no-such-opinion',
  'no-such-question',
  'question-answered',
  'not-responsible-unit',
  'no-such-answer',
  'proposal-missing',
  'opinions-unmarked',
  // minutes
  'minutes-not-drafting',
  'minutes-not-circulated',
  'minutes-empty',
  'minutes-changed',
  'no-such-amendment',
  'amendments-undecided',
  'reason-needed',
  // register
  'account-open',
  'last-administrator',
  'last-keeper',
  'keeper-account',
  'in-office',
  'nothing-to-erase',
  'login-to-be-erased',
  // documents
  'character-missing',
  'document-failed',
  'documents-busy',
  // machinery
  'try-again',
  'stopping',
  'disk-full',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];
