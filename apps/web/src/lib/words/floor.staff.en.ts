/** On staff pages: giving the floor, timing and limiting speeches. */
import type { Widened } from './shape.ts';
import type { floorStaffZh } from './floor.staff.zh-CN.ts';

export const floorStaffEn: Widened<typeof floorStaffZh> = {
  nobody: 'Nobody has the floor.',
  nth: (n) => `speech no. ${n}`,
  pause: 'Pause',
  goOn: 'Go on',
  end: 'End',
  spaceKey: 'Space',
  moreTime: '1 minute more',
  limit: 'Limit for each speech',
  limitHint: 'For this item, from the next speaker on',
  noLimit: 'No limit',
  limited: (minutes) => `Each speech is limited to ${minutes} min`,
  totals: (n) => `Speaking times (${n})`,
  total: (times, time) => `${times === 1 ? 'once' : `${times} times`}, ${time} in all`,
  waiting: (n) => `Waiting to speak: ${n}`,
  nobodyWaits: 'Nobody is waiting to speak.',
  first: 'first time',
  again: (n) => `speech no. ${n}`,
  moved: 'moved by the chair',
  arrange: 'Move',
  toFront: 'To the front',
  up: 'One place up',
  toEnd: 'To the end',
  strike: 'Strike off',
  hand: 'Hand up',
  enter: 'Enter a request to speak',
  enterPoint: 'Enter a point of order',
  giveNow: 'Give the floor at once',
};
