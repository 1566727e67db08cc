/** For tests: somebody's answer whether they will come, and somebody who comes in for another. */
import type { MeetingCommand } from './acts/command.ts';
import type { MeetingEvent } from './acts/event.ts';
import { aPerson, li } from './fixtures.ts';

type Given = MeetingEvent & { type: 'reply-given' };

/** 李秀英 says so on her own page, unless said otherwise. */
export const replied = (coming: boolean, given: Partial<Given> = {}): MeetingEvent => ({
  type: 'reply-given',
  seat: li,
  coming,
  way: 'own-page',
  ...given,
});

/** Person `n`, new on the list, in the place of this seat. */
export const substituteAdded = (n: number, substitutes: string, name = `代替${n}`): MeetingEvent => ({
  type: 'person-added',
  person: aPerson(n, { name }),
  substitutes,
});

/** For the table of who may do what: facts after which nothing but entitlement and phase can stand against it. */
export const repliesPrepared = {
  'give-reply': { facts: [], command: () => ({ type: 'give-reply', coming: false }) },
  'record-reply': {
    facts: [],
    command: () => ({ type: 'record-reply', seat: li, coming: false, way: 'phone', toldBy: '李明' }),
  },
  'return-place': { facts: [substituteAdded(60, li)], command: () => ({ type: 'return-place', seat: li }) },
} satisfies Record<string, { facts: MeetingEvent[]; command: () => MeetingCommand }>;
