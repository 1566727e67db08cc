/** Which facts of a record stand in its minutes. */
import type { MeetingEvent } from './acts/event.ts';

/**
 * What of the record a clerk writes down in the minutes. The record keeps everything; the minutes leave out what only
 * the machinery needs, and `takes-back` is an undone step or something withdrawn, after which neither stands there. The whole
 * reason is in docs/decisions/minutes-facts.md. A new type of event does not compile until it has its line.
 */
export const forTheMinutes = {
  'meeting-called': 'yes',
  'notice-served': 'yes',
  'meeting-changed': 'yes',
  'meeting-called-off': 'yes',
  arrived: 'yes',
  departed: 'yes',
  'person-added': 'yes',
  'place-returned': 'yes',
  // Who was excused is told at the opening, when replies are final.
  'reply-given': 'no',
  'presence-confirmed': 'yes',
  'chair-taken': 'yes',
  'identity-checked': 'yes',
  'identity-check-withdrawn': 'yes',
  'meeting-opened': 'yes',
  'meeting-adjourned': 'yes',
  'meeting-resumed': 'yes',
  'meeting-closed': 'yes',
  'item-begun': 'yes',
  'item-skipped': 'yes',
  'outcome-omitted': 'yes',
  'step-undone': 'takes-back',
  'item-added': 'yes',
  'item-withdrawn': 'yes',
  'item-moved': 'yes',
  'clock-started': 'no',
  'clock-paused': 'no',
  'clock-resumed': 'no',
  'clock-stopped': 'no',
  'floor-asked': 'no',
  'floor-request-withdrawn': 'no',
  'floor-request-moved': 'no',
  'floor-given': 'yes',
  'speech-paused': 'no',
  'speech-resumed': 'no',
  'speech-ended': 'no',
  'speech-extended': 'no',
  'speaking-time-set': 'yes',
  'vote-opened': 'yes',
  'ballot-cast': 'no',
  'ballot-changed': 'no',
  'vote-closed': 'no',
  'counting-begun': 'no',
  'hand-entered': 'yes',
  'vote-established': 'no',
  'vote-published': 'yes',
  'vote-annulled': 'yes',
  'opinion-recorded': 'yes',
  'opinion-corrected': 'yes',
  'opinion-withdrawn': 'takes-back',
  'opinion-marked': 'yes',
  'opinions-shown': 'no',
  'question-recorded': 'yes',
  'question-withdrawn': 'takes-back',
  'answer-recorded': 'yes',
  'answer-corrected': 'yes',
  'proposal-stated': 'yes',
  // What is drafted is no fact of the meeting before it stands; the frozen text is a paper of its own.
  'passage-written': 'no',
  'clause-added': 'no',
  'clause-revised': 'no',
  'clause-moved': 'no',
  'clause-struck': 'no',
  'part-checked': 'no',
  'agreement-read-aloud': 'yes',
  'agreement-frozen': 'yes',
  'agreement-reopened': 'yes',
  'minutes-shared': 'no',
  'writer-admitted': 'no',
  'writer-dismissed': 'no',
  'minutes-circulated': 'no',
  'amendment-proposed': 'no',
  'amendment-decided': 'no',
  'minutes-confirmed': 'no',
  'minutes-frozen': 'no',
  // They follow a text that is final: each stands after it by itself, with its date.
  'supplement-proposed': 'no',
  'supplement-confirmed': 'no',
  'supplement-withdrawn': 'no',
  'result-published': 'no',
  'attachment-added': 'yes',
  'attachment-withdrawn': 'yes',
  'photo-taken': 'no',
  'photo-discarded': 'no',
  'proof-added': 'no',
  'proof-discarded': 'no',
  'duty-assigned': 'no',
  'duty-fulfilled': 'no',
  'duty-reopened': 'no',
  // Asked again, it is another answer of the parties: each stands in the minutes.
  'openness-settled': 'yes',
  'rights-acknowledged': 'yes',
  'ended-without-agreement': 'yes',
  'file-erased': 'no',
  'record-restored': 'no',
  'particulars-erased': 'no',
} as const satisfies Record<MeetingEvent['type'], 'yes' | 'no' | 'takes-back'>;

type Kept = typeof forTheMinutes;
type Woven = { [T in keyof Kept]: Kept[T] extends 'yes' ? T : never }[keyof Kept];
export type WovenEvent = Extract<MeetingEvent, { type: Woven }>;

export const isWoven = (event: MeetingEvent): event is WovenEvent => forTheMinutes[event.type] === 'yes';

/** Facts of which those who do not lead read nothing before the minutes are frozen: what is being weighed is not settled. */
export const weighedFacts: ReadonlySet<string> = new Set(['opinion-marked'] satisfies MeetingEvent['type'][]);
