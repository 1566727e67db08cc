import type { Words } from './shape.ts';

/** Settling who comes: asking, answers, substitutes, pasting a list. */
export const invitationsEn: Words['invitations'] = {
  replies: { 'not-asked': 'Not asked', asked: 'Asked', confirmed: 'Confirmed', declined: 'Cannot come' },
  reason: 'Reason (optional)',
  noReason: 'Not said',
  title: 'Who will come',
  ask: 'Will you come?',
  can: 'I will come',
  cannot: 'I cannot come',
  why: 'Why not (optional)',
  confirm: { yes: 'Confirm: I will come', no: 'Confirm: I cannot come' },
  said: { yes: 'You said: I will come.', no: 'You said: I cannot come.' },
  saidBecause: (reason) => `You said: I cannot come (${reason}).`,
  until: 'You may change it until the meeting opens.',
  change: 'Change my answer',
  whoReads:
    'Only the chair, the recorder and the staff see your answer and the reason; whoever cannot come is noted as excused at the opening.',
  yourPlace: (name) =>
    `${name} takes your place. If you can come after all, tell the staff, or simply check in when you are there.`,
  replacedBy: (name) => `represented by ${name}`,
};
