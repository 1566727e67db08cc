/** On staff pages: the list of those who registered to observe. */
import type { Widened } from './shape.ts';
import type { observingStaffZh } from './observing.staff.zh-CN.ts';

export const observingStaffEn: Widened<typeof observingStaffZh> = {
  desk: {
    title: 'Registered observers',
    open: 'Observers',
    taken: (n, of) => `${n} registered for ${of} places`,
    noPlaces: 'The notice of this meeting offers no places for observers, so nobody can register.',
    none: 'Nobody has registered yet.',
    publicHint:
      'Residents register on the public page by themselves; whoever telephones or comes by is entered by you.',
    changed: 'If time or place changed, tell each of them.',
    columns: { number: 'No.', name: 'Name', contact: 'Contact', state: 'State', sign: 'Signature' },
    states: {
      registered: 'Registered',
      'taken-in': 'Present',
      struck: 'Struck',
      cancelled: 'Cancelled by themselves',
    },
    byHand: 'entered by staff',
    struckFor: (reason) => `Struck: ${reason}`,
    gone: '(deleted)',
    takeIn: 'Take in',
    takeInOf: (name) => `Take in: ${name}`,
    enter: 'Enter somebody',
    enterHint: 'For whoever telephones or comes by.',
    pick: (name) => `Select ${name}`,
    strike: (n) => `Strike the ${n} selected`,
    strikeReason: 'Reason for striking',
    strikeReasonHint:
      'Required; the person can read it by their link. The contact is deleted and the place becomes free.',
    strikeYes: 'Strike',
    print: 'Print the list',
    refresh: 'Refresh',
    kept: 'When the meeting closes all of these are deleted; if it is called off, after the day it was planned for.',
  },
};
