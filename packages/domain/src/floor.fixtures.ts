/** For the table of who may do what: facts after which nothing but entitlement and phase can stand against asking for the floor and giving it. */
import type { FloorCommand } from './acts/floor.ts';
import { anId } from './chain.fixtures.ts';
import { anItemId, arrived, aSeat, li, type Fact } from './fixtures.ts';

/** Who is tried in the table. */
const tried = aSeat(50);
const item = anItemId(1);
const request = anId(0x71);
const speech = anId(0x72);
const hands: Fact[] = [
  { type: 'floor-asked', request, seat: li, kind: 'speech', item: null },
  { type: 'floor-asked', request: anId(0x73), seat: tried, kind: 'speech', item: null },
];
const speaks: Fact[] = [
  arrived(li),
  { type: 'floor-given', speech, seat: li, kind: 'speech', item: null, request: null, seconds: 180 },
];

export const floorPrepared = {
  'ask-for-floor': { facts: [arrived(tried)], command: () => ({ type: 'ask-for-floor', kind: 'speech' }) },
  'withdraw-floor-request': { facts: hands, command: () => ({ type: 'withdraw-floor-request', kind: 'speech' }) },
  'enter-floor-request': {
    facts: [arrived(li)],
    command: () => ({ type: 'enter-floor-request', seat: li, kind: 'speech' }),
  },
  'strike-floor-request': { facts: hands, command: () => ({ type: 'strike-floor-request', request }) },
  'move-floor-request': { facts: hands, command: () => ({ type: 'move-floor-request', request, before: null }) },
  'give-floor': { facts: [arrived(li)], command: () => ({ type: 'give-floor', seat: li, kind: 'speech' }) },
  'pause-speech': { facts: speaks, command: () => ({ type: 'pause-speech', speech }) },
  'resume-speech': {
    facts: [...speaks, { type: 'speech-paused', speech }],
    command: () => ({ type: 'resume-speech', speech }),
  },
  'end-speech': { facts: speaks, command: () => ({ type: 'end-speech', speech }) },
  'give-more-time': { facts: speaks, command: () => ({ type: 'give-more-time', speech, seconds: 60 }) },
  'set-speaking-time': { facts: [], command: () => ({ type: 'set-speaking-time', item, seconds: 180 }) },
} satisfies { [T in FloorCommand['type']]: { facts: Fact[]; command: () => FloorCommand & { type: T } } };
