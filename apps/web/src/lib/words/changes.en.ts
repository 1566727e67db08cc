/** What may change once a meeting is called: time, place, calling it off; and the last question before it is called. */
import type { Words } from './shape.ts';

export const changesEn: Words['changes'] = {
  title: 'Move the meeting, or call it off',
  place: 'Place of the meeting',
  reason: 'Reason for the change',
  movedBoth: 'Time and place of the meeting have changed',
  movedTime: 'The time of the meeting has changed',
  movedPlace: 'The place of the meeting has changed',
  formerly: 'Before',
  now: 'Now',
  why: (reason) => `Reason: ${reason}`,
  calledOff: 'The meeting was called off',
  calledOffOn: (day) => `Called off on ${day}`,
  former: 'Former notices',
  formerOf: (issued, replaced) => `Notice of ${issued}, void since ${replaced}`,
  void: 'Void',
  endedHint: 'This meeting was called off; nothing more can be done in it. Its record is kept and can be read.',
};
